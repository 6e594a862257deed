import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../base/testing'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { rank } from '../figures/ranking'
import { rankingInputs } from '../figures/testing'
import { USUAL_CATEGORIES } from '../office/category'
import { THREE_CATEGORIES } from '../office/testing'
import { freeze, thaw } from './frozen'

test('figures thawed again rank as they did, and freeze to the same text', () => {
  fc.assert(
    fc.property(rankingInputs, (input) => {
      const text = freeze(input)
      expect(rank(thaw(text))).toEqual(rank(input))
      expect(freeze(thaw(text))).toBe(text)
    }),
    { numRuns: runs(200) },
  )
})

test('the order in which a database gives its rows does not change the text', () => {
  fc.assert(
    fc.property(rankingInputs, (input) => {
      const shuffled = {
        ...input,
        items: new Map([...input.items].reverse()),
        targets: new Map([...input.targets].reverse()),
      }
      expect(freeze(shuffled)).toBe(freeze(input))
    }),
    { numRuns: runs(50) },
  )
})

test('the usual two are not named, so that what was frozen before there were others still says the same', () => {
  const text = freeze(golden2020Q3)
  expect(text).not.toContain('categories')
  expect(freeze({ ...golden2020Q3, categories: USUAL_CATEGORIES })).toBe(text)
  expect(rank(thaw(text)).tables.map(({ category }) => category)).toEqual(USUAL_CATEGORIES)
})

test('others are frozen with all their words', () => {
  const renamed = USUAL_CATEGORIES.map((row) => (row.key === 'town' ? { ...row, title: '各乡镇' } : row))
  for (const categories of [THREE_CATEGORIES, renamed, USUAL_CATEGORIES.slice(0, 1)])
    expect(thaw(freeze({ ...golden2020Q3, categories })).categories).toEqual(categories)
})
