import { sql } from 'drizzle-orm'
import { isServedFrom, SERVING } from '@/lib/door/serving.mjs'
import { db } from './client'
import { dialect } from './dialect'

/** Whether somebody is served from this database now: by a server on this machine, or on PostgreSQL on any. */
export async function isServed(): Promise<boolean> {
  if (isServedFrom(process.env)) return true
  if (dialect === 'sqlite') return false
  const [row] = await db()
    .select({ one: sql`1` })
    .from(sql`pg_stat_activity`)
    .where(sql`datname = current_database() and application_name = ${SERVING}`)
    .limit(1)
  return row !== undefined
}
