import { chineseDate } from '../time/quarter'
import { daysBetween } from '../time/week'
import { type ItemState, STATES } from './item'

/** Whose instructions there are, lowest level first. They score as the rules say, once a level. */
export const INSTRUCTION_LEVELS = {
  district: '区级领导批示',
  city: '市级领导批示',
  province: '省级领导批示',
} as const

export type InstructionLevel = keyof typeof INSTRUCTION_LEVELS

export type InstructionFacts = {
  level: InstructionLevel
  givenOn: string
  words: string
  feedbackDue: string | null
  feedbackOn: string | null
  feedback: string | null
}

/** Why no instruction can be recorded on an item in this state, or null. */
export function instructFault(state: ItemState): string | null {
  return state === 'received' ? null : `只有已接收的信息可以登记批示；该信息目前的状态是“${STATES[state]}”。`
}

/** What is wrong with the days of an instruction, by field; none when all is well. Days as "2026-11-24". */
export function dayFaults(
  given: { givenOn: string; feedbackDue: string },
  itemDay: string,
): { givenOn?: string; feedbackDue?: string } {
  return {
    ...(given.givenOn < itemDay && { givenOn: `批示日期不能早于报送日期（${chineseDate(itemDay)}）。` }),
    ...(given.feedbackDue !== '' && given.feedbackDue < given.givenOn && { feedbackDue: '反馈期限不能早于批示日期。' }),
  }
}

/** "市级领导批示，2026年11月24日：……". */
export function instructionInWords({
  level,
  givenOn,
  words,
}: Pick<InstructionFacts, 'level' | 'givenOn' | 'words'>): string {
  return `${INSTRUCTION_LEVELS[level]}，${chineseDate(givenOn)}：${words}`
}

/** Where the feedback on an instruction stands; null when none was asked for and none given. */
export function feedbackInWords(
  { feedbackDue, feedbackOn }: Pick<InstructionFacts, 'feedbackDue' | 'feedbackOn'>,
  today: string,
): string | null {
  if (feedbackOn !== null) {
    const late = feedbackDue !== null && feedbackOn > feedbackDue
    return `${chineseDate(feedbackOn)}已反馈${late ? `，逾期 ${daysBetween(feedbackDue, feedbackOn)} 天` : ''}`
  }
  if (feedbackDue === null) return null
  const days = daysBetween(today, feedbackDue)
  if (days < 0) return `应于${chineseDate(feedbackDue)}前反馈，已逾期 ${-days} 天`
  return `应于${chineseDate(feedbackDue)}前反馈，${days === 0 ? '今天到期' : `剩 ${days} 天`}`
}
