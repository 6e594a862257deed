import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '@/db/client'
import type { Scratch } from '@/db/scratch'
import type { Quarter } from '@/lib/domain/time/quarter'
import type { CsvColumns, RowOf } from './cells'
import { CHUNK, type CsvLine, type SayFault } from './csv'
import type { KnownCategories, KnownLevels, KnownRules, NamedUnits, SeenItems } from './seen'

/** What an import knows while it goes through the files. `tick` lets other work of the process have its turn. */
export type Importing = {
  /** Reads the database as it stood when the import began; nothing is written yet. */
  tx: Database
  now: number
  names: NamedUnits
  categories: KnownCategories
  rules: KnownRules
  levels: KnownLevels
  items: SeenItems
  say: SayFault
  tick(): Promise<void>
  /** Puts away what is to be written of this file. Once a fault was found everything is still looked at, and nothing kept. */
  stage(rows: unknown): void
  /** Notes that the import rests on how this item stands: whoever changes it meanwhile stops the import. */
  restsOn(itemIds: readonly string[]): void
  /** What would otherwise be named as recorded twice is recorded once more. */
  again: boolean
  /** Keys that this file has held so far, with what is to be known of them. */
  keys: Scratch
}

/** What the rows of one file changed. */
export type Outcome = {
  changed: number
  unchanged: number
  /** Whose figures move. */
  figures: Set<Quarter | 'all'>
}

/** Writes within a transaction. */
type Write = (tx: Database) => Promise<void>

/** Takes the rows of a file, some hundred at a time, and stages what they change; a small file writes it as a whole. */
export type Taking<Row> = { take(lines: CsvLine<Row>[]): Promise<void>; end(): Promise<Outcome & { write?: Write }> }

/** What the rows of a small file would change, all of them seen together: so many of so many. */
type Plan = { changed: number; of: number; write: Write }

/** One kind of file: its columns, how its rows meet the database, and what is written back into it. */
export type Format<C extends CsvColumns = CsvColumns> = {
  file: string
  columns: C
  begin(importing: Importing): Taking<RowOf<C>>
  /** Writes what was staged at once; gives how many rows of the database that were. Throws where it may not be written any more. */
  post?(tx: Database, staged: never, now: number): Promise<number>
  rows(tx: Database): AsyncIterable<Record<keyof C, string>[]>
}

/** A format whose file is small enough to be seen as a whole. What it says holds for every quarter, so all figures move. */
type Small<C extends CsvColumns> = Pick<Format<C>, 'file' | 'columns'> & {
  plan(rows: CsvLine<RowOf<C>>[], importing: Importing): Promise<Plan>
  rows(tx: Database): Promise<Record<keyof C, string>[]>
}

/** Makes a format of one that plans all rows together and writes them when nothing is wrong. */
export function small<C extends CsvColumns>({ plan, rows, ...it }: Small<C>): Format {
  return format({
    ...it,
    begin(importing) {
      const all: CsvLine<RowOf<C>>[] = []
      return {
        async take(lines) {
          all.push(...lines)
        },
        async end() {
          const { changed, of, write } = await plan(all, importing)
          if (changed === 0) return { changed, unchanged: of, figures: new Set() }
          return { changed, unchanged: of - changed, figures: new Set(['all' as const]), write }
        },
      }
    },
    async *rows(tx) {
      yield await rows(tx)
    },
  })
}

/** Keeps the type of the columns while a format is written down. */
export function format<C extends CsvColumns>(it: Format<C>): Format {
  return it as unknown as Format
}

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

/** The same for the next rows of a file whose earlier keys are in the scratch. */
export function firstOfAll<Row>(
  rows: CsvLine<Row>[],
  keyOf: (row: Row) => string,
  what: string,
  { keys, say }: Pick<Importing, 'keys' | 'say'>,
): CsvLine<Row>[] {
  const before = keys.find(rows.map(({ row }) => keyOf(row)))
  const fresh = rows.filter(({ line, row }) => {
    const first = before.get(keyOf(row))
    if (first !== undefined) say(line, what, `与第 ${first} 行重复。`)
    return first === undefined
  })
  const firsts = firstOfEach(fresh, keyOf, what, say)
  keys.add(firsts.map(({ line, row }) => [keyOf(row), String(line)]))
  return firsts
}

/** Plain order of strings, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
