import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KINDS } from '../adoptions/kinds'
import { NOTHING, sumOf } from '../base/exact'
import { legendOver } from '../rules/legends'
import type { Quarter } from '../time/quarter'
import { golden2020Q3 } from './golden/2020Q3'
import { ofCategory, rank, rankSpan } from './ranking'
import type { RankingInput } from './ranking-input'
import { legend } from './scoring'
import { rankingInputs } from './testing'

const q = (s: string) => s as Quarter

/** One register over two or three quarters of a year, each with its own items, adoptions, targets and rules in force. */
const spans: fc.Arbitrary<RankingInput[]> = fc
  .tuple(rankingInputs, rankingInputs, rankingInputs, fc.integer({ min: 1, max: 3 }))
  .map(([first, second, third, length]) =>
    [first, second, third].slice(0, length).map((input, i) => ({
      ...input,
      quarter: q(`2020Q${i + 2}`),
      categories: first.categories,
      units: first.units,
      rules: first.rules,
    })),
  )

describe('a ranking over several quarters', () => {
  test('of one quarter is the ranking of that quarter', () => {
    fc.assert(
      fc.property(rankingInputs, (input) => {
        expect(rankSpan([input])).toMatchObject(rank(input))
      }),
    )
  })

  test('of none is refused', () => {
    expect(() => rankSpan([])).toThrow(RangeError)
  })

  test('adds up items, targets, adoptions and points, each quarter by its own rules', () => {
    fc.assert(
      fc.property(spans, (inputs) => {
        const whole = rankSpan(inputs)
        const parts = inputs.map(rank)
        for (const { category, submission, adoption } of whole.tables) {
          const { key } = category
          for (const row of submission) {
            const own = parts.map((part) =>
              ofCategory(part, key).submission.find(({ unitId }) => unitId === row.unitId),
            )
            const targets = own.flatMap((one) => one?.target ?? [])
            expect(row.items).toBe(own.reduce((sum, one) => sum + (one?.items ?? 0), 0))
            expect(row.target).toBe(targets.length ? targets.reduce((sum, n) => sum + n) : null)
          }
          for (const row of adoption) {
            const own = parts.map((part) => ofCategory(part, key).adoption.find(({ unitId }) => unitId === row.unitId))
            expect(row.points).toEqual(sumOf(own.map((one) => one?.points ?? NOTHING)))
            for (const { kind } of KINDS)
              expect(row.counts[kind]).toBe(own.reduce((sum, one) => sum + (one?.counts[kind] ?? 0), 0))
            if (row.annualTarget !== null)
              expect(row.onTrack).toBe(row.points.n * 4 >= row.annualTarget * inputs.length * row.points.d)
          }
        }
      }),
    )
  })

  test('rounds a score once: three times 1.666… is 5.00, not 5.01', () => {
    const [unit] = golden2020Q3.units
    const id = unit?.id ?? ''
    const third = {
      ...golden2020Q3,
      targets: new Map([[id, { quarterlyItems: 3, annualPoints: 2400 }]]),
      items: new Map([[id, 1]]),
    }
    const score = (n: number) =>
      ofCategory(rankSpan(Array.from({ length: n }, () => third)), unit?.category ?? '').submission.find(
        (r) => r.unitId === id,
      )?.score
    expect([score(1), score(2), score(3)]).toEqual(['1.67', '3.33', '5.00'])
  })

  test('says the rules once where they held throughout, and quarter by quarter where they changed', () => {
    const over = (quarters: string[], rules = golden2020Q3.rules) =>
      legendOver(
        ofCategory(rankSpan(quarters.map((quarter) => ({ ...golden2020Q3, quarter: q(quarter), rules }))), 'town')
          .rulesOf,
        legend,
      )
    expect(over(['2020Q3'])).toBe(legend(ofCategory(rank(golden2020Q3), 'town').rules))
    const changed = [
      ...golden2020Q3.rules.map((rule) => ({ ...rule, validFrom: q('2020Q1') })),
      { category: 'town', validFrom: q('2020Q3'), kind: 'province' as const, points: 3000, source: null },
    ]
    expect(over(['2020Q1', '2020Q2', '2020Q3'], changed)).toMatch(
      /^说明：一季度、二季度：.*省级采用计 20 分\/条；三季度：.*省级采用计 30 分\/条。$/,
    )
  })
})
