import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type * as schema from './schema'

/** What both databases can do: queries are awaited; `get`, `all` and `run` are SQLite's alone and left out. */
export type Database = Pick<
  BaseSQLiteDatabase<'async', unknown, typeof schema>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count' | '$with' | 'with'
>

/** The transactions of this process so far: how many were committed, how often one that collided was tried again. */
export type Outcomes = { committed: number; repeated: number }

/** `inPlace`: what is open is what its path leads to. */
export type WriterCondition = { inPlace: boolean; waiting: number; committedAt: number }

/** What a transaction has written on sealed tables (db/sealed), as its connection noted it. */
export type Notebook = {
  /** Notes every row that is there as well. */
  all(tx: Database): Promise<void>
  /** Keeps what was noted under the number of an entry, and gives the digest of it all; null when nothing was noted. */
  keep(tx: Database, seq: number): Promise<string | null>
}

export type Client = {
  written: Notebook
  /** For reads; cannot write. */
  reader: Database
  transaction<T>(work: (tx: Database) => Promise<T>): Promise<T>
  /** Several reads of one and the same moment. */
  snapshot<T>(work: (tx: Database) => Promise<T>): Promise<T>
  /** About how long a write that comes now would wait for those before it, in milliseconds. */
  ahead(): number
  outcomes(): Outcomes
  /** How the writer is: where its file lies, how many wait for it, and when it last committed (performance.now). */
  condition(): WriterCondition
  close(): Promise<void>
}
