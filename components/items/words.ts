import type { Sign } from '@/components/ui/state'
import type { AdoptionFacts } from '@/lib/domain/adoptions/adoption'
import { type Kind, kindName } from '@/lib/domain/adoptions/kinds'
import type { EventVerb } from '@/lib/domain/items/event'
import { type ItemState, STATES } from '@/lib/domain/items/item'
import { isNumbered, numberInWords } from '@/lib/domain/items/number'
import { chineseDate, dayOfInstant } from '@/lib/domain/time/quarter'

/** The shape before the name of a state. */
export const SIGNS: Readonly<Record<ItemState, Sign>> = {
  draft: 'open',
  awaiting_signoff: 'waits',
  received: 'live',
  sent_back: 'wrong',
  withdrawn: 'none',
  duplicate: 'none',
}

export type AdoptionWords = AdoptionFacts & { id: string }

/** "9月28日" within this year, "2020年9月28日" else. */
export function dayInWords(day: string, today = dayOfInstant(Date.now())): string {
  const full = chineseDate(day)
  return day.slice(0, 4) === today.slice(0, 4) ? full.slice(5) : full
}

/** What the office decided about an item; of a duplicate the reason itself says 重复. Null when nothing was decided. */
export function verdictInWords({ state, notUsed, reason }: Pick<Fate, 'state' | 'notUsed' | 'reason'>): string | null {
  if (state === 'sent_back') return `退回：${reason || '未注明原因'}`
  if (state === 'duplicate') return reason || STATES.duplicate
  return state === 'received' && notUsed ? `未采用：${reason || '未注明原因'}` : null
}

type Fate = {
  ref?: string
  state: ItemState
  notUsed: boolean
  adoptions: readonly { kind: Kind }[]
  reason: string | null
}

/** What became of an item, in a few words: its adoptions, or what was decided, or its state. */
export function fateInWords(item: Fate): string[] {
  if (item.adoptions.length > 0) return item.adoptions.map(({ kind }) => kindName(kind))
  return [verdictInWords(item) ?? `${STATES[item.state]}${unnumberedToo(item)}`]
}

/** What stands beside the state of an item that was received and has no number yet. */
export function unnumberedToo({ ref = '', state }: Pick<Fate, 'ref' | 'state'>): string {
  return state === 'received' && !isNumbered(ref) ? `，${numberInWords(ref)}` : ''
}

type Event = { verb: EventVerb; reason: string | null }

/** The same of an opened item, whose reason stands in its history. */
export function verdictOf(item: Pick<Fate, 'state' | 'notUsed'>, history: readonly Event[]): string | null {
  const told = item.state === 'sent_back' ? 'send_back' : item.state === 'duplicate' ? 'duplicate' : 'not_used'
  return verdictInWords({ ...item, reason: history.findLast(({ verb }) => verb === told)?.reason ?? null })
}
