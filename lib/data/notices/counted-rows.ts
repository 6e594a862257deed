import 'server-only'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { adoptionRevocations, adoptions, items } from '@/db/schema'
import type { Kind } from '@/lib/domain/kinds'
import type { FrozenRows } from '@/lib/domain/notice/frozen'
import type { Quarter } from '@/lib/domain/quarter'
import { countingItems, scoringAdoptions } from '../counting'

/** The items and adoptions that count in a quarter at this moment, by the clauses that count them, in a fixed order. */
export async function countedRows(tx: Database, quarter: Quarter): Promise<FrozenRows> {
  const counted = await tx
    .select({ id: items.id, unitId: items.unitId, at: items.submittedAt })
    .from(items)
    .where(countingItems(quarter))
  const scored = await tx
    .select({
      id: adoptions.id,
      itemId: items.id,
      unitId: items.unitId,
      kind: adoptions.kind,
      day: adoptions.adoptedOn,
    })
    .from(adoptions)
    .innerJoin(items, eq(items.id, adoptions.itemId))
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(scoringAdoptions(quarter))
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  return {
    items: counted.map(({ id, unitId, at }) => ({ id, unitId, at: at ?? 0 })).sort(byId),
    adoptions: scored.map((row) => ({ ...row, kind: row.kind as Kind })).sort(byId),
  }
}
