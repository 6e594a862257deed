import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brokenLinesOf, textLines, textWidthOf } from './breaking'

test('a digit is half as wide as a character', () => {
  expect(textWidthOf('共1386条，')).toBe(5)
})

test('what may not begin a line takes the character before it along', () => {
  expect(textLines('一二三四五，六七', 5)).toEqual(['一二三四', '五，六七'])
})

test('an opening bracket does not end a line', () => {
  expect(textLines('一二三四（五六）', 5)).toEqual(['一二三四', '（五六）'])
})

test('numbers stand whole, and so do —— and ……', () => {
  expect(textLines('一二三四1386条', 5)).toEqual(['一二三四', '1386条'])
  expect(textLines('一二三四——五', 5)).toEqual(['一二三四', '——五'])
})

test('two equal characters may part', () => {
  expect(textLines('一二三三四', 3)).toEqual(['一二三', '三四'])
})

test('a line that is narrower than a character holds one all the same', () => {
  expect(textLines('信息', 0.5)).toEqual(['信', '息'])
})

test('a figure stays a figure on whichever line it comes to stand', () => {
  const figure = { text: '81', figure: { figure: 'district' as const } }
  const lines = brokenLinesOf([{ text: '一二三四五' }, figure, { text: '条' }], (line) => (line === 0 ? 5 : 4))
  expect(lines).toEqual([[{ text: '一二三四五' }], [figure, { text: '条' }]])
})

const TEXT = fc.string({
  unit: fc.constantFrom('信', '息', '，', '。', '（', '）', '“', '”', '—', '1', '8', 'A', ' '),
  maxLength: 80,
})

test('whatever the text, every character but blanks at a break is set once, in order, and no line is too wide', () => {
  fc.assert(
    fc.property(TEXT, fc.integer({ min: 2, max: 28 }), (text, room) => {
      const lines = textLines(text, room)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) expect(textWidthOf(line)).toBeLessThanOrEqual(room)
    }),
  )
})
