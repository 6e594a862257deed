import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from './client'
import { table, text } from './columns'
import { execute } from './execute'

const scratch = table('import_scratch', {
  space: text('space').notNull(),
  key: text('key').notNull(),
  value: text('value').notNull(),
})

/** Keys with values that would not fit into memory, for as long as a transaction lasts. */
export type Scratch = {
  /** What is known under these keys, at most a few hundred. */
  find(keys: readonly string[]): Promise<Map<string, string>>
  /** Adds keys that are not known yet. */
  add(entries: readonly (readonly [key: string, value: string])[]): Promise<void>
}

/** Runs work with a scratch table of its own; it is gone afterwards. Each `space` in it has keys of its own. */
export async function withScratch<T>(tx: Database, work: (space: (name: string) => Scratch) => Promise<T>): Promise<T> {
  await execute(
    tx,
    sql`create temporary table import_scratch (space text not null, key text not null, value text not null, primary key (space, key))`,
  )
  const space = (name: string): Scratch => ({
    async find(keys) {
      if (keys.length === 0) return new Map()
      const rows = await tx
        .select({ key: scratch.key, value: scratch.value })
        .from(scratch)
        .where(and(eq(scratch.space, name), inArray(scratch.key, [...keys])))
      return new Map(rows.map(({ key, value }) => [key, value]))
    },
    async add(entries) {
      if (entries.length === 0) return
      await tx.insert(scratch).values(entries.map(([key, value]) => ({ space: name, key, value })))
    },
  })
  const done = await work(space)
  await execute(tx, sql`drop table import_scratch`)
  return done
}
