import { KINDS } from '../adoptions/kinds'
import { type Centi, formatCenti } from '../base/exact'
import { type AdoptionFact, type AdoptionLine, adoptionLineOf } from './adoption-lines'
import { checkAdoptionLine, type Lacking, shareFits } from './adoption-rows'
import { adoptionLegend, orderLegend, type PrintedLegend, pointsText } from './legends'
import { cellSay, checkShape, type SayAtCell } from './places'
import { labelOf, type PrintedTable } from './printed'
import { ratioCountOf } from './ratio'
import type { Say } from './report'
import { type Rounding, roundingOf } from './rounding'
import { apartBy, checkRanks, checkSorted, inversions, type PlaceStanding, rankedTogether } from './standings'
import { checkSums } from './sums'
import { cellOf, type UnitRows } from './units'
import { type Equation, fits, solveWeights, type Weights } from './weights'

/** Recomputes a table of adoptions, the points that it uses included. */
export function checkAdoptions(
  table: PrintedTable,
  units: UnitRows,
  lacking: Lacking,
  missing: number,
  remarks: string[],
  say: Say,
): AdoptionFact[] {
  const whole = checkShape(table, remarks, say)
  const legend = adoptionLegend(table.legend)
  const lines = table.rows.map((row) => adoptionLineOf(table, row, units, whole.has(row), legend, say))
  // A total of thirds and the like is rounded itself, and says nothing of how shares are.
  const exact = lines.filter(({ aside }) => aside === 0)
  const rounding = roundingOf(
    exact.flatMap(({ annual, printed, share }) =>
      annual && printed !== null ? [{ printed: share, n: printed * 100, d: annual }] : [],
    ),
    { decimals: 0, down: false },
  )
  // Each category has points of its own.
  const groups = table.mixed ? apartBy(lines, ({ unit }) => unit.category) : [lines]
  for (const group of groups) {
    const weights = pointsUsed(table, group, legend, rounding, lacking, remarks, say)
    table.weights = weights
    for (const [index, line] of group.entries()) {
      const told = { table, lines: group, weights, lacking, rounding }
      if (line.whole) checkAdoptionLine(line, index, told, cellSay(table, say))
    }
  }
  const { by: stated, ties } = orderLegend(table.legend)
  const ranked = (by: 'points' | 'share' | 'completion') =>
    lines.map(({ row, annual, points, aside, wrong }): PlaceStanding => {
      const value = by === 'completion' ? undefined : by === 'points' ? wholeOf(points) : sharesOf(points, annual)
      return { row, rounded: aside !== 0, value, clean: !wrong }
    })
  const by = stated === 'points' || stated === 'completion' ? stated : rankedBy(ranked)
  const standings = ranked(by)
  const what = by === 'points' ? '总分' : '占比'
  for (const group of rankedTogether(table, standings, (i) => lines[i]?.unit.category ?? '')) {
    checkSorted(table, group, what, remarks, say)
    checkRanks(table, group, what, say, ties, missing)
  }
  checkSums(
    table,
    {
      annual: lines.map(({ annual }) => annual ?? (annual === null ? 0 : undefined)),
      points: lines.map(({ points }) => points),
      ...Object.fromEntries(
        (['target', 'items'] as const).map((column) => [
          column,
          table.rows.map((row) => hundredths(ratioCountOf(cellOf(table, row, column)) ?? undefined)),
        ]),
      ),
      ...Object.fromEntries(KINDS.map(({ kind }, k) => [kind, lines.map(({ counts }) => hundredths(counts[k]))])),
    },
    missing,
    say,
  )
  return lines.map(({ unit, annual, counts, points }, i) => {
    return { unit, annual, counts, points, value: standings[i]?.value }
  })
}

const wholeOf = (points: Centi | undefined) => (points === undefined ? undefined : { n: points, d: 1 })

function sharesOf(points: Centi | undefined, annual: Centi | null | undefined) {
  return annual && points !== undefined ? { n: points, d: annual } : annual === null ? null : undefined
}

const known = (counts: readonly (number | undefined)[]): counts is number[] => counts.every((n) => n !== undefined)

/** The points by which the rows add up; where they prove another than the legend prints, it is the legend that is wrong. */
function pointsUsed(
  table: PrintedTable,
  lines: readonly AdoptionLine[],
  legend: PrintedLegend | null,
  rounding: Rounding,
  lacking: Lacking,
  remarks: string[],
  say: Say,
): Weights {
  const rows = lines.flatMap((line) => {
    const { counts, printed, aside } = line
    if (!known(counts) || printed === null) return []
    const excuse = (k: number, change: number) => {
      const claim = lacking(KINDS[k]?.level ?? 'province')
      return claim === null ? null : claim === change
    }
    return [{ counts, points: printed - aside, doubtful: isDoubtful(line, printed, rounding), excuse, line }]
  })
  const first = solveWeights(rows, legend?.weights ?? null)
  const mended = [...first.unexplained].filter((row) => mendTotal(row, rows, legend, rounding, cellSay(table, say)))
  const { weights, proven, unexplained } = mended.length > 0 ? solveWeights(rows, legend?.weights ?? null) : first
  for (const row of rows.filter((row) => unexplained.has(row))) {
    row.line.wrong = true
    sayUnexplained(row, weights, cellSay(table, say))
  }
  const place = `${labelOf(table)} 说明`
  if (legend) {
    const wrong = KINDS.flatMap((row, k) => (weights[k] !== legend.weights[k] ? [{ ...row, k }] : []))
    for (const { name, k } of wrong) {
      const proof = rows.filter((row) => (row.counts[k] ?? 0) > 0 && fits(row, weights))
      const printed = legend.silent[k] ? '（未列）' : pointsText(legend.weights[k] ?? 0)
      const used =
        weights[k] === null || weights[k] === undefined ? '与表中总分相符的分值' : pointsText(weights[k] ?? 0)
      const why = proven[k]
        ? `表中总分是按 ${used}计的，${proof.length} 行可证。`
        : `按印出的分值，${proof.length} 行的总分算不出。`
      say('legend', place, `${name} ${printed}`, `${name} ${used}`, why)
    }
  }
  const open = KINDS.filter((_, k) => !proven[k] && !legend?.silent[k])
  const names = open.map(({ name }) => name)
  if (names.length && rows.length) remarks.push(openRemark(table, names, legend))
  return weights
}

type LinedEquation = Equation & { line: AdoptionLine }

/** A total that no points explain, and its share neither: it is the one total of whole points of which the share is, if the other rows explain that. */
function mendTotal(
  row: Equation,
  rows: readonly LinedEquation[],
  legend: PrintedLegend | null,
  rounding: Rounding,
  sayCell: SayAtCell,
): boolean {
  const own = rows.find((one) => one === row)
  const { annual, share, aside } = own?.line ?? {}
  if (!own?.doubtful || !annual || share === null || share === undefined || aside !== 0) return false
  const middle = Math.round((annual * share) / 1_000_000)
  const totals = Array.from({ length: 11 }, (_, i) => (middle - 5 + i) * 100).filter((points) => {
    if (points < 0 || !shareFits(points, annual, share, rounding)) return false
    const others = rows.map((one) => (one === own ? { ...own, points, doubtful: false } : one))
    const { weights, unexplained } = solveWeights(others, legend?.weights ?? null)
    return unexplained.size === 0 && others.every((one) => fits(one, weights) !== false)
  })
  const [total, ...more] = totals
  if (total === undefined || more.length > 0) return false
  sayCell(own.line.row, 'points', formatCenti(total), '占比是按这个总分算出的，其他各行所用的分值也得出这个总分。')
  Object.assign(own, { points: total, doubtful: false })
  Object.assign(own.line, { printed: total, wrong: true })
  return true
}

/** A row whose total no points explain: where its share speaks for the total and one count for all the difference, that count. */
function sayUnexplained(row: LinedEquation, weights: Weights, sayCell: SayAtCell): void {
  const { counts, doubtful, line, excuse } = row
  const others = counts.flatMap((count, k) =>
    Array.from({ length: count + 4 }, (_, n) => ({ k, n, count })).filter(
      ({ n }) => n !== count && fits({ ...row, counts: counts.with(k, n) }, weights) === true,
    ),
  )
  const told = others.filter(({ k, n, count }) => excuse?.(k, n - count) === true)
  const [only, ...more] = told.length > 0 ? told : others
  const kind = KINDS[only?.k ?? -1]?.kind
  if (kind && only && more.length === 0 && !doubtful) {
    line.counts = counts.with(only.k, only.n)
    sayCell(line.row, kind, String(only.n), '按其他各行的分值，总分是按这个条数算出的。')
  } else sayCell(line.row, 'points', '与各列条数相符的总分', '按其他各行的分值，这一行的条数得不出这个总分。')
}

function isDoubtful({ annual, share: printed }: AdoptionLine, points: Centi, rounding: Rounding): boolean {
  return Boolean(annual) && printed !== null && !shareFits(points, annual || 1, printed, rounding)
}

const hundredths = (n: number | undefined) => (n === undefined ? n : n * 100)

/** By what the rows stand where nothing says it: their share, unless they stand by their points and not by their shares. */
function rankedBy(ranked: (by: 'points' | 'share') => readonly PlaceStanding[]): 'points' | 'share' {
  const shares = inversions(ranked('share'))
  return shares > 3 && inversions(ranked('points')) === 0 ? 'points' : 'share'
}

function openRemark(table: PrintedTable, names: readonly string[], legend: PrintedLegend | null): string {
  const end = legend ? '只能以说明所印为准，不作判断。' : '表下也没有说明，不作判断。'
  return `${labelOf(table)}：${names.join('、')}的分值无法由表中数据推出，${end}`
}
