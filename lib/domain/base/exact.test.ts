import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareFractions, formatCenti, parseCenti, roundedQuotient } from './exact'

describe('points in hundredths', () => {
  test.each([
    ['0', 0],
    ['5', 500],
    ['2.5', 250],
    ['2.50', 250],
    ['0.07', 7],
    ['２．５', 250],
    ['10000000', 1e9],
  ])('%s is read as %i', (s, centi) => {
    expect(parseCenti(s)).toBe(centi)
  })

  test.each([
    '',
    '-1',
    '+1',
    '.5',
    '5.',
    '1.005',
    '1e3',
    ' 5',
    '5 ',
    '5,0',
    '10000000.01',
    '99999999999',
    'NaN',
    '0x1',
  ])('%j is refused', (s) => {
    expect(parseCenti(s)).toBeNull()
  })

  test.each([
    [0, '0'],
    [7, '0.07'],
    [250, '2.5'],
    [500, '5'],
    [10000, '100'],
    [1e9, '10000000'],
  ])('%i is written %s', (centi, s) => {
    expect(formatCenti(centi)).toBe(s)
  })

  test('what is written reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (c) => {
        expect(parseCenti(formatCenti(c))).toBe(c)
      }),
    )
  })
})

describe('a rounded quotient', () => {
  test.each([
    [625, 10, 0, '63'],
    [145, 1000, 2, '0.15'],
    [1005, 1000, 2, '1.01'],
    [19 * 500, 24 * 100, 2, '3.96'],
    [0, 7, 2, '0.00'],
    [2, 3, 0, '1'],
    [999, 1000, 2, '1.00'],
  ])('%i / %i with %i decimals is %s', (n, d, decimals, s) => {
    expect(roundedQuotient(n, d, decimals)).toBe(s)
  })

  test.each([
    [1, 0],
    [1, -2],
    [-1, 2],
    [0.5, 1],
    [Number.NaN, 1],
  ])('%d / %d is refused', (n, d) => {
    expect(() => roundedQuotient(n, d, 2)).toThrow(RangeError)
  })

  test('lies within half a step, and not above by more than the half itself', () => {
    const naturals = fc.bigInt({ min: 0n, max: 10n ** 15n })
    fc.assert(
      fc.property(naturals, fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.nat(4), (n, d, decimals) => {
        const printed = roundedQuotient(n, d, decimals)
        expect(printed).toMatch(decimals ? new RegExp(`^\\d+\\.\\d{${decimals}}$`) : /^\d+$/)
        const error = 2n * (BigInt(printed.replace('.', '')) * d - n * 10n ** BigInt(decimals))
        expect(-d < error && error <= d).toBe(true)
      }),
    )
  })
})

describe('the order of fractions', () => {
  const fractions = fc.record({ n: fc.nat(), d: fc.integer({ min: 1, max: 2 ** 31 }) })

  test('tells apart what prints alike, and joins what is equal', () => {
    expect(compareFractions({ n: 15, d: 64 }, { n: 11, d: 48 })).toBe(1)
    expect(compareFractions({ n: 6, d: 24 }, { n: 1, d: 4 })).toBe(0)
    // Both sides exceed 2^53, where plain numbers would call them equal.
    expect(compareFractions({ n: 9007199254740990, d: 9007199254740991 }, { n: 1, d: 1 })).toBe(-1)
    expect(() => compareFractions({ n: 1, d: 0 }, { n: 1, d: 1 })).toThrow(RangeError)
  })

  test('is antisymmetric and transitive, and does not see a common factor', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, fc.integer({ min: 1, max: 99 }), (a, b, c, k) => {
        expect(compareFractions(a, b) + compareFractions(b, a)).toBe(0)
        expect(compareFractions(a, { n: a.n * k, d: a.d * k })).toBe(0)
        if (compareFractions(a, b) <= 0 && compareFractions(b, c) <= 0)
          expect(compareFractions(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
