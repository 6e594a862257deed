import { KINDS, type Level } from '../adoptions/kinds'
import type { Category, CategoryRow } from '../office/category'
import { checkAdoptions } from './adoptions'
import { checkBody } from './body'
import { type CategoryWords, wordsFor } from './category-words'
import type { TotalClaim, TotalFigure } from './claim'
import { claimsOf } from './claims'
import type { ClassFacts } from './classes'
import type { Column, TableKind } from './columns'
import { checkDates } from './dates'
import { type PrintedNotice, readNoticeText } from './document'
import { type Compared, compareCopy, compareIssued, type IssuedCopy } from './issued'
import { type NamedUnit, namesOf, type Register } from './names'
import { checkPositions } from './places'
import type { PrintedTable } from './printed'
import { ratioCountOf } from './ratio'
import { type CheckReport, NO_TABLES, openReport, type Say } from './report'
import { statedIn } from './stating'
import { checkSubmissions } from './submissions'
import { checkList, checkQuarter } from './titles'
import { cellOf, compareTables, nameRows, registerFor, type UnitRows } from './units'
import { unjudgedIn } from './unjudged'

/** What a document is held against: the register with its categories, and the copies that were issued. */
export type Known = { register: Register; categories: readonly CategoryRow[]; issued?: readonly IssuedCopy[] }

/** Characters; a notice has some ten thousand. What comes after is not read. */
const LONGEST = 500_000

/**
 * Holds a notice, ours or any other one, against itself, the register and what was issued: every cell, total, figure,
 * list, legend and name. The text is that of noticeText, or of a copy: a row of a table is its cells joined by tabs.
 * Never throws; a text without tables and figures has no faults.
 */
export function checkNotice(given: string, { register, categories, issued = [] }: Known): CheckReport {
  const words = wordsFor(categories)
  const text = given.slice(0, LONGEST)
  return compareIssued(
    text,
    issued,
    (text) => readNoticeText(text, words, categoryIn(register)),
    (notice) => checkItself(notice, register, words),
  )
}

/** How a document stands to one issued copy: equal or not, and where; for whoever may not read the copy. */
export function compareWithIssued(given: string, copy: IssuedCopy, { register, categories }: Known): Compared {
  const words = wordsFor(categories)
  return compareCopy(given.slice(0, LONGEST), copy, (text) => readNoticeText(text, words, categoryIn(register)))
}

/** True for a text that can be checked: it has a table of submissions or adoptions, a title or a document number. */
export function isNotice(text: string): boolean {
  const { title, number, tables } = readNoticeText(text, wordsFor([]), () => null)
  return title !== null || number !== null || tables.length > 0
}

const categoryIn =
  (register: Register) =>
  (name: string): Category | null =>
    namesOf(register).find(name)?.unit.category ?? null

/** What a document says against itself and the register. */
function checkItself(notice: PrintedNotice, register: Register, words: CategoryWords): CheckReport {
  const { faults, remarks, say } = openReport()
  const names = registerFor(notice, register, words.rows, remarks)
  const quarter = checkQuarter(notice, say)
  // A category without units has no tables.
  const peopled = ({ key }: CategoryRow) => register.length === 0 || register.some(({ category }) => category === key)
  const expected = words.expected(quarter).filter(peopled)
  checkDates(notice, quarter, say)
  checkList(notice, words, say)
  const strangers = new Map()
  const named = notice.tables.map((table) => nameRows(table, names, words.rows, strangers, say))
  const units = named.map(({ rows }) => rows)
  const missing = compareTables(notice.tables, units, names, say)
  for (const [i, table] of notice.tables.entries()) {
    const twice = named[i]?.twice ?? new Set()
    const own = missing[i] ?? []
    const gone = checkPositions(table, { missing: own.length, twice: twice.size }, say)
    while (own.length < gone) own.push({ name: '', category: table.category?.key ?? '', aliases: [] })
    table.rows = table.rows.filter((row) => !twice.has(row))
  }
  const claims = claimsOf(notice.paragraphs, names, words)
  const facts = tableFacts(notice, units, missing, claims.totals, expected, remarks, say)
  const covered = checkBody(claims, facts, names, words.rows, say)
  if (notice.tables.length === 0) remarks.push(NO_TABLES)
  const figures = [...covered.values()].reduce((n, spans) => n + spans.length, 0)
  const read = notice.tables.filter(({ rows }) => rows.length > 0).length
  const kinds = KINDS.map(({ kind }) => kind)
  return {
    faults,
    remarks,
    unjudged: unjudgedIn(notice.paragraphs, covered, names),
    judged: read + figures,
    ...(quarter && { stated: statedIn(quarter, notice.tables, units, kinds) }),
  }
}

/** The tables, recomputed; what the body states helps to tell which of two cells is wrong. */
function tableFacts(
  notice: PrintedNotice,
  units: readonly UnitRows[],
  absent: readonly (readonly NamedUnit[])[],
  totals: readonly TotalClaim[],
  expected: readonly CategoryRow[],
  remarks: string[],
  say: Say,
): ClassFacts {
  const { tables } = notice
  const claimed = (figure: TotalFigure) =>
    totals.find(
      (claim) => claim.figure === figure && !claim.category && !claim.form && claim.step === 1 && claim.unit === null,
    )?.n ?? null
  const categoriesOf = (kind: TableKind) =>
    new Set(tables.flatMap((table) => (table.kind === kind ? categoriesIn(table) : [])))
  const printed = (columns: readonly Column[], of: TableKind) =>
    tables.reduce((sum, table) => sum + (table.kind === of ? printedSum(table, columns) : 0), 0)
  const whole = (kind: TableKind) =>
    expected.every(({ key }) => categoriesOf(kind).has(key)) &&
    tables.every((table, i) => table.kind !== kind || absent[i]?.length === 0)
  const lacking = (level: Level) => {
    const n = whole('adoption') ? claimed(level) : null
    return n === null
      ? null
      : n -
          printed(
            KINDS.flatMap((row) => (row.level === level ? [row.kind] : [])),
            'adoption',
          )
  }
  const stated = whole('submission') ? claimed('items') : null
  const lackingItems = stated === null ? null : stated - printed(['items'], 'submission')
  const of = <Fact>(
    kind: TableKind,
    check: (table: PrintedTable, rows: UnitRows, gone: number) => Fact[],
    ghost: (unit: NamedUnit) => Fact,
  ) => ({
    facts: tables.flatMap((table, i) => {
      const gone = absent[i] ?? []
      return table.kind === kind ? [...check(table, units[i] ?? new Map(), gone.length), ...gone.map(ghost)] : []
    }),
    categories: categoriesOf(kind),
  })
  return {
    expected,
    submissions: of(
      'submission',
      (table, rows, gone) => checkSubmissions(table, rows, lackingItems, gone, remarks, say),
      (unit) => ({ unit, target: undefined, items: undefined }),
    ),
    adoptions: of(
      'adoption',
      (table, rows, gone) => checkAdoptions(table, rows, lacking, gone, remarks, say),
      (unit) => ({ unit, annual: undefined, points: undefined, counts: KINDS.map(() => undefined) }),
    ),
  }
}

/** The categories whose rows a table has. */
function categoriesIn({ category, mixed, rows }: PrintedTable): Category[] {
  return mixed ? rows.flatMap((row) => row.category ?? []) : category ? [category.key] : []
}

function printedSum(table: PrintedTable, columns: readonly Column[]): number {
  return table.rows.reduce((sum, row) => {
    return columns.reduce((all, column) => all + (ratioCountOf(cellOf(table, row, column)) ?? 0), sum)
  }, 0)
}
