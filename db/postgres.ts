import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from './schema'
import type { Client, Database } from './types'

/** Serialization failure and deadlock: PostgreSQL asks for another try. */
const AGAIN = new Set(['40001', '40P01'])
const TRIES = 20

/** A pool that can only read, and one whose transactions are serializable and tried again when they collide. */
export function openPostgres(url: string): Client {
  const readers = new pg.Pool({ connectionString: url, max: 8, options: '-c default_transaction_read_only=on' })
  const writers = new pg.Pool({ connectionString: url, max: 8 })
  const writing = drizzle(writers, { schema })
  const reading = drizzle(readers, { schema })
  for (const pool of [readers, writers]) pool.on('error', () => undefined) // an idle connection lost is replaced at the next use

  let each = 1 // milliseconds of one transaction, of late

  return {
    reader: reading as unknown as Database,
    snapshot: (work) =>
      reading.transaction((tx) => work(tx as unknown as Database), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      }),
    ahead: () => writers.waitingCount * each,
    async transaction(work) {
      const began = performance.now()
      for (let tries = 1; ; tries++) {
        try {
          const result = await writing.transaction(
            async (tx) => {
              // Taken before the first snapshot, so that writers queue at the end of the audit chain instead of colliding.
              await tx.execute(sql`LOCK TABLE audit IN EXCLUSIVE MODE`)
              return work(tx as unknown as Database)
            },
            { isolationLevel: 'serializable' },
          )
          each += ((performance.now() - began) / (writers.totalCount + writers.waitingCount) - each) / 16
          return result
        } catch (error) {
          if (tries >= TRIES || !AGAIN.has(codeOf(error))) throw error
        }
      }
    },
    async close() {
      await readers.end()
      await writers.end()
    },
  }
}

function codeOf(error: unknown): string {
  for (let e = error as { code?: string; cause?: unknown } | undefined; e; e = e.cause as typeof e)
    if (e.code) return e.code
  return ''
}
