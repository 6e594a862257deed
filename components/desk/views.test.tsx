import { expect, test } from 'vitest'
import { SEVEN_CATEGORIES } from '@/lib/domain/office/testing'
import type { Quarter } from '@/lib/domain/time/quarter'
import { builtInViews } from './views'

const named = (categories: number) =>
  builtInViews('2026Q1' as Quarter, SEVEN_CATEGORIES.slice(0, categories))
    .filter(({ query }) => query.includes('category='))
    .map(({ name, query }) => `${name} ${query}`)

test('every category has a view of its own where there are several; one alone is what 我的待办 shows', () => {
  expect(named(1)).toEqual([])
  expect(named(2)).toEqual([
    '部门待处理 ?category=department&state=ungraded',
    '镇街待处理 ?category=town&state=ungraded',
  ])
  expect(named(3)).toHaveLength(3)
  expect(named(7).map((view) => view.split('待处理')[0])).toEqual(SEVEN_CATEGORIES.map(({ name }) => name))
})
