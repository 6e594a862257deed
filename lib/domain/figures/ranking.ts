import { countOf, KINDS, type Kind, type KindRow, kindRow } from '../adoptions/kinds'
import { type Fraction, formatPoints } from '../base/exact'
import { type Category, type CategoryRow, categoriesIn, USUAL_CATEGORIES } from '../office/category'
import { type Rules, rulesInForce } from '../rules/book'
import { type PointLine, pointLinesOf } from '../rules/lines'
import { tiesBy } from '../rules/order'
import type { Quarter } from '../time/quarter'
import type { RankingInput } from './ranking-input'
import { type CategoryTables, countsByUnit, rankingEntriesOf, type SpanTables } from './ranking-rows'
import { standings } from './standings'
import { inOfficialOrder, type Totals, totalsOf } from './totals'

export type Ranking = {
  quarter: Quarter
  /** The columns of the tables of adoptions: the six kinds, and added ones that score or were counted. */
  kinds: readonly KindRow[]
  /** Those of each category, in the order of the categories. */
  tables: readonly CategoryTables[]
  /** The ids of its units in the official order, category by category. */
  official: readonly string[]
  totals: Totals
  /** Those of the quarter before and of a year ago, where a text tells how this one differs. */
  earlier?: { quarter?: Ranking; year?: Ranking }
}

/** A ranking over quarters of one year. quarter is the last one. */
export type SpanRanking = Omit<Ranking, 'tables'> & { quarters: readonly Quarter[]; tables: readonly SpanTables[] }

/** The tables of every category of a quarter and their totals. Throws RangeError on a target of 0 or less. */
export function rank(input: RankingInput): Ranking {
  const { quarter, kinds, tables, official, totals } = rankSpan([input])
  return {
    quarter,
    kinds,
    tables: tables.map(({ category, submission, adoption, rules }) => ({ category, submission, adoption, rules })),
    official,
    totals,
  }
}

/**
 * The same over quarters of one year, oldest first: items, targets, counts and points add up, each quarter by the rules
 * in force in it; a score is the sum of the quarters' scores, rounded once. The line is 25 % of the annual target a
 * quarter; which categories there are and how the rows are ranked is a matter of the last quarter. Throws RangeError
 * without any quarter, and on a target of 0 or less.
 */
export function rankSpan(inputs: readonly RankingInput[]): SpanRanking {
  const last = inputs.at(-1)
  if (!last) throw new RangeError('no quarter to rank')
  const parts = inputs.map((input) => ({ input, counts: countsByUnit(input) }))
  const tables = categoriesIn(last.categories ?? USUAL_CATEGORIES, last.quarter).map((category): SpanTables => {
    const own = parts.map((part) => {
      const rules = rulesInForce(part.input.rules, category.key, part.input.quarter)
      return { ...part, rules, lines: linesIn(part.input, category.key, rules) }
    })
    const rulesOf = own.map(({ input: { quarter }, rules }) => ({ quarter, rules }))
    const rules: Rules = rulesOf.at(-1)?.rules ?? new Map()
    const units = last.units.filter((unit) => unit.category === category.key)
    const entries = units.map((unit) => rankingEntriesOf(unit, own, rules))
    const ties = tiesBy(rules)
    return {
      category,
      submission: standings(
        entries.map(({ submission }) => submission),
        ties,
      ),
      adoption: standings(
        entries.map(({ adoption }) => adoption),
        ties,
      ),
      rules,
      rulesOf,
    }
  })
  return {
    quarter: last.quarter,
    kinds: columnsOf(last.kinds ?? KINDS, tables),
    tables,
    official: inOfficialOrder(last.units, tables).map(({ id }) => id),
    totals: totalsOf(last.units, tables),
    quarters: inputs.map(({ quarter }) => quarter),
  }
}

/** The categories that a ranking has tables of, in their order. */
export function categoriesOf({ tables }: Ranking): CategoryRow[] {
  return tables.map(({ category }) => category)
}

/** The tables of one category. Throws RangeError where the ranking has none of it. */
export function ofCategory<Tables extends CategoryTables>(
  { tables }: { tables: readonly Tables[] },
  category: Category,
): Tables {
  const found = tables.find((one) => one.category.key === category)
  if (!found) throw new RangeError(`no tables of such a category: ${category}`)
  return found
}

/** Every line behind the points of the units of a category in a quarter, by unit. */
export function linesIn(input: RankingInput, category: Category, rules: Rules): ReadonlyMap<string, PointLine[]> {
  const units = new Set(input.units.flatMap((unit) => (unit.category === category ? [unit.id] : [])))
  return pointLinesOf(input, units, rules)
}

/** The six always; of the others those that score in these quarters, and those that were counted. */
function columnsOf(kinds: readonly KindRow[], tables: readonly SpanTables[]): KindRow[] {
  const counted = new Set(
    tables.flatMap(({ adoption }) => adoption.flatMap(({ counts }) => Object.keys(counts) as Kind[])),
  )
  const scoring = (kind: Kind) => tables.some(({ rulesOf }) => rulesOf.some(({ rules }) => rules.has(kind)))
  const listed = kinds.filter(({ kind }) => counted.has(kind) || scoring(kind))
  const unlisted = [...counted].filter((kind) => !kinds.some((row) => row.kind === kind)).map(kindRow)
  return [...listed, ...unlisted]
}

/** The ranking as published: plain JSON, points as numbers, scores and percentages as printed. Key order is fixed. */
export function toGoldenJson({ quarter, kinds, tables, totals }: Ranking) {
  const byCategory = <T>(make: (of: CategoryTables) => T): Record<Category, T> =>
    Object.fromEntries(tables.map((of) => [of.category.key, make(of)]))
  return {
    quarter,
    submission: byCategory(({ submission }) =>
      submission.map(({ unit, target, items, score, completion, position, rank }) => {
        return { unit, target, items, score, completion, position, rank }
      }),
    ),
    adoption: byCategory(({ adoption }) =>
      adoption.map(({ unit, annualTarget, counts, extra, points, share, position, rank }) => ({
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
