import { KINDS, type Kind, type Level } from '../adoptions/kinds'
import { type Centi, formatCenti, fraction } from '../base/exact'
import { share } from '../figures/scoring'
import { type AdoptionFact, type AdoptionLine, adoptionLineOf } from './adoption-lines'
import { columnName } from './columns'
import { adoptionLegend, orderLegend, type PrintedLegend, pointsText } from './legends'
import { cellPlace, checkOrder, checkPositions, checkRanks, checkShape } from './places'
import { isMissing, percent, percentOf, ratioCountOf } from './ratio'
import type { Say } from './report'
import { labelOf, type PrintedTable } from './tables'
import { cellOf, type UnitRows } from './units'
import { fits, solveWeights, type Weights, weightedSumOf } from './weights'

/** What the body says is still missing from the printed counts of a level, 0 when they agree. */
export type Missing = (level: Level) => number | null

/** Recomputes a table of adoptions, the points that it uses included. */
export function checkAdoptions(
  table: PrintedTable,
  units: UnitRows,
  missing: Missing,
  remarks: string[],
  say: Say,
): AdoptionFact[] {
  const whole = checkShape(table, say)
  checkPositions(table, say)
  const legend = adoptionLegend(table.legend)
  const lines = table.rows.map((row) => adoptionLineOf(table, row, units, whole.has(row), legend, say))
  const weights = pointsUsed(table, lines, legend, remarks, say)
  for (const [index, line] of lines.entries()) {
    if (line.whole) checkLine(table, line, weights, missing, likelyAnnual(lines, index), say)
  }
  const { by, ties } = orderLegend(table.legend)
  const byPoints = by === 'points'
  const standings = lines.map(({ row, annual, points, aside, wrong }) => ({
    row,
    rounded: aside !== 0,
    value: by === 'completion' ? undefined : byPoints ? wholeOf(points) : sharesOf(points, annual),
    clean: !wrong,
  }))
  checkOrder(standings, byPoints ? '总分' : '占比', say)
  checkRanks(table, standings, byPoints ? '总分' : '占比', say, ties)
  checkSums(table, lines, say)
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
  remarks: string[],
  say: Say,
): Weights {
  const rows = lines.flatMap((line) => {
    const { counts, printed, aside } = line
    if (!known(counts) || printed === null) return []
    return [{ counts, points: printed - aside, doubtful: isDoubtful(line, printed), line }]
  })
  const { weights, proven, unexplained } = solveWeights(rows, legend?.weights ?? null)
  for (const row of rows.filter((row) => unexplained.has(row))) {
    row.line.wrong = true
    const place = cellPlace(row.line.row, 'points')
    say(
      'value',
      place,
      formatCenti(row.line.printed ?? 0),
      '与各列条数相符的总分',
      '按其他各行的分值，这一行的条数得不出这个总分。',
    )
  }
  const place = `${labelOf(table)} 说明`
  if (legend) {
    const wrong = KINDS.flatMap((row, k) => (weights[k] !== legend.weights[k] ? [{ ...row, k }] : []))
    const proof = rows.filter((row) => wrong.some(({ k }) => (row.counts[k] ?? 0) > 0) && fits(row, weights))
    for (const { name, k } of wrong) {
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

function isDoubtful({ annual, share: printed }: AdoptionLine, points: Centi): boolean {
  return Boolean(annual) && printed !== null && percentOf(share(points, annual || 1)) !== printed
}

function openRemark(table: PrintedTable, names: readonly string[], legend: PrintedLegend | null): string {
  const end = legend ? '只能以说明所印为准，不作判断。' : '表下也没有说明，不作判断。'
  return `${labelOf(table)}：${names.join('、')}的分值无法由表中数据推出，${end}`
}

function checkLine(
  table: PrintedTable,
  line: AdoptionLine,
  weights: Weights,
  missing: Missing,
  annualFor: AnnualFor,
  say: Say,
): void {
  const { row, counts } = line
  const wrong = (column: 'annual' | 'points' | 'share' | Kind, expected: string, why: string) => {
    line.wrong = true
    say('value', cellPlace(row, column), cellOf(table, row, column), expected, why)
  }
  const counted = known(counts) ? weightedSumOf(counts, weights) : null
  let sum = counted === null ? null : Math.max(0, counted + line.aside)
  if (sum !== null && line.printed !== null && sum !== line.printed && known(counts)) {
    const k = wrongCount(line, counts, weights, sum, missing)
    const kind = KINDS[k ?? -1]
    if (kind && k !== null) {
      const count = (counts[k] ?? 0) + (line.printed - sum) / (weights[k] ?? 1)
      wrong(kind.kind, String(count), `总分 ${formatCenti(line.printed)} 是按 ${count} 条算出的。`)
      line.counts = counts.with(k, count)
      sum = line.printed
    }
  }
  line.points = sum ?? line.printed ?? undefined
  if (table.columns.includes('points') && (line.printed === null || (sum !== null && sum !== line.printed))) {
    wrong(
      'points',
      sum === null ? '总分' : formatCenti(sum),
      sum === null ? '总分应是数字。' : sumText(counts, weights, line.aside),
    )
  }
  if (line.annual === undefined && table.columns.includes('annual'))
    wrong('annual', '年度任务', '年度任务应是大于 0 的数字。')
  if (!table.columns.includes('share')) return
  const printed = cellOf(table, row, 'share')
  if (line.annual === null && !isMissing(printed)) wrong('share', '—', '没有年度任务，不计占比。')
  if (!line.annual || line.points === undefined) return
  if (line.aside !== 0 && line.share !== null && line.share === sharesAround(line)) return
  const other = annualFor(line.points)
  if (other !== null) {
    wrong(
      'annual',
      other ? formatCenti(other) : '与占比相符的年度任务',
      `总分 ${formatCenti(line.points)}、占比 ${printed} 不是按这个任务算出的。`,
    )
    line.annual = other || undefined
    return
  }
  const expected = share(line.points, line.annual)
  // A whole percentage is right as well where we would print a decimal to keep it off the line.
  const whole = percent(line.points, line.annual, 0)
  if (line.share !== percentOf(expected) && line.share !== percentOf(whole)) {
    wrong('share', expected, `${formatCenti(line.points)} ÷ ${formatCenti(line.annual)}，取整，四舍五入。`)
  }
}

/** The other share that a total of thirds and the like may have, printed with two decimals as it is; else null. */
function sharesAround({ points, annual, share: printed }: AdoptionLine): number | null {
  if (points === undefined || !annual) return null
  const near = [2 * points - 1, 2 * points + 1]
    .filter((n) => n > 0)
    .map((n) => percentOf(share(fraction(n, 2), annual)))
  return near.includes(printed) ? printed : null
}

/** The annual target behind a printed share, 0 for one that is not among those of other rows; null: the target is right. */
type AnnualFor = (points: Centi) => Centi | 0 | null

/** The target is doubted where the printed share stands rightly between its neighbours and the computed one does not. */
function likelyAnnual(lines: readonly AdoptionLine[], index: number): AnnualFor {
  return (points) => {
    const line = lines[index]
    const printed = line?.share ?? null
    if (!line?.annual || printed === null) return null
    const [above, below] = [lines[index - 1]?.share ?? null, lines[index + 1]?.share ?? null]
    const stands = (value: number | null) =>
      value !== null && (above === null || value <= above) && (below === null || value >= below)
    const computed = percentOf(share(points, line.annual))
    if (computed === printed || stands(computed) || !stands(printed)) return null
    const others = new Set(lines.flatMap(({ annual }) => annual ?? []))
    const fitting = [...others].filter((annual) => percentOf(share(points, annual)) === printed)
    return fitting.length === 1 ? (fitting[0] ?? 0) : 0
  }
}

/** "5×2 + 6×3". */
function sumText(counts: readonly (number | undefined)[], weights: Weights, aside: Centi): string {
  const parts = counts.flatMap((n, k) =>
    n ? [`${columnName(KINDS[k]?.kind ?? 'points')} ${n}×${formatCenti(weights[k] ?? 0)}`] : [],
  )
  if (aside !== 0) return `${[...parts, '其他各栏'].join(' + ')}。`
  return parts.length ? `${parts.join(' + ')}。` : '没有采用，不计分。'
}

/** Of a total that does not add up: the count that is wrong, when the share and the body speak for the total; else null. */
function wrongCount(
  line: AdoptionLine,
  counts: readonly number[],
  weights: Weights,
  sum: Centi,
  missing: Missing,
): number | null {
  const delta = (line.printed ?? 0) - sum
  const possible = counts.flatMap((count, k) => {
    const change = delta / (weights[k] || Number.NaN)
    return Number.isInteger(change) && count + change >= 0 ? [{ k, change }] : []
  })
  // What the body says of a level, where it says anything, must be just what this change brings about.
  const told = possible.map(({ k, change }) => ({ k, change, claim: missing(KINDS[k]?.level ?? 'province') }))
  const says = told.filter(({ claim, change }) => claim === change)
  const open = says.length ? says : told.filter(({ claim }) => claim === null)
  const shareSays = (points: Centi) =>
    Number(Boolean(line.annual) && line.share === percentOf(share(points, line.annual || 1)))
  const trust = shareSays(line.printed ?? 0) - shareSays(sum) + (says.length ? 2 : 0)
  return trust > 0 && open.length === 1 ? (open[0]?.k ?? null) : null
}

/** A row of sums, where one is printed. */
function checkSums(table: PrintedTable, lines: readonly AdoptionLine[], say: Say): void {
  for (const row of table.sums) {
    for (const [k, { kind }] of KINDS.entries()) {
      const printed = cellOf(table, row, kind)
      const values = lines.map(({ counts }) => counts[k])
      if (printed === '' || values.includes(undefined)) continue
      const sum = values.reduce<number>((all, n) => all + (n ?? 0), 0)
      if (ratioCountOf(printed) !== sum) say('value', cellPlace(row, kind), printed, String(sum), '各行合计。')
    }
  }
}
