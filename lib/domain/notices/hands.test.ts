import { expect, test } from 'vitest'
import type { Block } from './document'
import { handsOnHead, withHand, withoutHands, writersOf, writersOfParagraph } from './hands'
import { type Edit, withEdit } from './paragraphs'
import { NO_WORDS, type Words } from './words'

const composed: Block[] = ['a', 'b'].map((key) => ({ key, kind: 'paragraph', runs: [{ text: key }] }))
const edited = (words: Words, edit: Edit, key: string, hand: string) =>
  withEdit(words, composed, edit, { key, text: '文字', by: hand, hand })

test('whoever wrote into a paragraph stays one of its writers until it is composed again or gone', () => {
  const both = edited(edited(NO_WORDS, 'write', 'a', '甲'), 'write', 'a', '乙')
  expect(writersOfParagraph(both, 'a')).toEqual(['甲', '乙'])
  expect(writersOfParagraph(edited(both, 'write', 'a', '甲'), 'a')).toEqual(['甲', '乙'])
  expect(writersOf(edited(both, 'confirm', 'a', '丙'))).toEqual(['甲', '乙'])
  expect(writersOf(edited(both, 'restore', 'a', '丙'))).toEqual([])
  expect(writersOf(edited(both, 'drop', 'a', '丙'))).toEqual(['丙'])
  expect(writersOfParagraph(both, 'b')).toEqual([])
})

test('whoever moved or dropped a paragraph had a hand in the notice, though no word is theirs', () => {
  for (const edit of ['up', 'down', 'drop'] as const)
    expect(writersOf(edited(NO_WORDS, edit, 'b', '甲'))).toEqual(['甲'])
})

test('an element of the head is of whoever filled it in last; a sentence of all who did, until it is empty', () => {
  const before = { number: '1号', docOnTargets: '按文件办理', sealed: true }
  const first = handsOnHead({}, { number: null, docOnTargets: null, sealed: true }, before, '甲')
  expect(first).toEqual({ 'head.number': ['甲'], 'head.docOnTargets': ['甲'] })
  const second = handsOnHead(first, before, { number: '2号', docOnTargets: '按文件办理。', sealed: true }, '乙')
  expect(second).toEqual({ 'head.number': ['乙'], 'head.docOnTargets': ['甲', '乙'] })
  const after = { ...before, docOnTargets: null }
  expect(handsOnHead(second, before, after, '丙')).toEqual({ 'head.number': ['乙'] })
})

test('names that were chosen are of who chose them, and of nobody once they follow the figures again', () => {
  const chosen = withHand({}, 'named.部门', '甲')
  expect(writersOf({ named: {}, hands: withHand(chosen, 'named.部门', '乙') })).toEqual(['甲', '乙'])
  expect(writersOf({ named: {}, hands: withoutHands(chosen, 'named.部门') })).toEqual([])
})

test('in a draft older than hands, whoever changed it is taken for the writer of each paragraph', () => {
  const words: Words = { named: {}, blocks: [{ key: 'a', kind: 'paragraph', text: '旧' }], hands: { earlier: ['甲'] } }
  expect(writersOfParagraph(words, 'a')).toEqual(['甲'])
  expect(writersOf(words)).toEqual(['甲'])
})
