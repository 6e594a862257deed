import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { categories, itemEvents, items, itemVersions, units, users } from '@/db/schema'
import type { Attachment } from '@/lib/domain/attachments/attachment'
import { notFound } from '@/lib/domain/base/fault'
import { DESK_ONLY, type EventVerb } from '@/lib/domain/items/event'
import type { ItemState } from '@/lib/domain/items/item'
import type { Viewer } from '@/lib/domain/people/policy'
import { id as idSchema } from '@/lib/schemas/base'
import { type Adoption, adoptionsOf } from '../adoptions/reading'
import { attachmentsOf } from '../attachments/attachments'
import { authorize } from '../core/authorize'
import { type ItemRow, subjectOf } from '../core/load'
import { itemScope } from '../core/scope'

export type HistoryEntry = {
  verb: EventVerb
  at: number
  by: string | null
  byUnit: string | null
  reason: string | null
  version: number
}
export type Opened = {
  /** `categoryName`: what its unit's category is called. */
  item: ItemRow & { state: ItemState; unit: string; categoryName: string }
  adoptions: Adoption[]
  history: HistoryEntry[]
  versions: { version: number; title: string; body: string; at: number }[]
  /** Those that this viewer may open: of the office those that were sent. */
  attachments: Attachment[]
  /** How many of its events are by others: what a write tells that its writer has seen (see unseen). */
  seen: number
}

/** One item with all that became of it. Throws 404 out of reach. */
export async function openItem(viewer: Viewer, id: string): Promise<Opened> {
  if (!idSchema.safeParse(id).success) throw notFound('信息')
  const [row] = await db()
    .select({ item: items, unit: units.name, categoryName: categories.name })
    .from(items)
    .innerJoin(units, eq(units.id, items.unitId))
    .innerJoin(categories, eq(categories.key, units.category))
    .where(and(eq(items.id, id), itemScope(viewer)))
  if (!row) throw notFound('信息')
  authorize(viewer, 'item.read', subjectOf(row.item))
  const [adopted, events, versions, attached] = await Promise.all([
    adoptionsOf(viewer, [id]),
    db()
      .select({
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
      .where(eq(itemEvents.itemId, id))
      .orderBy(itemEvents.at),
    db()
      .select({
        version: itemVersions.version,
        title: itemVersions.title,
        body: itemVersions.body,
        at: itemVersions.at,
      })
      .from(itemVersions)
      .where(eq(itemVersions.itemId, id))
      .orderBy(desc(itemVersions.version)),
    attachmentsOf(viewer, id),
  ])
  const rewriting = row.item.state === 'sent_back' || row.item.state === 'withdrawn'
  const sent = viewer.unitId === null && rewriting ? versions[0] : undefined
  const { title, body } = sent ?? row.item
  return {
    item: { ...row.item, title, body, unit: row.unit, categoryName: row.categoryName },
    adoptions: adopted,
    history: events
      .filter(({ verb }) => viewer.role === 'editor' || !DESK_ONLY.includes(verb))
      .map(({ byId: _, ...event }) => event),
    versions,
    attachments: attached,
    seen: events.filter(({ byId }) => byId !== viewer.userId).length,
  }
}
