import { expect, test } from 'vitest'
import type { Quarter } from '../time/quarter'
import {
  categoriesIn,
  categoriesInWords,
  categoryName,
  categoryPlace,
  isCategoryKey,
  USUAL_CATEGORIES,
} from './category'
import { SEVEN_CATEGORIES, USUAL_KEYS } from './testing'

test('the usual two have been there from the beginning', () => {
  expect(USUAL_CATEGORIES.map(({ key }) => key)).toEqual(USUAL_KEYS)
  expect(categoriesIn(USUAL_CATEGORIES, '2000Q1' as Quarter)).toEqual(USUAL_CATEGORIES)
})

test('a later one holds from its quarter on, in its place', () => {
  const rows = SEVEN_CATEGORIES.map((row) =>
    row.key === 'department' ? { ...row, validFrom: '2020Q3' as Quarter } : row,
  )
  expect(categoriesIn(rows.toReversed(), '2020Q2' as Quarter)[0]?.key).toBe('town')
  expect(categoriesIn(rows.toReversed(), '2020Q3' as Quarter).map(({ key }) => key)).toEqual(
    SEVEN_CATEGORIES.map(({ key }) => key),
  )
})

test('names and places; what the register does not know is called by its key and comes last', () => {
  expect(USUAL_KEYS.map((key) => categoryName(USUAL_CATEGORIES, key))).toEqual(['部门', '镇街'])
  expect(categoryName(USUAL_CATEGORIES, 'park')).toBe('park')
  expect(['town', 'department', 'park'].map((key) => categoryPlace(USUAL_CATEGORIES, key))).toEqual([1, 0, 2])
})

test('one, two and three in words', () => {
  expect([1, 2, 3].map((n) => categoriesInWords(SEVEN_CATEGORIES.slice(0, n).map(({ name }) => name)))).toEqual([
    '部门',
    '部门和镇街',
    '部门、镇街和园区',
  ])
  expect(categoriesInWords([])).toBe('')
})

test.each(['park', 'soe_2', 'department'])('%s may be a key', (key) => expect(isCategoryKey(key)).toBe(true))
test.each(['', '园区', '2nd', 'Park', 'a-b', '__proto__', 'a b', 'x'.repeat(32), null, ['town']])('%j may not', (key) =>
  expect(isCategoryKey(key)).toBe(false),
)
