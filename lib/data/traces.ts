import 'server-only'
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { adoptionRevocations, adoptions, items, units } from '@/db/schema'
import { KINDS, type Kind, type Level } from '@/lib/domain/kinds'
import type { Viewer } from '@/lib/domain/policy'
import { dayOfInstant, type Quarter } from '@/lib/domain/quarter'
import { countingItems, scoringAdoptions } from './counting'
import { demand } from './demand'
import { itemScope } from './scope'

/** A figure that opens a list of items or adoptions; its words are in lib/domain/figure. */
export type Trace = 'items' | 'adoptions' | Kind | Level
export type TraceRow = {
  key: string
  itemId: string
  unit: string
  day: string
  kind: Kind | null
  title: string | null
}

/** The kinds of adoption that a traced figure adds up. */
function kindsOf(trace: Exclude<Trace, 'items'>): Kind[] {
  return KINDS.filter((k) => trace === 'adoptions' || k.kind === trace || k.level === trace).map((k) => k.kind)
}

/**
 * The list behind a figure: as many rows as the figure says, by the same clause that counted it. A row whose item is
 * out of the viewer's reach has no title.
 */
export async function traceOf(
  viewer: Viewer,
  quarter: Quarter,
  trace: Trace,
  filter: { unitId?: string; category?: 'department' | 'town' } = {},
): Promise<TraceRow[]> {
  demand(viewer, 'figures.read')
  const narrowed = [
    filter.unitId && eq(items.unitId, filter.unitId),
    filter.category && eq(units.category, filter.category),
  ]
  const where = (clause: SQL) => and(clause, ...narrowed.filter((w): w is SQL => Boolean(w)))
  const seen = titleWithin(viewer)
  if (trace === 'items') {
    const rows = await db()
      .select({ itemId: items.id, unit: units.name, at: items.submittedAt, title: seen })
      .from(items)
      .innerJoin(units, eq(units.id, items.unitId))
      .where(where(countingItems(quarter)))
      .orderBy(desc(items.submittedAt), desc(items.id))
    return rows.map((r) => ({
      key: r.itemId,
      itemId: r.itemId,
      unit: r.unit,
      day: dayOfInstant(r.at ?? 0),
      kind: null,
      title: r.title,
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
    })
    .from(adoptions)
    .innerJoin(items, eq(items.id, adoptions.itemId))
    .innerJoin(units, eq(units.id, items.unitId))
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(where(and(scoringAdoptions(quarter), inArray(adoptions.kind, kindsOf(trace))) as SQL))
    .orderBy(desc(adoptions.adoptedOn), desc(adoptions.id))
  return rows.map((r) => ({ ...r, kind: r.kind as Kind }))
}

/** An item's title where the viewer may read the item, null elsewhere: decided by the same reach as every read. */
function titleWithin(viewer: Viewer): SQL<string | null> {
  return sql<string | null>`case when ${itemScope(viewer) ?? sql`1 = 1`} then ${items.title} end`
}
