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
  submissionScore,
} from './scoring'
import { standings } from './standings'
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

/** The four tables of a quarter and their totals. Throws RangeError on a target of 0 or less. */
export function rank(input: RankingInput): Ranking {
  const rules = perCategory((category) => rulesInForce(input.rules, category, input.quarter))
  const unitsOf = (category: Category) => input.units.filter((unit) => unit.category === category)
  const submission = perCategory((category) =>
    standings(unitsOf(category).map((unit) => submissionEntry(unit, input, rules[category]))),
  )
  const counts = countsByUnit(input)
  const adoption = perCategory((category) =>
    standings(unitsOf(category).map((unit) => adoptionEntry(unit, input, counts.get(unit.id), rules[category]))),
  )
  return { quarter: input.quarter, submission, adoption, totals: totalsOf(input.units, submission, adoption), rules }
}

function submissionEntry(unit: RankedUnit, { targets, items: sent }: RankingInput, rules: Rules) {
  const items = sent.get(unit.id) ?? 0
  const target = targets.get(unit.id)?.quarterlyItems ?? null
  const fullMarks = rules.get('submission')?.points
  const row = {
    unitId: unit.id,
    unit: unit.name,
    target,
    items,
    score: target === null || fullMarks === undefined ? null : submissionScore(items, target, fullMarks),
    completion: target === null ? null : completion(items, target),
    rate: target === null ? null : items / target,
  }
  return { row, value: target === null ? null : { n: items, d: target }, officialPosition: unit.position }
}

function adoptionEntry(unit: RankedUnit, { targets }: RankingInput, counts = noCounts(), rules: Rules) {
  const points = adoptionPoints(counts, rules)
  const annualTarget = targets.get(unit.id)?.annualPoints ?? null
  const row = {
    unitId: unit.id,
    unit: unit.name,
    annualTarget,
    counts,
    points,
    share: annualTarget === null ? null : share(points, annualTarget),
    rate: annualTarget === null ? null : points / annualTarget,
    onTrack: annualTarget === null ? null : onTrack(points, annualTarget),
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
