import { Fault } from '@/lib/domain/base/fault'
import { wordsFor } from '@/lib/domain/checking/category-words'
import { isHead, kindOfHead, type TableKind } from '@/lib/domain/checking/columns'
import { UNKEPT } from '@/lib/domain/checking/places'
import { squash } from '@/lib/domain/checking/plain'
import { tableTitle } from '@/lib/domain/checking/tables'
import type { RawTable } from '@/lib/domain/figures/past'
import type { CategoryRow } from '@/lib/domain/office/category'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'
import { type NamedBytes, tablesIn } from './tables'

const TITLES: Record<TableKind, string> = { submission: '政务信息报送统计表', adoption: '政务信息采用统计表' }
const LABELS: Record<TableKind, string> = { submission: '附件1', adoption: '附件2' }

/**
 * CSV files and workbooks as the attachments of one notice: a line a row, cells joined by tabs. A table without a title is
 * named after its file, and after the category that the file's name speaks of. Throws Fault("invalid") for what cannot be read, and where no table is one of a notice.
 */
export async function tablesText(
  files: readonly NamedBytes[],
  categories: readonly CategoryRow[],
): Promise<{ text: string; remarks: string[] }> {
  const { tables: all, faults } = await tablesIn(files)
  const tables = all.filter(({ hidden }) => !hidden)
  const [fault] = faults
  if (fault) throw new Fault('invalid', `“${fault.file}”第 ${fault.line} 行：${fault.why}`)
  const known = tables.flatMap((table) => {
    const head = table.rows.find(({ cells }) => isHead(cells.map(squash)))
    return head ? [{ table, kind: kindOfHead(head.cells.map(squash)) }] : []
  })
  // A workbook may hold other sheets; a CSV file is handed in for its one table.
  const strange = tables.find((table) => table.book === undefined && !known.some((one) => one.table === table))
  if (strange || known.length === 0) {
    throw new Fault(
      'invalid',
      `“${(strange ?? tables[0] ?? all[0])?.file ?? ''}”中没有报送或采用统计表：没有认出表头。`,
    )
  }
  const remarks = all.filter(({ hidden }) => hidden).map(({ file }) => `${file}：隐藏的工作表没有核对。`)
  const text = (['submission', 'adoption'] as const)
    .flatMap((kind) => {
      const own = known.filter((one) => one.kind === kind)
      return own.length ? ['', LABELS[kind], ...own.flatMap(({ table }) => linesOf(table, kind, categories))] : []
    })
    .join('\n')
  return { text, remarks }
}

function linesOf(table: RawTable, kind: TableKind, categories: readonly CategoryRow[]): string[] {
  const rows = table.rows.map(({ line, cells }) => {
    const unkept = table.unkept?.filter(({ row }) => row === line).map(({ column }) => column - 1) ?? []
    return cells.map((cell, at) => (unkept.includes(at) ? UNKEPT : cell.replace(/\s+/g, ' ').trim()))
  })
  const at = rows.findIndex((cells) => isHead(cells.map(squash)))
  const titled = rows.slice(0, at).some((cells) => tableTitle(squash(cells.join(''))))
  const shown =
    table.book === undefined ? rows : rows.map((cells, i) => (i > at ? printed(cells, rows[at] ?? []) : cells))
  return ['', ...(titled ? [] : [titleOf(table.file, kind, categories)]), ...shown.map((cells) => cells.join('\t'))]
}

/** "2020年三季度区级部门政务信息报送统计表", as far as the name of the file tells. */
function titleOf(file: string, kind: TableKind, categories: readonly CategoryRow[]): string {
  const quarter = /20\d\dQ[1-4]/i.exec(file)?.[0].toUpperCase() as Quarter | undefined
  const [byKey] = categories
    .filter(({ key }) => file.toLowerCase().includes(key))
    .toSorted((a, b) => b.key.length - a.key.length)
  const category = byKey ?? wordsFor(categories).in(file)
  return `${quarter ? quarterName(quarter) : ''}${category?.title ?? ''}${TITLES[kind]}`
}

/** A workbook holds numbers, not what it shows: percentages as fractions, quotients with all their decimals. */
function printed(cells: readonly string[], head: readonly string[]): string[] {
  return cells.map((cell, i) => {
    if (!/^\d+(?:\.\d+)?(?:e-\d+)?$/i.test(cell)) return cell
    const name = squash(head[i] ?? '')
    if (name === '完成率') return `${decimals(Number(cell) * 100, 2)}%`
    if (name === '占比') return `${decimals(Number(cell) * 100, 0)}%`
    return /\.\d{3,}|e/i.test(cell) ? decimals(Number(cell), 2) : cell
  })
}

// A double is a hair off the decimal it stands for, which must not decide a half.
const decimals = (value: number, places: number) => (Math.round(value * 1e6) / 1e6).toFixed(places)
