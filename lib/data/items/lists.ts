import 'server-only'
import { and, asc, desc, eq, inArray, isNotNull, type SQL } from 'drizzle-orm'
import { db } from '@/db/client'
import { itemEvents, items, units } from '@/db/schema'
import type { Count } from '@/lib/domain/base/count'
import type { Cursor } from '@/lib/domain/base/cursor'
import { type ItemState, type ItemType, STATES } from '@/lib/domain/items/item'
import type { Category } from '@/lib/domain/office/category'
import type { Viewer } from '@/lib/domain/people/policy'
import { type Adoption, adoptionsOf } from '../adoptions/reading'
import { authorize } from '../core/authorize'
import { boundedCount } from '../core/bounded'
import { itemScope, scopeOfNamed } from '../core/scope'
import { beyond, type DeskFilter, deskWhere, within } from '../desk/inner/filter'
import { search } from '../search/search'
import { titleFor, typeFor } from './inner/sent'

export const PAGE_SIZE = 30

export type Listed = {
  id: string
  ref: string
  title: string
  unit: string
  category: Category
  state: ItemState
  type: ItemType | null
  submittedAt: number | null
  updatedAt: number
  version: number
  adoptions: Adoption[]
  notUsed: boolean
  /** Why the office sent it back, does not use it or ruled it a duplicate, if it did. */
  reason: string | null
}
export type ListPage = { rows: Listed[]; next: Cursor | null }

/** A unit's own items, last touched first. */
export async function ownItems(
  viewer: Viewer,
  filter: { state?: ItemState; after?: Cursor; size?: number } = {},
): Promise<ListPage> {
  authorize(viewer, 'item.list')
  const where = within(viewer, [
    filter.state && eq(items.state, filter.state),
    beyond('older', items.updatedAt, filter.after),
  ])
  return page(viewer, where, items.updatedAt, filter.size)
}

/** A unit's items that have left it, newest first. */
export async function recentlySent(viewer: Viewer, size: number): Promise<Listed[]> {
  authorize(viewer, 'item.list')
  // The newest of each state, since the index of a unit's items is theirs; of those the newest.
  const newest = await Promise.all(
    SENT.map((state) =>
      db()
        .select({ id: items.id })
        .from(items)
        .where(within(viewer, [eq(items.state, state), isNotNull(items.submittedAt)]))
        .orderBy(desc(items.submittedAt), desc(items.id))
        .limit(size),
    ),
  )
  const ids = newest.flat().map(({ id }) => id)
  return (await page(viewer, and(inArray(items.id, ids), scopeOfNamed(viewer)), items.submittedAt, size)).rows
}

/** The states of what has left its unit. */
const SENT = (Object.keys(STATES) as ItemState[]).filter((state) => state !== 'draft')

/** How many of a unit's own items stand in each of these states. */
export async function ownCounts<S extends ItemState>(viewer: Viewer, states: readonly S[]): Promise<Record<S, Count>> {
  authorize(viewer, 'item.list')
  const counts = states.map(async (state) => [state, await boundedCount(within(viewer, [eq(items.state, state)]))])
  return Object.fromEntries(await Promise.all(counts))
}

/** Whether a unit holds an item under this id. */
export async function holdsItem(viewer: Viewer, id: string): Promise<boolean> {
  authorize(viewer, 'item.list')
  const [row] = await db()
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.id, id), itemScope(viewer)))
  return row !== undefined
}

/** The editors' inbox, newest first. Without a state: what was received. */
export async function inbox(viewer: Viewer, filter: DeskFilter = {}): Promise<ListPage> {
  authorize(viewer, 'desk.read')
  const found = await search(viewer, filter, { side: 'older', place: filter.after, size: PAGE_SIZE + 1 })
  const where = found
    ? within(viewer, [inArray(items.id, idsOf(found))])
    : deskWhere(viewer, filter, beyond('older', items.submittedAt, filter.after))
  return page(viewer, where, items.submittedAt)
}

/** The items just above and just below a place in the same inbox. */
export async function neighbours(
  viewer: Viewer,
  filter: DeskFilter,
  place: Cursor,
): Promise<{ newer: string | null; older: string | null }> {
  authorize(viewer, 'desk.read')
  const nearest = async (side: 'newer' | 'older') => {
    const found = await search(viewer, filter, { side, place, size: 1 })
    if (found) return found[0]?.id ?? null
    const way = side === 'newer' ? asc : desc
    const [row] = await db()
      .select({ id: items.id })
      .from(items)
      .where(deskWhere(viewer, filter, beyond(side, items.submittedAt, place)))
      .orderBy(way(items.submittedAt), way(items.id))
      .limit(1)
    return row?.id ?? null
  }
  const [newer, older] = await Promise.all([nearest('newer'), nearest('older')])
  return { newer, older }
}

const idsOf = (places: readonly Cursor[]) => places.map(({ id }) => id)

async function page(
  viewer: Viewer,
  where: SQL | undefined,
  order: typeof items.submittedAt | typeof items.updatedAt,
  size = PAGE_SIZE,
): Promise<ListPage> {
  const found = await db()
    .select({
      id: items.id,
      ref: items.ref,
      title: titleFor(viewer),
      unit: units.name,
      category: units.category,
      state: items.state,
      type: typeFor(viewer),
      submittedAt: items.submittedAt,
      updatedAt: items.updatedAt,
      version: items.version,
      notUsed: items.notUsed,
    })
    .from(items)
    .innerJoin(units, eq(units.id, items.unitId))
    .where(where)
    .orderBy(desc(order), desc(items.id))
    .limit(size + 1)
  const shown = found.slice(0, size)
  const ids = shown.map((row) => row.id)
  const [adopted, reasons] = await Promise.all([adoptionsOf(viewer, ids), latestReasons(shown)])
  const rows = shown.map((row) => ({
    ...row,
    state: row.state,
    type: row.type,
    adoptions: adopted.filter((a) => a.itemId === row.id),
    reason: reasons.get(row.id) ?? null,
  }))
  const last = shown.at(-1)
  const at = last && (order === items.updatedAt ? last.updatedAt : last.submittedAt)
  return { rows, next: found.length > size && last && at != null ? { at, id: last.id } : null }
}

/** Which event tells why an item stands as it does. */
function tellingVerb({ state, notUsed }: { state: string; notUsed: boolean }): string | null {
  if (state === 'sent_back') return 'send_back'
  if (state === 'duplicate') return 'duplicate'
  return state === 'received' && notUsed ? 'not_used' : null
}

async function latestReasons(
  rows: readonly { id: string; state: string; notUsed: boolean }[],
): Promise<Map<string, string>> {
  const verbOf = new Map(rows.flatMap((row) => (tellingVerb(row) ? [[row.id, tellingVerb(row)]] : [])))
  if (verbOf.size === 0) return new Map()
  const events = await db()
    .select({ itemId: itemEvents.itemId, verb: itemEvents.verb, reason: itemEvents.reason })
    .from(itemEvents)
    .where(
      and(
        inArray(itemEvents.itemId, [...verbOf.keys()]),
        inArray(itemEvents.verb, ['send_back', 'duplicate', 'not_used']),
      ),
    )
    .orderBy(itemEvents.at)
  return new Map(events.filter((e) => e.verb === verbOf.get(e.itemId)).map((e) => [e.itemId, e.reason ?? '']))
}
