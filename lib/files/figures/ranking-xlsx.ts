import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { guard } from '@/lib/domain/base/guard'
import { LARGE, LARGE_FIGURES } from '@/lib/domain/figures/compare'
import { categoriesOf, type SpanRanking } from '@/lib/domain/figures/ranking'
import { type FileTable, filledTables, type PrintedValue } from '@/lib/domain/figures/tables'

type SheetCell = SheetData[number][number]

/** A ranking as a workbook: the totals, then its tables, a sheet each; numbers and percentages as such. */
export async function rankingXlsx(title: string, ranking: SpanRanking): Promise<Buffer> {
  const { totals } = ranking
  const of = (verdict: string, counts: Readonly<Record<string, number>>) =>
    categoriesOf(ranking).map(({ key, name }) => [`${verdict}的${name}`, counts[key] ?? 0])
  const figures = [
    ['考核单位', totals.units],
    ...LARGE_FIGURES.map((figure) => [LARGE[figure], totals[figure]]),
    ...of('完成报送任务', totals.met),
    ...of('未完成报送任务', totals.unmet),
    ...of('达到年度任务进度线', totals.onTrack),
    ...of('未达到年度任务进度线', totals.behind),
  ]
  const sheets = filledTables(ranking).map(({ name, ...filled }) => {
    return {
      data: [filled.columns.map(({ head }) => headCell(head)), ...filled.rows.map((row) => cellsOf(filled, row))],
      sheet: name,
      columns: filled.columns.map(({ as }) => ({ width: as === 'text' ? 24 : 10 })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    }
  })
  const overview = {
    data: [[headCell(title)], ...figures.map(([name, n]) => [{ value: String(name) }, { value: Number(n) }])],
    sheet: '合计',
    columns: [{ width: 36 }, { width: 12 }],
  }
  return writeExcelFile([overview, ...sheets]).toBuffer()
}

function headCell(value: string): SheetCell {
  return { value, fontWeight: 'bold' }
}

function cellsOf({ columns }: FileTable, row: readonly PrintedValue[]): SheetCell[] {
  return row.map((value, i) => {
    const { as, decimals = 0 } = columns[i] ?? { as: 'text' }
    if (value === null) return null
    if (as === 'text') return { value: guard(String(value)), type: String }
    const zeros = decimals ? `0.${'0'.repeat(decimals)}` : '0'
    // What is printed, as a number: rounded once, here as everywhere.
    if (as === 'percent') {
      const share = Number((Number(String(value).slice(0, -1)) / 100).toFixed(decimals + 2))
      return { value: share, type: Number, format: `${zeros}%` }
    }
    return { value: Number(value), type: Number, ...(decimals && { format: zeros }) }
  })
}
