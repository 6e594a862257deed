import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import { answerBy, mustTell, waitingTogether } from '@/lib/domain/base/patience'

/** How long transactions may gather for one commit: readers and newcomers wait no longer than that and one transaction. */
const GATHER_MS = 5

/** One that waits for its turn since `at`, and until `by` where a page waits; `alone` once a commit that it shared has failed. */
type Job<Tx> = {
  at: number
  by: number | null
  work: (tx: Tx) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
  alone: boolean
}

/** How the transactions of a connection begin and end. */
export type Ways = {
  /** Begins one; false while another process holds the file. */
  begin: () => boolean
  /** How long each waits for that process where no page does (lib/domain/base/patience), and what it is told then. */
  patienceMs: number
  locked: () => Error
  /** Throws where nothing may be committed, and where what was committed must not be acknowledged. */
  check: () => void
  /** Whether several share a commit. */
  shares: boolean
  /** For how long those who wait join a commit; GATHER_MS but in tests. */
  gatherMs?: number
}

/** A file that is held no longer than this is not called locked. */
const BRIEF_MS = 100

type Done<Tx> = { job: Job<Tx>; value: unknown }

/** Transactions on one connection, oldest first. */
export type Queue<Tx> = {
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Resolves when nothing waits. */
  idle(): Promise<void>
  /** About how long a newcomer would wait, in milliseconds. */
  ahead(): number
  /** How many wait, the one at work included. */
  length(): number
}

/**
 * The database is synchronous, so whoever ran all that wait in one turn of the event loop would let nobody in meanwhile:
 * the loop runs once before every commit. What waits by then is committed together, in one fsync: each in a savepoint of
 * its own, so that its failure is its own, and each answered only when all is on disk. Where the common transaction
 * itself fails (a full disk), those in it run again alone. A file locked from outside must not freeze the event loop: short
 * waits, many tries. Whoever waits at a page is told in time: all of them as soon as the first must be, and until the file is
 * free again whoever comes is told at the first try.
 */
export function queue<Tx>(
  connection: Sqlite.Database,
  tx: Tx,
  { begin, patienceMs, locked, check, shares, gatherMs = GATHER_MS }: Ways,
): Queue<Tx> {
  let waiting: Job<Tx>[] = []
  let running: Promise<void> | null = null
  let each = 1 // milliseconds of one transaction, of late
  let lockedSince: number | null = null
  let told = false // since then, whoever waits at a page

  async function pump(): Promise<void> {
    for (;;) {
      await nextTurn()
      if (waiting.length === 0) break
      if (!(await begun())) continue
      const first = waiting.shift() as Job<Tx>
      const began = performance.now()
      const ran = await together(first)
      each += ((performance.now() - began) / ran - each) / 16
    }
    running = null
  }

  /** Whether a transaction is open now. Who waits may be gone where it is not. */
  async function begun(): Promise<boolean> {
    try {
      if (begin()) {
        lockedSince = null
        told = false
        return true
      }
    } catch (error) {
      waiting.shift()?.reject(error)
      return false
    }
    const now = performance.now()
    lockedSince ??= now
    tell(now, lockedSince)
    if (waiting.length > 0) await sleep(10 + Math.random() * 40)
    return false
  }

  /** Tells those who can wait no longer that the file is locked. */
  function tell(now: number, since: number): void {
    const atPages = waiting.flatMap(({ at, by }) => (by === null ? [] : [{ at, by }]))
    told ||= now - since >= BRIEF_MS && atPages.length > 0 && mustTell(waitingTogether(atPages), now)
    const isDue = ({ at, by }: Job<Tx>) => (by === null ? Math.min(now - at, now - since) >= patienceMs : told)
    const due = waiting.filter(isDue)
    if (due.length === 0) return
    waiting = waiting.filter((job) => !due.includes(job))
    for (const { reject } of due) reject(locked())
  }

  /** One commit; gives how many ran in it. */
  async function together(first: Job<Tx>): Promise<number> {
    const until = performance.now() + gatherMs
    const done: Done<Tx>[] = []
    let ran = 0
    for (let job: Job<Tx> | undefined = first; job; job = next(job, until)) {
      ran++
      if (!(await inside(job, done))) return ran
    }
    commit(done)
    return ran
  }

  /** Who joins the open transaction. */
  function next(last: Job<Tx>, until: number): Job<Tx> | undefined {
    const joins = shares && !last.alone && !waiting[0]?.alone && performance.now() < until
    return joins ? waiting.shift() : undefined
  }

  /** Runs one in the open transaction; false when that is gone. */
  async function inside(job: Job<Tx>, done: Done<Tx>[]): Promise<boolean> {
    const savepoint = done.length > 0
    try {
      if (savepoint) connection.exec('SAVEPOINT one')
      const value = await job.work(tx)
      if (savepoint) connection.exec('RELEASE one')
      done.push({ job, value })
      return true
    } catch (error) {
      job.reject(error)
      if (savepoint && connection.inTransaction) {
        connection.exec('ROLLBACK TO one; RELEASE one')
        return true
      }
      if (connection.inTransaction) connection.exec('ROLLBACK')
      again(done)
      return false
    }
  }

  function commit(done: Done<Tx>[]): void {
    try {
      check()
      connection.exec('COMMIT')
      check()
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      if (done.length > 1) again(done)
      else done[0]?.job.reject(error)
      return
    }
    for (const { job, value } of done) job.resolve(value)
  }

  function length(): number {
    return waiting.length + (running ? 1 : 0)
  }

  function again(done: Done<Tx>[]): void {
    waiting.unshift(...done.map(({ job }) => ({ ...job, alone: true })))
  }

  return {
    run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        // Whoever reads the request's headers or cookies within the transaction finds its own.
        const here = AsyncLocalStorage.snapshot()
        const job = { at: performance.now(), by: answerBy(), work: (tx: Tx) => here(work, tx), reject, alone: false }
        waiting.push({ ...job, resolve: resolve as Job<Tx>['resolve'] })
        running ??= pump()
      })
    },
    idle: async () => {
      while (running) await running
    },
    ahead: () => length() * each,
    length,
  }
}
