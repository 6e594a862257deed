import type { Ties } from '../rules/order'
import type { Column } from './columns'
import { columnName } from './columns'
import { compareRatios, isMissing, ratioCountOf } from './ratio'
import type { Say } from './report'
import { labelOf, type PrintedRow, type PrintedTable } from './tables'
import { cellOf } from './units'

/**
 * What a row is ranked by: n ÷ d; null without a target; undefined where it cannot be read. `clean`: nothing is wrong in
 * it. `rounded`: n was rounded when it was printed (a third of 4 points is 1.33), so it is right within a half.
 */
export type PlaceStanding = {
  row: PrintedRow
  value: { n: number; d: number } | null | undefined
  clean: boolean
  rounded?: boolean
}

export const cellPlace = (row: PrintedRow, column: Column) => `${row.place} ${columnName(column)}`

/** A row must have as many cells as its head; true when it has. */
export function checkShape(table: PrintedTable, say: Say): Set<PrintedRow> {
  const whole = new Set<PrintedRow>()
  const width = table.columns.length
  const label = labelOf(table)
  if (table.headLines.length === 0) {
    say('shape', `${label} 表头`, '', table.head.join(' '), '没有可以识别的表头，各栏按通常的顺序核对。')
  }
  for (const at of table.odd) {
    const head = table.head[at] ?? ''
    const column = table.columns[at]
    if (head !== '' || column)
      say('shape', `${label} 表头`, head, column ? columnName(column) : '已知的栏目', '表头的这一栏无法识别。')
  }
  for (const row of table.rows) {
    const cells = row.cells.slice(0, width)
    const extra = row.cells.slice(width).some((cell) => cell !== '')
    if (cells.length === width && !extra) whole.add(row)
    else
      say('shape', row.place, `${row.cells.length}格`, `${width}格`, '这一行的格数与表头不同，行内其他数字无法核对。')
  }
  return whole
}

/** 序号 counts the rows. */
export function checkPositions(table: PrintedTable, say: Say): void {
  if (!table.columns.includes('position')) return
  for (const [index, row] of table.rows.entries()) {
    const printed = cellOf(table, row, 'position')
    if (ratioCountOf(printed) !== index + 1)
      say('value', cellPlace(row, 'position'), printed, String(index + 1), '序号按行递增。')
  }
}

/** Rows stand from the greatest value down, those without a target last; a row that is wrong itself is not blamed again. */
export function checkOrder(standings: readonly PlaceStanding[], what: string, say: Say): void {
  for (const [index, standing] of standings.entries()) {
    const { row, value, clean } = standing
    const above = standings[index - 1]
    if (!above || !clean || !above.clean || value === undefined || above.value === undefined) continue
    if (higher(above, standing)) {
      say(
        'order',
        row.place,
        `第${row.index}行`,
        `排在第${above.row.index}行之前`,
        `${what}高于上一行，应按${what}从高到低排列。`,
      )
    }
  }
}

/** Whether a row stands surely higher than the one above it. */
const higher = (above: PlaceStanding, below: PlaceStanding) =>
  below.value ? !above.value || surelyGreater(below, above) : false

/** Whether one value is greater than another, whatever rounding has hidden. */
function surelyGreater(a: PlaceStanding, b: PlaceStanding): boolean {
  if (!a.value || !b.value) return false
  const [least, most] = [2 * a.value.n - Number(a.rounded ?? false), 2 * b.value.n + Number(b.rounded ?? false)]
  return compareRatios(least, a.value.d, most, b.value.d) > 0
}

/** 名次: one more than the number of greater values, so that equals share it; "—" without a target. */
export function checkRanks(
  table: PrintedTable,
  standings: readonly PlaceStanding[],
  what: string,
  say: Say,
  ties: Ties = 'competition',
): void {
  if (!table.columns.includes('rank')) return
  const sure = standings.every(({ value }) => value !== undefined)
  const ranks = ranksOf(standings, ties)
  // Where nobody has anything, nobody need be ranked.
  const nothing = standings.every(({ value }) => !value || value.n === 0)
  for (const standing of standings) {
    const { row, value } = standing
    const printed = cellOf(table, row, 'rank')
    const place = cellPlace(row, 'rank')
    if (value === null) {
      if (!isMissing(printed)) say('value', place, printed, '—', '没有任务的单位不参加排名。')
    } else if (ratioCountOf(printed) === null) {
      // What decides may stand in another table; then nobody knows who is unranked.
      if ((value === undefined || nothing) && isMissing(printed)) continue
      say('value', place, printed, sure ? String(ranks.get(standing)) : '名次', '名次应是整数。')
    } else if (
      sure &&
      value &&
      ratioCountOf(printed) !== ranks.get(standing) &&
      !mayRank(standings, standing, printed, ties)
    ) {
      say(
        'value',
        place,
        printed,
        String(ranks.get(standing)),
        ties === 'ordinal' ? `按${what}排名。` : `按${what}排名，相同者名次相同。`,
      )
    }
  }
}

/** Whether a row may have this rank where rounding hides who stands before whom. */
function mayRank(standings: readonly PlaceStanding[], one: PlaceStanding, printed: string, ties: Ties): boolean {
  if (!standings.some(({ rounded }) => rounded)) return false
  const others = standings.filter((other) => other !== one && other.value)
  const before = others.filter((other) => surelyGreater(other, one)).length
  const after = others.filter((other) => surelyGreater(one, other)).length
  const rank = ratioCountOf(printed) ?? 0
  return rank >= (ties === 'dense' ? 1 : before + 1) && rank <= others.length - after + 1
}

function ranksOf(standings: readonly PlaceStanding[], ties: Ties): Map<PlaceStanding, number> {
  const sorted = standings.flatMap((standing) => (standing.value ? [{ standing, value: standing.value }] : []))
  sorted.sort((a, b) => compareRatios(b.value.n, b.value.d, a.value.n, a.value.d))
  const ranks = new Map<PlaceStanding, number>()
  for (const [index, { standing, value }] of sorted.entries()) {
    const above = sorted[index - 1]
    const before = above ? (ranks.get(above.standing) ?? 0) : 0
    const same = ties !== 'ordinal' && above && compareRatios(above.value.n, above.value.d, value.n, value.d) === 0
    ranks.set(standing, same ? before : ties === 'dense' ? before + 1 : index + 1)
  }
  return ranks
}
