import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'

/** How long transactions may gather for one commit: readers and newcomers wait no longer than that and one transaction. */
const GATHER_MS = 5

/** One that waits for its turn; `alone` once a commit that it shared has failed. */
type Job<Tx> = {
  work: (tx: Tx) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
  alone: boolean
}

type Done<Tx> = { job: Job<Tx>; value: unknown }

/** Transactions on one connection, oldest first. */
export type Queue<Tx> = {
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Resolves when nothing waits. */
  idle(): Promise<void>
  /** About how long a newcomer would wait, in milliseconds. */
  ahead(): number
}

/**
 * The database is synchronous, so whoever ran all that wait in one turn of the event loop would let nobody in meanwhile:
 * the loop runs once before every commit. What waits by then is committed together, in one fsync: each in a savepoint of
 * its own, so that its failure is its own, and each answered only when all is on disk. Where the common transaction
 * itself fails (a full disk), those in it run again alone. `check` throws where nothing may be committed, and where what
 * was must not be acknowledged. Without `shares` each has a transaction of its own.
 */
export function queue<Tx>(
  connection: Sqlite.Database,
  tx: Tx,
  { begin, check, shares }: { begin: () => Promise<void>; check: () => void; shares: boolean },
): Queue<Tx> {
  const waiting: Job<Tx>[] = []
  let running: Promise<void> | null = null
  let each = 1 // milliseconds of one transaction, of late

  async function pump(): Promise<void> {
    for (;;) {
      await nextTurn()
      const first = waiting.shift()
      if (!first) break
      const began = performance.now()
      const ran = await together(first)
      each += ((performance.now() - began) / ran - each) / 16
    }
    running = null
  }

  /** One commit; gives how many ran in it. */
  async function together(first: Job<Tx>): Promise<number> {
    try {
      await begin()
    } catch (error) {
      first.reject(error)
      return 1
    }
    const until = performance.now() + GATHER_MS
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

  function again(done: Done<Tx>[]): void {
    waiting.unshift(...done.map(({ job }) => ({ ...job, alone: true })))
  }

  return {
    run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        // Whoever reads the request's headers or cookies within the transaction finds its own.
        const here = AsyncLocalStorage.snapshot()
        waiting.push({ work: (tx) => here(work, tx), resolve: resolve as Job<Tx>['resolve'], reject, alone: false })
        running ??= pump()
      })
    },
    idle: async () => {
      while (running) await running
    },
    ahead: () => (waiting.length + (running ? 1 : 0)) * each,
  }
}
