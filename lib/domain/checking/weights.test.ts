import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Equation, solveWeights, weightedSumOf } from './weights'

const USED = [500, 600, 300, 1000, 800, 2000]
const row = (...counts: number[]): Equation => ({ counts, points: weightedSumOf(counts, USED) ?? 0 })
const ROWS = [
  row(5, 3, 1, 0, 0, 1),
  row(2, 2, 1, 1, 0, 1),
  row(3, 1, 1, 1, 0, 0),
  row(2, 0, 2, 0, 0, 0),
  row(1, 1),
  row(0, 1),
].map(({ counts, points }) => ({ counts: [...counts, 0, 0, 0, 0, 0, 0].slice(0, 6), points }))

describe('the points of a table', () => {
  test('are solved from its rows; what no row uses stays as the legend says, unproven', () => {
    expect(solveWeights(ROWS, [500, 800, 500, 1000, 800, 2000])).toMatchObject({
      weights: USED,
      proven: [true, true, true, true, false, true],
    })
    expect(solveWeights(ROWS, null).weights).toEqual(USED.with(4, Number.NaN).map((w) => (Number.isNaN(w) ? null : w)))
  })

  test('are those of the legend where rows of two kinds leave both open', () => {
    const rows = [row(1, 1, 0, 0, 0, 0), row(2, 2, 0, 0, 0, 0)]
    expect(solveWeights(rows, USED)).toMatchObject({
      weights: USED,
      proven: [false, false, false, false, false, false],
    })
  })

  test('survive one wrong total, with the right legend and with a wrong one', () => {
    for (const legend of [USED, [500, 800, 500, 1000, 800, 2000]]) {
      const wrong = ROWS.map((one, i) => (i === 3 ? { ...one, points: one.points + 100 } : one))
      const more = [...wrong, ...ROWS.slice(0, 3), ...ROWS.slice(4)]
      expect(solveWeights(more, legend).weights).toEqual(USED)
    }
  })

  test('are exact for any rows that some points explain', () => {
    const weights = fc.array(
      fc.integer({ min: 1, max: 80 }).map((n) => n * 25),
      { minLength: 6, maxLength: 6 },
    )
    const counts = fc.array(fc.array(fc.nat(6), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(weights, counts, (used, table) => {
        const rows = table.map((counts) => ({ counts, points: weightedSumOf(counts, used) ?? 0 }))
        const { weights, proven } = solveWeights(rows, null)
        for (const [k, sure] of proven.entries()) if (sure) expect(weights[k]).toBe(used[k])
        for (const { counts, points } of rows) expect([points, null]).toContain(weightedSumOf(counts, weights))
      }),
    )
  })
})
