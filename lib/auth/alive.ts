import 'server-only'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
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
