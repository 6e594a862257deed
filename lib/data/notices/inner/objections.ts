import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { objections, objectionWindows } from '@/db/schema'
import type { Quarter } from '@/lib/domain/time/quarter'

/** The window of a quarter and its objections that nobody has answered. */
export async function standingObjections(
  tx: Database,
  quarter: Quarter,
): Promise<{ window: { closesAt: number } | null; unanswered: number }> {
  const [window] = await tx.select().from(objectionWindows).where(eq(objectionWindows.quarter, quarter))
  const [open] = await tx
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(objections)
    .where(and(eq(objections.quarter, quarter), isNull(objections.answeredAt)))
  return { window: window ? { closesAt: window.closesAt } : null, unanswered: open?.n ?? 0 }
}
