import { type CategoryRow, categoryName } from '../office/category'
import type { PrintedNotice } from './document'
import { type NamedUnit, nameAlikeness, namesOf, type Register, type RegisterNames } from './names'
import { labelOf, type PrintedRow, type PrintedTable } from './printed'
import { ratioCountOf } from './ratio'
import type { Say } from './report'

/** Whose row it is; a row may stand for nobody. */
export type UnitRows = ReadonlyMap<PrintedRow, NamedUnit>
/** Those of a table, and the rows of it that another row repeats cell by cell. */
export type NamedRows = { rows: UnitRows; twice: ReadonlySet<PrintedRow> }
export type Strangers = Map<string, NamedUnit>

export const cellOf = (table: PrintedTable, row: PrintedRow, column: PrintedTable['columns'][number]) =>
  row.cells[table.columns.indexOf(column)] ?? ''

/** The register by which the names of a document are judged: the office's, or where that is another one's, its own. */
export function registerFor(
  notice: PrintedNotice,
  register: Register,
  categories: readonly CategoryRow[],
  remarks: string[],
): RegisterNames {
  const names = namesOf(register)
  const printed = notice.tables.flatMap((table) => table.rows.map((row) => cellOf(table, row, 'unit')))
  const known = printed.filter((name) => names.find(name)).length
  if (printed.length === 0 || known * 3 >= printed.length) return names
  remarks.push(
    register.length
      ? '文中单位大多不在本系统名册之内，单位名称只在文内各表之间互相核对。'
      : '本系统名册为空，单位名称只在文内各表之间互相核对。',
  )
  return namesOf(ownRegister(notice, categories), '文中其他各表')
}

/**
 * Every unit of the document's tables; of two names for one unit, the one that the body uses, else the one whose letters stand
 * as in the names of others, else that of the first table.
 */
function ownRegister(notice: PrintedNotice, categories: readonly CategoryRow[]): Register {
  const body = notice.paragraphs.map(({ text }) => text).join('\n')
  const printed = new Set(notice.tables.flatMap((table) => table.rows.map((row) => cellOf(table, row, 'unit'))))
  const isRight = (name: string, twin: string) => {
    const [one, other] = [name, twin].map((said) => body.includes(said))
    if (one !== other) return one
    const others = [...printed].filter((said) => said !== name && said !== twin)
    return name.length === twin.length && strangeness(name, others) < strangeness(twin, others)
  }
  return categories.flatMap((category) => {
    const [first = [], ...others] = notice.tables
      .map((table) =>
        table.rows
          .filter((row) => (table.mixed ? row.category === category.key : table.category === category))
          .map((row) => cellOf(table, row, 'unit')),
      )
      .filter((names) => names.length > 0)
    const units = new Set(first.filter((name) => name !== ''))
    for (const other of others) {
      const strange = other.filter((name) => name !== '' && !units.has(name))
      const missing = first.filter((name) => !other.includes(name))
      for (const name of strange) {
        const twin = twinOf(name, missing)
        if (twin === null || isRight(name, twin)) units.add(name)
        if (twin !== null && units.has(name)) units.delete(twin)
      }
    }
    return [...units].map((name) => ({ name, category: category.key, aliases: [] }))
  })
}

/** How many pairs of letters of a name stand in no other one: 办囗 is a slip where all others write 办事. */
function strangeness(name: string, others: readonly string[]): number {
  const pairs = [...name].slice(1).map((letter, i) => [...name][i] + letter)
  return pairs.filter((pair) => !others.some((other) => other.includes(pair))).length
}

/** Which of the missing a name may stand for. */
function twinOf(name: string, missing: string[]): string | null {
  const alike = missing.slice(0, 200).map((other) => nameAlikeness(name, other))
  const best = alike.indexOf(Math.max(...alike))
  if (best < 0 || ((alike[best] ?? 0) < 0.3 && missing.length > 1)) return null
  return missing.splice(best, 1)[0] ?? null
}

/** Finds whose each row is; says which names are wrong, unknown or there twice. */
export function nameRows(
  table: PrintedTable,
  names: RegisterNames,
  categories: readonly CategoryRow[],
  strangers: Strangers,
  say: Say,
): NamedRows {
  const own = table.category?.key ?? ''
  const rows = new Map<PrintedRow, NamedUnit>()
  const at = new Map<NamedUnit, PrintedRow>()
  const unknown: PrintedRow[] = []
  const twice = new Set<PrintedRow>()
  for (const row of table.rows) {
    const printed = cellOf(table, row, 'unit')
    const found = names.find(printed) ?? names.find(row.cells.find((cell) => names.find(cell)) ?? '')
    if (!found) unknown.push(row)
    else if (at.has(found.unit)) {
      const first = at.get(found.unit)
      say('name', `${row.place} 单位`, printed, '每个单位只列一次', `与第${first?.index}行是同一单位。`)
      if (first && repeats(table, row, first)) twice.add(row)
    } else {
      at.set(found.unit, row)
      rows.set(row, found.unit)
      if (found.as === 'alias' && names.find(printed))
        say('alias', `${row.place} 单位`, printed, found.unit.name, ALIAS)
      if (found.unit.category !== own && !table.mixed) {
        const is = categoryName(categories, found.unit.category)
        say('name', `${row.place} 单位`, printed, `列入${is}的表`, `名册中“${found.unit.name}”属${is}。`)
      }
    }
  }
  const missing = names.units.filter((unit) => (table.mixed || unit.category === own) && !at.has(unit))
  for (const row of unknown) {
    const printed = cellOf(table, row, 'unit')
    const only = missing.length === 1 && unknown.length === 1
    const category = table.mixed ? (row.category ?? null) : own
    const likely = names.likely(printed, category, at, only ? 0.1 : undefined)
    const unit = likely ?? strangerOf(printed, category ?? '', strangers)
    if (!at.has(unit)) {
      at.set(unit, row)
      rows.set(row, unit)
    }
    say('name', `${row.place} 单位`, printed, likely?.name ?? NOBODY, unknownTo(names, likely))
  }
  return { rows, twice }
}

/** Whether a row says the same as another, wherever the two stand. */
function repeats({ columns }: PrintedTable, row: PrintedRow, first: PrintedRow): boolean {
  return columns.every((column, at) => column === 'position' || column === 'rank' || row.cells[at] === first.cells[at])
}

export const ALIAS = '这是该单位的简称或曾用名，应用名册中的名称。'
/** Why a name is wrong that nobody bears. */
export const unknownTo = ({ source }: RegisterNames, likely: NamedUnit | null) =>
  `${source}没有这个名称${likely ? '' : '，也没有与它相近的单位'}。`
export const NOBODY = '名册中的单位名称'

function strangerOf(name: string, category: string, strangers: Strangers): NamedUnit {
  const key = `${category} ${name}`
  const unit = strangers.get(key) ?? { name, category, aliases: [] }
  strangers.set(key, unit)
  return unit
}

/** A unit in one table of its category must stand in the other. Says which are missing; gives those of each table. */
export function compareTables(
  tables: readonly PrintedTable[],
  units: readonly UnitRows[],
  names: RegisterNames,
  say: Say,
): NamedUnit[][] {
  return tables.map((table, i) => {
    const here = new Set(units[i]?.values())
    const missing = new Set<NamedUnit>()
    for (const [j, other] of tables.entries()) {
      if (i === j || table.category !== other.category || table.kind === other.kind) continue
      for (const [row, unit] of units[j] ?? []) {
        if (here.has(unit) || missing.has(unit)) continue
        missing.add(unit)
        say('name', labelOf(table), '缺少该单位', unit.name, `${row.place}有该单位，此表没有。`)
      }
    }
    return [...missing, ...missingOfRegister(table, here, missing, names, say)]
  })
}

/** Where the numbers of the rows leave out as many as the register has units more, it is these. */
function missingOfRegister(
  table: PrintedTable,
  here: ReadonlySet<NamedUnit>,
  told: ReadonlySet<NamedUnit>,
  names: RegisterNames,
  say: Say,
): NamedUnit[] {
  const last = ratioCountOf(table.rows.map((row) => cellOf(table, row, 'position')).at(-1) ?? '') ?? 0
  const more = names.units.filter((unit) => unit.category === table.category?.key && !here.has(unit) && !told.has(unit))
  if (more.length === 0 || last - table.rows.length !== more.length + told.size) return []
  for (const unit of more) say('name', labelOf(table), '缺少该单位', unit.name, '名册中有该单位，此表序号中断。')
  return more
}
