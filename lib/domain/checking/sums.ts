import { type Centi, formatCenti, roundedQuotient } from '../base/exact'
import type { Column } from './columns'
import { cellSay } from './places'
import type { PrintedRow, PrintedTable } from './printed'
import { centiOf } from './ratio'
import type { Say } from './report'
import { cellOf } from './units'

/** The numbers of a column from the top down in hundredths; undefined where one cannot be read. */
type Numbers = Partial<Record<Column, readonly (Centi | undefined)[]>>

/** Rows of sums and of means, where they are printed; a 小计 may be that of the rows since the last one. Without all rows they tell nothing. */
export function checkSums(table: PrintedTable, numbers: Numbers, missing: number, say: Say): void {
  if (missing > 0) return
  const sayCell = cellSay(table, say)
  for (const sum of table.sums) {
    const word = sum.cells.find((cell) => /计|和|均/.test(cell)) ?? ''
    for (const [column, values = []] of Object.entries(numbers) as [Column, Numbers[Column]][]) {
      const printed = centiOf(cellOf(table, sum, column))
      const cell = cellOf(table, sum, column)
      if (cell === '' || /^[-—–─/]+$/.test(cell) || values.includes(undefined)) continue
      const above = /小计/.test(word) ? rowsAbove(table, sum) : table.rows
      const own = values.filter((_, i) => above.includes(table.rows[i] as PrintedRow))
      const all = own.reduce<number>((a, b) => a + (b ?? 0), 0)
      if (/均/.test(word)) {
        if (own.length === 0) continue
        const decimals = /\.(\d+)/.exec(cell)?.[1]?.length ?? 0
        const mean = roundedQuotient(all, own.length * 100, decimals)
        if (printed !== centiOf(mean)) sayCell(sum, column, mean, `各行之和 ${formatCenti(all)} ÷ ${own.length} 行。`)
      } else if (printed !== all) sayCell(sum, column, formatCenti(all), '各行合计。')
    }
  }
}

/** The rows between a row of sums and the one before it. */
function rowsAbove({ rows, sums }: PrintedTable, sum: PrintedRow): readonly PrintedRow[] {
  const last = Math.max(-1, ...sums.flatMap(({ line }) => (line < sum.line ? line : [])))
  return rows.filter(({ line }) => line > last && line < sum.line)
}
