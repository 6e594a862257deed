import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countCharacters, normalizeLine, normalizeText, textFault } from './text'

test.each(['', '雁信\n\t第二行', '𠮷野家', '\u200b零宽'])('%j is sound', (s) => {
  expect(textFault(s)).toBeNull()
})

test.each([
  ['一\ud842二', '残缺的字符'],
  ['\udfb7', '残缺的字符'],
  ['一\ufffd二', '残缺的字符'],
  ['雁\u0000信', '第 2 个字符，U+0000'],
  ['𠮷\u0007', '第 2 个字符，U+0007'],
  ['a\rb', 'U+000D'],
  ['\u007f', 'U+007F'],
  ['\u0085', 'U+0085'],
])('%j is faulted', (s, message) => {
  expect(textFault(s)).toContain(message)
})

test('line ends become one, and the ends are trimmed', () => {
  expect(normalizeText(' 　一\r\n二\r三\n\n')).toBe('一\n二\n三')
})

test('what Word’s clipboard brings along is mended: ends of lines become such, what cannot be seen goes', () => {
  expect(normalizeText('一\u000b二\u000c三\u0007四\u001e五\u001f六\u200b\ufeff七\u2028八')).toBe(
    '一\n二\n三四五六七\n八',
  )
  expect(normalizeLine('标\u000b题\u200b')).toBe('标题')
  expect(normalizeLine('一\n二')).toBe('一\n二')
})

test('normalizing twice changes nothing, and leaves no carriage return to fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (s) => {
      const once = normalizeText(s)
      expect(normalizeText(once)).toBe(once)
      expect(textFault(once) ?? '').not.toContain('U+000D')
    }),
  )
})

test('characters are code points', () => {
  expect(countCharacters('雁信𠮷')).toBe(3)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (s) => {
      expect(countCharacters(s)).toBe([...s].length)
    }),
  )
})

test('a message never repeats what it refuses', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (s) => {
      expect(textFault(textFault(s) ?? '')).toBeNull()
    }),
  )
})
