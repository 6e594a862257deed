import { type Category, countOf, KINDS, type Kind, type KindRow, kindRow, perCategory } from '../adoptions/kinds'
import { type Fraction, formatPoints } from '../base/exact'
import { type PointLine, pointLinesOf } from '../rules/lines'
import { tiesBy } from '../rules/order'
import type { Quarter } from '../time/quarter'
import type { RankingInput } from './ranking-input'
import { type AdoptionRow, countsByUnit, rankingEntriesOf, type SubmissionRow } from './ranking-rows'
import { type Rules, rulesInForce } from './scoring'
import { standings } from './standings'
import { type Totals, totalsOf } from './totals'

export type Ranking = {
  quarter: Quarter
  /** The columns of the tables of adoptions: the six kinds, and added ones that score or were counted. */
  kinds: readonly KindRow[]
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
  const { quarter, kinds, submission, adoption, totals, rules } = rankSpan([input])
  return { quarter, kinds, submission, adoption, totals, rules }
}

/**
 * The same over quarters of one year, oldest first: items, targets, counts and points add up, each quarter by the rules
 * in force in it; a score is the sum of the quarters' scores, rounded once. The line is 25 % of the annual target a
 * quarter; how the rows are ranked is a matter of the last quarter's rules. Throws RangeError without any quarter, and on
 * a target of 0 or less.
 */
export function rankSpan(inputs: readonly RankingInput[]): SpanRanking {
  const last = inputs.at(-1)
  if (!last) throw new RangeError('no quarter to rank')
  const parts = inputs.map((input) => {
    const rules = perCategory((category) => rulesInForce(input.rules, category, input.quarter))
    return {
      input,
      counts: countsByUnit(input),
      rules,
      lines: perCategory((category) => linesIn(input, category, rules[category])),
    }
  })
  const rulesOf = perCategory((category) =>
    parts.map(({ input: { quarter }, rules }) => ({ quarter, rules: rules[category] })),
  )
  const rules = perCategory((category): Rules => rulesOf[category].at(-1)?.rules ?? new Map())
  const tables = perCategory((category) => {
    const own = parts.map((part) => ({ ...part, rules: part.rules[category], lines: part.lines[category] }))
    const units = last.units.filter((unit) => unit.category === category)
    const entries = units.map((unit) => rankingEntriesOf(unit, own, rules[category]))
    const ties = tiesBy(rules[category])
    return {
      submission: standings(
        entries.map(({ submission }) => submission),
        ties,
      ),
      adoption: standings(
        entries.map(({ adoption }) => adoption),
        ties,
      ),
    }
  })
  const submission = perCategory((category) => tables[category].submission)
  const adoption = perCategory((category) => tables[category].adoption)
  return {
    quarter: last.quarter,
    kinds: columnsOf(last.kinds ?? KINDS, adoption, parts),
    submission,
    adoption,
    totals: totalsOf(last.units, submission, adoption),
    rules,
    quarters: inputs.map(({ quarter }) => quarter),
    rulesOf,
  }
}

/** Every line behind the points of the units of a category in a quarter, by unit. */
export function linesIn(input: RankingInput, category: Category, rules: Rules): ReadonlyMap<string, PointLine[]> {
  const units = new Set(input.units.flatMap((unit) => (unit.category === category ? [unit.id] : [])))
  return pointLinesOf(input, units, rules)
}

/** The six always; of the others those that score in these quarters, and those that were counted. */
function columnsOf(
  kinds: readonly KindRow[],
  adoption: Record<Category, readonly AdoptionRow[]>,
  parts: readonly { rules: Record<Category, Rules> }[],
): KindRow[] {
  const rows = [...adoption.department, ...adoption.town]
  const counted = new Set(rows.flatMap(({ counts }) => Object.keys(counts) as Kind[]))
  const scoring = (kind: Kind) => parts.some(({ rules }) => rules.department.has(kind) || rules.town.has(kind))
  const listed = kinds.filter(({ kind }) => counted.has(kind) || scoring(kind))
  const unlisted = [...counted].filter((kind) => !kinds.some((row) => row.kind === kind)).map(kindRow)
  return [...listed, ...unlisted]
}

/** The ranking as published: plain JSON, points as numbers, scores and percentages as printed. Key order is fixed. */
export function toGoldenJson({ quarter, kinds, submission, adoption, totals }: Ranking) {
  return {
    quarter,
    submission: perCategory((category) =>
      submission[category].map(({ unit, target, items, score, completion, position, rank }) => {
        return { unit, target, items, score, completion, position, rank }
      }),
    ),
    adoption: perCategory((category) =>
      adoption[category].map(({ unit, annualTarget, counts, extra, points, share, position, rank }) => ({
        unit,
        annualTarget: annualTarget === null ? null : annualTarget / 100,
        ...(Object.fromEntries(kinds.map(({ kind, jsonKey }) => [jsonKey, countOf(counts, kind)])) as JsonCounts),
        ...(extra.n === 0 ? {} : { extra: asNumber(extra) }),
        points: asNumber(points),
        share,
        position,
        rank,
      })),
    ),
    totals,
  }
}

const asNumber = (points: Fraction) => Number(formatPoints(points).replace('−', '-'))

type JsonCounts = Record<(typeof KINDS)[number]['jsonKey'], number>

export type { Totals }
