import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { categories, rules, units } from '@/db/schema'
import { type Category, type CategoryRow, isCategoryKey } from '@/lib/domain/office/category'
import type { Quarter } from '@/lib/domain/time/quarter'
import { categoriesNow } from '../../office/inner/categories'
import { aliasesCell, knownCell, nameCell, optionalCell, orEmpty, quarterCell } from './cells'
import type { CsvLine, SayFault } from './csv'
import { firstOfEach, insertAll, small } from './format'

const NAME_MAX = 20

type Row = {
  key: Category
  name: string
  title: string
  words: string | null
  aliases: string[]
  valid_from: Quarter | null
}

/**
 * 类别, in the order of the file. One that the file does not hold keeps its place after those as long as units or rules
 * are of it, and goes otherwise: an office without towns has no table of them.
 */
export const categoriesFormat = small({
  file: 'categories.csv',
  columns: {
    key: knownCell('代码', isCategoryKey, ['小写字母开头的字母、数字、下划线']),
    name: nameCell('名称', NAME_MAX),
    title: nameCell('表题', NAME_MAX),
    words: optionalCell('行文用语', NAME_MAX),
    aliases: aliasesCell('别称'),
    valid_from: orEmpty(quarterCell('生效季度')),
  },

  async plan(lines, { tx, categories: known, say }) {
    const given = firstOfEach(lines, ({ key }) => key, '代码', say)
    distinct(given, say)
    const before = await categoriesNow(tx)
    const used = await usedIn(tx)
    const named = given.map(({ row }, i) => asCategory(row, i + 1))
    const others = before.filter(({ key }) => !named.some((row) => row.key === key))
    const kept = others.filter(({ key }) => used.has(key)).map((row, i) => ({ ...row, position: named.length + i + 1 }))
    const gone = others.filter(({ key }) => !used.has(key)).map(({ key }) => key)
    const after = [...named, ...kept]
    known.replace(after)
    const differs = after.filter((row) => !before.some((old) => same(old, row)))
    const changed = differs.filter(({ key }) => named.some((row) => row.key === key)).length + gone.length
    return {
      changed,
      of: named.length + gone.length,
      async write(tx) {
        if (gone.length > 0) await tx.delete(categories).where(inArray(categories.key, gone))
        const added = differs.filter(({ key }) => !before.some((old) => old.key === key))
        await insertAll(tx, categories, added.map(columnsOf))
        for (const row of differs.filter((one) => !added.includes(one)))
          await tx.update(categories).set(columnsOf(row)).where(eq(categories.key, row.key))
      },
    }
  },

  async rows(tx) {
    return (await categoriesNow(tx)).map(({ key, name, title, words, aliases, validFrom }) => ({
      ...{ key, name, title, words },
      aliases: aliases.join('|'),
      valid_from: validFrom ?? '',
    }))
  },
})

function asCategory({ words, valid_from, ...row }: Row, position: number): CategoryRow {
  return { ...row, words: words ?? row.name, position, validFrom: valid_from }
}

/** A word must mean one category: by it a table, a file or a sentence of a notice is told to be of that one. */
function distinct(given: readonly CsvLine<Row>[], say: SayFault): void {
  const taken = new Map<string, number>()
  for (const { line, row } of given) {
    for (const word of new Set([row.name, row.title, row.words ?? row.name, ...row.aliases])) {
      const first = taken.get(word)
      if (first === undefined) taken.set(word, line)
      else say(line, '名称', `“${word}”与第 ${first} 行的类别重复。`)
    }
  }
}

async function usedIn(tx: Database): Promise<ReadonlySet<Category>> {
  const ofUnits = await tx.selectDistinct({ key: units.category }).from(units)
  const ofRules = await tx.selectDistinct({ key: rules.category }).from(rules)
  return new Set([...ofUnits, ...ofRules].map(({ key }) => key))
}

function same(a: CategoryRow, b: CategoryRow): boolean {
  return JSON.stringify(columnsOf(a)) === JSON.stringify(columnsOf(b))
}

function columnsOf({ key, name, title, words, aliases, position, validFrom }: CategoryRow) {
  return { key, name, title, words, aliases: JSON.stringify(aliases), position, validFrom }
}
