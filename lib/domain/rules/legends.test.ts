import { expect, test } from 'vitest'
import type { Quarter } from '../time/quarter'
import { legendOver } from './legends'
import { rulesOf } from './testing'

const legend = (rules: ReturnType<typeof rulesOf>) =>
  `说明：区级信息计 ${(rules.get('district_full')?.points ?? 0) / 100} 分。`
const over = (points: Record<string, number>) =>
  legendOver(
    Object.entries(points).map(([quarter, district_full]) => ({
      quarter: quarter as Quarter,
      rules: rulesOf({ district_full }),
    })),
    legend,
  )

test('is said once where all quarters say the same', () => {
  expect(over({ '2020Q1': 6, '2020Q2': 6 })).toBe('说明：区级信息计 6 分。')
  expect(over({ '2020Q3': 8 })).toBe('说明：区级信息计 8 分。')
  expect(over({})).toBe('')
})

test('is said quarter by quarter where the rules changed, equal quarters together', () => {
  expect(over({ '2020Q1': 6, '2020Q2': 8, '2020Q3': 6 })).toBe(
    '说明：一季度、三季度：区级信息计 6 分；二季度：区级信息计 8 分。',
  )
})
