import 'server-only'
import { and, asc, desc, eq, exists, inArray, isNotNull, notExists, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { adoptionRevocations, adoptions, itemEvents, items, itemVersions, units, users } from '@/db/schema'
import type { Place } from '@/lib/domain/cursor'
import type { ItemType, State } from '@/lib/domain/item'
import type { Category } from '@/lib/domain/kinds'
import type { Viewer } from '@/lib/domain/policy'
import { type Quarter, quarterBounds } from '@/lib/domain/quarter'
import { textFault } from '@/lib/domain/text'
import { id as idSchema } from '@/lib/schemas/fields'
import { type Adoption, adoptionsOf, inForce } from './adoptions'
import { demand } from './demand'
import { type ItemRow, subjectOf } from './held'
import { itemScope } from './scope'

export const PAGE = 30

export type Listed = {
  id: string
  ref: string
  title: string
  unit: string
  category: Category
  state: State
  type: ItemType | null
  submittedAt: number | null
  updatedAt: number
  version: number
  adoptions: Adoption[]
  /** Why the office sent it back, if it did. */
  reason: string | null
}
export type Page = { rows: Listed[]; next: Place | null }

/** A unit's own items, last touched first. */
export async function ownItems(
  viewer: Viewer,
  filter: { state?: State; after?: Place; size?: number } = {},
): Promise<Page> {
  demand(viewer, 'item.list')
  const where = [filter.state && eq(items.state, filter.state), olderThan(items.updatedAt, filter.after)]
  return page(viewer, where, items.updatedAt, filter.size)
}

/** A unit's items that have left it, newest first. */
export async function recentlySent(viewer: Viewer, size: number): Promise<Listed[]> {
  demand(viewer, 'item.list')
  return (await page(viewer, [isNotNull(items.submittedAt)], items.submittedAt, size)).rows
}

/** How many of a unit's own items stand in each state. */
export async function ownCounts(viewer: Viewer): Promise<Partial<Record<State, number>>> {
  demand(viewer, 'item.list')
  const rows = await db()
    .select({ state: items.state, n: sql`count(*)`.mapWith(Number) })
    .from(items)
    .where(itemScope(viewer))
    .groupBy(items.state)
  return Object.fromEntries(rows.map((row) => [row.state, row.n]))
}

/** Whether a unit holds an item under this id. */
export async function holdsItem(viewer: Viewer, id: string): Promise<boolean> {
  demand(viewer, 'item.list')
  const [row] = await db()
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.id, id), itemScope(viewer)))
  return row !== undefined
}

export type DeskFilter = {
  unitId?: string
  category?: Category
  type?: ItemType
  quarter?: Quarter
  state?: State | 'ungraded' | 'graded' | 'all'
  text?: string
  after?: Place
}

/** The editors' inbox, newest first. Without a state: what was received. */
export async function inbox(viewer: Viewer, filter: DeskFilter = {}): Promise<Page> {
  demand(viewer, 'desk.read')
  return page(viewer, [...deskClauses(filter), olderThan(items.submittedAt, filter.after)], items.submittedAt)
}

/** The items just above and just below a place in the same inbox. */
export async function neighbours(
  viewer: Viewer,
  filter: DeskFilter,
  place: Place,
): Promise<{ newer: string | null; older: string | null }> {
  demand(viewer, 'desk.read')
  const nearest = async (side: SQL | undefined, way: typeof asc) => {
    const [row] = await db()
      .select({ id: items.id })
      .from(items)
      .where(within(viewer, [...deskClauses(filter), side]))
      .orderBy(way(items.submittedAt), way(items.id))
      .limit(1)
    return row?.id ?? null
  }
  const newerThan = sql`(${items.submittedAt}, ${items.id}) > (${place.at}, ${place.id})`
  const [newer, older] = await Promise.all([
    nearest(newerThan, asc),
    nearest(olderThan(items.submittedAt, place), desc),
  ])
  return { newer, older }
}

type Clause = SQL | undefined | '' | false

/** What a desk filter asks of an item, but for the place in the list. */
function deskClauses(filter: DeskFilter): Clause[] {
  if (textFault(filter.text ?? '')) return [sql`1 = 0`] // PostgreSQL refuses even to look for such text
  const bounds = filter.quarter && quarterBounds(filter.quarter)
  const words = (filter.text ?? '').trim().split(/\s+/).filter(Boolean)
  const ofCategory = (category: Category) =>
    db().select({ id: units.id }).from(units).where(eq(units.category, category))
  return [
    stateClause(filter.state ?? 'received'),
    filter.unitId && eq(items.unitId, filter.unitId),
    filter.category && inArray(items.unitId, ofCategory(filter.category)),
    filter.type && eq(items.type, filter.type),
    bounds && sql`${items.submittedAt} >= ${bounds.from} and ${items.submittedAt} < ${bounds.to}`,
    ...words.map((word) =>
      or(contains(asSent('title'), word), contains(asSent('body'), word), contains(items.author, word)),
    ),
  ]
}

/** The asked clauses within the viewer's reach. */
function within(viewer: Viewer, where: readonly Clause[]): SQL | undefined {
  return and(itemScope(viewer), ...where.filter((w): w is SQL => Boolean(w)))
}

function stateClause(state: NonNullable<DeskFilter['state']>): SQL | undefined {
  if (state === 'all') return isNotNull(items.submittedAt)
  if (state !== 'graded' && state !== 'ungraded') return eq(items.state, state)
  const adopted = db()
    .select({ one: sql`1` })
    .from(adoptions)
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(and(eq(adoptions.itemId, items.id), inForce))
  return and(eq(items.state, 'received'), state === 'graded' ? exists(adopted) : notExists(adopted))
}

/** `like` without case, with the person's own % and _ taken as they stand. SQLite lowers ASCII alone, hence both. */
function contains(column: SQL | typeof items.author, word: string): SQL {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(${column} like ${pattern} escape '\\' or lower(${column}) like ${pattern.toLowerCase()} escape '\\')`
}

/**
 * A text as the office may read it: while a unit rewrites what was sent back or withdrawn, that is what it last sent, not
 * what it is writing.
 */
function asSent(column: 'title' | 'body'): SQL<string> {
  const sent = sql`select ${itemVersions[column]} from ${itemVersions} where ${itemVersions.itemId} = ${items.id} order by ${itemVersions.version} desc limit 1`
  return sql<string>`case when ${items.state} in ('sent_back', 'withdrawn') then coalesce((${sent}), ${items[column]}) else ${items[column]} end`
}

function olderThan(
  column: typeof items.submittedAt | typeof items.updatedAt,
  cursor: Place | undefined,
): SQL | undefined {
  return cursor && sql`(${column}, ${items.id}) < (${cursor.at}, ${cursor.id})`
}

async function page(
  viewer: Viewer,
  where: readonly Clause[],
  order: typeof items.submittedAt | typeof items.updatedAt,
  size = PAGE,
): Promise<Page> {
  const found = await db()
    .select({
      id: items.id,
      ref: items.ref,
      title: viewer.unitId === null ? asSent('title') : items.title,
      unit: units.name,
      category: units.category,
      state: items.state,
      type: items.type,
      submittedAt: items.submittedAt,
      updatedAt: items.updatedAt,
      version: items.version,
    })
    .from(items)
    .innerJoin(units, eq(units.id, items.unitId))
    .where(within(viewer, where))
    .orderBy(desc(order), desc(items.id))
    .limit(size + 1)
  const shown = found.slice(0, size)
  const ids = shown.map((row) => row.id)
  const [adopted, reasons] = await Promise.all([adoptionsOf(viewer, ids), sentBackReasons(shown)])
  const rows = shown.map((row) => ({
    ...row,
    state: row.state as State,
    type: row.type as ItemType | null,
    adoptions: adopted.filter((a) => a.itemId === row.id),
    reason: reasons.get(row.id) ?? null,
  }))
  const last = shown.at(-1)
  const at = last && (order === items.updatedAt ? last.updatedAt : last.submittedAt)
  return { rows, next: found.length > size && last && at != null ? { at, id: last.id } : null }
}

async function sentBackReasons(rows: readonly { id: string; state: string }[]): Promise<Map<string, string>> {
  const ids = rows.filter((row) => row.state === 'sent_back').map((row) => row.id)
  if (ids.length === 0) return new Map()
  const events = await db()
    .select({ itemId: itemEvents.itemId, reason: itemEvents.reason })
    .from(itemEvents)
    .where(and(inArray(itemEvents.itemId, ids), eq(itemEvents.verb, 'send_back')))
    .orderBy(itemEvents.at)
  return new Map(events.map((e) => [e.itemId, e.reason ?? '']))
}
