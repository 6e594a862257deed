import 'server-only'
import { and, count, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { adoptions, categories, items, units } from '@/db/schema'
import { kindName } from '@/lib/domain/adoptions/kinds'
import { isUnvalued, unvaluedLoadedInWords } from '@/lib/domain/rules/unvalued'
import { ruleRows } from './lines'

/** What is to be said of the adoptions of one import: how many are of kinds that nobody valued for their units. */
export async function unvaluedLoaded(tx: Database, at: number): Promise<string[]> {
  const { kind, publication, quarter, recordedAt, recordedBy } = adoptions
  const { key, name, position } = categories
  const loaded = await tx
    .select({ category: key, name, kind, publication, quarter, n: count() })
    .from(adoptions)
    .innerJoin(items, eq(items.id, adoptions.itemId))
    .innerJoin(units, eq(units.id, items.unitId))
    .innerJoin(categories, eq(categories.key, units.category))
    .where(and(eq(recordedAt, at), isNull(recordedBy)))
    .groupBy(key, name, position, kind, publication, quarter)
    .orderBy(position, kind)
  const rows = await ruleRows(tx)
  const said = new Map<string, { kind: string; name: string; n: number }>()
  for (const one of loaded) {
    if (!isUnvalued(rows, one.category, one)) continue
    const of = `${one.category} ${one.kind}`
    said.set(of, { kind: kindName(one.kind), name: one.name, n: one.n + (said.get(of)?.n ?? 0) })
  }
  return [...said.values()].map((one) => unvaluedLoadedInWords(one.kind, one.name, one.n))
}
