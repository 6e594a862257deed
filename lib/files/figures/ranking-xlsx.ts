import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { guard } from '@/lib/domain/base/guard'
import { LARGE, LARGE_FIGURES } from '@/lib/domain/figures/compare'
import { categoriesOf, type SpanRanking } from '@/lib/domain/figures/ranking'
import { legend, submissionLegend } from '@/lib/domain/figures/scoring'
import { type FileTable, filledTables, type PrintedValue } from '@/lib/domain/figures/tables'
import { legendOver } from '@/lib/domain/rules/legends'
import { forPrint } from './for-print'

type SheetCell = SheetData[number][number]

/** Title, heads of groups, heads: what stays in sight, and is printed on every page. */
const HEAD_ROWS = 3

/**
 * A ranking as a workbook: the totals, then its tables, a sheet each, as they are printed: title, heads under their level,
 * rows, sums, what the figures follow from. Numbers are numbers; a percentage holds its share unrounded and shows what is
 * printed.
 */
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
  const sheets = filledTables(ranking).map(({ name, kind, category, ...filled }) => {
    const rulesOf = ranking.tables.find((one) => one.category === category)?.rulesOf ?? []
    const words = legendOver(
      rulesOf,
      kind === 'submission' ? submissionLegend : (rules) => legend(rules, ranking.kinds),
    )
    const wide = filled.columns.length
    return {
      data: [
        [titleCell(`${title}：${name}`, wide)],
        groupsOf(filled),
        filled.columns.map(({ head }) => headCell(head)),
        ...filled.rows.map((row, at) => cellsOf(filled, row, filled.exact[at])),
        cellsOf(filled, filled.sums).map((cell) =>
          cell ? { ...(cell as object), fontWeight: 'bold' as const } : cell,
        ),
        [{ value: words, columnSpan: wide, wrap: true, height: 45, alignVertical: 'top' as const }],
      ],
      sheet: name,
      columns: filled.columns.map(({ as }) => ({ width: as === 'text' ? 24 : 10 })),
      stickyRowsCount: HEAD_ROWS,
      orientation: 'landscape' as const,
    }
  })
  const overview = {
    data: [[headCell(title)], ...figures.map(([name, n]) => [{ value: String(name) }, { value: Number(n) }])],
    sheet: '合计',
    columns: [{ width: 36 }, { width: 12 }],
  }
  const headRows = [0, ...sheets.map(() => HEAD_ROWS)]
  return writeExcelFile([overview, ...sheets], { features: [forPrint(headRows)] }).toBuffer()
}

function titleCell(value: string, columnSpan: number): SheetCell {
  return { value, columnSpan, fontWeight: 'bold', fontSize: 14, align: 'center' }
}

function headCell(value: string): SheetCell {
  return { value, fontWeight: 'bold', align: 'center' }
}

/** The level over its columns; what is of none has its own head alone. */
function groupsOf({ columns }: FileTable): SheetCell[] {
  return columns.map(({ group }, i) => {
    if (group === undefined || group === columns[i - 1]?.group) return null
    return {
      ...(headCell(group) as object),
      columnSpan: columns.filter((one) => one.group === group).length,
    } as SheetCell
  })
}

function cellsOf(
  { columns }: FileTable,
  row: readonly PrintedValue[],
  exact?: readonly (number | null)[],
): SheetCell[] {
  return row.map((value, i) => {
    const { as, decimals = 0 } = columns[i] ?? { as: 'text' }
    if (value === null) return null
    if (as === 'text') return { value: guard(String(value)), type: String }
    const share = exact?.[i]
    if (as === 'percent' && typeof share === 'number') {
      const printed = String(value).split('.')[1]?.length ?? 1
      return { value: share, type: Number, format: `${zerosOf(printed - 1)}%` }
    }
    // What is printed, as a number: rounded once, here as everywhere.
    return { value: Number(value), type: Number, ...(decimals && { format: zerosOf(decimals) }) }
  })
}

const zerosOf = (decimals: number) => (decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0')
