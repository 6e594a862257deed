import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { databaseFile, dataDirectory, dialect } from './dialect'
import { connect } from './sqlite'
import { inWords } from './trouble'

const PART = '.part'

/** How long it waits for whoever writes. */
const LOCK_MS = 10_000

/** When the newest copy was made that lies among the backups; null where there is none. */
export function newestBackup(): number | null {
  const folder = join(dialect === 'sqlite' ? dirname(databaseFile()) : dataDirectory(), 'backup')
  const names = existsSync(folder) ? readdirSync(folder) : []
  const made = names.filter((name) => name.endsWith('.sqlite')).map((name) => statSync(join(folder, name)).mtimeMs)
  return made.length > 0 ? Math.max(...made) : null
}

/**
 * Copies a database beside it, whole or not at all: written under another name, compared, and only then named as a copy.
 * Nobody writes meanwhile. Gives its path.
 */
export async function backUp(connection: Sqlite.Database, file: string, now = Date.now()): Promise<string> {
  const folder = join(dirname(file), 'backup')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) if (name.includes(PART)) rmSync(join(folder, name))
  const place = join(folder, `before-migration-${now}.sqlite`)
  const guard = connect(file)
  try {
    guard.pragma(`busy_timeout = ${LOCK_MS}`)
    guard.exec('BEGIN IMMEDIATE')
    await connection.backup(place + PART)
    compare(connection, place + PART)
    sync(place + PART)
    renameSync(place + PART, place)
    sync(folder)
    return place
  } catch (error) {
    rmSync(place + PART, { force: true })
    throw inWords(error)
  } finally {
    guard.close()
  }
}

/** Throws where the copy is not sound, or does not hold as many rows of each table. */
function compare(connection: Sqlite.Database, copy: string): void {
  const other = connect(copy, { readonly: true })
  try {
    const sound = other.pragma('integrity_check', { simple: true })
    if (sound !== 'ok') throw new Error(`the copy before the migration is not sound: ${sound}`)
    const [here, there] = [contents(connection), contents(other)]
    if (here !== there) throw new Error('the copy before the migration does not hold what the database holds')
  } finally {
    other.close()
    for (const rest of ['-wal', '-shm']) if (existsSync(copy + rest)) rmSync(copy + rest)
  }
}

/** Every table with its definition and the number of its rows. */
function contents(connection: Sqlite.Database): string {
  const tables = connection
    .prepare(
      "select name, sql from sqlite_master where type = 'table' and sql not like 'CREATE VIRTUAL%' order by name",
    )
    .all() as { name: string; sql: string }[]
  const counted = tables.map(({ name, sql }) => [
    sql,
    connection.prepare(`select count(*) from "${name}"`).pluck().get(),
  ])
  return JSON.stringify(counted)
}

function sync(path: string): void {
  const open = openSync(path, 'r')
  try {
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}
