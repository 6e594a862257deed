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
