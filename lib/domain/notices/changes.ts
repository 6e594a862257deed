import type { Ranking } from '../figures/ranking'
import type { Category, CategoryRow } from '../office/category'
import type { NoticeAttachment } from './document'
import { legendsBetween, type SaidChange, saidBetween, type WordsOfIssued } from './said-changes'
import { MISSING, noticeAttachments } from './tables'

/** A cell of a quarter's tables that is no longer what it was. */
export type CellChange = {
  of: 'cell'
  unitId: string
  unit: string
  category: Category
  table: string
  column: string
  before: string
  after: string
}
/** Anything that an issued document says and would say otherwise by the data of this moment. */
export type NoticeChange = CellChange | SaidChange

const TABLES = { submission: '报送', adoption: '采用' } as const
/** Where a row stands says nothing that its rank does not; and a unit is known by its id. */
const PASSED_OVER = ['序号', '单位']

/** An issued notice: its words, and its tables as they were printed. */
export type IssuedDocument = WordsOfIssued & { attachments: readonly NoticeAttachment[] }

/**
 * Everything that an issued document says otherwise by `now` than by `before`, which is what it was issued with, or last
 * corrected to: pieces of its text, cells of its tables, legends under them.
 */
export function changesSince(issued: IssuedDocument, before: Ranking, now: Ranking): NoticeChange[] {
  // What a correction has put right is printed in no table of the notice.
  const printed = before === issued.ranking ? issued.attachments : []
  return [...saidBetween(issued, before, now), ...changesBetween(before, now, printed), ...legendsBetween(before, now)]
}

/**
 * Every cell of the tables that differs between two rankings of one quarter, table by table, unit by unit; what it was is
 * told as it was printed, where that is known.
 */
export function changesBetween(
  before: Ranking,
  after: Ranking,
  printed: readonly NoticeAttachment[] = [],
): CellChange[] {
  const [old, now] = [cellsOf(noticeAttachments(before)), cellsOf(noticeAttachments(after))]
  const paper = cellsOf(printed)
  return [...now.keys(), ...[...old.keys()].filter((key) => !now.has(key))].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    const known = is ?? was
    if (!known) return []
    return [...known.cells.keys()].flatMap((column): CellChange[] => {
      const [a, b] = [was?.cells.get(column) ?? MISSING, is?.cells.get(column) ?? MISSING]
      const before = paper.get(key)?.cells.get(column) ?? a
      const { unitId, unit, category, table } = known
      return a === b || before === b || PASSED_OVER.includes(column)
        ? []
        : [{ of: 'cell', unitId, unit, category, table, column, before, after: b }]
    })
  })
}

/** "区财政局采用表区级信息：印发时为3，现应为2。", "正文：印发时为“区级采用81条”，现应为“区级采用80条”。" */
export function noticeChangeInWords(change: NoticeChange): string {
  const { before, after } = change
  if (change.of === 'cell') {
    return `${change.unit}${change.table}表${change.column}：印发时为${before}，现应为${after}。`
  }
  if (before === '') return `${change.place}：现应增加“${after}”。`
  return `${change.place}：印发时为“${before}”，现应${after === '' ? '删去' : `为“${after}”`}。`
}

type Row = { unitId: string; unit: string; category: Category; table: string; cells: Map<string, string> }

function cellsOf(attachments: readonly NoticeAttachment[]): Map<string, Row> {
  const rows = new Map<string, Row>()
  for (const { category, kind, head, rows: printed } of attachments.flatMap(({ tables }) => tables)) {
    if (kind === 'changes' || category === null) continue
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
  changes: readonly CellChange[],
  categories: readonly CategoryRow[],
): { table: string; category: CategoryRow; units: number }[] {
  return Object.values(TABLES).flatMap((table) =>
    categories.flatMap((category) => {
      const moved = changes.filter((c) => c.table === table && c.category === category.key && c.column === '名次')
      return moved.length > 0 ? [{ table, category, units: moved.length }] : []
    }),
  )
}
