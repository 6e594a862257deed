import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fraction, sumOf } from '../base/exact'
import { REPEATED, type Repeated, repeated, repeatedBy } from './repeated'
import { rulesOf } from './testing'

// Worked example: one item, adopted as 区级信息 (6), 市级简讯 (8) and at the province (20).
const three = [600, 800, 2000].map((points) => fraction(points))

test.each([
  ['add', [600, 800, 2000], 3400],
  ['highest', [0, 0, 2000], 2000],
  ['multiply', [2000, 2000, 2000], 6000],
] as const)('%s: each scores %j, in all %d', (by, each, sum) => {
  const scored = repeated(three, by)
  expect(scored).toEqual(each.map((points) => fraction(points)))
  expect(sumOf(scored)).toEqual(fraction(sum))
})

test('of equals the first one is the highest', () => {
  expect(repeated([fraction(600), fraction(600)], 'highest')).toEqual([fraction(600), fraction(0)])
})

test('adding up is usual', () => {
  expect(repeatedBy(rulesOf({}))).toBe('add')
  expect(repeatedBy(rulesOf({ repeated: 'highest' }))).toBe('highest')
})

test('a single adoption scores the same, however repeated ones come together', () => {
  const by = fc.constantFrom(...(Object.keys(REPEATED) as Repeated[]))
  fc.assert(
    fc.property(fc.nat(9999), by, (points, by) => {
      expect(repeated([fraction(points)], by)).toEqual([fraction(points)])
    }),
  )
})

test('the highest is never more than the sum, and the sum never more than the highest so many times', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9999), { minLength: 1, maxLength: 6 }), (points) => {
      const sums = (['highest', 'add', 'multiply'] as const).map(
        (by) =>
          sumOf(
            repeated(
              points.map((p) => fraction(p)),
              by,
            ),
          ).n,
      )
      expect(sums).toEqual(sums.toSorted((a, b) => a - b))
    }),
  )
})
