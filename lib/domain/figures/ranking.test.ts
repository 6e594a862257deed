import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KINDS } from '../adoptions/kinds'
import { USUAL_KEYS } from '../office/testing'
import { golden2020Q3 } from './golden/2020Q3'
import expected from './golden/2020Q3-ranking.json'
import { rank, toGoldenJson } from './ranking'
import { rankingInputs } from './testing'

describe('the third quarter of 2020', () => {
  const actual = toGoldenJson(rank(golden2020Q3))
  /** Rows by unit; among equals the printed order is arbitrary, so a row's position is compared by rank alone. */
  const byUnit = (rows: { unit: string; position: number }[]) =>
    Object.fromEntries(rows.map(({ position, ...row }) => [row.unit, row]))

  for (const table of ['submission', 'adoption'] as const) {
    test.each(USUAL_KEYS)(`${table} of every %s`, (category) => {
      const rows = actual[table][category] ?? []
      expect(byUnit(rows)).toEqual(byUnit(expected[table][category]))
      expect(rows.map(({ rank }) => rank)).toEqual(expected[table][category].map(({ rank }) => rank))
    })
  }

  test('all totals', () => {
    expect(actual.totals).toEqual(expected.totals)
  })

  test('the order of keys, at every depth', () => {
    const keys = (value: unknown): unknown =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(value).map(([key, inner]) => [key, keys(inner)])
        : Array.isArray(value) && keys(value[0])
    expect(keys(JSON.parse(JSON.stringify(actual)))).toEqual(keys(expected))
  })
})

describe('any quarter', () => {
  test('lists every unit once in each of its category’s tables', () => {
    fc.assert(
      fc.property(rankingInputs, (input) => {
        const ranking = rank(input)
        expect(ranking.tables.map(({ category }) => category)).toEqual(input.categories)
        for (const { category, submission, adoption } of ranking.tables) {
          const ids = input.units.filter((unit) => unit.category === category.key).map(({ id }) => id)
          expect(submission.map(({ unitId }) => unitId).toSorted()).toEqual(ids.toSorted())
          expect(adoption.map(({ unitId }) => unitId).toSorted()).toEqual(ids.toSorted())
        }
      }),
    )
  })

  test('has totals that are the sums of its tables', () => {
    fc.assert(
      fc.property(rankingInputs, (input) => {
        const { tables, totals } = rank(input)
        const items = [...input.items.values()].reduce((sum, n) => sum + n, 0)
        const adopted = input.adoptions.reduce((sum, { count }) => sum + count, 0)
        expect(totals.items).toBe(items)
        expect(totals.forwarded + totals.district + totals.city + totals.province).toBe(adopted)
        for (const { category, submission, adoption } of tables) {
          const of = (figure: 'met' | 'unmet' | 'exceeded' | 'onTrack' | 'behind' | 'noPoints') =>
            totals[figure][category.key] ?? Number.NaN
          const assessed = submission.filter(({ target }) => target !== null).length
          const scored = adoption.filter(({ annualTarget }) => annualTarget !== null).length
          expect(of('met') + of('unmet')).toBe(assessed)
          expect(of('exceeded')).toBeLessThanOrEqual(of('met'))
          expect(of('onTrack') + of('behind')).toBe(scored)
          expect(of('noPoints')).toBeLessThanOrEqual(of('behind'))
        }
      }),
    )
  })

  test('ranks a unit if and only if it has a target and anybody sent anything, the unranked last', () => {
    fc.assert(
      fc.property(rankingInputs, (input) => {
        for (const { submission, adoption } of rank(input).tables) {
          const anything = submission.some(({ target, items }) => target !== null && items > 0)
          for (const { target, completion, score, rank, rate } of submission) {
            expect([completion, rate].every((cell) => (cell === null) === (target === null))).toBe(true)
            expect(rank === null).toBe(target === null || !anything)
            if (target === null) expect(score).toBeNull()
          }
          const ranks = adoption.map(({ rank }) => rank)
          const firstNull = ranks.indexOf(null)
          expect(firstNull === -1 || ranks.slice(firstNull).every((rank) => rank === null)).toBe(true)
        }
      }),
    )
  })

  test('does not depend on the order in which the units come', () => {
    fc.assert(
      fc.property(rankingInputs, (input) => {
        expect(rank({ ...input, units: input.units.toReversed() })).toEqual(rank(input))
      }),
    )
  })

  test('without rules has no score and no points', () => {
    fc.assert(
      fc.property(rankingInputs, (input) => {
        const { tables } = rank({ ...input, rules: [] })
        expect(tables.flatMap(({ submission }) => submission).every(({ score }) => score === null)).toBe(true)
        expect(tables.flatMap(({ adoption }) => adoption).every(({ points }) => points.n === 0)).toBe(true)
      }),
    )
  })

  test('adds up several entries of one kind, and prints decimals as numbers', () => {
    const [unit] = golden2020Q3.units
    const adoptions = KINDS.slice(0, 1).flatMap(({ kind }) =>
      [1, 2].map((count) => ({ unitId: unit?.id ?? '', kind, count })),
    )
    const rules = golden2020Q3.rules.map((rule) => ({ ...rule, points: 250 }))
    const [first] = toGoldenJson(rank({ ...golden2020Q3, adoptions, rules })).adoption.department ?? []
    expect([first?.unit, first?.forwarded, first?.points]).toEqual([unit?.name, 3, 7.5])
  })
})

test('as JSON a row says what it has more or less than count × points, and only where it has', () => {
  const [unit] = golden2020Q3.units
  const shared = {
    unitId: unit?.id ?? '',
    kind: 'province' as const,
    count: 1,
    id: 'a',
    itemId: 'i',
    sharers: 2,
    with: [],
  }
  const { adoption } = toGoldenJson(rank({ ...golden2020Q3, adoptions: [...golden2020Q3.adoptions, shared] }))
  const rows = Object.values(adoption).flat()
  expect(rows.flatMap((row) => ('extra' in row ? [[row.unit, row.extra]] : []))).toEqual([[unit?.name, -10]])
})
