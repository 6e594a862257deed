import { expect, test } from 'vitest'
import type { Block } from './document'
import { type Edit, withEdit, withParagraphs } from './paragraphs'
import { NO_WORDS, type Words } from './words'

const composed: Block[] = ['a', 'b', 'c'].map((key) => ({ key, kind: 'paragraph', runs: [{ text: key }] }))
const after = (words: Words, edit: Edit, key: string, text = '', hand = 'a') =>
  withEdit(words, composed, edit, { key, text, by: '样例甲', hand })
const keys = ({ blocks }: Words) => blocks?.map(({ key }) => key).join('')

test('a paragraph that was written waits to be confirmed, and waits again after the next change', () => {
  const written = after(NO_WORDS, 'write', 'b', '新的文字')
  expect(written.blocks?.[1]).toEqual({ key: 'b', kind: 'paragraph', text: '新的文字', by: '样例甲', hands: ['a'] })
  const confirmed = after(written, 'confirm', 'b')
  expect(confirmed.blocks?.[1]?.confirmedBy).toBe('样例甲')
  expect(after(confirmed, 'write', 'b', '再改').blocks?.[1]?.confirmedBy).toBeUndefined()
})

test('a composed paragraph needs no confirming and can be had back; an added one has nothing to go back to', () => {
  expect(after(NO_WORDS, 'confirm', 'a').blocks?.[0]?.confirmedBy).toBeUndefined()
  expect(after(after(NO_WORDS, 'write', 'a', '改'), 'restore', 'a').blocks?.[0]).toEqual({
    key: 'a',
    kind: 'paragraph',
  })
  const added = { key: 'own-1', kind: 'paragraph' as const, text: '加', by: '样例甲', hands: ['a'] }
  const own = withParagraphs(NO_WORDS, composed, 'a', [added])
  expect(keys(own)).toBe('aown-1bc')
  expect(after(own, 'restore', 'own-1')).toEqual(own)
})

test('paragraphs move and go; the first and the last stay where they are', () => {
  expect(keys(after(NO_WORDS, 'down', 'a'))).toBe('bac')
  expect(keys(after(NO_WORDS, 'up', 'a'))).toBe('abc')
  expect(keys(after(NO_WORDS, 'down', 'c'))).toBe('abc')
  expect(keys(after(NO_WORDS, 'drop', 'b'))).toBe('ac')
})

test('a paragraph that is not there any more is a conflict, never a change of another', () => {
  expect(() => after(after(NO_WORDS, 'drop', 'b'), 'write', 'b', 'x')).toThrow('已被删去')
})
