import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq, isNotNull, sql } from 'drizzle-orm'
import { newestBackup } from '@/db/backup'
import { ahead, condition, db, transaction } from '@/db/client'
import { CLOCK_BEHIND } from '@/db/ledger'
import { facts, items } from '@/db/schema'
import { waiting } from '@/db/search'
import { spaceHere } from '@/db/space'
import { memory } from '@/lib/domain/base/memory'
import { type Condition, failing, type HealthCode, INDEX_MOST } from '@/lib/domain/office/health'
import { type Reminder, remindersOf } from '@/lib/domain/office/reminders'
import { LONGEST_MS } from '@/lib/door/rules.mjs'
import { aheadOf } from './request'

/** How long one finding holds, so that strangers who ask cost nothing; and how long an answer of the database may take. */
const HOLDS_MS = 1_000
const PATIENCE_MS = 3_000

const found = memory<Promise<HealthCode[]>>('health', { most: 1, forMs: HOLDS_MS })
const toSeeTo = memory<ReturnType<typeof circumstances>>('reminders', { most: 1, forMs: HOLDS_MS })

/** What of this server fails; the one question that needs no viewer, and its answer names nothing else. */
export function ailments(): Promise<HealthCode[]> {
  return found.once('here', find)
}

/** What there is to see to while the server does its work. `jumped`: the door saw the clock jump. */
export async function reminders(jumped: boolean): Promise<Reminder[]> {
  const { doubt, ...known } = await toSeeTo.once('here', circumstances)
  return remindersOf({ ...known, clock: jumped || doubt }, Date.now())
}

async function circumstances() {
  const [space, doubt] = await Promise.all([spaceHere(), isClockInDoubt().catch(() => false)])
  return { ...space, doubt, backup: newestBackup() }
}

/** Whether the database knows of a doubt about the clock: something waits for its number, or the log had an entry ahead. */
async function isClockInDoubt(): Promise<boolean> {
  const waiting = db().select({ id: items.id }).from(items).where(isNotNull(items.clockDrift)).limit(1)
  const behind = db().select().from(facts).where(eq(facts.name, CLOCK_BEHIND))
  return (await Promise.all([waiting, behind])).flat().length > 0
}

async function find(): Promise<HealthCode[]> {
  const [reader, writer, index, { free }] = await Promise.all([
    answers(() => db().select({ one: sql`1` }).from(facts).limit(1)),
    answers(() => transaction(async () => undefined)),
    waitingToBeIndexed().catch(() => 0),
    spaceHere(),
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
