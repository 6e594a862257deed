import { expect, test } from 'vitest'
import { type CategoryRow, USUAL_CATEGORIES } from '../office/category'
import { SEVEN_CATEGORIES } from '../office/testing'
import type { Quarter } from '../time/quarter'
import { wordsFor } from './category-words'

const usual = wordsFor(USUAL_CATEGORIES)
const seven = wordsFor(SEVEN_CATEGORIES)

test.each([
  ['2020年三季度区级部门政务信息报送统计表', 'department'],
  ['2020年三季度镇、街道政务信息报送统计表', 'town'],
  ['乡镇报送情况表', 'town'],
  ['镇(街道)采用情况表', 'town'],
  ['部门和镇街采用情况表', undefined],
  ['2020年三季度政务信息报送统计表', undefined],
])('%s is the table of %s', (title, key) => {
  expect(usual.in(title)?.key).toBe(key)
})

test('a further category is known by its own words, the longest first', () => {
  expect(seven.in('区属国有企业报送统计表')?.key).toBe('soe')
  expect(seven.in('省市驻区单位报送统计表')?.key).toBe('resident')
  expect(usual.in('区属国有企业报送统计表')).toBeNull()
  const township: CategoryRow = {
    ...{ key: 'farm', name: '乡镇企业', title: '乡镇企业', words: '乡镇企业' },
    ...{ aliases: [], position: 3, validFrom: null },
  }
  expect(wordsFor([...USUAL_CATEGORIES, township]).in('乡镇企业报送统计表')?.key).toBe('farm')
})

test('what ends the names of units means no category by itself', () => {
  const alone = new RegExp(`^(?:${usual.whole})$`)
  expect(['部门', '镇街', '乡镇', '镇', '街道', '乡'].filter((word) => alone.test(word))).toEqual([
    '部门',
    '镇街',
    '乡镇',
  ])
})

test('tables are expected of the categories that hold in the quarter, of all where it is not known', () => {
  const later = { ...(SEVEN_CATEGORIES[2] as CategoryRow), validFrom: '2021Q1' as Quarter }
  const words = wordsFor([...USUAL_CATEGORIES, later])
  expect(words.expected('2020Q4' as Quarter)).toEqual(USUAL_CATEGORIES)
  expect(words.expected('2021Q1' as Quarter)).toContain(later)
  expect(words.expected(null)).toContain(later)
})

test('where there is no category, nothing names one', () => {
  const none = wordsFor([])
  expect(none.in('区级部门')).toBeNull()
  expect(new RegExp(none.any).test('部门')).toBe(false)
})
