import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { watchClock } from './clock.mjs'

const MINUTE = 60_000

/** A machine whose time goes on and whose clock can be set. */
function machine(boot = 'one') {
  let [wall, steady] = [1_600_000_000_000, 5_000]
  return {
    boot,
    wall: () => wall,
    steady: () => steady,
    pass(ms: number) {
      wall += ms
      steady += ms
    },
    set(by: number) {
      wall += by
    },
  }
}

const aFile = () => join(mkdtempSync(join(tmpdir(), 'clock-')), 'clock.json')

test('a clock that goes on, or is set by less than a minute at a time, is no jump', () => {
  const small = fc.record({ pass: fc.integer({ min: 0, max: 1e8 }), set: fc.integer({ min: -MINUTE, max: MINUTE }) })
  fc.assert(
    fc.property(fc.array(small), (steps) => {
      const here = machine()
      const clock = watchClock(here)
      for (const { pass, set } of steps) {
        here.pass(pass)
        here.set(set)
        expect(clock.off()).toBeNull()
      }
    }),
  )
})

test('a jump stands since the last look before it: whatever was noted by the new clock was noted after it', () => {
  const here = machine()
  const clock = watchClock(here)
  here.pass(MINUTE)
  clock.off()
  here.set(-100 * MINUTE)
  const lookedLast = here.wall()
  here.pass(900)
  expect(clock.off()).toEqual({ drift: -100 * MINUTE, since: lookedLast })
})

test('a jump stands, with how far the clock is off now, until it is confirmed', () => {
  const far = fc.integer({ min: MINUTE + 1, max: 1e11 }).chain((by) => fc.constantFrom(by, -by))
  fc.assert(
    fc.property(
      far,
      fc.array(fc.integer({ min: 0, max: 1e7 })),
      fc.integer({ min: -1e8, max: 1e8 }),
      (by, waits, more) => {
        const here = machine()
        const clock = watchClock(here)
        here.set(by)
        const since = here.wall()
        for (const wait of waits) {
          expect(clock.off()).toEqual({ drift: by, since })
          here.pass(wait)
        }
        clock.off()
        here.set(more)
        expect(clock.off()?.drift).toBe(by + more)
        clock.confirm()
        expect(clock.off()).toBeNull()
      },
    ),
  )
})

test('it stands after the server was started anew, whatever the clock did meanwhile, and after the machine was', () => {
  const file = aFile()
  const here = machine()
  const clock = watchClock({ ...here, file })
  here.set(10 * MINUTE)
  expect(clock.off()?.drift).toBe(10 * MINUTE)
  here.pass(90_000)
  here.set(5 * MINUTE)
  expect(watchClock({ ...here, file }).off()?.drift).toBe(15 * MINUTE)
  const anew = machine('two')
  anew.set(-123 * MINUTE)
  const after = watchClock({ ...anew, file })
  expect(after.off()?.drift).toBe(15 * MINUTE)
  after.confirm()
  expect(watchClock({ ...anew, file }).off()).toBeNull()
})

test('a file that is none of ours is no jump', () => {
  expect(watchClock({ ...machine(), file: join(tmpdir(), 'no', 'such', 'clock.json') }).off()).toBeNull()
})
