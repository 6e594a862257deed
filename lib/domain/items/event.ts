/** What may happen to an item, as its people say it. */
const EVENTS = {
  submit: '报送',
  number: '时间经确认，编号',
  withdraw: '撤回',
  send_back: '退回',
  grade: '采用登记',
  join: '合报单位',
  revoke: '撤销采用',
  propose: '提出采用建议',
  drop_proposal: '采用建议作废',
  not_used: '定为未采用',
  duplicate: '定为重复，不再计数',
  reinstate: '恢复',
  instruct: '登记批示',
  instruct_feedback: '批示反馈',
  instruct_revoke: '撤销批示',
} as const

export type EventVerb = keyof typeof EVENTS
export type ItemEvent = { verb: EventVerb; reason: string | null }

/** The verbs of what stays between editors until it is released: neither units nor leadership read of it. */
const DESK_ONLY: readonly EventVerb[] = ['propose', 'drop_proposal']

/** What happened to an item, in words. */
export function eventInWords({ verb, reason }: ItemEvent): string {
  return reason ? `${EVENTS[verb]}：${reason}` : EVENTS[verb]
}

/** What stands between the words of a revoked instruction and the reason. */
export const REVOKED_BECAUSE = '；原因：'

/**
 * A history as those outside the office read it: nothing of what stays between editors, and of a revoked instruction that
 * it was given and taken back, not its words and not the reason.
 */
export function outsideOffice<E extends ItemEvent>(history: readonly E[]): E[] {
  const revoked = history.flatMap(({ verb, reason }) => (verb === 'instruct_revoke' && reason ? [reason] : []))
  const isRevoked = ({ verb, reason }: ItemEvent) =>
    verb === 'instruct_revoke' ||
    (verb === 'instruct' && revoked.some((words) => words.startsWith(`${reason}${REVOKED_BECAUSE}`)))
  return history
    .filter(({ verb }) => !DESK_ONLY.includes(verb))
    .map((event) => (isRevoked(event) ? { ...event, reason: null } : event))
}
