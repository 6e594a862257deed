import 'server-only'
import { sql } from 'drizzle-orm'
import { ahead, db } from '@/db/client'
import { facts } from '@/db/schema'

/** Whether the database answers; the one read that needs no viewer. */
export async function alive(): Promise<boolean> {
  try {
    await db().select({ one: sql`1` }).from(facts).limit(1)
    return true
  } catch {
    return false
  }
}

/** More than this much work waiting before a write is answered with 正忙 instead of being waited for. */
const MOST_AHEAD_MS = 10_000

/** Whether a write that comes now would wait too long for those before it. */
export function isBusy(): boolean {
  return ahead() > MOST_AHEAD_MS
}
