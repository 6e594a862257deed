import { expect, test } from 'vitest'
import { fraction } from '../base/exact'
import { amountInWords, hasExtra, signed } from './extra'
import type { AdoptionRow } from './ranking-rows'

test('what was added bears a plus, what was taken away a minus, and nothing neither', () => {
  expect([fraction(800, 3), fraction(-400), fraction(0), fraction(1, 3)].map(signed)).toEqual(['+2.67', '−4', '0', '0'])
})

test('a list comes to items, to points or to points more or less', () => {
  expect(amountInWords('district', fraction(24))).toBe('24 条')
  expect(amountInWords('points', fraction(3400))).toBe('34 分')
  expect(amountInWords('extra', fraction(800, 3))).toBe('+2.67 分')
})

test('a table has the column where a row in it has more or less than count × points', () => {
  const rows = (...extras: number[]) => extras.map((n) => ({ extra: fraction(n) }) as AdoptionRow)
  expect([rows(), rows(0, 0), rows(0, -400)].map(hasExtra)).toEqual([false, false, true])
})
