import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ISOLATED } from '../secrecy/isolation'
import {
  countingInstant,
  counts,
  type ItemMoment,
  type ItemState,
  itemNamed,
  originalFault,
  STATES,
  step,
  TRANSITIONS,
  type Verb,
} from './item'

const states = Object.keys(STATES) as ItemState[]
const verbs = Object.keys(TRANSITIONS) as Verb[]

/** One line a verb: where it leads from each state, `·` where it is blocked. */
function lifeCycle(adoptions: number): string {
  const width = Math.max(...states.map((s) => s.length)) + 2
  const line = (head: string, cells: string[]) => head.padEnd(11) + cells.map((c) => c.padEnd(width)).join('')
  const rows = verbs.map((verb) => {
    return line(
      verb,
      states.map((state) => step(verb, { state, adoptions }).to ?? '·'),
    )
  })
  return [line('', states), ...rows].map((row) => row.trimEnd()).join('\n')
}

/** What a verb makes of a moment, as lib/data writes it; the moment itself where it is blocked. */
function after(verb: Verb, now: ItemMoment): ItemMoment {
  const { to } = step(verb, now)
  if (to === undefined) return now
  const adoptions = now.adoptions + (verb === 'grade' ? 1 : verb === 'revoke' && now.adoptions > 0 ? -1 : 0)
  const lifted = (['submit', 'withdraw', 'send_back', 'duplicate', 'reinstate'] as Verb[]).includes(verb)
  return { state: to, adoptions, notUsed: verb === 'not_used' || (now.notUsed === true && !lifted) }
}

test('on what is isolated nothing is done but taking back what was scored', () => {
  for (const state of states)
    for (const verb of verbs)
      expect(step(verb, { state, adoptions: 1, isolated: true })).toEqual(
        verb === 'revoke' ? step(verb, { state, adoptions: 1 }) : { blocked: ISOLATED },
      )
})

describe('未采用 and 重复', () => {
  const ruled: ItemMoment = { state: 'received', adoptions: 0, notUsed: true }

  test('what is not used still counts and may be withdrawn, sent back, ruled a duplicate or reinstated', () => {
    const open = verbs.filter((verb) => step(verb, ruled).to !== undefined)
    expect(open).toEqual(['withdraw', 'send_back', 'duplicate', 'reinstate'])
    expect(counts(ruled.state)).toBe(true)
    expect(step('grade', ruled).blocked).toContain('请先恢复')
  })

  test('what is adopted is neither, until its adoptions are revoked', () => {
    for (const verb of ['not_used', 'duplicate'] as const) {
      expect(step(verb, { state: 'received', adoptions: 1 }).blocked).toContain('请先撤销采用')
    }
  })

  test('whatever is done in whatever order, no item is adopted and at the same time not used, a duplicate or away', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verbs), { maxLength: 30 }), (order) => {
        let now: ItemMoment = { state: 'draft', adoptions: 0 }
        for (const verb of order) {
          now = after(verb, now)
          if (now.adoptions > 0) expect(now).toMatchObject({ state: 'received', notUsed: false })
          if (now.notUsed) expect(now.state).toBe('received')
        }
      }),
    )
  })

  test('a duplicate repeats another item that counts: never itself, never one that repeats a third', () => {
    const faults = states.map((state) => originalFault({ id: 'a' }, { id: 'b', state }))
    expect(states.filter((_, i) => faults[i] === null)).toEqual(['received'])
    expect(originalFault({ id: 'a' }, { id: 'a', state: 'received' })).toContain('不能与自身重复')
    expect(faults[states.indexOf('duplicate')]).toContain('请填写它所重复的那一条')
    expect(faults[states.indexOf('withdrawn')]).toContain('不在已接收状态')
  })
})

describe('the life-cycle of an item', () => {
  test('every verb from every state, without an adoption', () => {
    expect(lifeCycle(0)).toMatchInlineSnapshot(`
      "           draft             awaiting_signoff  received          sent_back         withdrawn         duplicate
      save       draft             ·                 ·                 sent_back         withdrawn         ·
      submit     received          ·                 ·                 received          received          ·
      withdraw   ·                 ·                 withdrawn         ·                 ·                 ·
      send_back  ·                 ·                 sent_back         ·                 ·                 ·
      grade      ·                 ·                 received          ·                 ·                 ·
      join       ·                 ·                 received          ·                 ·                 ·
      revoke     ·                 ·                 received          ·                 ·                 ·
      not_used   ·                 ·                 received          ·                 ·                 ·
      duplicate  ·                 ·                 duplicate         ·                 ·                 ·
      reinstate  ·                 ·                 ·                 ·                 ·                 received"
    `)
  })

  test('an adopted item stays with the office: not withdrawn, not sent back', () => {
    expect(lifeCycle(1)).toMatchInlineSnapshot(`
      "           draft             awaiting_signoff  received          sent_back         withdrawn         duplicate
      save       draft             ·                 ·                 sent_back         withdrawn         ·
      submit     received          ·                 ·                 received          received          ·
      withdraw   ·                 ·                 ·                 ·                 ·                 ·
      send_back  ·                 ·                 ·                 ·                 ·                 ·
      grade      ·                 ·                 received          ·                 ·                 ·
      join       ·                 ·                 ·                 ·                 ·                 ·
      revoke     ·                 ·                 received          ·                 ·                 ·
      not_used   ·                 ·                 ·                 ·                 ·                 ·
      duplicate  ·                 ·                 ·                 ·                 ·                 ·
      reinstate  ·                 ·                 ·                 ·                 ·                 received"
    `)
  })

  test('blocked means told: each refusal is a sentence of its own, and those for an adoption name the way out', () => {
    for (const verb of verbs) {
      for (const state of states) {
        const { to, blocked } = step(verb, { state, adoptions: 0 })
        if (to === undefined) expect(blocked).toMatch(/[。]$/)
      }
    }
    expect(step('withdraw', { state: 'received', adoptions: 2 }).blocked).toContain('先撤销采用')
    expect(step('send_back', { state: 'received', adoptions: 1 }).blocked).toContain('先撤销采用')
  })
})

test('only what is received counts', () => {
  expect(states.filter(counts)).toEqual(['received'])
})

test('what was sent back keeps its first instant; what was withdrawn, or never sent, counts from its arrival', () => {
  expect(countingInstant('sent_back', 100, 900)).toBe(100)
  expect(countingInstant('withdrawn', 100, 900)).toBe(900)
  expect(countingInstant('draft', null, 900)).toBe(900)
  expect(countingInstant('sent_back', null, 900)).toBe(900)
})

test('an item is named by its number, or by an address of its page', () => {
  const typed = ['2026Q4-0007', 'http://localhost:3000/desk/a_1-b?text=x', '/items/a_1-b']
  expect(typed.map(itemNamed)).toEqual(['2026Q4-0007', 'a_1-b', 'a_1-b'])
})
