import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fraction } from '../base/exact'
import { ofCategory, rank } from '../figures/ranking'
import { standings } from '../figures/standings'
import { rankingInputs } from '../figures/testing'
import type { Quarter } from '../time/quarter'
import { TIES, type Ties } from './order'
import { DEPARTMENT, rowsOf } from './testing'

// Worked example: four units with 9, 6, 6 and 3.
test.each([
  ['competition', [1, 2, 2, 4]],
  ['dense', [1, 2, 2, 3]],
  ['ordinal', [1, 2, 3, 4]],
] as const)('%s ranks: %j', (ties, ranks) => {
  const entries = [9, 6, 6, 3].map((n, i) => ({ row: { n }, value: fraction(n), officialPosition: i }))
  expect(standings(entries, ties).map(({ rank }) => rank)).toEqual(ranks)
})

const input = {
  quarter: '2020Q3' as Quarter,
  units: ['甲', '乙', '丙'].map((name, i) => ({ id: name, name, category: 'department' as const, position: i + 1 })),
  // 甲: 12 of 24 points, 4 of 4 items; 乙: 10 of 12 points, 1 of 4 items; 丙: no target of points, 3 of 4 items.
  targets: new Map([
    ['甲', { quarterlyItems: 4, annualPoints: 2400 }],
    ['乙', { quarterlyItems: 4, annualPoints: 1200 }],
    ['丙', { quarterlyItems: 4, annualPoints: null }],
  ]),
  items: new Map([
    ['甲', 4],
    ['乙', 1],
    ['丙', 3],
  ]),
  adoptions: [
    { unitId: '甲', kind: 'district_full' as const, count: 2 },
    { unitId: '乙', kind: 'city_full' as const, count: 1 },
    { unitId: '丙', kind: 'province' as const, count: 1 },
  ],
}
const ranked = (table: 'submission' | 'adoption', by: object) =>
  ofCategory(rank({ ...input, rules: rowsOf({ ...DEPARTMENT, ...by }) }), 'department')[table].map(({ unit, rank }) => [
    unit,
    rank,
  ])

test('adoptions rank by share, by points or by completion', () => {
  expect(ranked('adoption', {})).toEqual([
    ['乙', 1],
    ['甲', 2],
    ['丙', null],
  ])
  expect(ranked('adoption', { rank_adoption: 'points' })).toEqual([
    ['丙', 1],
    ['甲', 2],
    ['乙', 3],
  ])
  expect(ranked('adoption', { rank_adoption: 'completion' })).toEqual([
    ['甲', 1],
    ['丙', 2],
    ['乙', 3],
  ])
})

test('submissions rank by completion or by score', () => {
  const allOrNothing = { submission: ['all_or_nothing', 5] as const }
  expect(ranked('submission', allOrNothing)).toEqual([
    ['甲', 1],
    ['丙', 2],
    ['乙', 3],
  ])
  expect(ranked('submission', { ...allOrNothing, rank_submission: 'score' })).toEqual([
    ['甲', 1],
    ['乙', 2],
    ['丙', 2],
  ])
})

test('ranks never pass the row number, begin at 1, and leave no gap where they are dense or ordinal', () => {
  fc.assert(
    fc.property(rankingInputs, fc.constantFrom(...(Object.keys(TIES) as Ties[])), (district, ties) => {
      const line = { validFrom: '2020Q1' as Quarter, kind: 'ties' as const, points: 0, choice: ties, source: null }
      const rules = (district.categories ?? []).map(({ key }) => ({ ...line, category: key }))
      for (const { adoption } of rank({ ...district, rules: [...district.rules, ...rules] }).tables) {
        const ranks = adoption.flatMap(({ rank }) => rank ?? [])
        expect(ranks.every((rank, i) => rank <= i + 1 && rank >= (ranks[i - 1] ?? 1))).toBe(true)
        if (ties !== 'competition') expect(ranks.every((rank, i) => rank - (ranks[i - 1] ?? 0) <= 1)).toBe(true)
        if (ranks.length > 0) expect(ranks[0]).toBe(1)
      }
    }),
  )
})
