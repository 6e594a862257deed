import type { ItemState } from '../items/item'
import { chineseDateTime, dayOfInstant } from '../time/quarter'
import { daysBetween } from '../time/week'

/** Where a unit stands with a commission, in words. `late` is an answer, but one after the deadline. */
export const ANSWERS = {
  answered: '已回复',
  late: '逾期回复',
  returned: '已退回，待修改后再报',
  waiting: '待回复',
  overdue: '逾期未回复',
  unanswered: '未回复',
} as const

export type AnswerState = keyof typeof ANSWERS

/** In a filter: sent in answer to whichever commission. */
export const ANY_COMMISSION = 'any'

/** What is known of a unit's answer. `answeredAt` and `state` are of the item that answered; null before there is one. */
export type AnswerFacts = {
  deadline: number
  closedAt: number | null
  answeredAt: number | null
  state: ItemState | null
}

/**
 * Where the answer of a unit stands at `now` (UTC ms). The deadline itself is still in time. An item that its unit
 * withdrew answers nothing; one that the office sent back answers again as soon as it returns, at its first instant.
 */
export function answerState({ deadline, closedAt, answeredAt, state }: AnswerFacts, now: number): AnswerState {
  if (answeredAt !== null && state !== 'withdrawn') {
    if (state === 'sent_back') return 'returned'
    return answeredAt <= deadline ? 'answered' : 'late'
  }
  if (closedAt !== null) return 'unanswered'
  return now <= deadline ? 'waiting' : 'overdue'
}

/** Whether the unit still has to do something. */
export function isCommissionOpen(state: AnswerState): boolean {
  return state === 'waiting' || state === 'overdue' || state === 'returned'
}

/** "剩 2 天", "今天截止", "已逾期 3 天": calendar days in Shanghai. */
export function timeLeft(deadline: number, now: number): string {
  const days = daysBetween(dayOfInstant(now), dayOfInstant(deadline))
  if (now > deadline) return days === 0 ? '已逾期' : `已逾期 ${-days} 天`
  return days === 0 ? '今天截止' : `剩 ${days} 天`
}

/** The instant of a day and a time of day in Shanghai. */
export function deadlineOf(day: string, time: string): number {
  return Date.parse(`${day}T${time}:00+08:00`)
}

/** "逾期 2 天回复"; empty for an answer in time. */
export function lateInWords(deadline: number, answeredAt: number): string {
  if (answeredAt <= deadline) return ''
  const days = daysBetween(dayOfInstant(deadline), dayOfInstant(answeredAt))
  return days === 0 ? '当日逾期回复' : `逾期 ${days} 天回复`
}

/** How many of the asked units stand where. */
export function tally(states: readonly AnswerState[]): { asked: number; answered: number; late: number; open: number } {
  const count = (...which: AnswerState[]) => states.filter((state) => which.includes(state)).length
  return {
    asked: states.length,
    answered: count('answered', 'late'),
    late: count('late'),
    open: states.filter(isCommissionOpen).length,
  }
}

/** Why a unit may not answer now, or null. `by`: the item that it wants to answer with. */
export function answerFault(
  commission: { deadline: number; closedAt: number | null },
  link: { itemId: string | null; answeredAt: number | null; state: ItemState | null },
  by: string,
): string | null {
  if (link.itemId === by && link.answeredAt !== null && link.state !== 'withdrawn') return null
  if (commission.closedAt !== null)
    return `该约稿已于 ${chineseDateTime(commission.closedAt)} 结束，不再接收回复。请在“回复约稿”一栏改选“不是约稿回复”后报送。`
  if (link.answeredAt !== null && link.state !== 'withdrawn')
    return '本单位已用另一条信息回复该约稿。请在“回复约稿”一栏改选“不是约稿回复”后报送。'
  return null
}
