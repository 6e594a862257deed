import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'
import { dialect } from './dialect'

/*
 * One schema for two databases. The builders are picked once, when the module loads, and typed as SQLite's:
 * TypeScript cannot check that cast, so every data test runs on both databases.
 * RESTRICT everywhere: SQLite's table rebuilds would otherwise delete child rows through a cascade.
 */
const onPg = dialect === 'postgresql'

export const table = (onPg ? pg.pgTable : lite.sqliteTable) as typeof lite.sqliteTable
export const index = (onPg ? pg.index : lite.index) as typeof lite.index
export const uniqueIndex = (onPg ? pg.uniqueIndex : lite.uniqueIndex) as typeof lite.uniqueIndex
export const primaryKey = (onPg ? pg.primaryKey : lite.primaryKey) as unknown as typeof lite.primaryKey

/** One table under a second name, for a query that joins it twice. */
export const alias = (onPg ? pg.alias : lite.alias) as typeof lite.alias

/** Text, ids, days (`2020-09-30`) and quarters (`2020Q3`). */
export const text = (onPg ? pg.text : lite.text) as typeof lite.text

/** Whole numbers that fit a JavaScript number: counts, hundredths of points, versions. */
export function whole(name: string) {
  return onPg ? (pg.bigint(name, { mode: 'number' }) as unknown as ReturnType<typeof liteWhole>) : liteWhole(name)
}

/** An instant: UTC milliseconds. */
export const instant = whole

/** Yes or no. */
export function flag(name: string) {
  return onPg ? (pg.boolean(name) as unknown as ReturnType<typeof liteFlag>) : liteFlag(name)
}

const liteWhole = (name: string) => lite.integer(name, { mode: 'number' })
const liteFlag = (name: string) => lite.integer(name, { mode: 'boolean' })
