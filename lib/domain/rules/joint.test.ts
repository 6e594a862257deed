import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPoints, fraction, sumOf } from '../base/exact'
import { creditOf, SHARERS_MOST } from './joint'
import { rulesOf } from './testing'

// Worked example: 区级信息 (6 points) of three units, and one of 8 points.
test.each([
  ['even', 600, ['2', '2', '2'], '6'],
  ['even', 800, ['2.67', '2.67', '2.67'], '8'],
  ['full', 600, ['6', '6', '6'], '18'],
] as const)('%s: %d hundredths give each %j, together %s', (by, points, each, sum) => {
  const credits = [1, 2, 3].map(() => creditOf(points, 3, rulesOf({ joint: by })))
  expect(credits.map(formatPoints)).toEqual(each)
  expect(formatPoints(sumOf(credits))).toBe(sum)
})

test('fixed points: each unit gets them, whatever the adoption scores', () => {
  expect(creditOf(2000, 3, rulesOf({ joint: ['fixed', 1.5] }))).toEqual(fraction(150))
})

test('where the rules say nothing, it is split evenly; what is not shared is whole', () => {
  expect(creditOf(500, 2, rulesOf({}))).toEqual(fraction(250))
  expect(creditOf(500, 1, rulesOf({ joint: ['fixed', 1] }))).toEqual(fraction(500))
})

test('three thirds are one: even shares add up to the whole, exactly, whatever is added in between', () => {
  const shared = fc.record({ points: fc.nat(1e6), sharers: fc.integer({ min: 1, max: SHARERS_MOST }) })
  fc.assert(
    fc.property(fc.array(shared, { maxLength: 200 }), (all) => {
      const credits = all.flatMap(({ points, sharers }) =>
        Array.from({ length: sharers }, () => creditOf(points, sharers, rulesOf({}))),
      )
      expect(sumOf(credits)).toEqual(fraction(all.reduce((sum, { points }) => sum + points, 0)))
    }),
  )
})
