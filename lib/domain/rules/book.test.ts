import { expect, test } from 'vitest'
import type { Quarter } from '../time/quarter'
import { ENDED, isRuleKind, rulesInForce } from './book'
import { rowsOf } from './testing'

test('what a line may speak of', () => {
  const known = ['district_full', 'submission', 'joint', 'instruction_city', 'publication:每日要情', '国家级采用']
  expect(known.filter((kind) => !isRuleKind(kind))).toEqual([])
  const none = ['publication:', 'publication:《每日要情》', 'instruction_nation', 'toString', '']
  expect(none.filter(isRuleKind)).toEqual([])
})

test('a line that has ended is as if it had never been written, until it is written anew', () => {
  const rows = [
    ...rowsOf({ 'publication:每日要情': 3 }, 'department', '2020Q1'),
    ...rowsOf({ 'publication:每日要情': ENDED }, 'department', '2020Q3'),
    ...rowsOf({ 'publication:每日要情': 4 }, 'department', '2021Q1'),
  ]
  const points = (quarter: string) =>
    rulesInForce(rows, 'department', quarter as Quarter).get('publication:每日要情')?.points
  expect(['2019Q4', '2020Q2', '2020Q3', '2020Q4', '2021Q1'].map(points)).toEqual([
    undefined,
    300,
    undefined,
    undefined,
    400,
  ])
})

test('the newest line that is not later than the quarter holds, of its own category alone, in whatever order they come', () => {
  const rows = [
    ...rowsOf({ district_full: 8 }, 'department', '2020Q3'),
    ...rowsOf({ district_full: 6 }, 'department', '2020Q1'),
    ...rowsOf({ district_full: 9 }, 'town', '2020Q4'),
    ...rowsOf({ district_full: 7 }, 'department', '2020Q3'),
  ]
  const points = (quarter: string) => rulesInForce(rows, 'department', quarter as Quarter).get('district_full')?.points
  expect(['2020Q1', '2020Q2', '2020Q3', '2020Q4'].map(points)).toEqual([600, 600, 700, 700])
})

test('a publication’s name has no marks and is not too long', () => {
  expect(isRuleKind(`publication:${'要'.repeat(30)}`)).toBe(true)
  const none = [`publication:${'要'.repeat(31)}`, 'x publication:要情', 'publication:要情》']
  expect(none.filter(isRuleKind)).toEqual([])
})
