import 'server-only'
import { and, desc, eq, gt } from 'drizzle-orm'
import type { Anchor } from '@/db/anchors'
import { db } from '@/db/client'
import { audit, RARELY } from '@/db/schema'
import type { AuditDetails } from '@/lib/domain/office/audit'
import type { Acceptance } from '@/lib/domain/office/finding'
import { beginIn, type LogBegin } from './walk'

/** The newest entry of a check. */
export async function newestCheck() {
  const [entry] = await db()
    .select({ at: audit.at, detail: audit.detail })
    .from(audit)
    .where(and(RARELY, eq(audit.verb, 'audit.verify')))
    .orderBy(desc(audit.seq))
    .limit(1)
  return entry
}

/** The heads of the access log that the daily checks left in the audit log. */
export async function boundHeads(): Promise<Anchor[]> {
  const checks = await db()
    .select({ at: audit.at, detail: audit.detail })
    .from(audit)
    .where(and(RARELY, eq(audit.verb, 'audit.verify')))
    .orderBy(audit.seq)
  return checks.flatMap(({ at, detail }) => {
    const { accesses } = JSON.parse(detail) as AuditDetails['audit.verify']
    return accesses && accesses.seq > 0 ? [{ at, ...accesses, why: 'day' }] : []
  })
}

/** Where the access log begins by entries that were written after `seq`, or as it was known then. */
export async function begunSince(seq: number, known: LogBegin): Promise<LogBegin> {
  const [entry] = await db()
    .select({ detail: audit.detail })
    .from(audit)
    .where(and(gt(audit.seq, seq), eq(audit.verb, 'audit.prune')))
    .orderBy(desc(audit.seq))
    .limit(1)
  return entry ? beginIn(entry) : known
}

/** What somebody at the server accepted as broken: the entries that say so, oldest first. */
export async function acceptances(): Promise<(Acceptance & { seq: number; at: number; by: string | null })[]> {
  const baselines = await db()
    .select({ seq: audit.seq, at: audit.at, by: audit.origin, detail: audit.detail })
    .from(audit)
    .where(and(RARELY, eq(audit.verb, 'audit.baseline')))
    .orderBy(audit.seq)
  return baselines.flatMap(({ detail, ...entry }) => {
    const { accepts } = JSON.parse(detail) as AuditDetails['audit.baseline']
    return accepts ? [{ ...accepts, ...entry }] : []
  })
}
