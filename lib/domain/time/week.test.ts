import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, mondayOf, weekAfter, weekInWords, weekOfInstant } from './week'

test('a week begins on Monday, in Shanghai', () => {
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  expect(weekOfInstant(Date.parse('2026-11-29T15:59:59Z'))).toBe('2026-11-23')
  expect(weekOfInstant(Date.parse('2026-11-29T16:00:00Z'))).toBe('2026-11-30')
  expect(() => mondayOf('2026-02-30')).toThrow(RangeError)
})

test('seven days share their Monday, and the eighth has the next', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_000 }), (n) => {
      const day = new Date(Date.UTC(2000, 0, 3) + n * 86_400_000).toISOString().slice(0, 10)
      const monday = mondayOf(day)
      expect(daysBetween(monday, day)).toBe(n % 7)
      expect(mondayOf(monday)).toBe(monday)
      expect(weekAfter(weekAfter(monday, 3), -3)).toBe(monday)
    }),
  )
})

test('a week is named by its first and last day, saying month and year once', () => {
  expect(weekInWords('2026-11-23')).toBe('2026年11月23日至29日')
  expect(weekInWords('2026-11-30')).toBe('2026年11月30日至12月6日')
  expect(weekInWords('2026-12-28')).toBe('2026年12月28日至2027年1月3日')
})
