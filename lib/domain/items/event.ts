/** What may happen to an item, as its people say it. */
const EVENTS = {
  submit: '报送',
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
export const DESK_ONLY: readonly EventVerb[] = ['propose', 'drop_proposal']

/** What happened to an item, in words. */
export function eventInWords({ verb, reason }: ItemEvent): string {
  return reason ? `${EVENTS[verb]}：${reason}` : EVENTS[verb]
}
