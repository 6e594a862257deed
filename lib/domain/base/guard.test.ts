import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guard, unguard } from './guard'

test.each(['=1+1', '+86 28', '-5', '@a', '\tb', '＝甲', '＋', '－', '＠', "'=1", "''@"])('%j stays text', (text) => {
  expect(guard(text)).toBe(`'${text}`)
})

test.each(['', '一般文字', "'引号", "''", '5-3', '.=1'])('%j is left alone, both ways', (text) => {
  expect(guard(text)).toBe(text)
  expect(unguard(text)).toBe(text)
})

test('a formula that somebody typed without protection is read as it stands', () => {
  expect(unguard('=1+1')).toBe('=1+1')
})

test('nothing is lost, and no cell begins like a formula', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...`'=+-@\t＝＋－＠a`) }))
  fc.assert(
    fc.property(text, (s) => {
      expect(unguard(guard(s))).toBe(s)
      expect(guard(s)).not.toMatch(/^[=+\-@\t＝＋－＠]/)
    }),
  )
})
