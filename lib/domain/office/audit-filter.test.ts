import { expect, test } from 'vitest'
import { auditFilterIn, auditFilterQuery } from './audit-filter'

const VERBS = ['item.submit', 'item.grade']

test('an address asks by person, days, verb and object; spaces around them mean nothing', () => {
  const asked = { person: ' 张 ', from: '2026-01-01', to: '2026-03-31', verb: 'item.grade', object: ' 2026Q1-0001' }
  const filter = { person: '张', from: '2026-01-01', to: '2026-03-31', verb: 'item.grade', object: '2026Q1-0001' }
  expect(auditFilterIn(asked, VERBS)).toEqual(filter)
  expect(auditFilterIn(Object.fromEntries(new URLSearchParams(auditFilterQuery(filter))), VERBS)).toEqual(filter)
})

test('what is no day, no verb, empty or said twice is not asked', () => {
  const odd = { person: ' ', from: '2026-02-30', to: 'x', verb: 'item.burn', object: ['a', 'b'] }
  expect(auditFilterIn(odd, VERBS)).toEqual({})
  expect(auditFilterIn({}, VERBS)).toEqual({})
})

test('no more than a hundred letters are looked for', () => {
  expect(auditFilterIn({ person: '甲'.repeat(101) }, VERBS).person).toBe('甲'.repeat(100))
})
