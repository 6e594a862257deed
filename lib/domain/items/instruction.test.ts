import { expect, test } from 'vitest'
import { dayFaults, feedbackInWords, INSTRUCTION_LEVELS, instructFault, instructionInWords } from './instruction'
import { type ItemState, STATES } from './item'

test('levels are a closed list of three', () => {
  expect(Object.keys(INSTRUCTION_LEVELS)).toEqual(['district', 'city', 'province'])
})

test('an instruction stands on what was received, and on nothing else', () => {
  const states = Object.keys(STATES) as ItemState[]
  expect(states.filter((state) => instructFault(state) === null)).toEqual(['received'])
  expect(instructFault('withdrawn')).toContain('撤回')
})

test('no instruction is older than its item, no feedback is due before the instruction', () => {
  expect(dayFaults({ givenOn: '2026-11-20', feedbackDue: '2026-11-20' }, '2026-11-20')).toEqual({})
  expect(dayFaults({ givenOn: '2026-11-20', feedbackDue: '' }, '2026-11-20')).toEqual({})
  expect(dayFaults({ givenOn: '2026-11-19', feedbackDue: '2026-11-18' }, '2026-11-20')).toEqual({
    givenOn: '批示日期不能早于报送日期（2026年11月20日）。',
    feedbackDue: '反馈期限不能早于批示日期。',
  })
})

test('where the feedback stands is said in days', () => {
  const due = (feedbackDue: string | null, feedbackOn: string | null = null) =>
    feedbackInWords({ feedbackDue, feedbackOn }, '2026-11-24')
  expect(due(null)).toBeNull()
  expect(due('2026-11-26')).toBe('应于2026年11月26日前反馈，剩 2 天')
  expect(due('2026-11-24')).toBe('应于2026年11月24日前反馈，今天到期')
  expect(due('2026-11-21')).toBe('应于2026年11月21日前反馈，已逾期 3 天')
  expect(due('2026-11-21', '2026-11-23')).toBe('2026年11月23日已反馈，逾期 2 天')
  expect(due('2026-11-21', '2026-11-21')).toBe('2026年11月21日已反馈')
})

test('an instruction says its level, its day and its words', () => {
  const said = { level: 'city', givenOn: '2026-11-24', words: '请有关部门研究。' } as const
  expect(instructionInWords(said)).toBe('市级领导批示，2026年11月24日：请有关部门研究。')
})
