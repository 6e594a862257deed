import { KINDS, type Kind } from '../adoptions/kinds'
import type { Centi } from '../base/exact'
import type { PrintedLegend } from './legends'
import type { NamedUnit } from './names'
import { cellSay } from './places'
import type { PrintedRow, PrintedTable } from './printed'
import { centiOf, isMissing, percentOf, ratioCountOf, signedCentiOf } from './ratio'
import type { Say } from './report'
import type { PlaceStanding } from './standings'
import { cellOf, type UnitRows } from './units'

/** What holds for a unit, mended where one cell is plainly wrong; undefined: cannot be read; annual null: no target. */
export type AdoptionFact = {
  unit: NamedUnit
  annual: Centi | null | undefined
  counts: (number | undefined)[]
  points: Centi | undefined
  /** What the table ranks the unit by; undefined: it does not say. */
  value?: PlaceStanding['value']
}
/** A row of a table of adoptions as it is printed. */
export type AdoptionLine = AdoptionFact & {
  row: PrintedRow
  whole: boolean
  printed: Centi | null
  /** What the row prints beside the six kinds: 加减分, and the points of kinds of levels that were added. */
  aside: Centi
  share: number | null
  wrong: boolean
}

/** Reads a row; says which of its cells are no figures. */
export function adoptionLineOf(
  table: PrintedTable,
  row: PrintedRow,
  units: UnitRows,
  whole: boolean,
  legend: PrintedLegend | null,
  say: Say,
): AdoptionLine {
  const read = (column: PrintedTable['columns'][number]) => (whole ? cellOf(table, row, column) : '')
  const sayCell = cellSay(table, say)
  let wrong = !whole
  const count = (kind: Kind) => {
    const cell = read(kind)
    if (whole && (cell === '' || isMissing(cell))) return 0
    const value = ratioCountOf(cell) ?? undefined
    if (value === undefined && whole) {
      wrong = true
      sayCell(row, kind, '0 或以上的整数', '采用条数应是整数，没有的写 0 或空白。')
    }
    return value
  }
  const extra = () => {
    const cell = read('extra')
    const value = cell === '' || isMissing(cell) ? 0 : signedCentiOf(cell)
    if (value === null) {
      wrong = true
      sayCell(row, 'extra', '带正负号的数字', '加减分应是数字，没有的写 0。')
    }
    return value ?? 0
  }
  // A level whose column is not read may have scored.
  const unread = table.odd.some((at) => !table.columns[at] && /采用|级|信息|简讯|分$/.test(table.head[at] ?? ''))
  const added = [...(legend?.added ?? [])].filter(([kind]) => table.columns.includes(kind))
  const annual = read('annual')
  return {
    row,
    whole,
    unit: units.get(row) ?? { name: '', category: table.category?.key ?? '', aliases: [] },
    annual: isMissing(annual) ? null : centiOf(annual) || undefined,
    counts: KINDS.map(({ kind }) => (table.columns.includes(kind) ? count(kind) : unread ? undefined : 0)),
    printed: centiOf(read('points')),
    aside:
      (table.columns.includes('extra') ? extra() : 0) +
      added.reduce((sum, [kind, points]) => sum + (count(kind) ?? 0) * points, 0),
    points: undefined,
    share: percentOf(read('share')),
    wrong,
  }
}
