import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WORDS_MAX, wordsOf } from './words'

describe('what a person asks for', () => {
  test.each<[string, string, string[]]>([
    ['one character is a word', '桥', ['桥']],
    ['words stand between blanks, also full-width ones and line ends', ' 柑橘\u3000产业\n链 ', ['柑橘', '产业', '链']],
    ['a phrase keeps its blanks', '“政务 Office” 上线', ['政务 office', '上线']],
    ['straight and corner quotation marks do the same', '"a b"「丙 丁」', ['a b', '丙 丁']],
    ['words touch a phrase without a blank', '推进“放管服”改革', ['推进', '放管服', '改革']],
    ['a mark without its partner is a blank', '桥“ 路" 水」', ['桥', '路', '水']],
    ['an empty phrase asks nothing', '“” ""', []],
    ['blanks ask nothing', ' \u3000\n', []],
    ['a word within another one asks nothing more', '产业 特色产业 产业', ['特色产业']],
    ['signs stand as they are', '100% 5_6 a\\b', ['100%', '5_6', 'a\\b']],
  ])('%s', (_name, query, words) => expect(wordsOf(query)).toEqual(words))

  test('nothing that is typed throws, and no word is empty, doubled or more than asked', () => {
    const sign = fc.constantFrom('“', '”', '"', '「', '」', ' ', '\u3000', '桥', 'A', '\ud800', '\u0000')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: sign })), (query) => {
        const words = wordsOf(query)
        expect(words).not.toContain('')
        expect(new Set(words).size).toBe(words.length)
        expect(words.length).toBeLessThanOrEqual(WORDS_MAX)
      }),
    )
  })
})
