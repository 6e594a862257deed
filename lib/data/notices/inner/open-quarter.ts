import 'server-only'
import { and, desc, eq, gt, lte } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { adoptionRevocations, adoptions, notices, pastQuarters } from '@/db/schema'
import type { Kind } from '@/lib/domain/adoptions/kinds'
import { nextQuarter, type Quarter, quarterName, quarterOfDay, quarterOfInstant } from '@/lib/domain/time/quarter'

/**
 * The quarter in which an adoption scores: that of its day; or, learnt after that quarter was issued, the one that is
 * open at the instant of recording (补录). A quarter of figures alone is closed as well.
 */
export async function scoringQuarter(tx: Database, day: string, recordedAt: number): Promise<Quarter> {
  const own = quarterOfDay(day)
  if (!(await isClosed(tx, own))) return own
  let open = quarterOfInstant(recordedAt)
  while (await isClosed(tx, open)) open = nextQuarter(open)
  return open
}

/**
 * The quarter in which an adoption of an item scores. One that an issued notice counts, and that was revoked since, scores
 * there again when it is recorded again: it is not learnt late.
 */
export async function adoptionQuarter(
  tx: Database,
  { itemId, kind, adoptedOn }: { itemId: string; kind: Kind; adoptedOn: string },
  recordedAt: number,
): Promise<Quarter> {
  const [before] = await tx
    .select({ quarter: adoptions.quarter })
    .from(adoptions)
    .innerJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .innerJoin(
      notices,
      and(
        eq(notices.quarter, adoptions.quarter),
        lte(adoptions.recordedAt, notices.issuedAt),
        gt(adoptionRevocations.revokedAt, notices.issuedAt),
      ),
    )
    .where(and(eq(adoptions.itemId, itemId), eq(adoptions.kind, kind), eq(adoptions.adoptedOn, adoptedOn)))
    .orderBy(desc(adoptions.recordedAt))
    .limit(1)
  return before?.quarter ?? scoringQuarter(tx, adoptedOn, recordedAt)
}

/** The newest closed quarter, and what closed it; null where none is. */
export async function lastClosed(tx: Database): Promise<{ quarter: Quarter; by: 'notice' | 'past' } | null> {
  const { quarter } = notices
  const [issued] = await tx.select({ quarter }).from(notices).orderBy(desc(quarter)).limit(1)
  const [past] = await tx.select().from(pastQuarters).orderBy(desc(pastQuarters.quarter)).limit(1)
  if (past && past.quarter > (issued?.quarter ?? '')) return { quarter: past.quarter, by: 'past' }
  return issued ? { quarter: issued.quarter, by: 'notice' } : null
}

/** Why the rules of this quarter can't be changed any more, and from when on they can; null while they can. */
export async function settledFault(tx: Database, validFrom: Quarter): Promise<string | null> {
  const closed = await lastClosed(tx)
  if (!closed || validFrom > closed.quarter) return null
  const name = quarterName(closed.quarter)
  const why = closed.by === 'notice' ? `${name}的通报已经印发` : `${name}的数字来自历史数据`
  return `${why}，该季度及以前的计分办法不能再改；最早可自${quarterName(nextQuarter(closed.quarter))}起执行。`
}

/** Whether a notice was issued on a quarter, or its figures were taken from paper. */
export async function isClosed(tx: Database, quarter: Quarter): Promise<boolean> {
  const [issued] = await tx.select({ id: notices.id }).from(notices).where(eq(notices.quarter, quarter)).limit(1)
  if (issued) return true
  const [past] = await tx.select().from(pastQuarters).where(eq(pastQuarters.quarter, quarter))
  return past !== undefined
}
