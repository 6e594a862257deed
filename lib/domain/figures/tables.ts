import { countOf, type Kind } from '../adoptions/kinds'
import { formatCenti, formatPoints, sumOf } from '../base/exact'
import type { CategoryRow } from '../office/category'
import { EXTRA, hasExtra, signed } from './extra'
import type { Ranking } from './ranking'
import type { AdoptionRow, CategoryTables, SubmissionRow } from './ranking-rows'

/** A value as it is printed; null where there is none. */
export type PrintedValue = string | number | null

/**
 * A column of a table that leaves the portal as a file. `csv` heads it in a CSV file, in the words of the district's own
 * tables, so that such a file can come back as 历史数据; absent where those tables have no such column.
 */
type Column<Row> = {
  head: string
  /** What several columns side by side are of: a level. */
  group?: string
  csv?: string
  as: 'text' | 'number' | 'percent'
  decimals?: number
  cell: (row: Row) => PrintedValue
  /** The share itself, unrounded, of a percentage. */
  exact?: (row: Row) => number | null
  /** What stands below the column in the row of the sums. */
  sum?: (rows: readonly Row[]) => PrintedValue
}

/** A column of whole numbers, with its sum. */
function counted<Row>(cell: (row: Row) => number | null): Pick<Column<Row>, 'cell' | 'sum'> {
  return { cell, sum: (rows) => rows.reduce((sum, row) => sum + (cell(row) ?? 0), 0) }
}

const SUBMISSION: readonly Column<SubmissionRow>[] = [
  { head: '序号', csv: '序号', as: 'number', cell: ({ position }) => position },
  { head: '名次', as: 'number', cell: ({ rank }) => rank },
  { head: '单位', csv: '单位', as: 'text', cell: ({ unit }) => unit, sum: () => '合计' },
  { head: '报送任务', csv: '报送任务', as: 'number', ...counted(({ target }) => target) },
  { head: '报送条数', csv: '报送条数', as: 'number', ...counted(({ items }) => items) },
  { head: '报送得分', csv: '报送得分', as: 'number', decimals: 2, cell: ({ score }) => score },
  {
    head: '完成率',
    csv: '完成率',
    as: 'percent',
    decimals: 2,
    cell: ({ completion }) => completion,
    exact: ({ rate }) => rate,
  },
]

/** In a file that may come back as 历史数据 the six kinds are headed as the district's own tables head them. */
const CSV_KINDS: Partial<Record<Kind, string>> = {
  forwarded: '采编条数',
  district_full: '区级采用信息',
  district_brief: '区级采用简讯',
  city_full: '市级采用信息',
  city_brief: '市级采用简讯',
  province: '省级采用',
}

const adoptionColumns = (kinds: Ranking['kinds'], rows: readonly AdoptionRow[]): readonly Column<AdoptionRow>[] => [
  { head: '序号', csv: '序号', as: 'number', cell: ({ position }) => position },
  { head: '名次', as: 'number', cell: ({ rank }) => rank },
  { head: '单位', csv: '单位', as: 'text', cell: ({ unit }) => unit, sum: () => '合计' },
  {
    head: '年度任务',
    csv: '年度任务',
    as: 'number',
    cell: ({ annualTarget }) => (annualTarget === null ? null : formatCenti(annualTarget)),
    sum: (rows) => formatCenti(rows.reduce((sum, { annualTarget }) => sum + (annualTarget ?? 0), 0)),
  },
  ...kinds.map(
    ({ kind, column, name, form }): Column<AdoptionRow> => ({
      head: column,
      ...(form !== null && { group: name.slice(0, name.indexOf('·')) }),
      csv: CSV_KINDS[kind] ?? kind,
      as: 'number',
      ...counted<AdoptionRow>(({ counts }) => countOf(counts, kind)),
    }),
  ),
  ...(hasExtra(rows)
    ? [{ head: EXTRA, csv: EXTRA, as: 'number' as const, cell: ({ extra }: AdoptionRow) => signed(extra) }]
    : []),
  {
    head: '总分',
    csv: '总分',
    as: 'number',
    cell: ({ points }) => formatPoints(points),
    sum: (rows) => formatPoints(sumOf(rows.map(({ points }) => points))),
  },
  { head: '占比', csv: '占比', as: 'percent', cell: ({ share }) => share, exact: ({ rate }) => rate },
]

/** A table that leaves the portal as a file, by its word in an address ("adoption-town"). */
export type TableOfFile = { table: string; kind: 'submission' | 'adoption'; category: CategoryRow; name: string }

/** The tables of these categories: first those of submissions, then those of adoptions. */
export function fileTables(categories: readonly CategoryRow[]): TableOfFile[] {
  return (['submission', 'adoption'] as const).flatMap((kind) =>
    categories.map((category) => ({
      table: `${kind}-${category.key}`,
      kind,
      category,
      name: `${category.name}${kind === 'submission' ? '报送' : '采用'}`,
    })),
  )
}

/** Columns, their rows as they are printed, the unrounded share of each percentage, and the row of the sums. */
export type FileTable = {
  columns: readonly Omit<Column<never>, 'cell' | 'exact' | 'sum'>[]
  rows: PrintedValue[][]
  exact: (number | null)[][]
  sums: PrintedValue[]
}

/** The tables of a ranking, each by its word, cell by cell as it is printed. */
export function filledTables({ tables, kinds }: Ranking): (TableOfFile & FileTable)[] {
  const of = new Map(tables.map((one) => [one.category, one]))
  return fileTables(tables.map(({ category }) => category)).map((named) => {
    const { submission, adoption } = of.get(named.category) as CategoryTables
    return {
      ...named,
      ...(named.kind === 'submission'
        ? filled(SUBMISSION, submission)
        : filled(adoptionColumns(kinds, adoption), adoption)),
    }
  })
}

function filled<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): FileTable {
  return {
    columns: columns.map(({ cell: _, exact: __, sum: ___, ...column }) => column),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    exact: rows.map((row) => columns.map(({ exact }) => exact?.(row) ?? null)),
    sums: columns.map(({ sum }) => sum?.(rows) ?? null),
  }
}
