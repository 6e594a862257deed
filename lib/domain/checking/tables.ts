import type { Category } from '../office/category'
import type { CategoryWords } from './category-words'
import { columnName, columnsOf, countedBeside, isHead, kindOfHead, layout, type TableKind } from './columns'
import { dressOf, undressed } from './dress'
import { squash } from './plain'
import { labelOf, type Printed, type PrintedRow, type PrintedTable } from './printed'
import { TORN } from './separators'

type Settle = (unit: string) => Category | null

/** What a row of sums or of means is called. */
const SUM = /^(?:全区|全县|全市|各单位)?(?:合计|总计|小计|共计|总和|平均|平均数|平均值|均值)$/
const isSum = (cells: readonly string[]) => cells.slice(0, 4).some((cell) => SUM.test(cell))

/** True for a line that names a table. */
export const tableTitle = (text: string) =>
  text.length < 60 && (/表$/.test(text) || ATTACHED.test(text)) && !text.includes('。')

/** "附件1 镇、街道采用情况": the name of a table beside the number of its attachment. */
const ATTACHED = /^附件\d*:?(?=.{2,}(?:情况|排名|名次)$)/

/** No notice has so many; what comes after them is not read. */
const MOST_TABLES = 64

const MOST_ROWS = 2000

/** Reads the tables from a line on; says of every line where it stands. categoryOf is asked where no title tells. */
export function readTables(
  all: readonly Printed[],
  from: number,
  places: string[],
  words: CategoryWords,
  categoryOf: Settle,
): PrintedTable[] {
  const tables: PrintedTable[] = []
  let attachment = ''
  let title: Printed | null = null
  let table: PrintedTable | null = null
  for (let at = from; at < all.length && tables.length < MOST_TABLES; at++) {
    const line = all[at] as Printed
    const { cells } = line
    const filled = cells.filter((cell) => cell !== '').length
    if (filled === 0) continue
    const note = /^(?:说明|备注|注):/.test(line.text)
    if (filled > 1 && isHead(cells)) {
      const under = secondHead(all, at, cells)
      const head = joinHeads(cells, under?.cells)
      const lines = under ? [at, under.at] : [at]
      if (under) at = under.at
      if (table && !title && goesOn(table, head, all[at + 1])) {
        table.headLines.push(...lines)
        continue
      }
      table = openTable(head, lines, title, attachment, words)
      tables.push(table)
      title = null
    } else if (filled > 1 && !note) {
      if (!table) {
        table = headless(cells, title, attachment, words)
        if (table) {
          tables.push(table)
          title = null
        }
      }
      const rows = isSum(cells) ? table?.sums : table?.rows
      if (rows && rows.length < MOST_ROWS) rows.push(rowOf(cells, at, rows.length + 1))
    } else if (/^附件\d*$/.test(line.text)) {
      attachment = line.text
      table = null
      places[at] = `${attachment}标记`
    } else if (tableTitle(line.text)) {
      const [beside] = ATTACHED.exec(line.text) ?? ['']
      if (beside) attachment = beside.replace(':', '')
      title = beside ? { ...line, text: line.text.slice(beside.length) } : line
      table = null
      places[at] = `${attachment}表题`
    } else if ((note || /\d分\/条/.test(line.text)) && tables.length) {
      const last = tables.at(-1) as PrintedTable
      last.legend = last.legend ? { ...last.legend, text: `${last.legend.text};${line.text}` } : line
      last.legendLines.push(at)
    } else if (tables.length) places[at] = line.text.startsWith('校验码') ? '校验码' : '版记'
  }
  for (const printed of tables) undress(printed)
  settle(tables, words, categoryOf)
  for (const printed of tables) placeLines(printed, places)
  return tables
}

function rowOf(cells: string[], line: number, index: number): PrintedRow {
  const torn = cells.at(-1) === squash(TORN)
  const printed = torn ? cells.slice(0, -1) : cells
  return { line, index, cells: printed, printed, place: '', ...(torn && { torn }) }
}

/** The same head once more, with rows that go on counting, is that of the next page. */
function goesOn({ head, rows, columns }: PrintedTable, again: readonly string[], next: Printed | undefined): boolean {
  if (rows.length === 0 || head.some((cell, i) => cell !== again[i])) return false
  const position = columns.indexOf('position')
  return position < 0 || !/^1$/.test(next?.cells[position] ?? '')
}

/** Takes what stands beside the numbers out of the cells. */
function undress(table: PrintedTable): void {
  table.dress = table.columns.map((column, at) => {
    const cells = table.rows.map(({ printed }) => printed[at] ?? '')
    return dressOf(column, table.head[at] ?? '', cells)
  })
  for (const row of [...table.rows, ...table.sums]) {
    row.cells = row.printed.map((cell, at) => {
      const dress = table.dress[at]
      return dress ? undressed(cell, table.columns[at] ?? null, dress) : cell
    })
  }
}

/** Whose table it is: as its title says; else as most of its units are registered; else in the order of the categories. */
function settle(tables: readonly PrintedTable[], { rows, in: categoryIn }: CategoryWords, categoryOf: Settle): void {
  for (const table of tables) {
    if (table.category) continue
    const [unit, group] = [table.columns.indexOf('unit'), table.columns.indexOf('group')]
    const found = table.rows.map(({ cells }) => categoryOf(cells[unit] ?? '') ?? categoryIn(cells[group] ?? '')?.key)
    const votes = rows.map(({ key }) => found.filter((category) => category === key).length)
    const most = Math.max(0, ...votes)
    const others = votes.reduce((sum, n) => sum + n, 0) - most
    if (others * 8 > found.length && others > 1) {
      table.mixed = true
      for (const [i, row] of table.rows.entries()) if (found[i]) row.category = found[i]
    } else if (most > 0) table.category = rows[votes.indexOf(most)] ?? null
  }
  for (const table of tables) {
    if (table.category || table.mixed) continue
    const taken = tables.flatMap(({ kind, category }) => (kind === table.kind && category ? [category.key] : []))
    table.category = rows.find(({ key }) => !taken.includes(key)) ?? rows.at(-1) ?? null
  }
}

function placeLines(table: PrintedTable, places: string[]): void {
  const label = labelOf(table)
  const unit = table.columns.indexOf('unit')
  for (const line of table.headLines) places[line] = `${label} 表头`
  for (const line of table.legendLines) places[line] = `${label} 说明`
  for (const row of table.sums) {
    row.place = `${label} 合计行`
    places[row.line] = row.place
  }
  for (const row of table.rows) {
    const name = row.cells[unit] ?? ''
    row.place = `${label} 第${row.index}行${name && name.length < 20 ? `（${name}）` : ''}`
    places[row.line] = row.place
  }
}

/** The second line of a head names forms under levels: no numbers, a blank where the first line needs none. */
function secondHead(all: readonly Printed[], at: number, first: readonly string[]) {
  let next = at + 1
  while (next < all.length && all[next]?.text === '') next++
  const cells = all[next]?.cells ?? []
  const words = cells.filter((cell) => cell !== '')
  const fits = cells.length > 1 && cells.length <= first.length && words.length > 0
  return fits && words.every((word) => /^(?:信息|简讯)$/.test(word)) ? { cells, at: next } : null
}

function joinHeads(first: readonly string[], second: readonly string[] = []): string[] {
  let level = ''
  return first.map((cell, index) => {
    level = cell || level
    return second[index] ? level + second[index] : cell
  })
}

function openTable(
  head: string[],
  headLines: number[],
  title: Printed | null,
  attachment: string,
  words: CategoryWords,
): PrintedTable {
  const kind = kindOfHead(head, title?.text)
  const category = title && words.in(title.text)
  const { columns: own, odd } = columnsOf(kind, head)
  const columns = own.map((column, at) => column ?? countedBeside(kind, head[at] ?? ''))
  return {
    kind,
    category,
    attachment,
    title,
    columns,
    dress: [],
    head,
    headLines,
    odd,
    rows: [],
    sums: [],
    legend: null,
    legendLines: [],
  }
}

/** Rows under the title of such a table without a head are read by their width. */
function headless(
  cells: readonly string[],
  title: Printed | null,
  attachment: string,
  words: CategoryWords,
): PrintedTable | null {
  if (!/报送|采用/.test(title?.text ?? '') || !/^\d{1,4}$/.test(cells[0] ?? '')) return null
  const kind: TableKind = /采用/.test(title?.text ?? '') ? 'adoption' : 'submission'
  const columns = layout(kind, cells.length)
  return columns && { ...openTable(columns.map(columnName), [], title, attachment, words), kind, columns: [...columns] }
}
