import type { KindRow } from '../adoptions/kinds'
import type { Centi } from '../base/exact'
import type { Category, CategoryRow } from '../office/category'
import type { RuleRow } from '../rules/book'
import type { Scores } from '../rules/lines'
import type { Quarter } from '../time/quarter'

/** position is the unit's place in the official order of its category. */
export type RankedUnit = { id: string; name: string; category: Category; position: number }

/** Everything that a quarter is ranked by; items and adoptions of units that are not listed are not counted. */
export type RankingInput = Scores & {
  quarter: Quarter
  /** In the order of the columns: the six, and those of levels that the office has added. */
  kinds?: readonly KindRow[]
  /** Every one there is; absent: the usual two. Units of one that does not hold in the quarter are not ranked. */
  categories?: readonly CategoryRow[]
  units: readonly RankedUnit[]
  /** By unit id, of the quarter's year; a target is 1 or more. */
  targets: ReadonlyMap<string, { quarterlyItems: number | null; annualPoints: Centi | null }>
  /** Items that count, by unit id. */
  items: ReadonlyMap<string, number>
  /** Several entries for one unit and kind add up. */
  adoptions: Scores['adoptions']
  rules: readonly RuleRow[]
}
