import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerBy, cameBefore, mustTell, TOLD_WITHIN_MS } from './patience'

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

test('each is told early enough that all who are told with it are answered in time too', () => {
  const ms = fc.integer({ min: 0, max: 10_000 })
  fc.assert(
    fc.property(ms, ms, fc.nat(5_000), (by, now, others) => {
      if (mustTell(by, others, now)) expect(mustTell(by, others + 1, now) && mustTell(by, others, now + 1)).toBe(true)
      if (now >= by) expect(mustTell(by, others, now)).toBe(true)
    }),
  )
  expect(mustTell(2_000, 1, 1_000)).toBe(false)
  expect(mustTell(2_000, 50, 1_000)).toBe(true)
})
