import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correctedInstant, driftInAll, isBehind, LEEWAY_MS, movesQuarter } from './clock'
import { quarterOfInstant } from './quarter'

const DAY = 86_400_000
const at = (iso: string) => Date.parse(`${iso}+08:00`)
const instant = fc.integer({ min: at('2001-01-01T00:00:00'), max: at('2098-12-31T00:00:00') })
const drift = fc.integer({ min: -300 * DAY, max: 300 * DAY })

describe('what waits for its number', () => {
  test.each([
    ['2026-10-01T00:00:10', 20_000, true],
    ['2026-10-01T00:00:10', 5_000, false],
    ['2026-09-30T23:59:50', -20_000, true],
    ['2026-08-15T12:00:00', 5 * DAY, false],
    ['2026-08-15T12:00:00', 92 * DAY, true],
    ['1970-01-01T08:00:00', -20_000 * DAY, true],
  ] as const)('%s, off by %d: %s', (iso, off, waits) => {
    expect(movesQuarter(at(iso), off)).toBe(waits)
  })

  test('is exactly what would stand elsewhere; nothing while the clock stands as it stood', () => {
    fc.assert(
      fc.property(instant, drift, (t, off) => {
        expect(movesQuarter(t, off)).toBe(quarterOfInstant(t) !== quarterOfInstant(t - off))
        expect(movesQuarter(t, 0)).toBe(false)
      }),
    )
  })
})

describe('the instant as corrected', () => {
  test('is as long before now as it came before now, however the clock was set since', () => {
    const arrivals = fc.array(fc.record({ before: fc.nat(DAY * 30), drift }), { minLength: 1 })
    fc.assert(
      fc.property(instant, drift, arrivals, (now, driftNow, came) => {
        for (const { before, drift } of came) {
          // By a clock that is off by driftNow it is `now`; what came so long ago was written by a clock off by drift.
          const written = { at: now - driftNow + drift - before, drift }
          expect(correctedInstant(written, driftNow)).toBe(now - before)
        }
      }),
    )
  })

  test('of a clock that was set right again is what it would have been; of one that was wrong before, what it says', () => {
    expect(correctedInstant({ at: at('2027-01-02T09:00:00'), drift: 93 * DAY }, 0)).toBe(at('2026-10-01T09:00:00'))
    expect(correctedInstant({ at: at('2026-10-01T09:00:00'), drift: DAY }, DAY)).toBe(at('2026-10-01T09:00:00'))
  })
})

describe('an entry of the log ahead of the clock', () => {
  const ahead = fc.integer({ min: LEEWAY_MS + 1, max: 300 * DAY })

  test('is noted beyond a minute, and stands until the clock has come past it', () => {
    fc.assert(
      fc.property(instant, drift, fc.nat(300 * DAY), (noted, by, later) => {
        const behind = { newest: noted + by, noted }
        expect(isBehind(noted, behind.newest)).toBe(by > LEEWAY_MS)
        expect(driftInAll(null, behind, noted + later)).toBe(later < by ? -by : 0)
      }),
    )
  })

  test('says no more than the jump that put the clock there', () => {
    fc.assert(
      fc.property(instant, ahead, fc.nat(DAY), (since, by, later) => {
        const off = { drift: -by, since }
        expect(driftInAll(off, { newest: since + by, noted: since + later }, since + later)).toBe(-by)
      }),
    )
  })

  test('and a jump that mends what it told leaves nothing', () => {
    fc.assert(
      fc.property(instant, ahead, (noted, by) => {
        const mended = { drift: by, since: noted + by }
        expect(driftInAll(mended, { newest: noted + by + 1, noted }, noted + by)).toBe(-1)
      }),
    )
  })
})
