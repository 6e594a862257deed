import { type Guard, stepOf, type Transition } from '../base/lifecycle'
import { countCharacters } from '../base/text'
import { type ItemMoment, type Standing, standingOf } from '../items/item'
import { ISOLATED } from '../secrecy/isolation'

/** How many items a 综合 is made of: as many as an adoption may be shared among. */
export const SOURCES_LEAST = 2
export const SOURCES_MOST = 10

const UNEDITABLE: Readonly<Record<Exclude<Standing, 'received'>, string>> = {
  draft: '该信息尚未报送，报送后才能编辑。',
  awaiting_signoff: '该信息尚未报送，报送后才能编辑。',
  sent_back: '该信息已退回，报送单位再次报送后才能编辑。',
  withdrawn: '该信息已由报送单位撤回，再次报送后才能编辑。',
  duplicate: '该信息已定为重复；如需编辑，请先恢复。',
  not_used: '该信息已定为未采用；如需编辑，请先恢复。',
}

/** Why an item can't be edited now and what would make it possible, or null: only what was received can. */
export function editFault(now: Pick<ItemMoment, 'state' | 'notUsed'>): string | null {
  const standing = standingOf(now)
  return standing === 'received' ? null : UNEDITABLE[standing]
}

type Source = { unit: string; body: string }

/** The body that a 综合 begins with: the items' texts one after the other, each headed by its unit's name. */
export function mergedBody(sources: readonly Source[]): string {
  return sources.map(({ unit, body }) => `${unit}\n${body}`).join('\n')
}

/** Why so many items can't be merged, or null. */
export function mergeFault(sources: readonly Source[], bodyMax: number): string | null {
  if (sources.length < SOURCES_LEAST) return `综合至少由 ${SOURCES_LEAST} 条信息合并，请再选一条。`
  if (sources.length > SOURCES_MOST) return `综合最多由 ${SOURCES_MOST} 条信息合并，现有 ${sources.length} 条，请减少。`
  const length = countCharacters(mergedBody(sources))
  return length > bodyMax ? `所选信息合计 ${length} 字，超过正文的上限 ${bodyMax} 字，请少选几条。` : null
}

/** What an edited text is at this moment, as far as a change of it asks. */
export type TextMoment = {
  /** A 综合: made of several items. */
  several: boolean
  dropped: boolean
  /** The furthest that an edition has come in which it stands. */
  edition: 'none' | 'composing' | 'released'
  /** Whether an adoption of it as a 综合 is in force. */
  adopted: boolean
  /** Whether an item that it was made of is isolated: its words stand in it too. */
  isolated: boolean
}

/** The states of an edited text. */
type TextState = 'in_use' | 'dropped'

const IN_USE: readonly TextState[] = ['in_use']
const GIVEN_UP = '该编辑稿已放弃；如需继续使用，请先恢复。'
const IN_FORCE: Guard<TextMoment> = [
  ({ adopted }) => adopted,
  '该综合已登记采用，得分已按当时的来稿单位计算；如需更改，请先在采编台撤销采用。',
]

/** What may be done to an edited text. */
const TEXT_VERBS = {
  save: { from: IN_USE, to: 'same', otherwise: GIVEN_UP },
  grade: { from: IN_USE, to: 'same', otherwise: GIVEN_UP },
  sources: {
    from: IN_USE,
    to: 'same',
    otherwise: GIVEN_UP,
    guards: [
      [({ several }) => !several, '该编辑稿只对应一条来稿；需要合并几条信息的，请在采编台选取后合并为综合。'],
      [({ edition }) => edition === 'released', '该综合已在刊物刊出，来稿不能再增减、调整。'],
      IN_FORCE,
    ],
  },
  drop: {
    from: IN_USE,
    to: 'dropped',
    otherwise: '该编辑稿已经放弃。',
    guards: [
      [({ edition }) => edition === 'released', '该编辑稿已在刊物刊出，不能放弃。'],
      [({ edition }) => edition === 'composing', '该编辑稿已编入正在编排的刊物；如需放弃，请先从该期移出。'],
      IN_FORCE,
    ],
  },
  restore: { from: ['dropped'], to: 'in_use', otherwise: '该编辑稿没有放弃，无需恢复。' },
} as const satisfies Record<string, Transition<TextState, TextState, TextMoment>>

export type TextVerb = keyof typeof TEXT_VERBS

/** Why `verb` can't be done to an edited text now and what would make it possible, or null. */
export function textBlock(verb: TextVerb, now: TextMoment): string | null {
  if (now.isolated) return ISOLATED
  const state = now.dropped ? 'dropped' : 'in_use'
  return stepOf<TextState, TextState, TextMoment>(TEXT_VERBS[verb], state, state, now).blocked ?? null
}
