import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { adoptionRevocations, adoptions } from '@/db/schema'

/** The where-clause "not revoked", for a query that left-joins the revocations. */
export const inForce = isNull(adoptionRevocations.adoptionId)

/** How many adoptions of an item are in force. */
export async function countInForce(tx: Database, itemId: string): Promise<number> {
  const [row] = await tx
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(adoptions)
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(and(eq(adoptions.itemId, itemId), inForce))
  return row?.n ?? 0
}
