import { and, eq } from 'drizzle-orm'
import { record } from './audit'
import { bindAll, db, transaction } from './client'
import { auditKey, makeAuditKey } from './key'
import { audit, RARELY } from './schema'
import { syslogTarget } from './syslog'

/**
 * Sees that the log has its key and its baseline: one entry, the first that is keyed, which binds every row that is
 * there. What is older than that cannot be proved, only kept from now on. Refuses when the key is gone.
 */
export async function ensureBaseline(): Promise<void> {
  if (!(await hasBaseline())) makeAuditKey()
  syslogTarget() // what is set wrongly is told before anybody relies on it
  auditKey()
  if (await hasBaseline()) return
  await transaction(async (tx) => {
    if (await hasBaseline(tx)) return
    await bindAll(tx)
    await record(tx, 'operator', { verb: 'audit.baseline', subject: 'database', detail: {} })
  })
}

async function hasBaseline(from = db()): Promise<boolean> {
  const [entry] = await from
    .select({ seq: audit.seq })
    .from(audit)
    .where(and(RARELY, eq(audit.verb, 'audit.baseline')))
    .limit(1)
  return entry !== undefined
}
