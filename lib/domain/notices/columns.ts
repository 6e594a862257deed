import { textLines, textWidthOf } from './breaking'
import type { NoticeTable } from './document'
import { AREA, ROW, TABLE } from './sheet'

/** A table as it stands on paper, in twips. */
export type SetTable = {
  table: NoticeTable
  /** Of the characters in a row. */
  size: number
  widths: number[]
  head: string[][]
  headHeight: number
  rows: { unitId: string; cells: string[][]; height: number }[]
  legend: string[]
}

/** 12 pt, or as much less as it takes for every cell to stand in one line; what would need less is broken instead. */
const SIZES = [240, 230, 220, 210, 200]
const BROKEN = 220
/** Of a column that has to break its cells. */
const NARROWEST = 1200

/** Sets a table over the whole width of the type area: columns by what stands in them, what is left over shared out. */
export function setTable(table: NoticeTable): SetTable {
  const size = SIZES.find((candidate) => sum(needs(table, candidate)) <= AREA.width) ?? BROKEN
  const widths = spread(needs(table, size))
  const head = table.head.map((word, column) => {
    return word.length === 4 ? [word.slice(0, 2), word.slice(2)] : cellLines(word, widths[column] ?? 0, TABLE.headSize)
  })
  return {
    table,
    size,
    widths,
    head,
    headHeight: TABLE.headPad + TABLE.headLine * tallest(head),
    rows: table.rows.map(({ unitId, cells }) => {
      const lines = cells.map((cell, column) => cellLines(cell, widths[column] ?? 0, size))
      return { unitId, cells: lines, height: ROW * tallest(lines) }
    }),
    legend: textLines(table.legend, AREA.width / TABLE.legendSize),
  }
}

/** What each column needs; a head of four characters stands in two lines, so that columns of small numbers are narrow. */
function needs({ head, rows }: NoticeTable, size: number): number[] {
  return head.map((word, column) => {
    const inHead = (word.length === 4 ? 2 : textWidthOf(word)) * TABLE.headSize
    const inRows = rows.reduce((most, { cells }) => Math.max(most, cellWidth(cells[column] ?? '') * size), 0)
    return Math.ceil(Math.max(inHead, inRows)) + 2 * TABLE.pad + 10
  })
}

/** Where a font stands in for the document's own, a per cent sign is as wide as a character. */
function cellWidth(cell: string): number {
  return textWidthOf(cell) + (cell.endsWith('%') ? 0.5 : 0)
}

function spread(needed: readonly number[]): number[] {
  const left = AREA.width - sum(needed)
  const widest = needed.indexOf(Math.max(...needed))
  const share = left > 0 ? Math.floor(left / needed.length) : 0
  const widths = needed.map((width) => width + share)
  widths[widest] = Math.max((widths[widest] ?? 0) + AREA.width - sum(widths), NARROWEST)
  const over = sum(widths)
  return over > AREA.width ? widths.map((width) => Math.floor((width * AREA.width) / over)) : widths
}

function cellLines(text: string, width: number, size: number): string[] {
  return textLines(text, Math.max(1, (width - 2 * TABLE.pad) / size))
}

function tallest(cells: readonly string[][]): number {
  return cells.reduce((most, lines) => Math.max(most, lines.length), 1)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
