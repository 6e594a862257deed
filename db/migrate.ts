import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { databaseFile, databaseUrl, dialect } from './dialect'
import { markFolder } from './marker'
import { connect } from './sqlite'

export type Migrated = { applied: number; backup: string | null }

const migrationsFolder = fileURLToPath(new URL(`./migrations/${dialect}`, import.meta.url))

/**
 * Makes the database or brings it to this version, and marks DATA_DIR; a SQLite file that holds something is backed up first.
 * Refuses a migration that drops a table: SQLite's rebuilds have deleted child rows and triggers that way.
 */
export async function migrate(): Promise<Migrated> {
  refuseDropTable(readMigrationFiles({ migrationsFolder }).flatMap((m) => m.sql))
  const migrated = await (dialect === 'postgresql' ? onPostgres() : onSqlite(databaseFile()))
  markFolder()
  return migrated
}

/** Throws when a statement drops a table. */
export function refuseDropTable(statements: string[]): void {
  const found = statements.find((s) => /\bDROP\s+TABLE\b/i.test(s))
  if (found) throw new Error(`a migration must not drop a table: ${found.trim().slice(0, 80)}`)
}

async function onSqlite(file: string): Promise<Migrated> {
  const isNew = !existsSync(file)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const connection = connect(file)
  try {
    const before = appliedCount(connection)
    const pending = readMigrationFiles({ migrationsFolder }).length - before
    if (pending <= 0) return { applied: 0, backup: null }
    const backup = isNew || before === 0 ? null : join(dirname(file), 'backup', `before-migration-${Date.now()}.sqlite`)
    if (backup) {
      mkdirSync(dirname(backup), { recursive: true, mode: 0o700 })
      await connection.backup(backup)
    }
    connection.pragma('foreign_keys = OFF') // has no effect inside a transaction, so before it
    migrateSqlite(drizzle(connection), { migrationsFolder })
    const broken = connection.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0)
      throw new Error(`after the migration ${broken.length} rows point to nothing; backup: ${backup}`)
    return { applied: pending, backup }
  } finally {
    connection.close()
  }
}

function appliedCount(connection: ReturnType<typeof connect>): number {
  const known = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
  if (!known) return 0
  return (connection.prepare('select count(*) as n from __drizzle_migrations').get() as { n: number }).n
}

async function onPostgres(): Promise<Migrated> {
  const pool = new pg.Pool({ connectionString: databaseUrl(), max: 1 })
  try {
    const count = async () => {
      const known = await pool.query("select to_regclass('drizzle.__drizzle_migrations') as t")
      if (!known.rows[0].t) return 0
      return Number((await pool.query('select count(*) as n from drizzle.__drizzle_migrations')).rows[0].n)
    }
    const before = await count()
    await migratePg(drizzlePg(pool), { migrationsFolder })
    return { applied: (await count()) - before, backup: null }
  } finally {
    await pool.end()
  }
}
