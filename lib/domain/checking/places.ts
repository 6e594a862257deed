import { type Column, columnName, countedBeside } from './columns'
import { dressed } from './dress'
import { labelOf, type PrintedRow, type PrintedTable } from './printed'
import { ratioCountOf } from './ratio'
import type { Say } from './report'
import { cellOf } from './units'

export const cellPlace = (row: PrintedRow, column: Column) => `${row.place} ${columnName(column)}`

/** What stands for a cell whose formula has no value kept: nobody can judge it. */
export const UNKEPT = '〔公式〕'

/** Says what is wrong with one cell, which is shown as it is printed; what should stand there is dressed as its column. */
export type SayAtCell = (row: PrintedRow, column: Column, expected: string, why: string) => void

/** That for a table. */
export function cellSay(table: PrintedTable, say: Say): SayAtCell {
  return (row, column, expected, why) => {
    const at = table.columns.indexOf(column)
    const dress = table.dress[at]
    if (row.printed[at] === UNKEPT) return
    say('value', cellPlace(row, column), row.printed[at] ?? '', dress ? dressed(expected, dress) : expected, why)
  }
}

/** A row must have as many cells as its head; true when it has. */
export function checkShape(table: PrintedTable, remarks: string[], say: Say): Set<PrintedRow> {
  const whole = new Set<PrintedRow>()
  const width = table.columns.length
  const label = labelOf(table)
  if (table.headLines.length === 0) {
    say('shape', `${label} 表头`, '', table.head.join(' '), '没有可以识别的表头，各栏按通常的顺序核对。')
  }
  for (const at of table.odd) {
    const head = table.head[at] ?? ''
    const column = table.columns[at]
    if (head === '') continue
    if (!column) remarks.push(`${label}：“${head}”一栏没有核对。`)
    else if (countedBeside(table.kind, head)) remarks.push(`${label}：“${head}”一栏只核对了合计。`)
    else remarks.push(`${label}：不认识表头“${head}”，按它的位置当作${columnName(column)}核对。`)
  }
  const unkept = table.rows.flatMap(({ printed }) => printed.filter((cell) => cell === UNKEPT)).length
  if (unkept > 0) remarks.push(`${label}：${unkept} 格是公式，文件中没有保存计算结果，没有核对。`)
  const torn = table.rows.filter((row) => row.torn)
  if (torn.length > 0) {
    remarks.push(`${label}：${torn.length} 行用空格分栏，有的格是空白，分不清是哪一栏，没有核对。`)
  }
  for (const row of table.rows) {
    const cells = row.cells.slice(0, width)
    const extra = row.cells.slice(width).some((cell) => cell !== '')
    if (row.torn) continue
    if (cells.length === width && !extra) whole.add(row)
    else
      say('shape', row.place, `${row.cells.length}格`, `${width}格`, '这一行的格数与表头不同，行内其他数字无法核对。')
  }
  return whole
}

/** How many rows are not there, and how many stand twice, told elsewhere: their numbers are no faults of their own. */
export type Excused = { missing: number; twice: number }

/** 序号 counts the rows; where a number is left out, and all go on after it, a row is missing. Returns how many are. */
export function checkPositions(table: PrintedTable, excused: Excused, say: Say): number {
  if (!table.columns.includes('position')) return 0
  const sayCell = cellSay(table, say)
  const printed = table.rows.map((row) => ratioCountOf(cellOf(table, row, 'position')))
  let [shift, missing] = [0, 0]
  let { twice } = excused
  for (const [index, row] of table.rows.entries()) {
    const off = (printed[index] ?? Number.NaN) - (index + 1 + shift)
    if (off === 0) continue
    if (index > 0 && printed[index] === 1 && printed[index + 1] === 2) {
      // The rows of the next category are counted anew.
      shift = -index
      continue
    }
    const goesOn = printed[index + 1] === (printed[index] ?? Number.NaN) + 1
    const ends = index === table.rows.length - 1 && off <= excused.missing - missing
    if (off > 0 && off <= MOST_MISSING && (goesOn || ends)) {
      const wanted = Array.from({ length: off }, (_, i) => index + 1 + shift + i)
      shift += off
      // A row that was moved stands further down.
      if (wanted.every((position) => printed.includes(position, index))) continue
      missing += off
      if (missing <= excused.missing) continue
      const printedThere = `序号${(wanted[0] ?? 1) - 1}之后是${printed[index]}`
      say('shape', labelOf(table), printedThere, `第${wanted.join('、')}行`, '序号中断，缺少这一行。')
    } else if (off < 0 && printed[index + 1] === index + 1 + shift) {
      // A row that stands twice, or that was moved here: the numbers go on below it as if it were not there.
      if (twice <= 0) sayCell(row, 'position', String(index + 1), '序号按行递增。')
      twice--
      shift--
    } else sayCell(row, 'position', String(index + 1 + shift), '序号按行递增。')
  }
  return missing
}

/** More rows than these are no gap, but another number. */
const MOST_MISSING = 5
