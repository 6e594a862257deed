import { type Step, stepOf, type Transition } from '../base/lifecycle'

/** The states of a notice that is being made. */
export type DraftState = 'writing' | 'proposed' | 'issued' | 'dropped'

/** A draft that is still open: being written, or proposed for issue. */
export const OPEN_DRAFTS: readonly DraftState[] = ['writing', 'proposed']

const WRITING: readonly DraftState[] = ['writing']
const PROPOSED: readonly DraftState[] = ['proposed']

/** Why nothing of the kind may be done now, by what became of the draft. */
const otherwise = '这份通报稿已放弃，请重新起草。'
const said = {
  writing: '通报稿尚未提请印发。',
  proposed: '通报稿已提请印发，如需修改，请先退回起草。',
  issued: '通报已印发，内容不再改动；数据有变动的，请起草更正。',
} as const

/** What may be done to a draft. Confirming changes no word, so whoever is to issue a proposed one may do it. */
const DRAFT_VERBS = {
  write: { from: WRITING, to: 'same', said, otherwise },
  confirm: { from: OPEN_DRAFTS, to: 'same', said, otherwise },
  drop: { from: WRITING, to: 'dropped', said, otherwise },
  propose: { from: WRITING, to: 'proposed', said, otherwise },
  take_back: { from: PROPOSED, to: 'writing', said, otherwise },
  issue: { from: PROPOSED, to: 'issued', said, otherwise },
} as const satisfies Record<string, Transition<DraftState>>

export type NoticeVerb = keyof typeof DRAFT_VERBS

/** Where `verb` leads from here, or why it may not be done now. */
export function draftStep(verb: NoticeVerb, state: DraftState): Step<DraftState> {
  return stepOf<DraftState, DraftState, null>(DRAFT_VERBS[verb], state, state, null)
}
