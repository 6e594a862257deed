import 'server-only'
import { and, desc, eq, gt, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { adoptionRevocations, adoptions, audit, itemEvents, items, units } from '@/db/schema'
import { memory } from '@/lib/domain/base/memory'
import type { Viewer } from '@/lib/domain/people/policy'
import { type Quarter, quarterOfInstant } from '@/lib/domain/time/quarter'
import { inForce } from '../adoptions/inner/in-force'
import { authorize } from '../core/authorize'
import { search } from '../search/search'
import { type DeskFilter, deskWhere } from './inner/filter'

/** What a view holds: exact, or "more than `n`" where counting on would cost too much. */
export type DeskCount = { n: number; more: boolean }

type Group = { unitId: string; category: string; type: string | null; standing: string; n: number }
type Counted = { seq: number; quarters: Map<string, Group[]>; others: Map<string, DeskCount> }

/** Counts of words and publications end here. */
const MANY = 99
/** After so many changes at once everything is counted anew. */
const BURST = 400

const known = memory<Promise<Counted | null>>('counts of the desk', { most: 1 })

/**
 * How many items each filter leaves. What was counted is kept by quarter with the audit's number, and only the quarters
 * in which an item moved since are counted again: a request never walks over all items, only the first of a process.
 */
export async function deskCounts(viewer: Viewer, filters: readonly DeskFilter[]): Promise<DeskCount[]> {
  authorize(viewer, 'desk.read')
  const before = known.get('all') ?? Promise.resolve(null)
  const counting = before.catch(() => null).then(upToDate)
  known.set('all', counting)
  const counted = await counting
  const counts: DeskCount[] = []
  for (const filter of filters) counts.push(countOf(filter, counted) ?? (await countByLooking(viewer, filter, counted)))
  return counts
}

/** Out of the groups, or null where they don't tell. */
function countOf(filter: DeskFilter, { quarters }: Counted): DeskCount | null {
  const { unitId, category, type, quarter, state = 'received' } = filter
  if (filter.text || filter.kind || filter.publication || filter.commission || filter.from || filter.to) return null
  let n = 0
  for (const group of quarter ? (quarters.get(quarter) ?? []) : [...quarters.values()].flat()) {
    const stands =
      state === 'all' ||
      group.standing === state ||
      (state === 'received' && ['graded', 'ungraded', 'not_used'].includes(group.standing))
    if (!stands || (unitId && group.unitId !== unitId)) continue
    if ((category && group.category !== category) || (type && group.type !== type)) continue
    n += group.n
  }
  return { n, more: false }
}

async function countByLooking(
  viewer: Viewer,
  { after: _, ...filter }: DeskFilter,
  counted: Counted,
): Promise<DeskCount> {
  const key = JSON.stringify(filter)
  const kept = counted.others.get(key)
  if (kept) return kept
  const size = MANY + 1
  const found =
    (await search(viewer, filter, { side: 'older', size })) ??
    (await db().select({ id: items.id }).from(items).where(deskWhere(viewer, filter)).limit(size))
  const count = { n: Math.min(found.length, MANY), more: found.length > MANY }
  counted.others.set(key, count)
  return count
}

async function upToDate(before: Counted | null): Promise<Counted> {
  const [newest] = await db().select({ seq: audit.seq }).from(audit).orderBy(desc(audit.seq)).limit(1)
  const seq = newest?.seq ?? 0
  if (before?.seq === seq) return before
  const changed = before && (await quartersChanged(before.seq, seq))
  if (!before || changed === 'all' || changed === null) return { seq, quarters: await groups(), others: new Map() }
  const fresh = changed.length > 0 ? await groups(inArray(items.quarter, changed)) : new Map<string, Group[]>()
  const quarters = new Map(before.quarters)
  for (const quarter of changed) quarters.set(quarter, fresh.get(quarter) ?? [])
  return { seq, quarters, others: new Map() }
}

/** The quarters in which an item moved: where it stands, and where it stood at any of its submissions. */
async function quartersChanged(after: number, seq: number): Promise<Quarter[] | 'all'> {
  if (seq - after > BURST) return 'all'
  const entries = await db()
    .select({ verb: audit.verb, subject: audit.subject })
    .from(audit)
    .where(gt(audit.seq, after))
  if (entries.some(({ verb }) => verb.startsWith('data.'))) return 'all'
  const ids = [...new Set(entries.filter(({ verb }) => verb.startsWith('item.')).map(({ subject }) => subject))]
  if (ids.length === 0) return []
  const [standing, submissions] = await Promise.all([
    db().select({ quarter: items.quarter }).from(items).where(inArray(items.id, ids)),
    db()
      .select({ at: itemEvents.at })
      .from(itemEvents)
      .where(and(inArray(itemEvents.itemId, ids), eq(itemEvents.verb, 'submit'))),
  ])
  const quarters = [...standing.map(({ quarter }) => quarter), ...submissions.map(({ at }) => quarterOfInstant(at))]
  return [...new Set(quarters.filter((quarter) => quarter !== null))]
}

async function groups(where?: SQL): Promise<Map<string, Group[]>> {
  const adopted = db()
    .select({ one: sql`1` })
    .from(adoptions)
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(and(eq(adoptions.itemId, items.id), inForce))
  const standing = sql<string>`case when ${items.state} <> 'received' then ${items.state} when ${items.notUsed} then 'not_used' when exists ${adopted} then 'graded' else 'ungraded' end`
  const each = db()
    .select({
      quarter: items.quarter,
      unitId: items.unitId,
      type: items.type,
      standing: standing.as('standing'),
    })
    .from(items)
    .where(and(isNotNull(items.submittedAt), where))
    .as('each')
  const rows = await db()
    .select({
      quarter: each.quarter,
      unitId: each.unitId,
      category: units.category,
      type: each.type,
      standing: each.standing,
      n: sql`count(*)`.mapWith(Number),
    })
    .from(each)
    .innerJoin(units, eq(units.id, each.unitId))
    .groupBy(each.quarter, each.unitId, units.category, each.type, sql`${each.standing}`)
  const found = new Map<string, Group[]>()
  for (const { quarter, ...group } of rows) {
    const groupsOfQuarter = found.get(quarter ?? '') ?? []
    groupsOfQuarter.push(group)
    found.set(quarter ?? '', groupsOfQuarter)
  }
  return found
}
