import { expect, test } from 'vitest'
import { type DraftState, draftStep, type NoticeVerb } from './draft'

const STATES: readonly DraftState[] = ['writing', 'proposed', 'issued', 'dropped']
const VERBS: readonly NoticeVerb[] = ['write', 'confirm', 'drop', 'propose', 'take_back', 'issue']

test('where each verb leads from each state; · where it may not be done', () => {
  const lines = VERBS.map((verb) => [verb, ...STATES.map((state) => draftStep(verb, state).to ?? '·')].join(' '))
  expect(lines).toEqual([
    'write writing · · ·',
    'confirm writing proposed · ·',
    'drop dropped · · ·',
    'propose proposed · · ·',
    'take_back · writing · ·',
    'issue · issued · ·',
  ])
})

test.each<[NoticeVerb, DraftState, string]>([
  ['write', 'proposed', '请先退回起草'],
  ['write', 'issued', '请起草更正'],
  ['drop', 'dropped', '请重新起草'],
  ['issue', 'writing', '尚未提请印发'],
  ['issue', 'issued', '通报已印发'],
  ['confirm', 'dropped', '已放弃'],
])('%s of what is %s says what would help', (verb, state, words) => {
  expect(draftStep(verb, state).blocked).toContain(words)
})
