import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as schema from './schema'
import { inWords } from './trouble'
import type { Client, Database } from './types'
import { NOTEBOOK, writtenOnPostgres } from './written.postgres'

/** Serialization failure and deadlock: PostgreSQL asks for another try. */
const AGAIN = new Set(['40001', '40P01'])
const TRIES = 20

/**
 * The lock is taken before the first snapshot, so that writers queue at the end of the audit chain instead of colliding;
 * in one round trip, since all writers of all servers wait while it is held.
 */
const BEGIN = 'BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE audit IN EXCLUSIVE MODE'

/** A pool that can only read, and one whose transactions are serializable and tried again when they collide. */
export function openPostgres(url: string): Client {
  const readers = new pg.Pool({ connectionString: url, max: 8, options: '-c default_transaction_read_only=on' })
  const writers = new pg.Pool({ connectionString: url, max: 8 })
  const reading = drizzle(readers, { schema })
  for (const pool of [readers, writers]) pool.on('error', () => undefined) // an idle connection lost is replaced at the next use
  const writing = new WeakMap<pg.PoolClient, Database>()
  writers.on('connect', (client) => {
    client.query(NOTEBOOK).catch(() => undefined) // before all else that is asked of it; whoever misses it fails
    writing.set(client, drizzle(client, { schema }) as unknown as Database)
  })

  const outcomes = { committed: 0, repeated: 0 }
  let committedAt = performance.now()
  let each = 1 // milliseconds of one transaction, of late

  async function once<T>(work: (tx: Database) => Promise<T>): Promise<T> {
    const client = await writers.connect()
    let lost: Error | undefined
    try {
      await client.query(BEGIN)
      const result = await work(writing.get(client) as Database)
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch((gone: Error) => {
        lost = gone
      })
      throw error
    } finally {
      client.release(lost)
    }
  }

  return {
    reader: reading as unknown as Database,
    written: writtenOnPostgres,
    snapshot: (work) =>
      reading.transaction((tx) => work(tx as unknown as Database), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      }),
    ahead: () => writers.waitingCount * each,
    outcomes: () => ({ ...outcomes }),
    condition: () => ({ inPlace: true, waiting: writers.waitingCount, committedAt }),
    async transaction(work) {
      const began = performance.now()
      for (let tries = 1; ; tries++) {
        try {
          const result = await once(work)
          each += ((performance.now() - began) / (writers.totalCount + writers.waitingCount) - each) / 16
          outcomes.committed++
          committedAt = performance.now()
          return result
        } catch (error) {
          if (tries >= TRIES || !AGAIN.has(codeOf(error))) throw inWords(error)
          outcomes.repeated++
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
