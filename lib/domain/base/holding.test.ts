import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aboutSo, HOLD_MOST_MS, holdsFor } from './holding'

test('nothing is told before there is something to tell it by, but at the end always', () => {
  expect(holdsFor(100, 50, 1_000)).toBeNull()
  expect(holdsFor(400, 0, 1_000)).toBeNull()
  expect(holdsFor(1, 10, 10)).toBeGreaterThan(0)
})

test('it is never less than what has passed, and grows with the pace and with what is left', () => {
  const n = fc.integer({ min: 1, max: 1e6 })
  fc.assert(
    fc.property(fc.integer({ min: 150, max: 1e6 }), n, n, (ms, written, left) => {
      const long = holdsFor(ms, written, written + left) ?? 0
      expect(long).toBeGreaterThan(ms)
      expect(holdsFor(2 * ms, written, written + left)).toBeGreaterThan(long)
      expect(holdsFor(ms, written, written + left + 1)).toBeGreaterThan(long)
    }),
  )
})

test('what will take longer than it may is known long before it did', () => {
  expect(holdsFor(200, 500, 100_000)).toBeGreaterThan(HOLD_MOST_MS)
  expect(holdsFor(200, 500, 1_500)).toBeLessThan(HOLD_MOST_MS)
})

test.each([
  [1, '约 1 秒'],
  [2_001, '约 3 秒'],
  [90_000, '约 2 分钟'],
  [600_001, '约 11 分钟'],
])('%d ms is %s', (ms, words) => {
  expect(aboutSo(ms)).toBe(words)
})
