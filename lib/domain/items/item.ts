import { type Guard, type Step, stepOf, type Transition } from '../base/lifecycle'
import { narrow } from '../base/text'
import { ISOLATED } from '../secrecy/isolation'

/** The states of an item, with their words on screen. */
export const STATES = {
  draft: '草稿',
  awaiting_signoff: '待审签',
  received: '已接收',
  sent_back: '退回',
  withdrawn: '撤回',
  duplicate: '重复',
} as const

export type ItemState = keyof typeof STATES

/** 信息类型. */
export const ITEM_TYPES = {
  activity: '动态',
  experience: '经验成效',
  problem: '困难问题',
  proposal: '意见建议',
} as const

export type ItemType = keyof typeof ITEM_TYPES

export const TITLE_MAX = 100
export const BODY_MAX = 20_000

/** Where an item stands for the life-cycle: its state, and of what was received also 未采用. */
export type Standing = ItemState | 'not_used'

/** Where an item stands for the desk: of what was received also whether it is adopted. */
export type DeskStanding = Exclude<Standing, 'received'> | 'graded' | 'ungraded'

/**
 * What an item is at this moment, as far as the life-cycle asks. `adoptions` counts those in force; `unnumbered` waits for an
 * administrator to confirm the time; of what is `isolated` the words lie apart.
 */
export type ItemMoment = {
  state: ItemState
  adoptions: number
  notUsed?: boolean
  unnumbered?: boolean
  isolated?: boolean
}

/** Only while no adoption is in force; else this is said. */
const ungraded = (words: string): Guard<ItemMoment>[] => [[({ adoptions }) => adoptions > 0, words]]

const EDITABLE_BY_UNIT: readonly Standing[] = ['draft', 'sent_back', 'withdrawn']
const ASK_THE_OFFICE = '该信息已定为重复，不能修改和再次报送；有不同意见的，请联系区政府办公室。'

const UNNUMBERED_YET = '该信息待编号：服务器的时间有疑问，系统管理员确认时间并编号后才能登记采用。'

/** The life-cycle as a table: which verb leads from which states to which, and what to say when it does not. */
export const TRANSITIONS = {
  save: {
    from: EDITABLE_BY_UNIT,
    to: 'same',
    otherwise: '信息已报送，不能再修改；如需修改，请先撤回，或请区政府办公室退回。',
    said: { duplicate: ASK_THE_OFFICE },
  },
  submit: {
    from: EDITABLE_BY_UNIT,
    to: 'received',
    otherwise: '信息已经报送，无需重复报送。',
    said: { duplicate: ASK_THE_OFFICE },
  },
  withdraw: {
    from: ['received', 'not_used'],
    to: 'withdrawn',
    otherwise: '只有已接收的信息可以撤回。',
    guards: ungraded('该信息已被采用，不能撤回；如确需撤回，请联系区政府办公室先撤销采用。'),
  },
  send_back: {
    from: ['received', 'not_used'],
    to: 'sent_back',
    otherwise: '只有已接收的信息可以退回；该信息目前不在已接收状态。',
    guards: ungraded('该信息已登记采用，不能退回；请先撤销采用，再退回。'),
  },
  grade: {
    from: ['received'],
    to: 'same',
    otherwise: '只有已接收的信息可以登记采用；该信息尚未报送，或已退回、撤回。',
    said: {
      not_used: '该信息已定为未采用；如需登记采用，请先恢复。',
      duplicate: '该信息已定为重复；如需登记采用，请先恢复。',
    },
    guards: [[({ unnumbered = false }) => unnumbered, UNNUMBERED_YET]],
  },
  join: {
    from: ['received'],
    to: 'same',
    otherwise: '只有已接收的信息可以填写合报单位。',
    guards: ungraded('该信息已登记采用，得分已按当时的合报单位计算；如需更改合报单位，请先撤销采用。'),
  },
  revoke: { from: ['received'], to: 'same', otherwise: '只有已接收的信息可以撤销采用。' },
  not_used: {
    from: ['received'],
    to: 'same',
    otherwise: '只有已接收的信息可以定为未采用；该信息目前不在已接收状态。',
    said: { not_used: '该信息已定为未采用；如需改写原因，请先恢复。' },
    guards: ungraded('该信息已登记采用，不能定为未采用；请先撤销采用。'),
  },
  duplicate: {
    from: ['received', 'not_used'],
    to: 'duplicate',
    otherwise: '只有已接收的信息可以定为重复；该信息目前不在已接收状态。',
    said: { duplicate: '该信息已定为重复；如需改为与另一条重复，请先恢复。' },
    guards: ungraded('该信息已登记采用，不能定为重复；请先撤销采用。'),
  },
  reinstate: {
    from: ['not_used', 'duplicate'],
    to: 'received',
    otherwise: '该信息没有定为未采用或重复，无需恢复。',
  },
} as const satisfies Record<string, Transition<Standing, ItemState, ItemMoment>>

export type Verb = keyof typeof TRANSITIONS

/** 未采用 is a verdict on what was received, and on nothing else. */
export function standingOf({ state, notUsed }: Pick<ItemMoment, 'state' | 'notUsed'>): Standing {
  return state === 'received' && notUsed ? 'not_used' : state
}

type StoredItem = { state: ItemState; notUsed: boolean; clockDrift: number | null; isolatedAt: number | null }

/** What a stored item is at this moment, with so many adoptions in force. */
export function momentOfItem({ state, notUsed, clockDrift, isolatedAt }: StoredItem, adoptions: number): ItemMoment {
  return { state, notUsed, unnumbered: clockDrift !== null, isolated: isolatedAt !== null, adoptions }
}

/** Where `verb` leads from here, or the reason why it may not be done now and what would make it possible. */
export function step(verb: Verb, now: ItemMoment): Step<ItemState> {
  // What was scored may still be taken back: it needs no word of the item.
  if (now.isolated && verb !== 'revoke') return { blocked: ISOLATED }
  return stepOf<Standing, ItemState, ItemMoment>(TRANSITIONS[verb], standingOf(now), now.state, now)
}

/** Whether another item may be named as what this one repeats: not itself, and one that counts. Else why not. */
export function originalFault(item: { id: string }, original: { id: string; state: ItemState }): string | null {
  if (item.id === original.id) return '不能与自身重复，请填写另一条信息的编号。'
  if (original.state === 'duplicate') return '所填的信息本身已定为重复，请填写它所重复的那一条。'
  return original.state === 'received' ? null : '所填的信息目前不在已接收状态，不能作为所重复的信息。'
}

/** Whether an item in this state counts in the quarter of its submission. */
export function counts(state: ItemState): boolean {
  return state === 'received'
}

/**
 * The instant that counts after a submission: an item sent back and resubmitted keeps its first one;
 * one that its unit had withdrawn is submitted anew.
 */
export function countingInstant(state: ItemState, first: number | null, arrival: number): number {
  return state === 'sent_back' && first !== null ? first : arrival
}

/** The item that somebody names, by its number as typed, or the id in a pasted address of its page. */
export function itemNamed(typed: string): string {
  return /\/(?:desk|items)\/([0-9A-Za-z_-]{1,64})/.exec(typed)?.[1] ?? refTyped(typed)
}

/** The number of an item as it is written, however it was typed: 2026Ｑ4-0003, 2026q4-0003. Numbers of an import stay. */
export function refTyped(typed: string): string {
  const plain = narrow(typed)
  return /^\d{4}q[1-4]-\d+$/i.test(plain) ? plain.toUpperCase() : typed
}
