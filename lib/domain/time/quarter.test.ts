import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chineseDate,
  chineseDateTime,
  dayOfInstant,
  isDay,
  isQuarter,
  nextQuarter,
  ordinalOf,
  parseQuarter,
  previousQuarter,
  type Quarter,
  quarterBounds,
  quarterName,
  quarterOfDay,
  quarterOfInstant,
  quarterProgress,
  shortDateTime,
  yearOf,
} from './quarter'

const q3 = '2020Q3' as Quarter
const quarters = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, n]) => `${year}Q${n}` as Quarter)
const instants = fc.integer({
  min: quarterBounds('2000Q1' as Quarter).from,
  max: quarterBounds('2099Q4' as Quarter).to - 1,
})

describe('a quarter', () => {
  test.each(['2020Q3', '2000Q1', '2099Q4'])('%s is one', (s) => {
    expect(parseQuarter(s)).toBe(s)
  })

  test.each(['2020Q0', '2020Q5', '2020q3', '1999Q4', '2100Q1', ' 2020Q3', '2020Q3\n', '', '2020三季度'])(
    '%j is none',
    (s) => {
      expect(isQuarter(s)).toBe(false)
      expect(parseQuarter(s)).toBeNull()
    },
  )

  test('is named and taken apart', () => {
    expect([quarterName(q3), yearOf(q3), ordinalOf(q3)]).toEqual(['2020年三季度', 2020, 3])
  })

  test('begins at midnight in Shanghai', () => {
    const { from, to } = quarterBounds(q3)
    expect(new Date(from).toISOString()).toBe('2020-06-30T16:00:00.000Z')
    expect(new Date(to).toISOString()).toBe('2020-09-30T16:00:00.000Z')
    expect([quarterOfInstant(from - 1), quarterOfInstant(from)]).toEqual(['2020Q2', '2020Q3'])
    expect([quarterOfInstant(to - 1), quarterOfInstant(to)]).toEqual(['2020Q3', '2020Q4'])
  })

  test('has neighbours, across years, up to the ends of the range', () => {
    expect([previousQuarter('2020Q1' as Quarter), nextQuarter('2020Q4' as Quarter)]).toEqual(['2019Q4', '2021Q1'])
    expect(() => previousQuarter('2000Q1' as Quarter)).toThrow(RangeError)
    expect(() => nextQuarter('2099Q4' as Quarter)).toThrow(RangeError)
  })

  test('holds every instant that is said to lie in it', () => {
    fc.assert(
      fc.property(instants, (ms) => {
        const q = quarterOfInstant(ms)
        const { from, to } = quarterBounds(q)
        expect(from <= ms && ms < to).toBe(true)
        expect(quarterOfDay(dayOfInstant(ms))).toBe(q)
      }),
    )
  })

  test('follows its neighbour without a gap', () => {
    fc.assert(
      fc.property(quarters, (q) => {
        fc.pre(q !== '2099Q4')
        expect(quarterBounds(nextQuarter(q)).from).toBe(quarterBounds(q).to)
        expect(previousQuarter(nextQuarter(q))).toBe(q)
        expect(nextQuarter(q) > q).toBe(true)
      }),
    )
  })

  test('progresses from 0 to 1', () => {
    const { from, to } = quarterBounds(q3)
    expect([from - 1, from, (from + to) / 2, to, to + 1].map((now) => quarterProgress(q3, now))).toEqual([
      0, 0, 0.5, 1, 1,
    ])
  })
})

describe('a day', () => {
  test.each(['2020-02-29', '2020-09-30', '1999-12-31'])('%s is one', (s) => {
    expect(isDay(s)).toBe(true)
  })

  test.each([
    '2021-02-29',
    '2020-02-30',
    '2020-9-30',
    '2020-13-01',
    '2020-00-10',
    '2020-01-32',
    '',
    '2020-09-30T00:00',
  ])('%j is none', (s) => {
    expect(isDay(s)).toBe(false)
    expect(() => quarterOfDay(s)).toThrow(RangeError)
  })

  test('of an instant is the day in Shanghai', () => {
    expect(dayOfInstant(Date.UTC(2020, 8, 30, 15, 59, 59))).toBe('2020-09-30')
    expect(dayOfInstant(Date.UTC(2020, 8, 30, 16))).toBe('2020-10-01')
    expect(() => dayOfInstant(Number.NaN)).toThrow(RangeError)
    fc.assert(
      fc.property(instants, (ms) => {
        expect(isDay(dayOfInstant(ms))).toBe(true)
      }),
    )
  })

  test('is written in Chinese', () => {
    const ms = Date.UTC(2020, 9, 12, 1, 30)
    expect(chineseDate('2020-10-12')).toBe('2020年10月12日')
    expect(chineseDateTime(ms)).toBe('2020年10月12日 09:30')
    expect(shortDateTime(ms)).toBe('10月12日 09:30')
    expect(chineseDateTime(Date.UTC(2020, 11, 31, 16, 5))).toBe('2021年1月1日 00:05')
  })
})

test('a day is written as a day and nothing else, and an instant is one', () => {
  for (const s of ['2020-09-30x', 'x2020-09-30', '2020-09-30 ', '2020-9-30', '2020-02-30'])
    expect(isDay(s), s).toBe(false)
  expect(() => dayOfInstant(Number.NaN)).toThrow('no instant')
})
