import { type CategoryRow, categoryName } from '../office/category'
import type { PrintedNotice } from './document'
import { type NamedUnit, nameAlikeness, namesOf, type Register, type RegisterNames } from './names'
import type { Say } from './report'
import { labelOf, type PrintedRow, type PrintedTable } from './tables'

/** Whose row it is; a row may stand for nobody. */
export type UnitRows = ReadonlyMap<PrintedRow, NamedUnit>
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

/** Every unit of the document's tables; of two names for one unit, that of the first table. */
function ownRegister(notice: PrintedNotice, categories: readonly CategoryRow[]): Register {
  return categories.flatMap((category) => {
    const [first = [], ...others] = notice.tables
      .filter((table) => table.category === category)
      .map((table) => table.rows.map((row) => cellOf(table, row, 'unit')))
    const units = new Set(first.filter((name) => name !== ''))
    for (const other of others) {
      const strange = other.filter((name) => name !== '' && !units.has(name))
      const missing = first.filter((name) => !other.includes(name))
      for (const name of strange) if (!twinOf(name, missing)) units.add(name)
    }
    return [...units].map((name) => ({ name, category: category.key, aliases: [] }))
  })
}

function twinOf(name: string, missing: string[]): boolean {
  const alike = missing.slice(0, 200).map((other) => nameAlikeness(name, other))
  const best = alike.indexOf(Math.max(...alike))
  if (best < 0 || ((alike[best] ?? 0) < 0.3 && missing.length > 1)) return false
  missing.splice(best, 1)
  return true
}

/** Finds whose each row is; says which names are wrong, unknown or there twice. */
export function nameRows(
  table: PrintedTable,
  names: RegisterNames,
  categories: readonly CategoryRow[],
  strangers: Strangers,
  say: Say,
): UnitRows {
  const own = table.category?.key ?? ''
  const rows = new Map<PrintedRow, NamedUnit>()
  const at = new Map<NamedUnit, PrintedRow>()
  const unknown: PrintedRow[] = []
  for (const row of table.rows) {
    const printed = cellOf(table, row, 'unit')
    const found = names.find(printed) ?? names.find(row.cells.find((cell) => names.find(cell)) ?? '')
    if (!found) unknown.push(row)
    else if (at.has(found.unit)) {
      say('name', `${row.place} 单位`, printed, '每个单位只列一次', `与第${at.get(found.unit)?.index}行是同一单位。`)
    } else {
      at.set(found.unit, row)
      rows.set(row, found.unit)
      if (found.as === 'alias' && names.find(printed))
        say('alias', `${row.place} 单位`, printed, found.unit.name, ALIAS)
      if (found.unit.category !== own) {
        const is = categoryName(categories, found.unit.category)
        say('name', `${row.place} 单位`, printed, `列入${is}的表`, `名册中“${found.unit.name}”属${is}。`)
      }
    }
  }
  const missing = names.units.filter((unit) => unit.category === own && !at.has(unit))
  for (const row of unknown) {
    const printed = cellOf(table, row, 'unit')
    const only = missing.length === 1 && unknown.length === 1
    const likely = names.likely(printed, own, at, only ? 0.1 : undefined)
    const unit = likely ?? strangerOf(printed, own, strangers)
    if (!at.has(unit)) {
      at.set(unit, row)
      rows.set(row, unit)
    }
    say('name', `${row.place} 单位`, printed, likely?.name ?? NOBODY, unknownTo(names, likely))
  }
  return rows
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

/** A unit in one table of its category must stand in the other. */
export function compareTables(tables: readonly PrintedTable[], units: readonly UnitRows[], say: Say): void {
  for (const [i, table] of tables.entries()) {
    for (const [j, other] of tables.entries()) {
      if (i === j || table.category !== other.category || table.kind === other.kind) continue
      const there = new Set(units[j]?.values())
      for (const [row, unit] of units[i] ?? []) {
        if (there.has(unit)) continue
        say('name', labelOf(other), '缺少该单位', unit.name, `${row.place}有该单位，此表没有。`)
      }
    }
  }
}
