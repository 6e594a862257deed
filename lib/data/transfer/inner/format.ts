import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '@/db/client'
import type { Scratch } from '@/db/scratch'
import type { Quarter } from '@/lib/domain/time/quarter'
import type { CsvColumns, RowOf } from './cells'
import { CHUNK, type CsvLine, type SayFault } from './csv'
import type { KnownCategories, NamedUnits, SeenItems } from './seen'

/** What an import knows while it goes through the files. `tick` lets other work of the process have its turn. */
export type Importing = {
  tx: Database
  now: number
  names: NamedUnits
  categories: KnownCategories
  items: SeenItems
  say: SayFault
  tick(): Promise<void>
  /** False once a fault was found: then everything is still looked at, and nothing written. */
  writes(): boolean
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

/** Takes the rows of a file, some hundred at a time, and writes what they change; whoever finds a fault undoes it all. */
export type Taking<Row> = { take(lines: CsvLine<Row>[]): Promise<void>; end(): Promise<Outcome> }

/** What the rows of a small file would change, all of them seen together. */
export type Plan = Outcome & { write(): Promise<void> }

/** One kind of file: its columns, how its rows meet the database, and what is written back into it. */
export type Format<C extends CsvColumns = CsvColumns> = {
  file: string
  columns: C
  begin(importing: Importing): Taking<RowOf<C>>
  rows(tx: Database): AsyncIterable<Record<keyof C, string>[]>
}

/** A format whose file is small enough to be seen as a whole. */
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
          const { write, ...outcome } = await plan(all, importing)
          if (outcome.changed > 0 && importing.writes()) await write()
          return outcome
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
export async function firstOfAll<Row>(
  rows: CsvLine<Row>[],
  keyOf: (row: Row) => string,
  what: string,
  { keys, say }: Pick<Importing, 'keys' | 'say'>,
): Promise<CsvLine<Row>[]> {
  const before = await keys.find(rows.map(({ row }) => keyOf(row)))
  const fresh = rows.filter(({ line, row }) => {
    const first = before.get(keyOf(row))
    if (first !== undefined) say(line, what, `与第 ${first} 行重复。`)
    return first === undefined
  })
  const firsts = firstOfEach(fresh, keyOf, what, say)
  await keys.add(firsts.map(({ line, row }) => [keyOf(row), String(line)]))
  return firsts
}

/** Plain order of strings, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
