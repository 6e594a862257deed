import 'server-only'
import { and, eq, gt, lte } from 'drizzle-orm'
import { RateLimiterDrizzleNonAtomic } from 'rate-limiter-flexible'
import { db, transaction } from '@/db/client'
import { limits } from '@/db/schema'

type Row = { points: number; expire: Date }

/**
 * The store of a limiter in the portal's own database, through its one writer, so that every server counts alike and a
 * restart forgives nothing.
 */
export class StoredLimiter extends RateLimiterDrizzleNonAtomic {
  /** @param seconds for how long points stay spent, counted from the first */
  constructor(name: string, points: number, seconds: number) {
    const ours = { storeClient: {}, schema: limits, clearExpiredByTimeout: false }
    super({ ...ours, keyPrefix: name, points, duration: seconds })
  }

  /** Spends points, and sweeps what is over. */
  async _upsert(key: string, points: number, forMs: number, anew = false): Promise<Row> {
    const now = Date.now()
    return transaction(async (tx) => {
      await tx.delete(limits).where(lte(limits.expiresAt, now))
      const [before] = await tx.select().from(limits).where(eq(limits.key, key))
      const spent = anew || !before ? points : before.points + points
      const expiresAt = anew || !before ? now + forMs : before.expiresAt
      const row = { key, points: spent, expiresAt }
      await tx.insert(limits).values(row).onConflictDoUpdate({ target: limits.key, set: row })
      return { points: spent, expire: new Date(expiresAt) }
    })
  }

  async _get(key: string): Promise<Row | null> {
    const standing = and(eq(limits.key, key), gt(limits.expiresAt, Date.now()))
    const [row] = await db().select().from(limits).where(standing)
    return row ? { points: row.points, expire: new Date(row.expiresAt) } : null
  }

  async _delete(key: string): Promise<boolean> {
    await transaction((tx) => tx.delete(limits).where(eq(limits.key, key)))
    return true
  }
}
