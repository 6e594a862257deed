/** The states of an item, with their words on screen. */
export const STATES = {
  draft: '草稿',
  awaiting_signoff: '待审签',
  received: '已接收',
  sent_back: '退回',
  withdrawn: '撤回',
  duplicate: '重复',
} as const

export type State = keyof typeof STATES

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

type Transition = { from: readonly State[]; to: State | 'same'; ungraded?: true; otherwise: string }

const HELD_BY_UNIT: readonly State[] = ['draft', 'sent_back', 'withdrawn']

/** The life-cycle as a table: which verb leads from which states to which, and what to say when it does not. */
export const TRANSITIONS = {
  save: {
    from: HELD_BY_UNIT,
    to: 'same',
    otherwise: '信息已报送，不能再修改；如需修改，请先撤回，或请区政府办公室退回。',
  },
  submit: { from: HELD_BY_UNIT, to: 'received', otherwise: '信息已经报送，无需重复报送。' },
  withdraw: {
    from: ['received'],
    to: 'withdrawn',
    ungraded: true,
    otherwise: '只有已接收的信息可以撤回。',
  },
  send_back: {
    from: ['received'],
    to: 'sent_back',
    ungraded: true,
    otherwise: '只有已接收的信息可以退回；该信息目前不在已接收状态。',
  },
  grade: {
    from: ['received'],
    to: 'same',
    otherwise: '只有已接收的信息可以登记采用；该信息尚未报送，或已退回、撤回。',
  },
  revoke: { from: ['received'], to: 'same', otherwise: '只有已接收的信息可以撤销采用。' },
} as const satisfies Record<string, Transition>

export type Verb = keyof typeof TRANSITIONS

/** What an item is at this moment, as far as the life-cycle asks. `adoptions` counts those in force. */
export type ItemMoment = { state: State; adoptions: number }

/** Where `verb` leads from here, or the reason why it may not be done now and what would make it possible. */
export function step(
  verb: Verb,
  now: ItemMoment,
): { to: State; blocked?: undefined } | { to?: undefined; blocked: string } {
  const rule: Transition = TRANSITIONS[verb]
  if (!rule.from.includes(now.state)) return { blocked: rule.otherwise }
  if (rule.ungraded && now.adoptions > 0) {
    return {
      blocked:
        verb === 'withdraw'
          ? '该信息已被采用，不能撤回；如确需撤回，请联系区政府办公室先撤销采用。'
          : '该信息已登记采用，不能退回；请先撤销采用，再退回。',
    }
  }
  return { to: rule.to === 'same' ? now.state : rule.to }
}

/** Whether an item in this state counts in the quarter of its submission. */
export function counts(state: State): boolean {
  return state === 'received'
}

/**
 * The instant that counts after a submission: an item sent back and resubmitted keeps its first one;
 * one that its unit had withdrawn is submitted anew.
 */
export function countingInstant(state: State, first: number | null, arrival: number): number {
  return state === 'sent_back' && first !== null ? first : arrival
}
