import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Quarter, yearOf } from './quarter'
import { lastEight, lineWords, parseSpan, quartersOf, SPANS, type Span, spanName, spanSoFar } from './span'

const q = (s: string) => s as Quarter
const spans = Object.keys(SPANS) as Span[]
const quarters = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 4 }))
  .map(([y, n]) => q(`${y}Q${n}`))

test.each([
  ['2020Q3', 'quarter', '2020Q3', '2020年三季度'],
  ['2020Q1', 'half', '2020Q1', '2020年一季度'],
  ['2020Q2', 'half', '2020Q1 2020Q2', '2020年上半年'],
  ['2020Q3', 'half', '2020Q3', '2020年三季度'],
  ['2020Q4', 'half', '2020Q3 2020Q4', '2020年下半年'],
  ['2020Q2', 'year', '2020Q1 2020Q2', '2020年上半年'],
  ['2020Q3', 'year', '2020Q1 2020Q2 2020Q3', '2020年前三季度'],
  ['2020Q4', 'year', '2020Q1 2020Q2 2020Q3 2020Q4', '2020年全年'],
] as const)('%s by the %s is %s, said as %s', (quarter, span, expected, name) => {
  expect(quartersOf(q(quarter), span).join(' ')).toBe(expected)
  expect(spanName(q(quarter), span)).toBe(name)
})

test('an address names a span, none, or nothing known', () => {
  expect([undefined, 'half', 'year', 'month', 'toString', ['year', 'year']].map(parseSpan)).toEqual([
    'quarter',
    'half',
    'year',
    null,
    null,
    null,
  ])
})

test('the line is said with how it came about', () => {
  expect([1, 2, 3].map(lineWords)).toEqual(['25% 线', '25% × 2 = 50% 线', '25% × 3 = 75% 线'])
})

test('a span runs without a gap to its quarter, and within the last eight lies the same span of the year before', () => {
  fc.assert(
    fc.property(quarters, fc.constantFrom(...spans), (quarter, span) => {
      const all = quartersOf(quarter, span)
      expect(all.at(-1)).toBe(quarter)
      expect(new Set(all.map(yearOf)).size).toBe(1)
      const eight = lastEight(quarter)
      expect(eight.slice(-all.length)).toEqual(all)
      expect(eight.toSorted()).toEqual(eight)
      const yearAgo = all.map((one) => q(`${yearOf(one) - 1}${one.slice(4)}`))
      if (yearOf(quarter) > 2000) expect(eight).toEqual(expect.arrayContaining(yearAgo))
    }),
  )
})

test('no quarter stands before 2000: the first of them have fewer than eight to speak of', () => {
  expect(lastEight('2000Q3' as Quarter)).toEqual(['2000Q1', '2000Q2', '2000Q3'])
  expect(lastEight('2000Q1' as Quarter)).toEqual(['2000Q1'])
  expect(lastEight('2001Q4' as Quarter)).toHaveLength(8)
  expect(lastEight('2002Q1' as Quarter)[0]).toBe('2000Q2')
})

test('an address that names two spans names none', () => {
  expect(parseSpan(['year'])).toBeNull()
  expect(parseSpan(['year', 'half'])).toBeNull()
})

test('a span that goes on says up to where it goes', () => {
  const so = (quarter: string, span: Span) => spanSoFar(quarter as Quarter, span)
  expect([so('2020Q3', 'half'), so('2020Q2', 'half'), so('2020Q1', 'year'), so('2020Q4', 'year')]).toEqual([
    '半年累计（至三季度）',
    '半年累计',
    '全年累计（至一季度）',
    '全年累计',
  ])
  expect(so('2020Q1', 'quarter')).toBe('本季度')
})
