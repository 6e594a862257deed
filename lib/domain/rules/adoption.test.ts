import { expect, test } from 'vitest'
import { pointsOf } from './adoption'
import { DEPARTMENT, rulesOf } from './testing'

// Worked examples. Departments of 2020 Q3, and an office that gives 每日要情 3 and 专报 10 points of their own.
const rules = rulesOf({ ...DEPARTMENT, 'publication:每日要情': 3, 'publication:专报': 10, 国家级采用: 40 })

test.each([
  ['区级信息 without a publication: 6', { kind: 'district_full' as const }, 600],
  [
    'in a publication that has no points of its own: by level and form, 6',
    { kind: 'district_full' as const, publication: '《雁江信息》' },
    600,
  ],
  ['in 每日要情: 3, whatever the level', { kind: 'district_full' as const, publication: '每日要情' }, 300],
  ['in 每日要情 at the city: 3 as well', { kind: 'city_brief' as const, publication: '每日要情' }, 300],
  ['however its name was typed', { kind: 'district_brief' as const, publication: ' 《专 报》' }, 1000],
  ['a level that the office has added', { kind: '国家级采用' as const }, 4000],
  ['a kind that has no line: 0', { kind: '国家级采用·简讯' as const }, 0],
])('%s', (_, adoption, points) => {
  expect(pointsOf(adoption, rules)).toBe(points)
})
