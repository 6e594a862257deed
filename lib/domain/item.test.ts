import { describe, expect, test } from 'vitest'
import { countingInstant, counts, STATES, type State, step, TRANSITIONS, type Verb } from './item'

const states = Object.keys(STATES) as State[]
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

describe('the life-cycle of an item', () => {
  test('every verb from every state, without an adoption', () => {
    expect(lifeCycle(0)).toMatchInlineSnapshot(`
      "           draft             awaiting_signoff  received          sent_back         withdrawn         duplicate
      save       draft             ·                 ·                 sent_back         withdrawn         ·
      submit     received          ·                 ·                 received          received          ·
      withdraw   ·                 ·                 withdrawn         ·                 ·                 ·
      send_back  ·                 ·                 sent_back         ·                 ·                 ·
      grade      ·                 ·                 received          ·                 ·                 ·
      revoke     ·                 ·                 received          ·                 ·                 ·"
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
      revoke     ·                 ·                 received          ·                 ·                 ·"
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
