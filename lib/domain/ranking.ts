import type { Centi } from './exact'
import { type Category, KINDS, type Kind, noCounts } from './kinds'
import type { Quarter } from './quarter'
import {
  adoptionPoints,
  completion,
  onTrack,
  type RuleRow,
  type Rules,
  rulesInForce,
  share,
  submissionScores,
} from './scoring'
import { type Entry, standings } from './standings'
import { type Totals, totalsOf } from './totals'

/** position is the unit's place in the official order of its category. */
export type RankedUnit = { id: string; name: string; category: Category; position: number }

/** Everything that a quarter is ranked by; items and adoptions of units that are not listed are not counted. */
export type RankingInput = {
  quarter: Quarter
  units: readonly RankedUnit[]
  /** By unit id, of the quarter's year; a target is 1 or more. */
  targets: ReadonlyMap<string, { quarterlyItems: number | null; annualPoints: Centi | null }>
  /** Items that count, by unit id. */
  items: ReadonlyMap<string, number>
  /** Several entries for one unit and kind add up. */
  adoptions: readonly { unitId: string; kind: Kind; count: number }[]
  rules: readonly RuleRow[]
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

/** rate is points ÷ annual target for bars only. onTrack is null without an annual target. */
export type AdoptionRow = {
  unitId: string
  unit: string
  annualTarget: Centi | null
  counts: Record<Kind, number>
  points: Centi
  share: string | null
  position: number
  rank: number | null
  rate: number | null
  onTrack: boolean | null
}

export type Ranking = {
  quarter: Quarter
  submission: Record<Category, SubmissionRow[]>
  adoption: Record<Category, AdoptionRow[]>
  totals: Totals
  rules: Record<Category, Rules>
}

/** A ranking over quarters of one year. quarter and rules are the last quarter's; rulesOf holds those of each. */
export type SpanRanking = Ranking & {
  quarters: readonly Quarter[]
  rulesOf: Record<Category, readonly { quarter: Quarter; rules: Rules }[]>
}

/** The four tables of a quarter and their totals. Throws RangeError on a target of 0 or less. */
export function rank(input: RankingInput): Ranking {
  const { quarter, submission, adoption, totals, rules } = rankSpan([input])
  return { quarter, submission, adoption, totals, rules }
}

/**
 * The same over quarters of one year, oldest first: items, targets, counts and points add up, each quarter by the rules
 * in force in it; a score is the sum of the quarters' scores, rounded once. The line is 25 % of the annual target a
 * quarter. Throws RangeError without any quarter, and on a target of 0 or less.
 */
export function rankSpan(inputs: readonly RankingInput[]): SpanRanking {
  const last = inputs.at(-1)
  if (!last) throw new RangeError('no quarter to rank')
  const parts = inputs.map((input) => ({
    input,
    counts: countsByUnit(input),
    rules: perCategory((category) => rulesInForce(input.rules, category, input.quarter)),
  }))
  const table = <Row extends object>(entry: (unit: RankedUnit, parts: readonly Part[]) => Entry<Row>) =>
    perCategory((category) => {
      const own = parts.map(({ input, counts, rules }) => ({ input, counts, rules: rules[category] }))
      return standings(last.units.filter((unit) => unit.category === category).map((unit) => entry(unit, own)))
    })
  const submission = table(submissionEntry)
  const adoption = table(adoptionEntry)
  const rulesOf = perCategory((category) =>
    parts.map(({ input: { quarter }, rules }) => ({ quarter, rules: rules[category] })),
  )
  return {
    quarter: last.quarter,
    submission,
    adoption,
    totals: totalsOf(last.units, submission, adoption),
    rules: perCategory((category) => rulesOf[category].at(-1)?.rules ?? new Map()),
    quarters: inputs.map(({ quarter }) => quarter),
    rulesOf,
  }
}

/** One quarter of a span, with the rules of one category. */
type Part = { input: RankingInput; counts: ReadonlyMap<string, Record<Kind, number>>; rules: Rules }

function submissionEntry(unit: RankedUnit, parts: readonly Part[]) {
  const quarters = parts.map(({ input, rules }) => ({
    items: input.items.get(unit.id) ?? 0,
    target: input.targets.get(unit.id)?.quarterlyItems ?? null,
    fullMarks: rules.get('submission')?.points,
  }))
  const items = quarters.reduce((sum, part) => sum + part.items, 0)
  const targets = quarters.flatMap(({ target }) => target ?? [])
  const target = targets.length === 0 ? null : targets.reduce((sum, one) => sum + one, 0)
  const row = {
    unitId: unit.id,
    unit: unit.name,
    target,
    items,
    score: submissionScores(
      quarters.flatMap(({ items, target, fullMarks }) =>
        target === null || fullMarks === undefined ? [] : [{ items, target, fullMarks }],
      ),
    ),
    completion: target === null ? null : completion(items, target),
    rate: target === null ? null : items / target,
  }
  return { row, value: target === null ? null : { n: items, d: target }, officialPosition: unit.position }
}

function adoptionEntry(unit: RankedUnit, parts: readonly Part[]) {
  const counts = noCounts()
  let points = 0
  let annualTarget: Centi | null = null
  for (const part of parts) {
    const own = part.counts.get(unit.id)
    // A target that was changed within the year holds for the whole of it.
    annualTarget = part.input.targets.get(unit.id)?.annualPoints ?? annualTarget
    if (!own) continue
    for (const { kind } of KINDS) counts[kind] += own[kind]
    points += adoptionPoints(own, part.rules)
  }
  const row = {
    unitId: unit.id,
    unit: unit.name,
    annualTarget,
    counts,
    points,
    share: annualTarget === null ? null : share(points, annualTarget),
    rate: annualTarget === null ? null : points / annualTarget,
    onTrack: annualTarget === null ? null : onTrack(points, annualTarget, parts.length),
  }
  return { row, value: annualTarget === null ? null : { n: points, d: annualTarget }, officialPosition: unit.position }
}

function countsByUnit({ adoptions }: RankingInput): Map<string, Record<Kind, number>> {
  const byUnit = new Map<string, Record<Kind, number>>()
  for (const { unitId, kind, count } of adoptions) {
    const counts = byUnit.get(unitId) ?? noCounts()
    counts[kind] += count
    byUnit.set(unitId, counts)
  }
  return byUnit
}

function perCategory<T>(make: (category: Category) => T): Record<Category, T> {
  return { department: make('department'), town: make('town') }
}

/** The ranking as published: plain JSON, points as numbers, scores and percentages as printed. Key order is fixed. */
export function toGoldenJson({ quarter, submission, adoption, totals }: Ranking) {
  return {
    quarter,
    submission: perCategory((category) =>
      submission[category].map(({ unit, target, items, score, completion, position, rank }) => {
        return { unit, target, items, score, completion, position, rank }
      }),
    ),
    adoption: perCategory((category) =>
      adoption[category].map(({ unit, annualTarget, counts, points, share, position, rank }) => ({
        unit,
        annualTarget: annualTarget === null ? null : annualTarget / 100,
        ...(Object.fromEntries(KINDS.map(({ kind, jsonKey }) => [jsonKey, counts[kind]])) as JsonCounts),
        points: points / 100,
        share,
        position,
        rank,
      })),
    ),
    totals,
  }
}

type JsonCounts = Record<(typeof KINDS)[number]['jsonKey'], number>

export type { Totals }
