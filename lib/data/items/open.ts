import 'server-only'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { categories, itemEvents, items, itemVersions, units, users } from '@/db/schema'
import { noteAccess } from '@/lib/auth/accesses'
import type { Attachment } from '@/lib/domain/attachments/attachment'
import { notFound } from '@/lib/domain/base/fault'
import { type EventVerb, outsideOffice } from '@/lib/domain/items/event'
import type { ItemState } from '@/lib/domain/items/item'
import type { Viewer } from '@/lib/domain/people/policy'
import { id as idSchema } from '@/lib/schemas/base'
import { type Adoption, adoptionsOf } from '../adoptions/reading'
import { attachmentsByItem } from '../attachments/attachments'
import { authorize } from '../core/authorize'
import { type ItemRow, subjectOf } from '../core/load'
import { scopeOfNamed } from '../core/scope'

export type HistoryEntry = {
  verb: EventVerb
  at: number
  by: string | null
  byUnit: string | null
  reason: string | null
  version: number
}
type SentVersion = Omit<typeof itemVersions.$inferSelect, 'itemId'>

export type Opened = {
  /** `categoryName`: what its unit's category is called. */
  item: ItemRow & { state: ItemState; unit: string; categoryName: string }
  adoptions: Adoption[]
  history: HistoryEntry[]
  versions: SentVersion[]
  /** Those that this viewer may open: of the office those that were sent. */
  attachments: Attachment[]
  /** How many of its events are by others: what a write tells that its writer has seen (see unseen). */
  seen: number
}

/** One item with all that became of it. Throws 404 out of reach. */
export async function openItem(viewer: Viewer, id: string): Promise<Opened> {
  const [opened] = await openItems(viewer, [id])
  if (!opened) throw notFound('信息')
  return opened
}

/** Several items in the asked order, by as many queries as one; what is out of reach is left out. */
export async function openItems(viewer: Viewer, ids: readonly string[]): Promise<Opened[]> {
  const asked = ids.filter((id) => idSchema.safeParse(id).success)
  if (asked.length === 0) return []
  const rows = await db()
    .select({ item: items, unit: units.name, categoryName: categories.name })
    .from(items)
    .innerJoin(units, eq(units.id, items.unitId))
    .innerJoin(categories, eq(categories.key, units.category))
    .where(and(inArray(items.id, asked), scopeOfNamed(viewer)))
  for (const { item } of rows) authorize(viewer, 'item.read', subjectOf(item))
  const reached = rows.map(({ item }) => item.id)
  if (reached.length === 0) return []
  // The office reads author, phone and signer in full.
  if (viewer.unitId === null) noteAccess(viewer, 'item.read', reached)
  const [adopted, events, versions, attached] = await Promise.all([
    adoptionsOf(viewer, reached),
    eventsOf(reached),
    versionsOf(reached),
    attachmentsByItem(viewer, reached),
  ])
  return asked.flatMap((id) => {
    const row = rows.find(({ item }) => item.id === id)
    if (!row) return []
    const of = <T extends { itemId: string }>(all: readonly T[]) => all.filter(({ itemId }) => itemId === id)
    const sentVersions = of(versions).map(({ itemId: _, ...version }) => version)
    const rewriting = row.item.state === 'sent_back' || row.item.state === 'withdrawn'
    const sent = viewer.unitId === null && rewriting ? asSentIn(sentVersions[0]) : {}
    const history = of(events).map(({ byId: _, itemId: __, ...event }) => event)
    return {
      item: { ...row.item, ...sent, unit: row.unit, categoryName: row.categoryName },
      adoptions: of(adopted),
      history: viewer.role === 'editor' ? history : outsideOffice(history),
      versions: sentVersions,
      attachments: attached.get(id) ?? [],
      seen: of(events).filter(({ byId }) => byId !== viewer.userId).length,
    }
  })
}

/** What the office reads of an item that its unit rewrites: all fields as they were sent. */
function asSentIn(version: SentVersion | undefined) {
  if (!version) return {}
  const { title, body, type, eventDay, author, phone, signer } = version
  return { title, body, type, eventDay, author, phone, signer }
}

function eventsOf(itemIds: string[]) {
  return db()
    .select({
      itemId: itemEvents.itemId,
      verb: itemEvents.verb,
      at: itemEvents.at,
      by: users.name,
      byId: itemEvents.by,
      byUnit: units.name,
      reason: itemEvents.reason,
      version: itemEvents.version,
    })
    .from(itemEvents)
    .leftJoin(users, eq(users.id, itemEvents.by))
    .leftJoin(units, eq(units.id, users.unitId))
    .where(inArray(itemEvents.itemId, itemIds))
    .orderBy(itemEvents.at)
}

function versionsOf(itemIds: string[]) {
  return db()
    .select()
    .from(itemVersions)
    .where(inArray(itemVersions.itemId, itemIds))
    .orderBy(desc(itemVersions.version))
}
