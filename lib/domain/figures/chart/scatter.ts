import type { SpanRanking } from '../ranking'
import { type Box, placeLabels } from './labels'

/** Lengths in the drawing's own units; `font` is the size of its words. */
export type ChartSize = { width: number; height: number; font: number }

/** A unit in the picture. `beyond`: it lies outside on that side, and its mark stands on the edge. */
export type ScatterPoint = {
  unitId: string
  unit: string
  /** Which of the ranking's categories the unit is of, counted from 0: each has a mark of its own. */
  place: number
  x: number
  y: number
  beyond: { right: boolean; top: boolean }
  words: string
}
export type Tick = { at: number; words: string }
export type Scatter = {
  plot: { left: number; top: number; right: number; bottom: number }
  across: Tick[]
  up: Tick[]
  /** Where 100 % of the target and the line of the annual target stand. */
  target: number
  line: number
  points: ScatterPoint[]
  labels: { x: number; y: number; words: string }[]
  /** Units without both targets: they have no place in the picture. */
  absent: number
}

/** How far the axes reach at most: few units lie further out, and they would press all others together. */
const FURTHEST = 2.5
const STEP = 0.5

/** Completion against share of every unit with both targets: across and up. Positions are for drawing only. */
export function scatter(ranking: SpanRanking, { width, height, font }: ChartSize): Scatter {
  const lineAt = ranking.quarters.length / 4
  const units = ranking.tables.flatMap(({ submission, adoption }, place) => {
    const shares = new Map(adoption.map((row) => [row.unitId, row]))
    return submission.map((sent) => ({ place, sent, adopted: shares.get(sent.unitId) }))
  })
  const placed = units.flatMap(({ place, sent, adopted }) =>
    sent.rate === null || !adopted || adopted.rate === null
      ? []
      : [{ place, sent, adopted, rate: sent.rate, share: adopted.rate }],
  )
  const endAcross = axisEnd(
    placed.map(({ rate }) => rate),
    1.5,
    FURTHEST,
  )
  const endUp = axisEnd(
    placed.map(({ share }) => share),
    lineAt * 2,
    1.25 + lineAt,
  )
  const mark = font * 0.45
  const plot = {
    left: tenth(font * 3.8),
    top: tenth(font * 2.6),
    right: tenth(width - font * 4.8),
    bottom: tenth(height - font * 3.2),
  }
  const across = (rate: number) => tenth(plot.left + (Math.min(rate, endAcross) / endAcross) * (plot.right - plot.left))
  const up = (share: number) => tenth(plot.bottom - (Math.min(share, endUp) / endUp) * (plot.bottom - plot.top))
  const points = placed.map(({ place, sent, adopted, rate, share }): ScatterPoint => {
    const beyond = { right: rate > endAcross, top: share > endUp }
    const words = `${sent.unit} 完成率 ${sent.completion} 占比 ${adopted.share}`
    return { unitId: sent.unitId, unit: sent.unit, place, x: across(rate), y: up(share), beyond, words }
  })
  // Who stands far out is named; the many near the middle are found by pointing at their marks.
  const outliers = placed
    .map(({ rate, share }, i) => ({
      point: points[i] as ScatterPoint,
      far: Math.max(rate / endAcross, share / endUp),
      share,
      rate,
    }))
    .filter(({ far }) => far > 0.6)
    .toSorted((a, b) => b.far - a.far)
  const labels = placeLabels(
    outliers.map(({ point, share, rate }) => ({
      x: point.x,
      y: point.y,
      words: point.unit + (share > endUp ? ` ${percent(share)}` : '') + (rate > endAcross ? ` ${percent(rate)}` : ''),
    })),
    {
      frame: { left: plot.left, top: plot.top - font * 0.6, right: width, bottom: plot.bottom },
      marks: points,
      mark,
      font,
      kept: [hair({ x: across(1) }), hair({ y: up(lineAt) })],
    },
  )
  return {
    plot,
    across: ticks(endAcross, across),
    up: ticks(endUp, up),
    target: across(1),
    line: up(lineAt),
    points,
    labels,
    absent: units.length - placed.length,
  }
}

/** A line across the whole picture, as a box that no words may cover. */
function hair({ x, y }: { x?: number; y?: number }): Box {
  const [left, right] = x === undefined ? [0, Number.MAX_VALUE] : [x, x]
  const [top, bottom] = y === undefined ? [0, Number.MAX_VALUE] : [y, y]
  return { left: left - 1, right: right + 1, top: top - 1, bottom: bottom + 1 }
}

/** Far enough for all values, but within what is asked for at least and at most; a whole number of steps. */
function axisEnd(values: readonly number[], least: number, most: number): number {
  const needed = Math.max(least, ...values)
  return Math.max(STEP, Math.min(Math.ceil(needed / STEP), Math.floor(most / STEP)) * STEP)
}

function ticks(end: number, at: (value: number) => number): Tick[] {
  return Array.from({ length: Math.round(end / STEP) + 1 }, (_, i) => ({ at: at(i * STEP), words: percent(i * STEP) }))
}

function percent(value: number): string {
  return `${Math.round(value * 100)}%`
}

/** A tenth of a unit is finer than any screen, and short to write. */
function tenth(length: number): number {
  return Math.round(length * 10) / 10
}
