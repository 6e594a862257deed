import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { record } from '@/db/audit'
import { isDatabaseOpen, transaction } from '@/db/client'
import { operator } from '@/lib/auth/viewer'
import { memory } from '@/lib/domain/base/memory'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { verifyLog } from '../../verify'
import { newestCheck } from './newest'

/** How long after the first write of a day its check begins, and how long it rests after each little step. */
const SOON_MS = 10 * 60_000
const REST_MS = 20

const checked = memory<string>('daily check of the log', { most: 1 })

/** Sees that the log is verified once a day, in the background, some time after the first write of the day. */
export function verifyDaily(now = Date.now()): void {
  const today = dayOfInstant(now)
  if (checked.get('day') === today) return
  checked.set('day', today)
  // What fails is tried again with the next write.
  setTimeout(() => void verifyToday().catch(() => checked.drop('day')), SOON_MS).unref()
}

/** Verifies the log, unless somebody did so today, and leaves an entry that says what was found. */
export async function verifyToday(now = Date.now()): Promise<void> {
  if (!isDatabaseOpen()) return
  const newest = await newestCheck()
  if (newest && dayOfInstant(newest.at) === dayOfInstant(now)) return
  const { entries, rows, findings } = await verifyLog(operator(), undefined, () =>
    sleep(REST_MS, undefined, { ref: false }),
  )
  const detail = { entries, rows, findings: findings.length, first: findings[0] ?? null }
  await transaction((tx) => record(tx, 'system', { verb: 'audit.verify', subject: 'database', detail }, now))
}
