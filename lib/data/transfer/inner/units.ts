import 'server-only'
import { randomBytes } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { unitAliases, units } from '@/db/schema'
import { foldName, namesBook, oddCharacters } from '@/lib/domain/base/names'
import type { Category } from '@/lib/domain/office/category'
import { aliasesCell, categoryCell, nameCell } from './cells'
import type { SayFault } from './csv'
import { byText, insertAll, small } from './format'

type Unit = { id: string; name: string; category: Category; aliases: string[]; position: number }

/** A unit as it will stand; `line` is its row's, null when the file does not hold it. */
type Entry = { unit: Unit; line: number | null }

/** The register. File order is the official order; units that the file does not hold keep their place after those. */
export const unitsFormat = small({
  file: 'units.csv',
  columns: { name: nameCell('名称'), category: categoryCell('类别'), aliases: aliasesCell('别名') },

  async plan(rows, { tx, names, categories, say }) {
    const before = await register(tx)
    const byId = new Map(before.map((unit) => [unit.id, unit]))
    // A row is a unit of the register by what it is called there, and not by how such names go.
    const byName = namesBook(before, null, { derived: false })
    const entries: Entry[] = []
    const lines = new Map<string, { line: number; name: string }>()
    for (const { line, row } of rows) {
      categories.check(row.category, (why) => say(line, '类别', why))
      const known = byName.get(foldName(row.name))
      const key = known?.id ?? foldName(row.name)
      const first = lines.get(key)
      if (first !== undefined) {
        say(line, '名称', `“${row.name}”与第 ${first.line} 行是同一单位${onlyBy(row.name, first.name)}。`)
        continue
      }
      lines.set(key, { line, name: row.name })
      entries.push({ unit: merged(row, known), line })
    }
    const inFile = new Set(entries.map(({ unit }) => unit.id))
    for (const unit of before) if (!inFile.has(unit.id)) entries.push({ unit: { ...unit }, line: null })
    entries.forEach(({ unit }, index) => {
      unit.position = index + 1
    })
    claim(entries, say)
    names.replace(entries.map(({ unit }) => unit))

    const moved = entries.filter(({ unit }) => !same(unit, byId.get(unit.id)))
    const changed = moved.filter(({ line }) => line !== null).length
    return {
      changed,
      of: inFile.size,
      async write(tx) {
        const dropped = moved.flatMap(
          ({ unit }) => byId.get(unit.id)?.aliases.filter((a) => !unit.aliases.includes(a)) ?? [],
        )
        if (dropped.length) await tx.delete(unitAliases).where(inArray(unitAliases.name, dropped))
        await insertAll(
          tx,
          units,
          moved.filter(({ unit }) => !byId.has(unit.id)).map(({ unit }) => columnsOf(unit)),
        )
        for (const { unit } of moved) {
          if (byId.has(unit.id)) await tx.update(units).set(columnsOf(unit)).where(eq(units.id, unit.id))
          const added = unit.aliases.filter((a) => !byId.get(unit.id)?.aliases.includes(a))
          await insertAll(
            tx,
            unitAliases,
            added.map((alias) => ({ name: alias, unitId: unit.id })),
          )
        }
      },
    }
  },

  async rows(tx) {
    return (await register(tx)).map((unit) => ({
      name: unit.name,
      category: unit.category,
      aliases: unit.aliases.join('|'),
    }))
  },
})

async function register(tx: Database): Promise<Unit[]> {
  const others = await tx.select().from(unitAliases)
  return (await tx.select().from(units).orderBy(units.position, units.id)).map((unit) => {
    return {
      ...unit,
      aliases: others
        .filter((a) => a.unitId === unit.id)
        .map((a) => a.name)
        .sort(byText),
    }
  })
}

/** The unit that a row describes. A row under an alias does not rename the unit, and keeps that alias. */
function merged(row: { name: string; category: Category; aliases: string[] }, known: Unit | undefined): Unit {
  const unitName = known?.name ?? row.name
  const own = new Set([foldName(unitName)])
  const others = [...row.aliases, row.name].filter((name) => !own.has(foldName(name)) && own.add(foldName(name)))
  return {
    id: known?.id ?? shortId(),
    name: unitName,
    category: row.category,
    aliases: others.sort(byText),
    position: 0,
  }
}

/** By which characters alone two names differ, so that they are found; nothing where they are written alike. */
function onlyBy(a: string, b: string): string {
  const odd = foldName(a) === foldName(b) ? oddCharacters(a, b) : []
  return odd.length > 0 ? `，写法只差 ${odd.join('、')}` : ''
}

/** A name that two units would bear is a fault of the later row, however it is written. */
function claim(entries: readonly Entry[], say: SayFault): void {
  const taken = new Map<string, { entry: Entry; as: string; name: string }>()
  // What the database holds and the file does not touch comes first, so that the blame falls on a row.
  for (const entry of [...entries].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))) {
    for (const claimed of [entry.unit.name, ...entry.unit.aliases]) {
      const as = claimed === entry.unit.name ? '名称' : '别名'
      const prior = taken.get(foldName(claimed))
      if (!prior) taken.set(foldName(claimed), { entry, as, name: claimed })
      else if (entry.line !== null && prior.entry !== entry) {
        const where = prior.entry.line === null ? '' : `（第 ${prior.entry.line} 行）`
        const how = onlyBy(claimed, prior.name)
        say(entry.line, as, `“${claimed}”已是“${prior.entry.unit.name}”${where}的${prior.as}${how}。`)
      }
    }
  }
}

function same(a: Unit, b: Unit | undefined): boolean {
  return JSON.stringify({ ...columnsOf(a), a: a.aliases }) === JSON.stringify(b && { ...columnsOf(b), a: b.aliases })
}

function columnsOf({ id, name, category, position }: Unit) {
  return { id, name, category, position }
}

/** Eight characters: a unit's id stands in hundreds of links of one page, and among a few hundred units that is plenty. */
function shortId(): string {
  return randomBytes(6).toString('base64url')
}
