import { expect, test } from 'vitest'
import { FIRST_REASONS, originalInWords, REASON_VERBS, reasonInWords } from './reason'

test('an office without codes begins with some for every verb, each under an id of its own', () => {
  expect(new Set(FIRST_REASONS.map(({ id }) => id)).size).toBe(FIRST_REASONS.length)
  expect(new Set(FIRST_REASONS.map(({ verb }) => verb))).toEqual(new Set(Object.keys(REASON_VERBS)))
  expect(FIRST_REASONS.filter(({ verb }) => verb === 'not_used').map(({ words }) => words)).toEqual([
    '已有同类信息',
    '时效已过',
    '内容不够具体',
    '属一般性工作动态',
    '超出报送范围',
  ])
})

test('a reason is a code, a sentence, both, or none', () => {
  expect(reasonInWords('时效已过', '事件在上月。')).toBe('时效已过；事件在上月。')
  expect(reasonInWords('时效已过', '')).toBe('时效已过')
  expect(reasonInWords(null, '事件在上月。')).toBe('事件在上月。')
  expect(reasonInWords(null, '')).toBeNull()
})

test("a unit reads title and number of its own item, and nothing of another unit's", () => {
  const original = { unitId: 'dept', ref: '2026Q4-0007', title: '保密的标题' }
  expect(originalInWords(original, 'dept')).toBe('与本单位 2026Q4-0007《保密的标题》重复')
  expect(originalInWords(original, 'town')).toBe('与其他单位报送的信息重复')
})
