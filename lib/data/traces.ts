import 'server-only'
import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { adoptionRevocations, adoptions, items, units } from '@/db/schema'
import { kindsOf, type TracedFigure } from '@/lib/domain/figure'
import type { Kind } from '@/lib/domain/kinds'
import type { Viewer } from '@/lib/domain/policy'
import { dayOfInstant, type Quarter } from '@/lib/domain/quarter'
import { countingItems, scoringAdoptions } from './counting'
import { demand } from './demand'
import { itemScope } from './scope'

/** A row behind a figure of items or adoptions; the figures and their words are in lib/domain/figure. */
export type TraceRow = {
  key: string
  itemId: string
  unit: string
  day: string
  kind: Kind | null
  title: string | null
  /** The quarter in which it counts. */
  quarter: Quarter
}

/**
 * The list behind a figure of one or several quarters: as many rows as the figure says, by the same clause that counted
 * it. A row whose item is out of the viewer's reach has no title.
 */
export async function traceOf(
  viewer: Viewer,
  quarters: Quarter | readonly Quarter[],
  trace: TracedFigure,
  filter: { unitId?: string; category?: 'department' | 'town' } = {},
): Promise<TraceRow[]> {
  demand(viewer, 'figures.read')
  const narrowed = [
    filter.unitId && eq(items.unitId, filter.unitId),
    filter.category && eq(units.category, filter.category),
  ]
  const where = (clause: SQL) => and(clause, ...narrowed.filter((w): w is SQL => Boolean(w)))
  const within = (clause: (quarter: Quarter) => SQL) => or(...[quarters].flat().map(clause)) ?? sql`1 = 0`
  const seen = titleWithin(viewer)
  if (trace === 'items') {
    const rows = await db()
      .select({ itemId: items.id, unit: units.name, at: items.submittedAt, title: seen, quarter: items.quarter })
      .from(items)
      .innerJoin(units, eq(units.id, items.unitId))
      .where(where(within(countingItems)))
      .orderBy(desc(items.submittedAt), desc(items.id))
    return rows.map((r) => ({
      key: r.itemId,
      itemId: r.itemId,
      unit: r.unit,
      day: dayOfInstant(r.at ?? 0),
      kind: null,
      title: r.title,
      quarter: r.quarter as Quarter,
    }))
  }
  const rows = await db()
    .select({
      key: adoptions.id,
      itemId: items.id,
      unit: units.name,
      day: adoptions.adoptedOn,
      kind: adoptions.kind,
      title: seen,
      quarter: adoptions.quarter,
    })
    .from(adoptions)
    .innerJoin(items, eq(items.id, adoptions.itemId))
    .innerJoin(units, eq(units.id, items.unitId))
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(where(and(within(scoringAdoptions), inArray(adoptions.kind, kindsOf(trace))) as SQL))
    .orderBy(desc(adoptions.adoptedOn), desc(adoptions.id))
  return rows.map((r) => ({ ...r, kind: r.kind as Kind, quarter: r.quarter as Quarter }))
}

/** An item's title where the viewer may read the item, null elsewhere: decided by the same reach as every read. */
function titleWithin(viewer: Viewer): SQL<string | null> {
  return sql<string | null>`case when ${itemScope(viewer) ?? sql`1 = 1`} then ${items.title} end`
}
