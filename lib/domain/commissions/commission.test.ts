import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ItemState, STATES } from '../items/item'
import {
  ANSWERS,
  type AnswerState,
  answerFault,
  answerState,
  deadlineOf,
  isCommissionOpen,
  lateInWords,
  tally,
  timeLeft,
} from './commission'

const deadline = deadlineOf('2026-11-25', '18:00')
const HOUR = 3_600_000
const none = { deadline, closedAt: null, answeredAt: null, state: null }

test('a deadline is a time of day in Shanghai', () => {
  expect(new Date(deadline).toISOString()).toBe('2026-11-25T10:00:00.000Z')
})

describe('where a unit stands', () => {
  test('it is waited for up to the deadline itself, then overdue, then closed without an answer', () => {
    expect(answerState(none, deadline)).toBe('waiting')
    expect(answerState(none, deadline + 1)).toBe('overdue')
    expect(answerState({ ...none, closedAt: deadline }, deadline + 1)).toBe('unanswered')
  })

  test('an answer after the deadline is an answer, and counts as late', () => {
    const by = (answeredAt: number) => answerState({ ...none, answeredAt, state: 'received' }, deadline + HOUR)
    expect([by(deadline), by(deadline + 1)]).toEqual(['answered', 'late'])
    expect([lateInWords(deadline, deadline), lateInWords(deadline, deadline + HOUR)]).toEqual(['', '当日逾期回复'])
    expect(lateInWords(deadline, deadline + 48 * HOUR)).toBe('逾期 2 天回复')
  })

  test('what was withdrawn answers nothing; what was sent back waits for the unit; a duplicate did answer', () => {
    const by = (state: ItemState) => answerState({ ...none, answeredAt: deadline, state }, deadline)
    expect([by('withdrawn'), by('sent_back'), by('duplicate')]).toEqual(['waiting', 'returned', 'answered'])
  })

  test('whatever happened, it is exactly one thing with a word, and an answer that stands asks nothing more', () => {
    const states = fc.constantFrom(...(Object.keys(STATES) as ItemState[]))
    const at = fc.integer({ min: deadline - HOUR, max: deadline + HOUR })
    const facts = fc.record({ closedAt: fc.option(at), answeredAt: fc.option(at), state: states })
    fc.assert(
      fc.property(facts, at, ({ closedAt, answeredAt, state }, now) => {
        const where = answerState({ deadline, closedAt, answeredAt, state: answeredAt === null ? null : state }, now)
        expect(ANSWERS[where]).toBeTruthy()
        if (where === 'answered' || where === 'late') expect(answeredAt).not.toBeNull()
        if (closedAt !== null) expect(['waiting', 'overdue']).not.toContain(where)
      }),
    )
  })
})

test('the time left is counted in days of the calendar', () => {
  expect(timeLeft(deadline, deadlineOf('2026-11-23', '23:59'))).toBe('剩 2 天')
  expect(timeLeft(deadline, deadlineOf('2026-11-25', '00:00'))).toBe('今天截止')
  expect(timeLeft(deadline, deadline + HOUR)).toBe('已逾期')
  expect(timeLeft(deadline, deadlineOf('2026-11-28', '09:00'))).toBe('已逾期 3 天')
})

test('a tally adds up', () => {
  const states: AnswerState[] = ['answered', 'late', 'waiting', 'overdue', 'returned', 'unanswered']
  expect(tally(states)).toEqual({ asked: 6, answered: 2, late: 1, open: 3 })
  expect(states.filter(isCommissionOpen)).toEqual(['waiting', 'overdue', 'returned'])
})

test('a closed commission and one answered already take no other item, and say what to do', () => {
  const open = { deadline, closedAt: null }
  const empty = { itemId: null, answeredAt: null, state: null }
  const given = { itemId: 'a', answeredAt: deadline, state: 'received' as ItemState }
  expect(answerFault(open, empty, 'a')).toBeNull()
  expect(answerFault({ ...open, closedAt: deadline }, empty, 'a')).toContain('不再接收回复')
  expect(answerFault(open, given, 'b')).toContain('另一条信息')
  // The same item again, sent back and revised; and another one for what was withdrawn.
  expect(answerFault({ ...open, closedAt: deadline }, { ...given, state: 'sent_back' }, 'a')).toBeNull()
  expect(answerFault(open, { ...given, state: 'withdrawn' }, 'b')).toBeNull()
  // What was withdrawn had not answered when the commission was closed.
  expect(answerFault({ ...open, closedAt: deadline }, { ...given, state: 'withdrawn' }, 'a')).toContain('不再接收回复')
})
