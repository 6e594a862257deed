import 'server-only'
import type { Database } from '@/db/client'
import { items } from '@/db/schema'
import type { FrozenRows } from '@/lib/domain/notices/frozen'
import type { Quarter } from '@/lib/domain/time/quarter'
import { countingItems } from '../../figures/inner/clauses'
import { scoresIn } from '../../figures/inner/scores'

/** The items that count in a quarter and all that scores in it, at this moment, by the clauses that count them, in a fixed order. */
export async function countedRows(tx: Database, quarter: Quarter): Promise<FrozenRows> {
  const counted = await tx
    .select({ id: items.id, unitId: items.unitId, at: items.submittedAt })
    .from(items)
    .where(countingItems(quarter))
  const { adoptions, instructions, unanswered } = await scoresIn(tx, quarter)
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  return {
    items: counted.map(({ id, unitId, at }) => ({ id, unitId, at: at ?? 0 })).sort(byId),
    adoptions,
    instructions,
    unanswered,
  }
}
