import { expect, test } from 'vitest'
import { USUAL_CATEGORIES } from '@/lib/domain/office/category'
import { rulesOf } from '@/lib/domain/rules/testing'
import type { Quarter } from '@/lib/domain/time/quarter'
import { quartersToHold } from '../quarters'
import { changesInWords, trialPath } from './changes'

const rules = USUAL_CATEGORIES.map((category) => ({
  category,
  rules: rulesOf({ district_full: category.key === 'town' ? 8 : 6 }),
}))
const town = { category: 'town', kind: 'district_full', points: 1050 } as const
const department = { category: 'department', kind: 'district_full', points: 800 } as const

test('changes are said by category, each beside what holds', () => {
  expect(changesInWords([town, department], rules)).toBe('部门：区级采用·信息 6→8；镇街：区级采用·信息 8→10.5')
  expect(changesInWords([town], rules)).toBe('镇街：区级采用·信息 8→10.5')
  expect(changesInWords([], rules)).toBe('')
})

test('the address under which changes can be tried holds all of them', () => {
  const path = trialPath('2020Q3', [town, department])
  expect(path).toMatch(/^\/simulations\/new\?/)
  expect(Object.fromEntries(new URLSearchParams(path.split('?')[1]))).toEqual({
    quarter: '2020Q3',
    'town.district_full': '10.5',
    'department.district_full': '8',
  })
})

test('a rule can be written from a quarter to a year after the present one, or after a later first one', () => {
  const held = (first: string, current: string) => quartersToHold(first as Quarter, current as Quarter)
  expect(held('2026Q3', '2026Q4')).toEqual(['2026Q3', '2026Q4', '2027Q1', '2027Q2', '2027Q3', '2027Q4'])
  expect(held('2027Q1', '2026Q4')).toEqual(['2027Q1', '2027Q2', '2027Q3', '2027Q4', '2028Q1'])
})
