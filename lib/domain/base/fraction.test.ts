import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareFractions,
  type Fraction,
  formatPoints,
  fraction,
  minus,
  NOTHING,
  plus,
  roundedQuotient,
  sumOf,
} from './exact'

describe('a fraction', () => {
  test('is kept in its lowest terms, and nothing is nothing', () => {
    expect(fraction(6, 4)).toEqual({ n: 3, d: 2 })
    expect(fraction(-6, 4)).toEqual({ n: -3, d: 2 })
    expect(fraction(0, 7)).toEqual(NOTHING)
    expect(fraction(500)).toEqual({ n: 500, d: 1 })
  })

  test('needs a positive denominator, and is refused when it is too fine to be held', () => {
    for (const d of [0, -3]) {
      expect(() => fraction(1, d)).toThrow(RangeError)
      expect(() => compareFractions({ n: 1, d: 1 }, { n: 1, d })).toThrow(RangeError)
      expect(() => compareFractions({ n: 1, d }, { n: 1, d: 1 })).toThrow(RangeError)
    }
    const fine = { n: 1, d: 2 ** 30 + 1 }
    expect(() => plus(fine, { n: 1, d: 2 ** 30 + 3 })).toThrow('too fine')
    expect(() => plus({ n: 2 ** 53 - 1, d: 3 }, { n: 2 ** 53 - 1, d: 2 })).toThrow('too fine')
    expect(() => roundedQuotient(1, 0, 2)).toThrow(RangeError)
  })
})

describe('sums of fractions', () => {
  const third = fraction(400, 3)

  test('are exact: three thirds are one, and what is taken away is gone', () => {
    expect(sumOf([third, third, third])).toEqual(fraction(400))
    expect(sumOf([])).toEqual(NOTHING)
    expect(plus(fraction(1), fraction(2))).toEqual(fraction(3))
    expect(plus(fraction(1, 2), fraction(1))).toEqual(fraction(3, 2))
    expect(plus(fraction(1), fraction(1, 2))).toEqual(fraction(3, 2))
    expect(minus(third, third)).toEqual(NOTHING)
    expect(minus(fraction(1), fraction(1, 3))).toEqual(fraction(2, 3))
    expect(minus(NOTHING, third)).toEqual(fraction(-400, 3))
  })

  test('do not depend on the order, and are in lowest terms', () => {
    const some = fc.record({ n: fc.integer({ min: -999, max: 999 }), d: fc.integer({ min: 1, max: 10 }) })
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const sum = sumOf([a, b, c])
        expect(sumOf([c, a, b])).toEqual(sum)
        expect(compareFractions(minus(sum, c), plus(a, b))).toBe(0)
        expect(fraction(sum.n, sum.d)).toEqual(sum)
      }),
    )
  })
})

test.each<[Fraction, string]>([
  [fraction(400, 6), '0.67'],
  [fraction(800, 3), '2.67'],
  [fraction(533, 2), '2.67'],
  [fraction(-533, 2), '−2.66'],
  [fraction(-534), '−5.34'],
  [fraction(-1, 2), '0'],
  [fraction(-1), '−0.01'],
  [fraction(-3, 4), '−0.01'],
  [fraction(0), '0'],
  [fraction(50), '0.5'],
])('%o points are printed %s, half up also below zero', (points, words) => {
  expect(formatPoints(points)).toBe(words)
})
