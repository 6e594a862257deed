import Sqlite from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { databaseFile } from '@/db/dialect'
import { items } from '@/db/schema'
import { indexEntryOf } from '@/lib/data/search/inner/indexing'
import { type Gram, gramsOf } from '@/lib/domain/search/grams'
import type { itemOf, Row } from './rows'

/** What FTS5 gathers in memory before it writes a piece of the index: few pieces are few to merge. */
const GATHER_BYTES = 64_000_000
/** Every so many items the words written ahead are compared with those that the product would write. */
const PROVED_EVERY = 5_000

/**
 * Puts rows into the SQLite file as fast as it can: without triggers and indexes, which come last, and the index of search
 * with them. A power failure would ruin the file: for measuring alone.
 */
export function bulk(rows: Iterable<Row>): void {
  const file = new Sqlite(databaseFile())
  for (const pragma of ['journal_mode = MEMORY', 'synchronous = OFF', 'foreign_keys = OFF', 'cache_size = -400000'])
    file.pragma(pragma)
  file.exec('BEGIN')
  const aside = putAside(file)
  file.exec(`INSERT INTO search_grams (search_grams, rank) VALUES ('hashsize', ${GATHER_BYTES})`)
  const into = new Map<SQLiteTable, (row: Record<string, unknown>) => void>()
  const index = indexer(file)
  for (const [table, row] of rows) {
    const insert = into.get(table) ?? inserter(file, table)
    into.set(table, insert)
    insert(row)
    if (table === items) index(row as ReturnType<typeof itemOf>)
  }
  for (const statement of aside) file.exec(statement)
  file.exec("INSERT INTO search_grams (search_grams, rank) VALUES ('hashsize', 1048576)")
  file.exec('COMMIT')
  file.pragma('journal_mode = WAL')
  file.close()
}

/** Drops what every row would have to keep up; gives the statements that bring it back. */
function putAside(file: Sqlite.Database): string[] {
  const found = file
    .prepare("SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL")
    .all() as { type: string; name: string; sql: string }[]
  for (const { type, name } of found) file.exec(`DROP ${type} "${name}"`)
  return found.map(({ sql }) => sql)
}

function inserter(file: Sqlite.Database, table: SQLiteTable): (row: Record<string, unknown>) => void {
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, { name }]) => `"${name}"`)
  const statement = file.prepare(
    `INSERT INTO "${getTableName(table)}" (${names}) VALUES (${names.map(() => '?').join(',')})`,
  )
  return (row) =>
    void statement.run(
      ...columns.map(([key]) => (typeof row[key] === 'boolean' ? Number(row[key]) : (row[key] ?? null))),
    )
}

/** Indexes items whose texts differ by their number alone, so that only what stands round the number is folded anew. */
function indexer(file: Sqlite.Database): (item: ReturnType<typeof itemOf>) => void {
  const doc = file.prepare('INSERT INTO search_docs (item_id) VALUES (?)')
  const grams = file.prepare('INSERT INTO search_grams (rowid, grams) VALUES (?, ?)')
  let n = 0
  return (item) => {
    const entry = entryOf(item)
    if (n++ % PROVED_EVERY === 0) prove(entry, indexEntryOf({ ...item, attached: null }))
    grams.run(doc.run(item.id).lastInsertRowid, entry)
  }
}

const word = (gram: Gram) => (gram >>> 0).toString(36)
const words = (grams: Iterable<Gram>) => Array.from(grams, word).join(' ')

const common = new Map<string, { grams: ReadonlySet<Gram>; words: string }>()

/** The words of an item: those of its texts round the number, and what all of them share. */
function entryOf({ ref, title, body, author, ...item }: ReturnType<typeof itemOf>): string {
  const number = ref.slice(1)
  const parts = [title, body].flatMap((text) => text.split(number))
  const key = parts.join('\0')
  const grams = common.get(key)?.grams ?? gramsOf([...parts, author])
  const shared = common.get(key) ?? { grams, words: words(grams) }
  common.set(key, shared)
  const own = new Set([
    ...gramsOf([near(title, number), near(body, number)]),
    ...indexEntryOf({ ...item, title: '', body: '', author: null, attached: null }),
  ])
  return `${shared.words} ${words([...own].filter((gram) => !shared.grams.has(gram)))}`
}

/** The first number in a text with the characters beside it. */
function near(text: string, number: string): string {
  const at = text.indexOf(number)
  return text.slice(at - 1, at + number.length + 1)
}

function prove(entry: string, right: ReadonlySet<Gram>): void {
  if (entry.split(' ').sort().join() !== words(right).split(' ').sort().join())
    throw new Error('the words written ahead are not those that the product indexes')
}
