import 'server-only'
import { desc, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { notices, pastQuarters } from '@/db/schema'
import { nextQuarter, type Quarter, quarterOfDay, quarterOfInstant } from '@/lib/domain/time/quarter'

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

/** The newest closed quarter, and what closed it; null where none is. */
export async function lastClosed(tx: Database): Promise<{ quarter: Quarter; by: 'notice' | 'past' } | null> {
  const { quarter } = notices
  const [issued] = await tx.select({ quarter }).from(notices).orderBy(desc(quarter)).limit(1)
  const [past] = await tx.select().from(pastQuarters).orderBy(desc(pastQuarters.quarter)).limit(1)
  if (past && past.quarter > (issued?.quarter ?? '')) return { quarter: past.quarter, by: 'past' }
  return issued ? { quarter: issued.quarter, by: 'notice' } : null
}

async function isClosed(tx: Database, quarter: Quarter): Promise<boolean> {
  const [issued] = await tx.select({ id: notices.id }).from(notices).where(eq(notices.quarter, quarter)).limit(1)
  if (issued) return true
  const [past] = await tx.select().from(pastQuarters).where(eq(pastQuarters.quarter, quarter))
  return past !== undefined
}
