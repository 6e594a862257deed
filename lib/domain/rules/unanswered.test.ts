import { expect, test } from 'vitest'
import { formatPoints } from '../base/exact'
import { extraOf, pointLinesOf, totalOf } from './lines'
import { DEPARTMENT, rulesOf } from './testing'
import { unansweredCost } from './unanswered'

const units = new Set(['a'])
const brief = { unitId: 'a', kind: 'district_brief' as const, count: 1, id: '1', itemId: 'i' }
const unanswered = (times: number) => Array.from({ length: times }, (_, n) => ({ commissionId: `${n}`, unitId: 'a' }))

test('costs nothing unless the rules say so', () => {
  expect(unansweredCost(rulesOf(DEPARTMENT))).toBe(0)
})

// Worked example: one 区级简讯 (3 points), 1 point off for each commission that was left unanswered.
test.each([
  [1, '2', '−1'],
  [3, '0', '−3'],
  [5, '0', '−3'],
])('%d unanswered leave %s points: %s, and never below zero', (times, points, extra) => {
  const rules = rulesOf({ ...DEPARTMENT, unanswered: 1 })
  const lines = pointLinesOf({ adoptions: [brief], unanswered: unanswered(times) }, units, rules).get('a') ?? []
  expect([formatPoints(totalOf(lines)), formatPoints(extraOf(lines))]).toEqual([points, extra])
})
