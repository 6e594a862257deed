import { createHash } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { origin } from '@/lib/domain/base/origin'
import type { AuditDetails, AuditVerb } from '@/lib/domain/office/audit'
import type { Quarter } from '@/lib/domain/time/quarter'
import { type Database, db } from './client'
import { enter } from './ledger'
import { audit } from './schema'

/** An entry of a kind, with what the log keeps of it: facts and digests, never text that a person wrote. */
export type AuditEntry<Verb extends AuditVerb> = {
  verb: Verb
  subject: string
  detail: AuditDetails[Verb]
  /** The quarter whose figures move, or all of them. */
  figures?: Quarter | 'all'
}

/** Records a change, in the change's own transaction: the entry is written when that ends (db/ledger). */
export async function record<Verb extends AuditVerb>(
  tx: Database,
  actor: string,
  entry: AuditEntry<Verb>,
  at = Date.now(),
): Promise<void> {
  const { verb, subject, figures = null } = entry
  enter(tx, { at, actor, verb, subject, detail: JSON.stringify(entry.detail), figures, origin: origin() })
}

/** A digest of what a person wrote, for the log that never holds text. */
export function digestOf(...texts: (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
}

/** The newest change that moves a quarter's figures: its number is their version. Null when nothing ever did. */
export async function figuresVersion(
  quarter: Quarter,
  from: Database = db(),
): Promise<{ seq: number; at: number } | null> {
  const newest = (figures: Quarter | 'all') =>
    from
      .select({ seq: audit.seq, at: audit.at })
      .from(audit)
      .where(eq(audit.figures, figures))
      .orderBy(desc(audit.seq))
      .limit(1)
  const [[own], [all]] = await Promise.all([newest(quarter), newest('all')])
  if (!own || !all) return own ?? all ?? null
  return own.seq > all.seq ? own : all
}
