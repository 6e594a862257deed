import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { record } from '@/db/audit'
import { transaction } from '@/db/client'
import { operator } from '@/lib/auth/viewer'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { verifyLog } from '../../verify'
import { newestCheck } from './newest'

/** How long it rests after each little step. */
const REST_MS = 20

/** Verifies the log, unless somebody did so today, and leaves an entry that says what was found. */
export async function verifyToday(now = Date.now()): Promise<void> {
  const newest = await newestCheck()
  if (newest && dayOfInstant(newest.at) === dayOfInstant(now)) return
  const { entries, rows, findings, accesses, ...found } = await verifyLog(operator(), undefined, () =>
    sleep(REST_MS, undefined, { ref: false }),
  )
  const accepted = found.accepted.reduce((sum, { count }) => sum + count, 0)
  const detail = { entries, rows, findings: findings.length, first: findings[0] ?? null, accesses, accepted }
  await transaction((tx) => record(tx, 'system', { verb: 'audit.verify', subject: 'database', detail }, now))
}
