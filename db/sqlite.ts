import { chmodSync, existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { Fault } from '@/lib/domain/base/fault'
import { watchPlace } from './place'
import { queue } from './queue'
import * as schema from './schema'
import { keepStatements } from './statements'
import { inWords, locked } from './trouble'
import type { Client, Database } from './types'
import { writtenOnSqlite } from './written.sqlite'

/**
 * The pragmas without which a promise of ours breaks: a reopened WAL file silently runs at synchronous=NORMAL,
 * and an acknowledged item could vanish on power loss. Set and read back on every connection.
 */
const PRAGMAS = { synchronous: 2, foreign_keys: 1, busy_timeout: 200 } as const

/** Of those that read while they serve: a wait is one of the whole process. The writer waits not at all: its queue tries again. */
const READING_WAIT_MS = 20

/** Opens a connection with the pragmas asserted; throws when one did not take. */
export function connect(file: string, options: Sqlite.Options = {}): Sqlite.Database {
  const connection = new Sqlite(file, options)
  if (!options.readonly && connection.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
    throw new Error(`${file}: WAL is not available on this file system`)
  }
  for (const [name, value] of Object.entries(PRAGMAS)) {
    connection.pragma(`${name} = ${value}`)
    const now = connection.pragma(name, { simple: true })
    if (now !== value) throw new Error(`${file}: ${name} is ${now}, not ${value}`)
  }
  connection.pragma('cache_size = -32000')
  return connection
}

/**
 * One writer behind a queue with BEGIN IMMEDIATE, one reader beside it, and one that reads at a standstill. The file must be
 * there: only a migration makes one. `leave` is called once when it is no longer what its path leads to; `patienceMs` is how
 * long a write waits for another process to let go of the file.
 */
export function openSqlite(file: string, { leave, patienceMs }: { leave: () => void; patienceMs: number }): Client {
  if (!existsSync(file)) throw new Fault('busy', `没有找到数据库文件 ${file}，系统暂不能使用。请联系系统管理员。`)
  const writer = connect(file)
  chmodSync(file, 0o600)
  const reader = connect(file, { readonly: true })
  const still = connect(file, { readonly: true })
  writer.pragma('busy_timeout = 0')
  for (const connection of [reader, still]) connection.pragma(`busy_timeout = ${READING_WAIT_MS}`)
  for (const connection of [writer, reader, still]) keepStatements(connection)
  const written = writtenOnSqlite(writer)
  const check = stillThere(file, leave)
  const beginWriting = () => {
    written.arm()
    return begin(writer)
  }
  const ways = { patienceMs, locked }
  const write = queue(writer, asDatabase(writer), { ...ways, begin: beginWriting, check, shares: true })
  const look = queue(still, asDatabase(still), {
    ...ways,
    begin: () => Boolean(still.exec('BEGIN')),
    check: () => undefined,
    shares: false,
  })
  let committed = 0
  let committedAt = performance.now()
  return {
    reader: asDatabase(reader),
    written,
    async transaction(work) {
      try {
        const result = await write.run(work)
        committed++
        committedAt = performance.now()
        return result
      } catch (error) {
        throw inWords(error)
      }
    },
    snapshot: look.run,
    ahead: write.ahead,
    outcomes: () => ({ committed, repeated: 0 }),
    condition: () => ({ inPlace: holds(check), waiting: write.length(), committedAt }),
    async close() {
      await Promise.all([write.idle(), look.idle()])
      for (const connection of [still, reader, writer]) connection.close()
    },
  }
}

/** Throws once the database is not at its place any more, and from then on: what was written into it would be lost. */
function stillThere(file: string, leave: () => void): () => void {
  // Opened by now: the writer has read from it.
  const elsewhere = watchPlace([file, `${file}-wal`, `${file}-shm`])
  let gone = false
  return () => {
    if (!gone && elsewhere() === null) return
    if (!gone) leave()
    gone = true
    throw new Fault('busy', '数据库文件已不在原处，内容没有提交，仍保留在本页。系统正在重新启动，请稍后再交。')
  }
}

function holds(check: () => void): boolean {
  try {
    check()
    return true
  } catch {
    return false
  }
}

function asDatabase(connection: Sqlite.Database): Database {
  return drizzle(connection, { schema }) as unknown as Database
}

/** Begins to write; false while another process does. */
function begin(writer: Sqlite.Database): boolean {
  try {
    writer.exec('BEGIN IMMEDIATE')
    return true
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false
    throw error
  }
}
