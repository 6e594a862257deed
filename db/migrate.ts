import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { Fault } from '@/lib/domain/base/fault'
import { backUp } from './backup'
import { ensureBaseline } from './baseline'
import { closeDatabase } from './client'
import { databaseFile, databaseUrl, dialect } from './dialect'
import { markFolder } from './marker'
import { connect } from './sqlite'
import { type Applied, type DatabaseState, migrationsFolder, stateOfSteps } from './steps'

export type Migrated = { applied: number; backup: string | null }

/**
 * Makes the database or brings it to this version, and marks DATA_DIR; a SQLite file that holds something is backed up first.
 * Refuses a database whose steps were others when they were applied, but for those that are known (db/former), which it mends;
 * and a migration that drops a table: SQLite's rebuilds have deleted child rows and triggers that way.
 */
export async function migrate(): Promise<Migrated> {
  refuseDropTable(readMigrationFiles({ migrationsFolder }).flatMap((m) => m.sql))
  const migrated = await (dialect === 'postgresql' ? onPostgres() : onSqlite(databaseFile()))
  markFolder()
  await closeDatabase() // what this process had open may be a file that is gone
  await ensureBaseline()
  return migrated
}

/** Throws when a statement drops a table. */
export function refuseDropTable(statements: string[]): void {
  const found = statements.find((s) => /\bDROP\s+TABLE\b/i.test(s))
  if (found) throw new Error(`a migration must not drop a table: ${found.trim().slice(0, 80)}`)
}

async function onSqlite(file: string): Promise<Migrated> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const connection = connect(file)
  try {
    const standing = judged(appliedOnSqlite(connection))
    if (standing.state === 'current') return { applied: 0, backup: null }
    const backup = standing.state === 'new' ? null : await backUp(connection, file)
    connection.pragma('foreign_keys = OFF') // has no effect inside a transaction, so before it
    for (const { at, hash, mend } of standing.former)
      connection.transaction(() => {
        for (const statement of mend.sqlite) connection.exec(statement)
        connection.prepare('update __drizzle_migrations set hash = ? where created_at = ?').run(hash, at)
      })()
    migrateSqlite(drizzle(connection), { migrationsFolder })
    const broken = connection.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0)
      throw new Error(`after the migration ${broken.length} rows point to nothing; backup: ${backup}`)
    return { applied: standing.pending + standing.former.length, backup }
  } finally {
    connection.close()
  }
}

/** How the database stands; throws where it is not what the steps made of it. */
function judged(applied: readonly Applied[]): DatabaseState {
  const standing = stateOfSteps(applied)
  if (standing.state === 'altered') throw altered(standing)
  return standing
}

/** For whoever opens a database whose steps were others. */
export function altered({ altered: tags }: DatabaseState): Fault {
  return new Fault(
    'conflict',
    `数据库升级时用过的 ${tags.join('、')} 与本程序所带的不同，不能确认表结构一致，没有做任何改动。请使用建立它的那个版本，或恢复升级前的备份。`,
  )
}

function appliedOnSqlite(connection: ReturnType<typeof connect>): Applied[] {
  const known = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
  if (!known) return []
  return connection.prepare('select created_at as at, hash from __drizzle_migrations order by 1').all() as Applied[]
}

async function onPostgres(): Promise<Migrated> {
  const pool = new pg.Pool({ connectionString: databaseUrl(), max: 1 })
  try {
    const standing = judged(await appliedOnPostgres(pool))
    for (const { at, hash, mend } of standing.former) {
      const noted = `update drizzle.__drizzle_migrations set hash = '${hash}' where created_at = ${at}`
      await pool.query(['BEGIN', ...mend.postgresql, noted, 'COMMIT'].join(';\n'))
    }
    await migratePg(drizzlePg(pool), { migrationsFolder })
    return { applied: standing.pending + standing.former.length, backup: null }
  } finally {
    await pool.end()
  }
}

async function appliedOnPostgres(pool: pg.Pool): Promise<Applied[]> {
  const known = await pool.query("select to_regclass('drizzle.__drizzle_migrations') as t")
  if (!known.rows[0].t) return []
  const { rows } = await pool.query('select created_at as at, hash from drizzle.__drizzle_migrations order by 1')
  return rows.map(({ at, hash }) => ({ at: Number(at), hash }))
}
