import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '@/db/client'
import type { Quarter } from '@/lib/domain/time/quarter'
import type { CsvColumns, RowOf } from './cells'
import type { CsvLine, SayFault } from './csv'
import type { KnownCategories, NamedUnits, SeenItems } from './seen'

/** What an import knows while it plans. `tick` counts rows, and lets other work of the process have its turn. */
export type Importing = {
  tx: Database
  now: number
  names: NamedUnits
  categories: KnownCategories
  items: SeenItems
  say: SayFault
  tick(rows: number): Promise<void>
}

/** What the rows of one file would change; nothing is written before every file was planned without a fault. */
export type Plan = {
  changed: number
  unchanged: number
  /** Whose figures move. */
  figures: Set<Quarter | 'all'>
  write(): Promise<void>
}

/** One kind of file: its columns, how its rows meet the database, and what is written back into it. */
export type Format<C extends CsvColumns = CsvColumns> = {
  file: string
  columns: C
  plan(rows: CsvLine<RowOf<C>>[], importing: Importing): Promise<Plan>
  rows(tx: Database): Promise<Record<keyof C, string>[]>
}

/** Keeps the type of the columns while a format is written down. */
export function format<C extends CsvColumns>(it: Format<C>): Format {
  return it as unknown as Format
}

/** Rows at a time: of the widest table 500 rows stay well below the parameters that SQLite takes. */
const CHUNK = 500

export function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += CHUNK) yield rows.slice(i, i + CHUNK)
}

export async function insertAll<T extends SQLiteTable>(tx: Database, table: T, rows: T['$inferInsert'][]) {
  for (const chunk of chunks(rows)) await tx.insert(table).values(chunk)
}

/** The rows but for those whose key came before: these are named, with the line of the first one. */
export function firstOfEach<Row>(
  rows: CsvLine<Row>[],
  keyOf: (row: Row) => string,
  what: string,
  say: SayFault,
): CsvLine<Row>[] {
  const lines = new Map<string, number>()
  return rows.filter(({ line, row }) => {
    const key = keyOf(row)
    const first = lines.get(key)
    if (first === undefined) lines.set(key, line)
    else say(line, what, `与第 ${first} 行重复。`)
    return first === undefined
  })
}

/** Plain order of strings, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
