import type { Ranking } from '../figures/ranking'
import type { Category, CategoryRow } from '../office/category'
import { MISSING, noticeAttachments } from './tables'

/** A cell of a quarter's tables that is no longer what it was. */
export type NoticeChange = {
  unitId: string
  unit: string
  category: Category
  table: string
  column: string
  before: string
  after: string
}

const TABLES = { submission: '报送', adoption: '采用' } as const
/** Where a row stands says nothing that its rank does not; and a unit is known by its id. */
const PASSED_OVER = ['序号', '单位']

/** Every cell of the tables that differs between two rankings of one quarter, table by table, unit by unit. */
export function changesBetween(before: Ranking, after: Ranking): NoticeChange[] {
  const [old, now] = [cellsOf(before), cellsOf(after)]
  return [...now.keys(), ...[...old.keys()].filter((key) => !now.has(key))].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    const known = is ?? was
    if (!known) return []
    return [...known.cells.keys()].flatMap((column) => {
      const [a, b] = [was?.cells.get(column) ?? MISSING, is?.cells.get(column) ?? MISSING]
      const { unitId, unit, category, table } = known
      return a === b || PASSED_OVER.includes(column)
        ? []
        : [{ unitId, unit, category, table, column, before: a, after: b }]
    })
  })
}

/** "区财政局采用表区级信息：印发时为3，现应为2。" */
export function noticeChangeInWords({ unit, table, column, before, after }: NoticeChange): string {
  return `${unit}${table}表${column}：印发时为${before}，现应为${after}。`
}

type Row = { unitId: string; unit: string; category: Category; table: string; cells: Map<string, string> }

function cellsOf(ranking: Ranking): Map<string, Row> {
  const rows = new Map<string, Row>()
  for (const { category, kind, head, rows: printed } of noticeAttachments(ranking).flatMap(({ tables }) => tables)) {
    for (const { unitId, cells } of printed) {
      const named = new Map(head.map((column, index) => [column, cells[index] ?? MISSING]))
      const row = { unitId, unit: named.get('单位') ?? '', category, table: TABLES[kind], cells: named }
      rows.set(`${kind} ${unitId}`, row)
    }
  }
  return rows
}

/** How many units of each of these categories have another rank, by the table that ranks them. */
export function rankEffect(
  changes: readonly NoticeChange[],
  categories: readonly CategoryRow[],
): { table: string; category: CategoryRow; units: number }[] {
  return Object.values(TABLES).flatMap((table) =>
    categories.flatMap((category) => {
      const moved = changes.filter((c) => c.table === table && c.category === category.key && c.column === '名次')
      return moved.length > 0 ? [{ table, category, units: moved.length }] : []
    }),
  )
}
