import { KINDS, type Level } from '../adoptions/kinds'
import { type Centi, formatCenti, fraction } from '../base/exact'
import { share } from '../figures/scoring'
import type { AdoptionLine } from './adoption-lines'
import { type Column, columnName } from './columns'
import type { SayAtCell } from './places'
import type { PrintedTable } from './printed'
import { compareRatios, isMissing, percentOf } from './ratio'
import { percentIn, type Rounding, roundingWords } from './rounding'
import { cellOf } from './units'
import { type Weights, weightedSumOf } from './weights'

/** By how much the body's number of a level exceeds the printed counts, 0 when they agree; null where it states none. */
export type Lacking = (level: Level) => number | null

/** What the table as a whole tells of each of its rows. */
type Told = {
  table: PrintedTable
  lines: readonly AdoptionLine[]
  weights: Weights
  lacking: Lacking
  rounding: Rounding
}

/** Whether a share is printed as the table rounds, or with the decimal more that we print where rounding would cross the line. */
export function shareFits(points: Centi, annual: Centi, printed: number | null, rounding: Rounding): boolean {
  return printed === percentOf(percentIn(points, annual, rounding)) || printed === percentOf(share(points, annual))
}

const known = (counts: readonly (number | undefined)[]): counts is number[] => counts.every((n) => n !== undefined)

/** Recomputes a row; of cells that contradict each other, names the one that the others speak against. */
export function checkAdoptionLine(line: AdoptionLine, index: number, told: Told, sayCell: SayAtCell): void {
  const { table, weights, rounding } = told
  const { row, counts } = line
  const has = (column: Column) => table.columns.includes(column)
  const wrong = (column: Column, expected: string, why: string) => {
    line.wrong = true
    sayCell(row, column, expected, why)
  }
  const counted = known(counts) ? weightedSumOf(counts, weights) : null
  let sum = counted === null ? null : Math.max(0, counted + line.aside)
  if (sum !== null && line.printed !== null && sum !== line.printed && known(counts)) {
    const k = wrongCount(line, counts, sum, told)
    const kind = KINDS[k ?? -1]
    if (kind && k !== null) {
      const count = (counts[k] ?? 0) + (line.printed - sum) / (weights[k] ?? 1)
      wrong(kind.kind, String(count), `总分 ${formatCenti(line.printed)} 是按 ${count} 条算出的。`)
      line.counts = counts.with(k, count)
      sum = line.printed
    }
  }
  line.points = sum ?? line.printed ?? undefined
  if (has('points') && (line.printed === null || (sum !== null && sum !== line.printed))) {
    wrong(
      'points',
      sum === null ? '总分' : formatCenti(sum),
      sum === null ? '总分应是数字。' : sumText(counts, weights, line.aside),
    )
  }
  if (line.annual === undefined && has('annual')) wrong('annual', '年度任务', '年度任务应是大于 0 的数字。')
  if (!has('share')) return
  const printed = cellOf(table, row, 'share')
  if (line.annual === null && !isMissing(printed)) wrong('share', '—', '没有年度任务，不计占比。')
  if (!line.annual || line.points === undefined) return
  if (line.aside !== 0 && line.share !== null && line.share === shareAround(line, rounding)) return
  if (shareFits(line.points, line.annual, line.share, rounding)) return
  const usual = rounding.decimals === 0 && !rounding.down
  const expected = usual ? share(line.points, line.annual) : percentIn(line.points, line.annual, rounding)
  const other = annualBehind(line, index, told)
  if (other === null) {
    const how = roundingWords(line.points, line.annual, expected, rounding.down)
    wrong('share', expected, `${formatCenti(line.points)} ÷ ${formatCenti(line.annual)}${how}。`)
  } else {
    const why = `总分 ${formatCenti(line.points)}、占比 ${printed} 不是按这个任务算出的。`
    wrong('annual', other ? formatCenti(other) : '与占比相符的年度任务', why)
    line.annual = other || undefined
  }
}

/** The other share that a total of thirds and the like may have, printed with two decimals as it is; else null. */
function shareAround({ points, annual, share: printed }: AdoptionLine, { decimals, down }: Rounding): number | null {
  if (points === undefined || !annual) return null
  const near = [2 * points - 1, 2 * points + 1]
    .filter((n) => n > 0)
    .map((n) =>
      decimals === 0 && !down
        ? percentOf(share(fraction(n, 2), annual))
        : percentOf(percentIn(n, 2 * annual, { decimals, down })),
    )
  return near.includes(printed) ? printed : null
}

/**
 * The annual target behind a printed share, 0 for one that cannot be told; null: the target is right and the share is
 * wrong. A target that no other row has is the likelier to be wrong where a usual one gives the share; one that others
 * have is doubted only where the printed share stands rightly between its neighbours and the computed one does not.
 */
function annualBehind(line: AdoptionLine, index: number, { lines, rounding }: Told): Centi | 0 | null {
  const { annual, points, share: printed } = line
  if (!annual || points === undefined || printed === null) return null
  const others = lines.flatMap((one) => (one !== line && one.annual ? [one.annual] : []))
  const gives = (target: Centi) => shareFits(points, target, printed, rounding)
  const fitting = [...new Set(others)].filter(gives)
  const [above, below] = [lines[index - 1]?.share ?? null, lines[index + 1]?.share ?? null]
  const stands = (n: number, d: number) =>
    (above === null || compareRatios(n, d, above, 10000) <= 0) &&
    (below === null || compareRatios(n, d, below, 10000) >= 0)
  const printedStands = stands(printed, 10000)
  const computed = percentOf(percentIn(points, annual, rounding)) ?? 0
  const order = Number(printedStands) - Number(stands(computed, 10000))
  const strange = !others.includes(annual)
  if (fitting.length > 0) {
    if (order > 0 || (strange && order === 0))
      return fitting.length === 1 ? (fitting[0] ?? 0) : nearest(fitting, annual)
    return null
  }
  if (order <= 0) return null
  const whole = wholeTargets(points, printed).filter(gives)
  return whole.length === 1 ? (whole[0] ?? 0) : 0
}

const nearest = (of: readonly Centi[], to: Centi) => of.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to))[0] ?? 0

/** Whole targets of which a share may be. */
function wholeTargets(points: Centi, share: number): Centi[] {
  if (share <= 0) return []
  const middle = Math.round((points * 100) / share)
  return Array.from({ length: 21 }, (_, i) => (middle - 10 + i) * 100).filter((target) => target > 0)
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
  sum: Centi,
  { table, weights, lacking, rounding }: Told,
): number | null {
  const delta = (line.printed ?? 0) - sum
  const possible = counts.flatMap((count, k) => {
    const change = delta / (weights[k] || Number.NaN)
    const there = table.columns.includes(KINDS[k]?.kind ?? 'points')
    return there && Number.isInteger(change) && count + change >= 0 ? [{ k, change }] : []
  })
  // What the body says of a level, where it says anything, must be just what this change brings about.
  const told = possible.map(({ k, change }) => ({ k, change, claim: lacking(KINDS[k]?.level ?? 'province') }))
  const says = told.filter(({ claim, change }) => claim === change)
  const open = says.length ? says : told.filter(({ claim }) => claim === null)
  const shareSays = (points: Centi) =>
    Number(Boolean(line.annual) && shareFits(points, line.annual || 1, line.share, rounding))
  const shares = shareSays(line.printed ?? 0) - shareSays(sum)
  const trust = shares + (says.length ? 2 : 0)
  if (trust <= 0) return null
  // Where the share speaks for the total some count is wrong: the one that is off by least.
  const likely = open.length > 0 ? open : shares > 0 ? told : []
  return likely.toSorted((a, b) => Math.abs(a.change) - Math.abs(b.change))[0]?.k ?? null
}
