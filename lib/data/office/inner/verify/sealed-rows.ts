import 'server-only'
import { and, gt, lte, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { AT_ONCE } from '@/db/rows'
import { auditRows } from '@/db/schema'

/** What is waited for after each little step, so that others get their turn. */
export type Rest = () => Promise<unknown>

/** What an entry says of a row. */
export type Sealing = typeof auditRows.$inferSelect

/** What the log says of rows, in the order in which it was written, up to an entry. */
export async function* sealings(to: number, rest: Rest): AsyncGenerator<Sealing[]> {
  let place = { seq: 0, record: '' }
  for (;;) {
    const next = await db()
      .select()
      .from(auditRows)
      .where(
        and(
          gt(auditRows.seq, place.seq - 1),
          lte(auditRows.seq, to),
          sql`(${auditRows.seq}, ${auditRows.record}) > (${place.seq}, ${place.record})`,
        ),
      )
      .orderBy(auditRows.seq, auditRows.record)
      .limit(AT_ONCE * 4)
    if (next.length > 0) yield next
    place = next.at(-1) ?? place
    if (next.length === 0) return
    await rest()
  }
}

/** What belongs to one entry after another. */
export function byEntry(to: number, rest: Rest, see: (sealing: Sealing) => void) {
  const source = sealings(to, rest)
  let waiting: Sealing[] = []

  async function more(): Promise<boolean> {
    if (waiting.length === 0) waiting = (await source.next()).value ?? []
    return waiting.length > 0
  }

  /** Hands over what belongs to an entry, in order; `seq` rises from call to call. */
  return async (seq: number, take: (sealing: Sealing) => void): Promise<void> => {
    while (await more()) {
      const end = waiting.findIndex((sealing) => sealing.seq > seq)
      for (const sealing of end < 0 ? waiting : waiting.slice(0, end)) {
        see(sealing)
        if (sealing.seq === seq) take(sealing)
      }
      waiting = end < 0 ? [] : waiting.slice(end)
      if (end >= 0) return
    }
  }
}
