import { type Quarter, quarterName } from '../time/quarter'
import { type CategoryRules, INSTRUCTION_KINDS, type Rules } from './book'
import { dividesInstructions } from './instruction'
import { jointBy, SHARERS_MOST } from './joint'

/** What several units may share: an adoption, or what an instruction on a joint item adds. */
export type SharedThing = 'adoption' | 'instruction'

const WORDS = {
  adoption: { divided: '合报、综合采用的由各单位平分得分', one: '一条采用' },
  instruction: { divided: '合报信息的批示加分由各合报单位平分', one: '一条有批示的信息' },
} as const

/** Whether any of these categories divides the points of it among those who share it: then only so many may. */
export function isDivided(of: SharedThing, books: readonly CategoryRules[]): boolean {
  return books.some(({ rules }) => (of === 'adoption' ? jointBy(rules) === 'even' : dividesAnInstruction(rules)))
}

function dividesAnInstruction(rules: Rules): boolean {
  return dividesInstructions(rules) && INSTRUCTION_KINDS.some((kind) => (rules.get(kind)?.points ?? 0) > 0)
}

/** Why so many units may not share it in a quarter, by what holds there for each category; null where they may. */
export function sharersFault(
  of: SharedThing,
  sharers: number,
  quarter: Quarter,
  books: readonly CategoryRules[],
): string | null {
  if (sharers <= SHARERS_MOST || !isDivided(of, books)) return null
  const { divided, one } = WORDS[of]
  return `${quarterName(quarter)}${divided}，${one}最多由 ${SHARERS_MOST} 个单位共享，现为 ${sharers} 个。`
}
