import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { record } from '@/db/audit'
import { transaction } from '@/db/client'
import { dropAccesses } from '@/db/prune'
import { operator } from '@/lib/auth/viewer'
import { goesUntil } from '@/lib/domain/office/keeping'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { verifyLog } from '../../verify'
import { acceptances, boundHeads, newestCheck } from './newest'

/** How long it rests after each little step. */
const REST_MS = 20

/**
 * Verifies the log, unless somebody did so today, and leaves an entry that says what was found. Of a clean one the lines of
 * the access log go that were kept long enough.
 */
export async function verifyToday(now = Date.now()): Promise<void> {
  const newest = await newestCheck()
  if (newest && dayOfInstant(newest.at) === dayOfInstant(now)) return
  const { entries, rows, findings, accesses, gone, ...found } = await verifyLog(operator(), undefined, () =>
    sleep(REST_MS, undefined, { ref: false }),
  )
  const accepted = found.accepted.reduce((sum, { count }) => sum + count, 0)
  const detail = { entries, rows, findings: findings.length, first: findings[0] ?? null, accesses, accepted }
  await transaction((tx) => record(tx, 'system', { verb: 'audit.verify', subject: 'database', detail }, now))
  const borne = Math.max(0, ...(await acceptances()).map(({ access }) => access.to))
  const until = goesUntil(await boundHeads(), { now, gone, accepted: borne, newest: accesses.seq })
  if (until && findings.length === 0) await dropAccesses(until, now)
}
