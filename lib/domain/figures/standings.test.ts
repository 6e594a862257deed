import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareFractions } from '../base/exact'
import { standings } from './standings'

test('equals share a rank and stand in official order; the unranked stand last', () => {
  const rows = standings([
    { row: { unit: 'none' }, value: null, officialPosition: 1 },
    { row: { unit: 'late' }, value: { n: 2, d: 4 }, officialPosition: 9 },
    { row: { unit: 'early' }, value: { n: 1, d: 2 }, officialPosition: 3 },
    { row: { unit: 'low' }, value: { n: 0, d: 5 }, officialPosition: 2 },
    { row: { unit: 'other none' }, value: null, officialPosition: 0 },
  ])
  expect(rows.map(({ unit, position, rank }) => [unit, position, rank])).toEqual([
    ['early', 1, 1],
    ['late', 2, 1],
    ['low', 3, 3],
    ['other none', 4, null],
    ['none', 5, null],
  ])
})

test('a rank is one more than the number of those strictly better; where nobody has anything, nobody is ranked', () => {
  const value = fc.option(fc.record({ n: fc.nat(6), d: fc.integer({ min: 1, max: 4 }) }))
  fc.assert(
    fc.property(fc.array(value), (values) => {
      const rows = standings(values.map((value, index) => ({ row: { value }, value, officialPosition: index })))
      expect(rows.map(({ position }) => position)).toEqual(values.map((_, index) => index + 1))
      const anything = values.some((one) => one && one.n > 0)
      for (const { value, rank } of rows) {
        const better = values.filter((other) => other && value && compareFractions(other, value) > 0).length
        expect(rank).toBe(value && anything ? better + 1 : null)
      }
    }),
  )
})

test.each([
  ['competition', [1, 1, 3]],
  ['dense', [1, 1, 2]],
  ['ordinal', [1, 2, 3]],
] as const)('after equals an office counts on as its rules say: %s', (ties, ranks) => {
  const entries = [2, 2, 1].map((n, i) => ({ row: {}, value: { n, d: 1 }, officialPosition: i }))
  expect(standings(entries, ties).map(({ rank }) => rank)).toEqual(ranks)
})
