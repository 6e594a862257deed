import { Fault } from '@/lib/domain/base/fault'
import { memory } from '@/lib/domain/base/memory'
import type { Jobs } from './jobs'
import { type Limits, READING } from './limits'
import type { FileWork } from './messages'
import { type FileProcess, startProcess } from './process'
import { type WaitingLine, waitingLine } from './queue'

type Job = { asked: FileWork; settle: (work: Promise<unknown>) => void }
type Pool = { limits: Limits; queue: WaitingLine<Job>; all: Set<FileProcess>; idle: Map<FileProcess, NodeJS.Timeout> }

const pools = memory<Pool>('processes for files', { most: 8 })

/**
 * The work on one person's files: in a process apart, at low priority, one job of a person at a time. Throws a Fault in words
 * where there is no room, where it takes too long or too much memory, and whatever Fault the work itself throws.
 */
export function workFor(person: string, limits: Limits = READING) {
  return async <Name extends keyof Jobs>(job: Name, ...given: Parameters<Jobs[Name]>) => {
    const pool = pools.once(limits.name, () => ({
      limits,
      queue: waitingLine(limits),
      all: new Set(),
      idle: new Map(),
    }))
    try {
      return (await queued(pool, person, { job, given })) as Awaited<ReturnType<Jobs[Name]>>
    } catch (error) {
      throw ownFault(error)
    }
  }
}

/** A pool is shared by bundles that each have a class Fault of their own. */
function ownFault(error: unknown): unknown {
  const { name, code, message, fields } = error as Fault
  return name === 'Fault' ? new Fault(code, message, fields) : error
}

function queued(pool: Pool, person: string, asked: FileWork): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const job: Job = {
      asked,
      settle(work) {
        clearTimeout(clock)
        work.then(resolve, reject)
      },
    }
    const clock = setTimeout(() => pool.queue.withdraw(job) && reject(new Fault('busy', FULL)), pool.limits.patienceMs)
    const refused = pool.queue.enter(person, job)
    if (refused === null) return serve(pool)
    clearTimeout(clock)
    reject(refused === 'own' ? new Fault('throttled', OWN) : new Fault('busy', FULL))
  })
}

const FULL = '现在处理文件的人太多，没有处理，请过一会儿再试。'
const OWN = '您前面提交的文件还没有处理完，请等处理完再提交。'

function serve(pool: Pool): void {
  while (pool.idle.size > 0 || pool.all.size < pool.limits.processes) {
    const next = pool.queue.next()
    if (!next) return
    const one = taken(pool)
    next.job.settle(
      one.run(next.job.asked).finally(() => {
        pool.queue.leave(next.person)
        rest(pool, one)
        serve(pool)
      }),
    )
  }
}

function taken(pool: Pool): FileProcess {
  const [one] = pool.idle.keys()
  if (!one) return started(pool)
  clearTimeout(pool.idle.get(one))
  pool.idle.delete(one)
  return one
}

function started(pool: Pool): FileProcess {
  const one = startProcess(pool.limits, () => forget(pool, one))
  pool.all.add(one)
  return one
}

/** It waits for the next job for a while, when it can have one. */
function rest(pool: Pool, one: FileProcess): void {
  if (!pool.all.has(one)) return
  const end = () => {
    forget(pool, one)
    one.end()
  }
  if (one.fit()) pool.idle.set(one, setTimeout(end, pool.limits.idleMs).unref())
  else end()
}

function forget(pool: Pool, one: FileProcess): void {
  clearTimeout(pool.idle.get(one))
  pool.idle.delete(one)
  pool.all.delete(one)
}
