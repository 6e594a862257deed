import { AsyncLocalStorage } from 'node:async_hooks'
import { memory } from '@/lib/domain/base/memory'
import { noteHead, writeAnchors } from './anchors'
import { databaseFile, databaseUrl, dialect } from './dialect'
import { openLedger, settle } from './ledger'
import { openPostgres } from './postgres'
import { openSqlite } from './sqlite'
import { toSyslog } from './syslog'
import type { Client, Database, Outcomes, WriterCondition } from './types'

export type { Database }

// Pages and actions, bundled apart, share the one writer of this process.
const opened = memory<Client>('database', { most: 1 })
const HERE = 'here'
const inside = new AsyncLocalStorage<true>()

/** The open database; opened at the first use, never at import (`next build` evaluates modules). */
function client(): Client {
  return opened.once(HERE, () =>
    dialect === 'postgresql' ? openPostgres(databaseUrl()) : openSqlite(databaseFile(), { leave, patienceMs }),
  )
}

/** How long a write waits while another process holds the file, where no person at a page does. */
let patienceMs = 1_500

/** A command waits its turn. */
export function waitPatiently(): void {
  patienceMs = 10_000
}

/**
 * Ends the server as when it is asked to (lib/door/serve), but as failed: it is started anew on what is there. A command
 * has no such way, and ends by the fault that it was given.
 */
function leave(): void {
  process.stderr.write(`${new Date().toISOString()} 数据库文件 ${databaseFile()} 已不在原处或已被替换，停止服务。\n`)
  process.exitCode = 1
  process.emit('SIGTERM')
}

/** The database for reading. */
export function db(): Database {
  return client().reader
}

/**
 * Runs `work` alone and all or nothing. It may run again after a collision, so nothing in it may reach outside `tx`.
 * Throws when called inside another transaction, which would wait for itself.
 */
export function transaction<T>(work: (tx: Database) => Promise<T>): Promise<T> {
  if (inside.getStore()) throw new Error('a transaction inside a transaction would wait for itself: pass tx on')
  return committed(work)
}

async function committed<T>(work: (tx: Database) => Promise<T>): Promise<T> {
  const { transaction, written } = client()
  const { answer, head } = await transaction((tx) =>
    inside.run(true, async () => {
      openLedger(tx)
      const answer = await work(tx)
      return { answer, head: await settle(tx, written) }
    }),
  )
  if (head) {
    noteHead(head, head.withNotice)
    toSyslog('audit', head.entries)
  }
  return answer
}

/** Binds every row that a database already holds to the log, in one entry: what is older than that cannot be proved. */
export function bindAll(tx: Database): Promise<void> {
  return client().written.all(tx)
}

/** Runs reads that must agree with each other: all of them see the database at one moment. */
export function snapshot<T>(work: (tx: Database) => Promise<T>): Promise<T> {
  return client().snapshot(work)
}

/** About how long a write that comes now would wait for those before it, in milliseconds. */
export function ahead(): number {
  return client().ahead()
}

/** How many transactions this process has committed, and how often one was tried again. */
export function outcomes(): Outcomes {
  return client().outcomes()
}

/** How the writer of this process is. */
export function condition(): WriterCondition {
  return client().condition()
}

/** Whether this process has its database open: what goes on in the background must not open it again. */
export function isDatabaseOpen(): boolean {
  return opened.get(HERE) !== undefined
}

/** Closes the database of this process, if it was opened. */
export async function closeDatabase(): Promise<void> {
  const open = opened.get(HERE)
  opened.drop(HERE)
  await open?.close()
  writeAnchors()
}
