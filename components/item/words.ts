import type { AdoptionFacts } from '@/lib/domain/adoption'
import { STATES, type State } from '@/lib/domain/item'
import { type Kind, kindName } from '@/lib/domain/kinds'
import { chineseDate, dayOfInstant } from '@/lib/domain/quarter'

export type AdoptionWords = AdoptionFacts & { id: string }

/** "9月28日" within this year, "2020年9月28日" else. */
export function dayInWords(day: string, today = dayOfInstant(Date.now())): string {
  const full = chineseDate(day)
  return day.slice(0, 4) === today.slice(0, 4) ? full.slice(5) : full
}

/** What became of an item, in a few words: its adoptions, or its state with the reason. */
export function fateInWords(item: {
  state: State
  adoptions: readonly { kind: Kind }[]
  reason: string | null
}): string[] {
  if (item.adoptions.length > 0) return item.adoptions.map(({ kind }) => kindName(kind))
  if (item.state === 'sent_back') return [`退回：${item.reason || '未注明原因'}`]
  return [STATES[item.state]]
}

type Event = { verb: string; reason: string | null }

/** What happened to an item, as its people say it. */
export function eventInWords({ verb, reason }: Event): string {
  const words = EVENTS[verb] ?? verb
  return reason ? `${words}：${reason}` : words
}

const EVENTS: Record<string, string> = {
  submit: '报送',
  withdraw: '撤回',
  send_back: '退回',
  grade: '采用登记',
  revoke: '撤销采用',
}
