import fc from 'fast-check'
import { expect, test } from 'vitest'
import { centiOf, compareRatios, isMissing, percent, percentOf, ratioCountOf, signedCentiOf } from './ratio'

test.each([
  ['5', 500],
  ['5.0', 500],
  ['5.00', 500],
  ['5.000', 500],
  ['0.5', 50],
  ['3.96', 396],
  ['3.960', 396],
  ['123456789', 12_345_678_900],
])('the number %s is %i hundredths', (cell, centi) => expect(centiOf(cell)).toBe(centi))

test.each(['', '5.', '.5', '3.965', '-1', '+1', '5分', '约5', '1234567890', '1,386', '五'])(
  '“%s” is no number',
  (cell) => expect([centiOf(cell), percentOf(`${cell}%`)]).toEqual([null, null]),
)

test.each([
  ['+2.67', 267],
  ['2.67', 267],
  ['-4', -400],
  ['−4', -400],
  ['–4', -400],
  ['0', 0],
])('with its sign %s is %i hundredths', (cell, centi) => expect(signedCentiOf(cell)).toBe(centi))

test.each(['', '+', '--4', '4-', '无'])('“%s” is no number with a sign', (cell) =>
  expect(signedCentiOf(cell)).toBeNull(),
)

test('a count is whole, a percentage ends with its sign', () => {
  expect(['0', '24', '123456789'].map(ratioCountOf)).toEqual([0, 24, 123_456_789])
  expect(['', '24.0', '-1', '24条', '第24', '1234567890'].map(ratioCountOf)).toEqual(Array(6).fill(null))
  expect([percentOf('62.50%'), percentOf('63%'), percentOf('63')]).toEqual([6250, 6300, null])
  expect(['2倍', '1.125倍', '两倍', '倍', '多倍', '2'].map(percentOf)).toEqual([
    20_000,
    11_250,
    20_000,
    null,
    null,
    null,
  ])
})

test('a cell says that there is no value by a dash of any sort, a stroke or 无', () => {
  for (const cell of ['-', '—', '——', '–', '一', '─', '/', '无']) expect(isMissing(cell), cell).toBe(true)
  for (const cell of ['', '0', '//', '无任务', '没有无', '-1', '1-']) expect(isMissing(cell), cell).toBe(false)
})

test('a percentage is printed half up', () => {
  expect([percent(5, 8, 0), percent(5, 8, 2), percent(0, 3, 0), percent(2, 3, 2)]).toEqual([
    '63%',
    '62.50%',
    '0%',
    '66.67%',
  ])
})

test('ratios are compared exactly, however large', () => {
  expect([compareRatios(1, 2, 2, 4), compareRatios(1, 3, 1, 2), compareRatios(1, 2, 1, 3)]).toEqual([0, -1, 1])
  const large = Number.MAX_SAFE_INTEGER
  expect(compareRatios(large, large - 1, large - 1, large - 2)).toBe(-1)
  expect(compareRatios(large - 1, large - 2, large, large - 1)).toBe(1)
  expect(compareRatios(large, large, large - 1, large - 1)).toBe(0)
  const part = fc.integer({ min: 1, max: 1000 })
  fc.assert(
    fc.property(part, part, part, (a, b, times) => {
      expect(compareRatios(a, b, a * times, b * times)).toBe(0)
      expect(compareRatios(a, b, a * times + 1, b * times)).toBe(-1)
    }),
  )
})
