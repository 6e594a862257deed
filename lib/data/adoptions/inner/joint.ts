import 'server-only'
import { eq, inArray, type SQLWrapper } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { itemUnits, units } from '@/db/schema'

/** The units that share the given items with those who sent them (合报), in the order in which they were named. */
export async function jointUnits(
  tx: Database,
  itemIds: readonly string[] | SQLWrapper,
): Promise<{ itemId: string; unitId: string; unit: string }[]> {
  if (Array.isArray(itemIds) && itemIds.length === 0) return []
  return tx
    .select({ itemId: itemUnits.itemId, unitId: itemUnits.unitId, unit: units.name })
    .from(itemUnits)
    .innerJoin(units, eq(units.id, itemUnits.unitId))
    .where(inArray(itemUnits.itemId, Array.isArray(itemIds) ? [...itemIds] : itemIds))
    .orderBy(itemUnits.itemId, itemUnits.position)
}
