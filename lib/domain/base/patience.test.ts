import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { answerBy, cameBefore, mustTell, TOLD_WITHIN_MS, waitingTogether } from './patience'

const left = (ms: number) => cameBefore(ms, () => (answerBy() ?? 0) - performance.now())

test('what is left to wait is what remains since the arrival, however the clock was set', () => {
  expect(answerBy()).toBeNull()
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (ms) => {
      const remains = TOLD_WITHIN_MS - Math.min(Math.max(ms, 0), TOLD_WITHIN_MS)
      expect(left(ms)).toBeLessThanOrEqual(remains)
    }),
  )
})

test('it goes along with the work, through whatever it waits for', async () => {
  const by = await cameBefore(500, async () => {
    const first = answerBy()
    await Promise.resolve()
    return [first, answerBy()]
  })
  expect(by[0]).toBe(by[1])
})

test('bundled apart, all of a process hear of it', async () => {
  vi.resetModules()
  const apart = await import('./patience')
  expect(apart.cameBefore).not.toBe(cameBefore)
  expect(cameBefore(500, () => apart.answerBy())).not.toBeNull()
})

test('all who wait are told with the first, and the earlier the more they are and the longer their way in took', () => {
  const ms = fc.integer({ min: 0, max: 10_000 })
  const waiting = fc.record({ count: fc.integer({ min: 1, max: 5_000 }), by: ms, inMs: ms })
  fc.assert(
    fc.property(waiting, ms, fc.nat(100), (some, now, more) => {
      if (now >= some.by) expect(mustTell(some, now)).toBe(true)
      if (!mustTell(some, now)) return
      expect(mustTell(some, now + more)).toBe(true)
      expect(mustTell({ ...some, count: some.count + more }, now)).toBe(true)
      expect(mustTell({ ...some, inMs: some.inMs + more }, now)).toBe(true)
    }),
  )
  expect(mustTell({ count: 1, by: 2_000, inMs: 5 }, 1_000)).toBe(false)
  expect(mustTell({ count: 60, by: 2_000, inMs: 5 }, 1_000)).toBe(true)
})

test('told when it must be, and on its way out twice as long as in, the last is answered within the time from its own arrival', () => {
  const arrivals = fc.array(fc.record({ came: fc.nat(800), inMs: fc.nat(800) }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(arrivals, (all) => {
      const here = all.map(({ came, inMs }) => ({ by: came + TOLD_WITHIN_MS, at: came + inMs }))
      const some = waitingTogether(here)
      const inside = Math.max(...here.map(({ at }) => at))
      let now = inside
      while (!mustTell(some, now)) now++
      // Who is here in time to be told by the rule is answered in time by it; nobody is told later than at once.
      const out = now === inside ? 0 : 2 * some.inMs
      for (const { by } of here) expect(now + out).toBeLessThanOrEqual(Math.max(by, inside))
    }),
  )
})
