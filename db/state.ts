import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { db } from './client'
import { databaseFile, dialect } from './dialect'

/** How the database stands to this version: `new` has no tables yet, `behind` waits for a migration. */
export type DatabaseState = 'new' | 'behind' | 'current' | 'ahead'

const migrationsFolder = fileURLToPath(new URL(`./migrations/${dialect}`, import.meta.url))
const applied = sql.raw(dialect === 'postgresql' ? 'drizzle.__drizzle_migrations' : '__drizzle_migrations')

/** Looks without changing anything; a SQLite file that is not there is not made. */
export async function databaseState(): Promise<DatabaseState> {
  if (dialect === 'sqlite' && !existsSync(databaseFile())) return 'new'
  const here = await appliedCount()
  if (here === 0) return 'new'
  const wanted = readMigrationFiles({ migrationsFolder }).length
  return here === wanted ? 'current' : here < wanted ? 'behind' : 'ahead'
}

async function appliedCount(): Promise<number> {
  try {
    const [row] = await db()
      .select({ n: sql`count(*)`.mapWith(Number) })
      .from(sql`${applied}`)
    return row?.n ?? 0
  } catch (error) {
    if (isMissingTable(error)) return 0
    throw error
  }
}

function isMissingTable(error: unknown): boolean {
  for (let e = error as { code?: string; message?: string; cause?: unknown } | undefined; e; e = e.cause as typeof e)
    if (e.code === '42P01' || /^no such table/.test(e.message ?? '')) return true
  return false
}
