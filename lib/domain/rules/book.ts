import { isKind, KINDS, type Kind } from '../adoptions/kinds'
import type { Centi } from '../base/exact'
import type { Category, CategoryRow } from '../office/category'
import type { Quarter } from '../time/quarter'

/** Lines of the rule book besides the points of a kind, of a publication and of an instruction. */
const OTHERS = [
  'submission',
  'submission_cap',
  'submission_floor',
  'repeated',
  'joint',
  'unanswered',
  'rank_submission',
  'rank_adoption',
  'ties',
] as const

/** What every rule book has: the points of the six kinds, and full marks for submissions. */
export const RULE_KINDS = [...KINDS.map(({ kind }) => kind), 'submission'] as const

export const INSTRUCTION_KINDS = ['instruction_district', 'instruction_city', 'instruction_province'] as const
export type InstructionKind = (typeof INSTRUCTION_KINDS)[number]
export type PublicationKind = `publication:${string}`

/** What a line of the rule book speaks of. */
export type RuleKind = Kind | (typeof OTHERS)[number] | InstructionKind | PublicationKind

/** What an ended line chooses: from its quarter on it is as if it had never been written. */
export const ENDED = 'ended'

/** True for everything that a line may speak of. */
export function isRuleKind(s: string): s is RuleKind {
  return (
    isKind(s) ||
    (OTHERS as readonly string[]).includes(s) ||
    (INSTRUCTION_KINDS as readonly string[]).includes(s) ||
    /^publication:[^《》]{1,30}$/.test(s)
  )
}

/** One line of the rule book, from a quarter on, by a document. `choice` decides where it is no matter of points. */
export type RuleRow = {
  category: Category
  validFrom: Quarter
  kind: RuleKind
  points: Centi
  choice?: string | null
  source: string | null
}

export type Rule = { points: Centi; choice: string | null; source: string | null; validFrom: Quarter }

/** What holds for one category in one quarter; a line that was never written, or has ended, is absent. */
export type Rules = ReadonlyMap<RuleKind, Rule>

/** A category with what holds for it. */
export type CategoryRules = { category: CategoryRow; rules: Rules }

/** What holds for each of these categories in a quarter. */
export function rulesByCategory(
  rows: readonly RuleRow[],
  categories: readonly CategoryRow[],
  quarter: Quarter,
): CategoryRules[] {
  return categories.map((category) => ({ category, rules: rulesInForce(rows, category.key, quarter) }))
}

/** The newest line of each kind that is not later than the quarter. Of two for one quarter the later one holds. */
export function rulesInForce(rows: readonly RuleRow[], category: Category, quarter: Quarter): Rules {
  const rules = new Map<RuleKind, Rule>()
  for (const { category: of, validFrom, kind, points, choice = null, source } of rows) {
    if (of !== category || validFrom > quarter) continue
    if (validFrom >= (rules.get(kind)?.validFrom ?? '')) rules.set(kind, { points, choice, source, validFrom })
  }
  for (const [kind, { choice }] of rules) if (choice === ENDED) rules.delete(kind)
  return rules
}

/** What a line chooses among these, the first where it says nothing. */
export function chosen<Choice extends string>(rules: Rules, kind: RuleKind, choices: readonly Choice[]): Choice {
  const said = rules.get(kind)?.choice
  return choices.find((choice) => choice === said) ?? (choices[0] as Choice)
}
