import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepOf, type Transition } from './lifecycle'

type State = 'open' | 'shut' | 'gone'
type Moment = { locked: boolean; guests: number }

const shut: Transition<State, State, Moment> = {
  from: ['open'],
  to: 'shut',
  said: { gone: 'There is no door.' },
  otherwise: 'It is shut already.',
  guards: [
    [({ locked }) => locked, 'Unlock it first.'],
    [({ guests }) => guests > 0, 'Wait for the guests.'],
  ],
}
const now = (over: Partial<Moment> = {}): Moment => ({ locked: false, guests: 0, ...over })

describe('one step of a life-cycle', () => {
  test('leads on from a state in which it may be done', () => {
    expect(stepOf(shut, 'open', 'open', now())).toEqual({ to: 'shut' })
  })

  test('says why from any other: in words of that state’s own, or in those for the rest', () => {
    expect(stepOf(shut, 'gone', 'gone', now())).toEqual({ blocked: 'There is no door.' })
    expect(stepOf(shut, 'shut', 'shut', now())).toEqual({ blocked: 'It is shut already.' })
  })

  test('is stopped by the first guard that holds, and a wrong state is said before any', () => {
    expect(stepOf(shut, 'open', 'open', now({ locked: true, guests: 2 }))).toEqual({ blocked: 'Unlock it first.' })
    expect(stepOf(shut, 'open', 'open', now({ guests: 2 }))).toEqual({ blocked: 'Wait for the guests.' })
    expect(stepOf(shut, 'shut', 'shut', now({ locked: true }))).toEqual({ blocked: 'It is shut already.' })
  })

  test('that leads nowhere leaves the state that is kept, whatever it stands for', () => {
    const knock = { from: ['open', 'shut'], to: 'same', otherwise: '' } satisfies Transition<State>
    expect(stepOf(knock, 'shut', 'open', now())).toEqual({ to: 'open' })
  })

  test('either leads somewhere or says something, never both and never neither', () => {
    const states = fc.constantFrom<State>('open', 'shut', 'gone')
    const rules = fc.record({
      from: fc.subarray<State>(['open', 'shut', 'gone']),
      to: fc.constantFrom<State | 'same'>('open', 'shut', 'gone', 'same'),
      otherwise: fc.string({ minLength: 1 }),
      guards: fc.array(fc.tuple(fc.func(fc.boolean()), fc.string({ minLength: 1 })), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(rules, states, fc.boolean(), (rule, at, locked) => {
        const { to, blocked } = stepOf(rule, at, at, now({ locked }))
        expect([to === undefined, blocked === undefined].filter(Boolean)).toHaveLength(1)
        if (to !== undefined) expect(rule.from).toContain(at)
      }),
    )
  })
})
