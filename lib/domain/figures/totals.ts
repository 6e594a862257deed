import { countOfLevel, type Level } from '../adoptions/kinds'
import { type Category, categoryPlace } from '../office/category'
import type { RankedUnit } from './ranking-input'
import type { AdoptionRow, CategoryTables, SubmissionRow } from './ranking-rows'

/** How many of each category, by its key, in the order of the categories. */
type PerCategory = Record<Category, number>

/** What the body of a notice states. Units without a target are counted in units and in what they sent and reached. */
export type Totals = {
  units: number
  items: number
  met: PerCategory
  exceeded: PerCategory
  unmet: PerCategory
  /** Names of units without any item, target or not; category by category, in official order. */
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

/** The totals over all categories. Keys stand in the order of the published JSON. */
export function totalsOf(units: readonly RankedUnit[], tables: readonly CategoryTables[]): Totals {
  const submissions = tables.flatMap(({ submission }) => submission)
  const adoptions = tables.flatMap(({ adoption }) => adoption)
  const reached = (level: Level) => adoptions.reduce((sum, { counts }) => sum + countOfLevel(counts, level), 0)
  const silent = new Set(submissions.flatMap(({ unitId, items }) => (items === 0 ? [unitId] : [])))
  const { met, exceeded, unmet } = SUBMISSION_VERDICTS
  const { onTrack, behind, noPoints } = ADOPTION_VERDICTS
  const sent = (verdict: (row: SubmissionRow) => boolean) => tally(tables, ({ submission }) => submission, verdict)
  const won = (verdict: (row: AdoptionRow) => boolean) => tally(tables, ({ adoption }) => adoption, verdict)
  return {
    units: submissions.length,
    items: submissions.reduce((sum, { items }) => sum + items, 0),
    met: sent(met),
    exceeded: sent(exceeded),
    unmet: sent(unmet),
    noItems: inOfficialOrder(units, tables).flatMap(({ id, name }) => (silent.has(id) ? [name] : [])),
    district: reached('district'),
    city: reached('city'),
    province: reached('province'),
    forwarded: reached('forwarded'),
    onTrack: won(onTrack),
    behind: won(behind),
    noPoints: won(noPoints),
  }
}

function tally<Row>(
  tables: readonly CategoryTables[],
  rowsOf: (of: CategoryTables) => readonly Row[],
  verdict: (row: Row) => boolean,
): PerCategory {
  return Object.fromEntries(tables.map((of) => [of.category.key, rowsOf(of).filter(verdict).length]))
}

/** How many in all categories together. */
export function ofAll(counts: PerCategory): number {
  return Object.values(counts).reduce((sum, n) => sum + n, 0)
}

/** The units that have tables, category by category, each in its official order. */
export function inOfficialOrder(units: readonly RankedUnit[], tables: readonly CategoryTables[]): RankedUnit[] {
  const rows = tables.map(({ category }) => category)
  const place = ({ category }: RankedUnit) => categoryPlace(rows, category)
  return units.toSorted((a, b) => place(a) - place(b) || a.position - b.position)
}
