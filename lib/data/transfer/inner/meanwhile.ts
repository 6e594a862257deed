import 'server-only'
import { and, asc, desc, gt, lte } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { audit } from '@/db/schema'
import type { Scratch } from '@/db/scratch'
import { Fault } from '@/lib/domain/base/fault'
import { type AuditVerb, verbOfToday } from '@/lib/domain/office/audit'
import { CHUNK } from './csv'

/** Whatever an import rests on beside items: the register, the ways of counting, which quarters are closed. */
const GROUNDS: readonly AuditVerb[] = [
  'data.import',
  'rule.write',
  'rule.drop',
  'level.add',
  'level.drop',
  'past.import',
  'notice.issue',
  'data.write',
]

/** Where the log stands: what is written after that was written meanwhile. */
export async function logEnd(tx: Database): Promise<number> {
  const [last] = await tx.select({ seq: audit.seq }).from(audit).orderBy(desc(audit.seq)).limit(1)
  return last?.seq ?? 0
}

/** Throws where somebody, since the log ended there, changed what the import was checked against. */
export async function nothingMeanwhile(tx: Database, since: number, items: Scratch): Promise<void> {
  for (let after = since; ; ) {
    const entries = await tx
      .select({ seq: audit.seq, verb: audit.verb, subject: audit.subject })
      .from(audit)
      .where(and(gt(audit.seq, after), lte(audit.seq, after + CHUNK)))
      .orderBy(asc(audit.seq))
    if (entries.some(({ verb }) => GROUNDS.includes(verbOfToday(verb))))
      throw changedMeanwhile('名册、计分办法、历史数据或已印发的通报有改动')
    if (items.find(entries.map(({ subject }) => subject)).size > 0) throw changedMeanwhile('文件中的信息有新的办理')
    const last = entries.at(-1)
    if (!last) return
    after = last.seq
  }
}

/** The import rests on what is so no more. */
export function changedMeanwhile(what: string): Fault {
  return new Fault('conflict', `核对文件期间${what}，没有导入任何内容。请再导一次。`)
}
