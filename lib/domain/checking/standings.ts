import type { Ties } from '../rules/order'
import { cellSay } from './places'
import { labelOf, type PrintedRow, type PrintedTable } from './printed'
import { compareRatios, isMissing, ratioCountOf } from './ratio'
import type { Say } from './report'
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

/**
 * 名次: one more than the number of greater values, so that equals share it, or as the table has it throughout; "—" without
 * a target. Of `missing` rows nobody knows where they would stand.
 */
export function checkRanks(
  table: PrintedTable,
  standings: readonly PlaceStanding[],
  what: string,
  say: Say,
  stated: Ties | null = null,
  missing = 0,
): void {
  if (!table.columns.includes('rank')) return
  const sayCell = cellSay(table, say)
  const sure = standings.every(({ value }) => value !== undefined)
  const ties = stated ?? tiesUsed(table, standings, missing)
  const ranks = ranksOf(standings, ties)
  // Where nobody has anything, nobody need be ranked.
  const nothing = standings.every(({ value }) => !value || value.n === 0)
  for (const standing of standings) {
    const { row, value } = standing
    const printed = cellOf(table, row, 'rank')
    const rank = ratioCountOf(printed)
    const right = ranks.get(standing) ?? 0
    if (value === null) {
      if (!isMissing(printed)) sayCell(row, 'rank', '—', '没有任务的单位不参加排名。')
    } else if (rank === null) {
      // What decides may stand in another table; then nobody knows who is unranked.
      if ((value === undefined || nothing) && isMissing(printed)) continue
      sayCell(row, 'rank', sure ? String(right) : '名次', '名次应是整数。')
    } else if (
      sure &&
      value &&
      (rank < right || rank > right + missing) &&
      !mayRank(standings, standing, printed, ties)
    ) {
      sayCell(row, 'rank', String(right), ties === 'ordinal' ? `按${what}排名。` : `按${what}排名，相同者名次相同。`)
    }
  }
}

/** The ranks that equals have throughout the table, where nothing says which they get: as usual, unless another way explains more. */
function tiesUsed(table: PrintedTable, standings: readonly PlaceStanding[], missing: number): Ties {
  const wrong = (ties: Ties) => {
    const ranks = ranksOf(standings, ties)
    return [...ranks].filter(([{ row }, rank]) => {
      const printed = ratioCountOf(cellOf(table, row, 'rank'))
      return printed === null || printed < rank || printed > rank + missing
    }).length
  }
  if (wrong('competition') === 0) return 'competition'
  const [least] = (['competition', 'dense', 'ordinal'] as const)
    .map((ties) => ({ ties, wrong: wrong(ties) }))
    .toSorted((a, b) => a.wrong - b.wrong)
  return least?.ties ?? 'competition'
}

/** How many rows stand below a lesser one: where they are many, the table has another order. */
export function inversions(standings: readonly PlaceStanding[]): number {
  return standings.filter((standing, i) => {
    const above = standings[i - 1]
    return above && above.value !== undefined && standing.value !== undefined && higher(above, standing)
  }).length
}

/** The rows that are ranked together: in a table over all categories those of each, where the rows do not stand as one order. */
export function rankedTogether(
  table: PrintedTable,
  standings: readonly PlaceStanding[],
  categoryOf: (index: number) => string,
): (readonly PlaceStanding[])[] {
  if (!table.mixed || inversions(standings) === 0) return [standings]
  return apartBy(standings, (_, index) => categoryOf(index))
}

/** The members of a list apart by what they share, each group in their order. */
export function apartBy<Member>(all: readonly Member[], keyOf: (member: Member, index: number) => string): Member[][] {
  const groups = new Map<string, Member[]>()
  for (const [index, member] of all.entries()) {
    const key = keyOf(member, index)
    groups.set(key, [...(groups.get(key) ?? []), member])
  }
  return [...groups.values()]
}

/** Checks the order of rows, and says where they stand in another than by their value. */
export function checkSorted(
  table: PrintedTable,
  standings: readonly PlaceStanding[],
  what: string,
  remarks: string[],
  say: Say,
): void {
  const n = inversions(standings)
  if (n > 3 && n * 5 > standings.length) remarks.push(`${labelOf(table)}：各行没有按${what}从高到低排列，未核对顺序。`)
  else checkOrder(standings, what, say)
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
