import { foldName, namesBook } from '../base/names'
import { type Column, columnName, columnsOf, isHead, kindOfHead, LAYOUTS, type TableKind } from '../checking/columns'
import { squash } from '../checking/plain'
import { type Category, type CategoryRow, categoriesInWords } from '../office/category'
import type { CategoryRules, Rules } from '../rules/book'
import { previousQuarter, type Quarter, quarterOfInstant } from '../time/quarter'
import { adoptedIn, type Cells, type PastAdopted, type PastSubmitted, type SayCell, submittedIn } from './past-row'

/** A table as a file holds it: its rows, each with its line. `book` is the workbook of which it is one sheet. */
export type RawTable = {
  file: string
  rows: readonly RawRow[]
  book?: string
  /** A sheet that Excel does not show. */
  hidden?: true
  /** Cells that hold a formula and no value, both counted from 1. */
  unkept?: readonly { row: number; column: number }[]
}
export type RawRow = { line: number; cells: readonly string[] }

/** What is wrong in one place of a file: `what` names the column, `why` says what would help. */
export type TableFault = { file: string; line: number; what: string; why: string }

/** A unit of the register, with every other name that it goes by. */
export type PastUnit = { id: string; name: string; category: Category; aliases: readonly string[] }

/** A unit's figures of an old quarter; no items stand behind them. */
export type PastFigures = PastSubmitted & PastAdopted & { unitId: string }

type Place = { file: string; line: number }
type Say = (what: string, why: string) => void
type Head = Place & { kind: TableKind; columns: readonly (Column | null)[] }

const TABLES: Record<TableKind, string> = { submission: '报送统计表', adoption: '采用统计表' }
const READERS: Record<TableKind, (cell: Cells, rules: Rules, say: SayCell) => PastSubmitted | PastAdopted | null> = {
  submission: submittedIn,
  adoption: adoptedIn,
}

/** Who stood in the tables of an old quarter: the units, and their categories in order with the rules of each. */
export type PastRegister = { units: readonly PastUnit[]; categories: readonly CategoryRules[] }

const NO_RULES: Rules = new Map()

/**
 * The figures of a quarter out of its tables of submissions and adoptions, in the order of the register. Every unit must
 * stand once in a table of each kind, and every printed score, completion, total and share must follow from the counts
 * by the rules. With any fault there are no figures. Where further files could not be read (`complete` is false), nothing
 * is said to be missing.
 */
export function readPast(
  tables: readonly RawTable[],
  register: PastRegister,
  complete = true,
): { figures: PastFigures[]; faults: TableFault[] } {
  const reading = new Reading(register)
  for (const table of tables) reading.table(table)
  for (const table of tables) reading.headless(table)
  if (complete) reading.missing(tables[0]?.file ?? '')
  const { faults } = reading
  if (faults.length > 0) return { figures: [], faults }
  const figures = register.units.map(({ id }) => ({ unitId: id, ...reading.valuesOf(id) }) as PastFigures)
  return { figures, faults }
}

class Reading {
  readonly faults: TableFault[] = []
  private readonly byName: ReadonlyMap<string, PastUnit>
  /** The rows that were met, by kind of table and unit; null for a faulty one. */
  private readonly met = new Map<string, Place & { values: PastSubmitted | PastAdopted | null }>()
  /** Where the tables of each kind begin, and those that hold units of a category. */
  private readonly begins = new Map<string, Place>()
  private readonly headed = new Set<string>()
  private unreadable = false

  constructor(private readonly register: PastRegister) {
    this.byName = namesBook(register.units, null)
  }

  valuesOf(unitId: string) {
    return { ...this.met.get(`submission ${unitId}`)?.values, ...this.met.get(`adoption ${unitId}`)?.values }
  }

  /** Reads one table after the other: a further head in a file begins a further table. */
  table({ file, rows, book = file }: RawTable): void {
    let head: Head | null = null
    let headed = false
    for (const { line, cells: raw } of rows) {
      const cells = raw.map(squash)
      const say: Say = (what, why) => void this.faults.push({ file, line, what, why })
      if (isHead(cells)) {
        headed = true
        head = headOf(cells, { file, line }, say)
        if (head) this.begins.set(head.kind, head)
        else this.unreadable = true
      } else if (head && !isRemark(head, cells)) this.row(head, cells, { file, line }, say)
    }
    if (headed) this.headed.add(book)
  }

  /** Says of a table that it has no head; other sheets of a workbook may hold anything. */
  headless({ file, book = file }: RawTable): void {
    if (this.headed.has(book)) return
    this.unreadable = true
    this.faults.push({
      file,
      line: 1,
      what: '表头',
      why: `没有找到表头；应为 ${usual('submission')}，或者 ${usual('adoption')}。`,
    })
  }

  private row(head: Head, cells: readonly string[], place: Place, say: Say): void {
    const cell: Cells = (column) => cells[head.columns.indexOf(column)] ?? ''
    if (cells.slice(head.columns.length).some((extra) => extra !== '')) {
      say('整行', `有 ${cells.length} 列，表头只有 ${head.columns.length} 列。`)
    }
    const name = cell('unit')
    const unit = this.byName.get(foldName(name))
    if (!unit) {
      say('单位', name === '' ? '不能为空。' : `名册中没有“${name}”。`)
      return
    }
    const key = `${head.kind} ${unit.id}`
    const first = this.met.get(key)
    if (first) {
      const where = first.file === place.file ? `第 ${first.line} 行` : `${first.file} 第 ${first.line} 行`
      say('单位', `“${name}”与${where}重复。`)
      return
    }
    this.begins.set(`${head.kind} ${unit.category}`, head)
    const own = this.register.categories.find(({ category }) => category.key === unit.category)
    const rules = own?.rules ?? NO_RULES
    const values = READERS[head.kind](cell, rules, (column, why) => say(columnName(column), why))
    this.met.set(key, { ...place, values })
  }

  /** Says which tables and units are missing; a table that could not be read misses nothing. */
  missing(firstFile: string): void {
    if (this.unreadable) return
    for (const kind of ['submission', 'adoption'] as const) {
      if (!this.begins.has(kind)) {
        this.faults.push({
          file: firstFile,
          line: 1,
          what: '文件',
          why: `缺少${TABLES[kind]}，表头应为 ${usual(kind)}。`,
        })
        continue
      }
      for (const { category } of this.register.categories) this.missingOf(kind, category)
    }
  }

  /** Says that a category has no table, or who is missing in it. */
  private missingOf(kind: TableKind, { key, name }: CategoryRow): void {
    const own = this.register.units.filter((unit) => unit.category === key)
    const missed = own.filter(({ id }) => !this.met.has(`${kind} ${id}`))
    const place = this.begins.get(`${kind} ${key}`) ?? this.begins.get(kind)
    if (!place || missed.length === 0) return
    const { file, line } = place
    if (missed.length === own.length) {
      this.faults.push({
        file,
        line,
        what: '文件',
        why: `${TABLES[kind]}中没有任何${name}，可能缺少一个文件。`,
      })
      return
    }
    for (const unit of missed) {
      this.faults.push({
        file,
        line,
        what: '单位',
        why: `${TABLES[kind]}中没有“${unit.name}”；名册中的单位须逐一列出。`,
      })
    }
  }
}

/** The columns of a table, or null after saying what is wrong with its head. */
function headOf(cells: readonly string[], place: Place, say: Say): Head | null {
  const head = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
  const kind = kindOfHead(head)
  const { columns, odd } = columnsOf(kind, head)
  const known = columns.map((column, i) => (odd.includes(i) ? null : column))
  const missing = LAYOUTS[kind].filter((column) => column !== 'position' && !known.includes(column))
  if (odd.length > 0)
    say('表头', `不认识或重复的列 ${odd.map((i) => `“${head[i]}”`).join('、')}；应为 ${usual(kind)}。`)
  if (missing.length > 0) say('表头', `缺少列 ${missing.map(columnName).join('、')}；应为 ${usual(kind)}。`)
  return odd.length > 0 || missing.length > 0 ? null : { ...place, kind, columns: known }
}

/** The row below a table that sums it up. */
const SUM = /^[合总小]计$/

/** Words under a table or between tables, and its sums: a title, a legend, 合计. */
function isRemark({ columns }: Head, cells: readonly string[]): boolean {
  const unit = cells[columns.indexOf('unit')] ?? ''
  return SUM.test(unit) || (cells.filter((cell) => cell !== '').length <= 1 && unit === '')
}

function usual(kind: TableKind): string {
  return LAYOUTS[kind].map(columnName).join(',')
}

const FEW = ['', '', '两', '', '四', '', '六', '', '八', '', '十']

/** What files are asked for: each category has its two tables. */
export function pastFilesInWords(categories: readonly CategoryRow[]): string {
  const n = FEW[2 * categories.length] ?? ` ${2 * categories.length} `
  const whose = categories.length > 1 ? `，${categoriesInWords(categories.map(({ name }) => name))}都要有` : ''
  return `报送统计表和采用统计表${whose}：${n}个 CSV 文件一起选，或者一个含${n}张表的 Excel 工作簿（.xlsx）。`
}

const YEARS_BACK = 10

/** The quarters of the last ten years that are over at `now`, newest first. */
export function endedQuarters(now: number): Quarter[] {
  const quarters = [previousQuarter(quarterOfInstant(now))]
  while (quarters.length < YEARS_BACK * 4) quarters.push(previousQuarter(quarters.at(-1) as Quarter))
  return quarters
}
