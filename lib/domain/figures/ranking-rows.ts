import { type Counts, countOf, type Kind, noCounts } from '../adoptions/kinds'
import { type Centi, type Fraction, NOTHING, plus } from '../base/exact'
import type { CategoryRow } from '../office/category'
import type { Rules } from '../rules/book'
import { extraOf, type PointLine, totalOf } from '../rules/lines'
import { adoptionMeasure, submissionMeasure } from '../rules/order'
import { submissionRule } from '../rules/submission'
import type { Quarter } from '../time/quarter'
import type { RankedUnit, RankingInput } from './ranking-input'
import { completion, ofTarget, onTrack, share, submissionScores, submissionSum } from './scoring'
import type { Entry } from './standings'

/** One quarter of a span, with the rules of one category and the lines of its units. */
export type RowPart = {
  input: RankingInput
  counts: ReadonlyMap<string, Counts>
  rules: Rules
  lines: ReadonlyMap<string, PointLine[]>
}

/** A unit's rows in both tables, before they have their places. */
export function rankingEntriesOf(unit: RankedUnit, parts: readonly RowPart[], rules: Rules) {
  const sent = submissionRow(unit, parts)
  const adopted = adoptionRow(unit, parts)
  const { items, target } = sent.row
  const completion = target === null ? null : { n: items, d: target }
  const { points, annualTarget } = adopted
  const entry = <Row extends object>(row: Row, value: Fraction | null): Entry<Row> => {
    return { row, value, officialPosition: unit.position }
  }
  return {
    submission: entry(sent.row, submissionMeasure({ completion, score: sent.value }, rules)),
    adoption: entry(
      adopted,
      adoptionMeasure(
        { share: annualTarget === null ? null : ofTarget(points, annualTarget), points, completion },
        rules,
      ),
    ),
  }
}

function submissionRow(unit: RankedUnit, parts: readonly RowPart[]) {
  const quarters = parts.map(({ input, rules }) => ({
    items: input.items.get(unit.id) ?? 0,
    target: input.targets.get(unit.id)?.quarterlyItems ?? null,
    rule: submissionRule(rules),
  }))
  const items = quarters.reduce((sum, part) => sum + part.items, 0)
  const targets = quarters.flatMap(({ target }) => target ?? [])
  const target = targets.length === 0 ? null : targets.reduce((sum, one) => sum + one, 0)
  const scored = quarters.flatMap(({ items, target, rule }) =>
    target === null || rule === null ? [] : [{ items, target, rule }],
  )
  const row = {
    unitId: unit.id,
    unit: unit.name,
    target,
    items,
    score: submissionScores(scored),
    completion: target === null ? null : completion(items, target),
    rate: target === null ? null : items / target,
  }
  return { row, value: submissionSum(scored) }
}

function adoptionRow(unit: RankedUnit, parts: readonly RowPart[]) {
  const counts = noCounts()
  let points = NOTHING
  let extra = NOTHING
  let annualTarget: Centi | null = null
  for (const part of parts) {
    // A target that was changed within the year holds for the whole of it.
    annualTarget = part.input.targets.get(unit.id)?.annualPoints ?? annualTarget
    const own = part.counts.get(unit.id) ?? noCounts()
    for (const kind of Object.keys(own) as Kind[]) counts[kind] = countOf(counts, kind) + countOf(own, kind)
    const lines = part.lines.get(unit.id) ?? []
    points = plus(points, totalOf(lines))
    extra = plus(extra, extraOf(lines))
  }
  return {
    unitId: unit.id,
    unit: unit.name,
    annualTarget,
    counts,
    extra,
    points,
    share: annualTarget === null ? null : share(points, annualTarget, parts.length),
    rate: annualTarget === null ? null : points.n / points.d / annualTarget,
    onTrack: annualTarget === null ? null : onTrack(points, annualTarget, parts.length),
  }
}

/** How often each unit was counted in each kind. */
export function countsByUnit({ adoptions }: Pick<RankingInput, 'adoptions'>): Map<string, Counts> {
  const byUnit = new Map<string, Counts>()
  for (const { unitId, kind, count } of adoptions) {
    const counts = byUnit.get(unitId) ?? noCounts()
    counts[kind] = countOf(counts, kind) + count
    byUnit.set(unitId, counts)
  }
  return byUnit
}

/** rate is items ÷ target for bars only; the order was settled by exact fractions. */
export type SubmissionRow = {
  unitId: string
  unit: string
  target: number | null
  items: number
  score: string | null
  completion: string | null
  position: number
  rank: number | null
  rate: number | null
}

/**
 * points are hundredths, exact: Σ count × points of the kind, and `extra` (加减分), by which shared and repeated adoptions,
 * publications, instructions and deductions make it more or less. rate is points ÷ annual target for bars only. onTrack
 * is null without an annual target.
 */
export type AdoptionRow = {
  unitId: string
  unit: string
  annualTarget: Centi | null
  counts: Counts
  extra: Fraction
  points: Fraction
  share: string | null
  position: number
  rank: number | null
  rate: number | null
  onTrack: boolean | null
}

/** The two tables of one category, with the rules that computed them. */
export type CategoryTables = {
  category: CategoryRow
  submission: SubmissionRow[]
  adoption: AdoptionRow[]
  rules: Rules
}

/** The same over several quarters: rules are the last quarter's; rulesOf holds those of each. */
export type SpanTables = CategoryTables & { rulesOf: readonly { quarter: Quarter; rules: Rules }[] }
