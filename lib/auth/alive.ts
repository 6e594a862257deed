import 'server-only'
import { sql } from 'drizzle-orm'
import { ahead, db } from '@/db/client'
import { facts } from '@/db/schema'
import { LONGEST_MS } from '@/lib/door/rules.mjs'
import { aheadOf } from './request'

/** Whether the database answers; the one read that needs no viewer. */
export async function alive(): Promise<boolean> {
  try {
    await db().select({ one: sql`1` }).from(facts).limit(1)
    return true
  } catch {
    return false
  }
}

/** Whether a write would wait too long for those before it, at the door or at the writer. */
export function isBusy(headers: Headers): boolean {
  return Math.max(aheadOf(headers), ahead()) > LONGEST_MS
}
