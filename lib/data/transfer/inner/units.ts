import 'server-only'
import { randomBytes } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { unitAliases, units } from '@/db/schema'
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
    const entries: Entry[] = []
    const lines = new Map<string, number>()
    for (const { line, row } of rows) {
      categories.check(row.category, (why) => say(line, '类别', why))
      const known = byId.get(names.find(row.name) ?? '')
      const key = known?.id ?? row.name
      const first = lines.get(key)
      if (first !== undefined) {
        say(line, '名称', `“${row.name}”与第 ${first} 行是同一单位。`)
        continue
      }
      lines.set(key, line)
      entries.push({ unit: merged(row, known), line })
    }
    const inFile = new Set(entries.map(({ unit }) => unit.id))
    for (const unit of before) if (!inFile.has(unit.id)) entries.push({ unit: { ...unit }, line: null })
    entries.forEach(({ unit }, index) => {
      unit.position = index + 1
    })
    names.replace(claims(entries, say))

    const moved = entries.filter(({ unit }) => !same(unit, byId.get(unit.id)))
    const changed = moved.filter(({ line }) => line !== null).length
    return {
      changed,
      unchanged: inFile.size - changed,
      figures: new Set(changed ? ['all' as const] : []),
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
  const others = new Set([...row.aliases, row.name])
  others.delete(unitName)
  return {
    id: known?.id ?? shortId(),
    name: unitName,
    category: row.category,
    aliases: [...others].sort(byText),
    position: 0,
  }
}

/** Who bears which name. A name that two units would bear is a fault of the later row. */
function claims(entries: readonly Entry[], say: SayFault): Map<string, string> {
  const taken = new Map<string, { entry: Entry; as: string }>()
  // What the database holds and the file does not touch comes first, so that the blame falls on a row.
  for (const entry of [...entries].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))) {
    for (const claimed of [entry.unit.name, ...entry.unit.aliases]) {
      const as = claimed === entry.unit.name ? '名称' : '别名'
      const prior = taken.get(claimed)
      if (!prior) taken.set(claimed, { entry, as })
      else if (entry.line !== null) {
        const where = prior.entry.line === null ? '' : `（第 ${prior.entry.line} 行）`
        say(entry.line, as, `“${claimed}”已是“${prior.entry.unit.name}”${where}的${prior.as}。`)
      }
    }
  }
  return new Map([...taken].map(([claimed, { entry }]) => [claimed, entry.unit.id]))
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
