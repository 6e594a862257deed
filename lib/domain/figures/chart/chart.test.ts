import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { golden2020Q3 } from '../golden/2020Q3'
import { rankSpan } from '../ranking'
import { rankingInputs } from '../testing'
import { bars } from './bars'
import { labelWidthOf, placeLabels } from './labels'
import { scatter } from './scatter'

const SIZE = { width: 640, height: 520, font: 16 }

describe('the picture of completion against share', () => {
  const golden = scatter(rankSpan([golden2020Q3]), SIZE)

  test('of 2020 Q3 shows every unit, who lies beyond an axis on its edge', () => {
    expect(golden.points).toHaveLength(57)
    expect(golden.absent).toBe(0)
    const beyond = golden.points.filter(({ beyond }) => beyond.right || beyond.top)
    expect(beyond.map(({ unit }) => unit).toSorted()).toEqual(
      ['区统计局', '区供销社', '区财政局', '区金融工作局', '中和镇'].toSorted(),
    )
    for (const { x, y, beyond: far } of beyond) {
      if (far.right) expect(x).toBe(golden.plot.right)
      if (far.top) expect(y).toBe(golden.plot.top)
    }
    expect(golden.labels.map(({ words }) => words)).toContain('区财政局 275%')
  })

  test('has the line of the span, so that who is on track stands on it or above', () => {
    for (const quarters of [1, 3]) {
      const ranking = rankSpan(Array.from({ length: quarters }, () => golden2020Q3))
      const { line, points } = scatter(ranking, SIZE)
      const onTrack = new Map(
        ranking.tables.flatMap(({ adoption }) => adoption).map((row) => [row.unitId, row.onTrack]),
      )
      for (const { unitId, y } of points) expect(y <= line + 1e-9).toBe(onTrack.get(unitId))
    }
  })

  test('keeps every mark within the axes, and counts who has no place in it', () => {
    fc.assert(
      fc.property(rankingInputs, (input) => {
        const { plot, points, absent } = scatter(rankSpan([input]), SIZE)
        expect(points.length + absent).toBe(input.units.length)
        for (const { x, y } of points) {
          expect(x >= plot.left && x <= plot.right && y >= plot.top && y <= plot.bottom).toBe(true)
        }
      }),
    )
  })
})

test('words beside marks never cover one another, nor leave the frame', () => {
  const spot = fc.record({ x: fc.integer({ min: 0, max: 640 }), y: fc.integer({ min: 0, max: 520 }) })
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 40 }), (marks) => {
      const frame = { left: 0, top: 0, right: 640, bottom: 520 }
      const wanted = marks.map((at, i) => ({ ...at, words: `样例第${i}局` }))
      const labels = placeLabels(wanted, { frame, marks, mark: 7, font: 16 })
      expect(labels.length).toBeLessThanOrEqual(10)
      for (const [i, a] of labels.entries()) {
        const right = a.x + labelWidthOf(a.words, 16)
        expect(a.x >= 0 && right <= 640 && a.y <= 520).toBe(true)
        for (const b of labels.slice(i + 1)) {
          expect(right <= b.x || b.x + labelWidthOf(b.words, 16) <= a.x || Math.abs(a.y - b.y) >= 16 * 1.1 - 1e-9).toBe(
            true,
          )
        }
      }
    }),
  )
})

test('bars stand side by side, the greatest reaches the top, what is unknown or 0 has no height', () => {
  const room = { width: 300, top: 20, bottom: 100, barWidth: 24 }
  expect(bars([null, 0, 50, 100], room).map(({ y, height }) => [y, height])).toEqual([
    [100, 0],
    [100, 0],
    [60, 40],
    [20, 80],
  ])
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(100_000)), { minLength: 1, maxLength: 8 }), (values) => {
      for (const [i, bar] of bars(values, room).entries()) {
        expect(bar.y >= 20 - 1e-9 && bar.y + bar.height <= 100 + 1e-9).toBe(true)
        expect(bar.height > 0).toBe((values[i] ?? 0) > 0)
      }
    }),
  )
})
