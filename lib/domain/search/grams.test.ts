import { expect, test } from 'vitest'
import type { Quarter } from '../time/quarter'
import { gramsOf, gramsOfWord, quarterGram, unitGram } from './grams'

test('a text has its characters and its neighbouring pairs, each once, and none across two texts', () => {
  expect(gramsOf(['桥路']).size).toBe(3)
  expect(gramsOf(['桥桥桥']).size).toBe(2)
  expect(gramsOf(['桥', '路']).size).toBe(2)
  expect(gramsOf([null, '']).size).toBe(0)
  expect(gramsOf(['桥', '路']).has(gramsOfWord('桥路')[0] ?? 0)).toBe(false)
})

test('a word asks for its pairs alone, a single character for itself', () => {
  expect(gramsOfWord('财政局')).toHaveLength(2)
  expect(gramsOfWord('桥')).toHaveLength(1)
  expect(gramsOfWord('')).toEqual([])
  const propose = (word: string, text: string) => gramsOfWord(word).every((gram) => gramsOf([text]).has(gram))
  expect(propose('财政局', '区财政局')).toBe(true)
  expect(propose('财政局', '财局政')).toBe(false)
  expect(propose('财政', '财务、行政')).toBe(false)
  expect(propose('桥', '过桥')).toBe(true)
  expect(propose('桥', '过路')).toBe(false)
})

test('every quarter has a gram of its own', () => {
  const quarters = Array.from({ length: 400 }, (_, i) => `${2000 + Math.floor(i / 4)}Q${(i % 4) + 1}` as Quarter)
  expect(new Set(quarters.map(quarterGram)).size).toBe(400)
  expect(quarterGram('2026Q4' as Quarter)).toBe(quarterGram('2026Q4' as Quarter))
})

test('units have grams of their own, as far as so few can be shared out; none is a quarter’s', () => {
  const ids = Array.from({ length: 200 }, (_, i) => `unit-${i}`)
  expect(new Set(ids.map(unitGram)).size).toBe(200)
  expect(unitGram('ab')).not.toBe(unitGram('ba'))
  expect(ids.map(unitGram)).not.toContain(quarterGram('2026Q4' as Quarter))
})
