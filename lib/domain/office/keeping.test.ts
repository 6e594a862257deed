import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goesUntil, KEPT_DAYS } from './keeping'

const DAY_MS = 86_400_000
const NOW = 1_000 * DAY_MS
/** A check a day, up to today; each found so many lines more. */
const checks = (days: number, lines = 10) =>
  Array.from({ length: days }, (_, i) => ({ at: NOW - (days - 1 - i) * DAY_MS, seq: (i + 1) * lines, hash: `${i}` }))
const asked = { now: NOW, gone: 0, accepted: 0, newest: 1_000_000 }

test('what a year and many checks have seen goes, up to what a check bound', () => {
  expect(goesUntil(checks(KEPT_DAYS), asked)).toBeNull()
  expect(goesUntil(checks(KEPT_DAYS + 5), asked)).toMatchObject({ seq: 50 })
  expect(goesUntil(checks(KEPT_DAYS + 5), { ...asked, gone: 50 })).toBeNull()
})

test('a clock that jumps ahead takes nothing along', () => {
  expect(goesUntil(checks(100), { ...asked, now: NOW + 10_000 * DAY_MS })).toBeNull()
})

test('the newest line stays, and so does what a break is accepted by', () => {
  expect(goesUntil(checks(KEPT_DAYS + 5), { ...asked, newest: 30 })).toMatchObject({ seq: 20 })
  expect(goesUntil(checks(KEPT_DAYS + 5), { ...asked, accepted: 51 })).toBeNull()
  expect(goesUntil(checks(KEPT_DAYS + 5), { ...asked, accepted: 50 })).toMatchObject({ seq: 50 })
})

test('very many go some at a time, and at least those of a day', () => {
  expect(goesUntil(checks(KEPT_DAYS + 9, 6_000), asked)).toMatchObject({ seq: 18_000 })
  expect(goesUntil(checks(KEPT_DAYS + 9, 90_000), asked)).toMatchObject({ seq: 90_000 })
})

test('never a line that is younger', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 }), fc.nat(9_000), fc.nat(9_000), (days, gone, accepted) => {
      const cut = goesUntil(checks(days), { ...asked, gone, accepted })
      if (cut)
        expect([cut.at <= NOW - KEPT_DAYS * DAY_MS, cut.seq > gone, cut.seq >= accepted]).toEqual([true, true, true])
    }),
  )
})
