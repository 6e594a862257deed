import 'server-only'
import { statfs } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { ahead, condition, db, transaction } from '@/db/client'
import { dataDirectory } from '@/db/dialect'
import { facts } from '@/db/schema'
import { waiting } from '@/db/search'
import { memory } from '@/lib/domain/base/memory'
import { type Condition, failing, type HealthCode, INDEX_MOST } from '@/lib/domain/office/health'
import { LONGEST_MS } from '@/lib/door/rules.mjs'
import { aheadOf } from './request'

/** How long one finding holds, so that strangers who ask cost nothing; and how long an answer of the database may take. */
const HOLDS_MS = 1_000
const PATIENCE_MS = 3_000

const found = memory<Promise<HealthCode[]>>('health', { most: 1, forMs: HOLDS_MS })

/** What of this server fails; the one question that needs no viewer, and its answer names nothing else. */
export function ailments(): Promise<HealthCode[]> {
  return found.once('here', find)
}

async function find(): Promise<HealthCode[]> {
  const [reader, writer, index, free] = await Promise.all([
    answers(() => db().select({ one: sql`1` }).from(facts).limit(1)),
    answers(() => transaction(async () => undefined)),
    waitingToBeIndexed().catch(() => 0),
    freeSpace(),
  ])
  return failing({ reader, writer, index, free, ...stand() })
}

/** Whether the database answers in time. */
async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  const late = new AbortController()
  const limit = sleep(PATIENCE_MS, false, { signal: late.signal }).catch(() => false)
  const asked = (async () => ask())().then(
    () => true,
    () => false,
  )
  const answer = await Promise.race([asked, limit])
  late.abort()
  return answer
}

async function waitingToBeIndexed(): Promise<number> {
  const some = db()
    .select({ one: sql`1`.as('one') })
    .from(waiting)
    .limit(INDEX_MOST + 1)
    .as('some')
  const [row] = await db()
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(some)
  return row?.n ?? 0
}

/** Free bytes where the data lie; without end where the system does not say. */
async function freeSpace(): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(dataDirectory())
    return bavail * bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

function stand(): Pick<Condition, 'files' | 'waiting' | 'aheadMs' | 'sinceCommitMs'> {
  try {
    const { inPlace, waiting, committedAt } = condition()
    return { files: inPlace, waiting, aheadMs: ahead(), sinceCommitMs: performance.now() - committedAt }
  } catch {
    return { files: false, waiting: 0, aheadMs: 0, sinceCommitMs: 0 }
  }
}

/** Whether a write would wait too long for those before it, at the door or at the writer. */
export function isBusy(headers: Headers): boolean {
  return Math.max(aheadOf(headers), ahead()) > LONGEST_MS
}
