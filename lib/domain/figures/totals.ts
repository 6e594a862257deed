import { CATEGORIES, type Category, countOfLevel, type Level } from '../adoptions/kinds'
import type { RankedUnit } from './ranking-input'
import type { AdoptionRow, SubmissionRow } from './ranking-rows'

type PerCategory = Record<Category, number>

/** What the body of a notice states. Units without a target are counted in units and in what they sent and reached. */
export type Totals = {
  units: number
  items: number
  met: PerCategory
  exceeded: PerCategory
  unmet: PerCategory
  /** Names of units without any item, target or not; departments first, in official order. */
  noItems: string[]
  district: number
  city: number
  province: number
  forwarded: number
  onTrack: PerCategory
  behind: PerCategory
  noPoints: PerCategory
}

/** Who is counted where, for tables of submissions: one definition for the figure and for the names beside it. */
export const SUBMISSION_VERDICTS = {
  met: (row: SubmissionRow) => row.target !== null && row.items >= row.target,
  exceeded: (row: SubmissionRow) => row.target !== null && row.items > row.target,
  unmet: (row: SubmissionRow) => row.target !== null && row.items < row.target,
}

/** The same for tables of adoptions. */
export const ADOPTION_VERDICTS = {
  onTrack: (row: AdoptionRow) => row.onTrack === true,
  behind: (row: AdoptionRow) => row.onTrack === false,
  noPoints: (row: AdoptionRow) => row.annualTarget !== null && row.points.n === 0,
}

/** The totals over both categories. Keys stand in the order of the published JSON. */
export function totalsOf(
  units: readonly RankedUnit[],
  submission: Record<Category, readonly SubmissionRow[]>,
  adoption: Record<Category, readonly AdoptionRow[]>,
): Totals {
  const submissions = CATEGORIES.flatMap((category) => submission[category])
  const adoptions = CATEGORIES.flatMap((category) => adoption[category])
  const reached = (level: Level) => adoptions.reduce((sum, { counts }) => sum + countOfLevel(counts, level), 0)
  const silent = new Set(submissions.flatMap(({ unitId, items }) => (items === 0 ? [unitId] : [])))
  const { met, exceeded, unmet } = SUBMISSION_VERDICTS
  const { onTrack, behind, noPoints } = ADOPTION_VERDICTS
  return {
    units: units.length,
    items: submissions.reduce((sum, { items }) => sum + items, 0),
    met: tally(submission, met),
    exceeded: tally(submission, exceeded),
    unmet: tally(submission, unmet),
    noItems: inOfficialOrder(units).flatMap(({ id, name }) => (silent.has(id) ? [name] : [])),
    district: reached('district'),
    city: reached('city'),
    province: reached('province'),
    forwarded: reached('forwarded'),
    onTrack: tally(adoption, onTrack),
    behind: tally(adoption, behind),
    noPoints: tally(adoption, noPoints),
  }
}

function tally<Row>(rows: Record<Category, readonly Row[]>, verdict: (row: Row) => boolean): PerCategory {
  return { department: rows.department.filter(verdict).length, town: rows.town.filter(verdict).length }
}

function inOfficialOrder(units: readonly RankedUnit[]): RankedUnit[] {
  return units.toSorted(
    (a, b) => CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) || a.position - b.position,
  )
}
