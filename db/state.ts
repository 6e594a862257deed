import { existsSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { db } from './client'
import { databaseFile, dialect } from './dialect'
import { type Applied, type DatabaseState, stateOfSteps } from './steps'

const noted = sql.raw(dialect === 'postgresql' ? 'drizzle.__drizzle_migrations' : '__drizzle_migrations')

/** Looks without changing anything; a SQLite file that is not there is not made. */
export async function databaseState(): Promise<DatabaseState> {
  return stateOfSteps(dialect === 'sqlite' && !existsSync(databaseFile()) ? [] : await appliedHere())
}

async function appliedHere(): Promise<Applied[]> {
  try {
    return await db()
      .select({ at: sql`created_at`.mapWith(Number), hash: sql<string>`hash` })
      .from(sql`${noted}`)
      .orderBy(sql`created_at`)
  } catch (error) {
    if (isMissingTable(error)) return []
    throw error
  }
}

function isMissingTable(error: unknown): boolean {
  for (let e = error as { code?: string; message?: string; cause?: unknown } | undefined; e; e = e.cause as typeof e)
    if (e.code === '42P01' || /^no such table/.test(e.message ?? '')) return true
  return false
}
