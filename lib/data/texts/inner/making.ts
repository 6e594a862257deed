import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, or } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import type { Database } from '@/db/client'
import { items, textSources, texts, textVersions, units } from '@/db/schema'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { itemNamed } from '@/lib/domain/items/item'
import type { Viewer } from '@/lib/domain/people/policy'
import { ISOLATED } from '@/lib/domain/secrecy/isolation'
import { editFault } from '@/lib/domain/texts/text'
import { itemScope } from '../../core/scope'
import { sentBody, sentTitle } from '../../items/inner/sent'
import { textChanged } from './load'

/** A received item in the words that its unit sent. */
export type EditableItem = { id: string; ref: string; unit: string; title: string; body: string; version: number }

/**
 * The items that these numbers, ids or addresses name, each once, in this order. Throws a Fault for `field` that names
 * whichever is unknown or can't be edited now.
 */
export async function editableItems(
  tx: Database,
  viewer: Viewer,
  named: readonly string[],
  field: string,
): Promise<EditableItem[]> {
  const keys = named.map(itemNamed)
  const { id, ref, state, notUsed, version, isolatedAt } = items
  const rows = await tx
    .select({ id, ref, unit: units.name, state, notUsed, version, isolatedAt, title: sentTitle, body: sentBody })
    .from(items)
    .innerJoin(units, eq(units.id, items.unitId))
    .where(and(or(inArray(id, keys), inArray(ref, keys)), itemScope(viewer)))
  const found = keys.map((key) => rows.find((row) => row.id === key) ?? rows.find((row) => row.ref === key))
  const faults = found.flatMap((row, i) => {
    if (!row) return [`没有找到编号为“${named[i]}”的信息，请核对，例如 2026Q4-0007。`]
    const fault = row.isolatedAt === null ? editFault(row) : ISOLATED
    return fault === null ? [] : [`${row.ref}：${fault}`]
  })
  if (faults.length > 0) throw new Fault('conflict', faults.join(''), { [field]: faults.join('') })
  return [...new Map(found.flatMap((row) => (row ? [[row.id, row] as const] : []))).values()]
}

/**
 * The edited text of an item, within a running write. One that has none gets it, beginning with what its unit sent; one
 * that was given up is taken up again as it stood, since an item has one at the most. Gives its id.
 */
export async function textOfItem(tx: Database, viewer: Viewer, itemId: string, at: number): Promise<string> {
  const [known] = await tx
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.id, itemId), itemScope(viewer)))
  if (!known) throw notFound('信息')
  const [item] = await editableItems(tx, viewer, [itemId], 'id')
  if (!item) throw notFound('信息')
  const [standing] = await tx
    .select({ id: texts.id, dropped: texts.dropped })
    .from(texts)
    .where(eq(texts.itemId, itemId))
  if (!standing) {
    const { title, body } = item
    return makeText(tx, viewer, { itemId, title, body, sources: [item] }, at)
  }
  if (standing.dropped) await takeUpAgain(tx, viewer, standing.id, at)
  return standing.id
}

/** Takes up again, as it stood, what was given up. */
export async function takeUpAgain(tx: Database, viewer: Viewer, id: string, at: number): Promise<void> {
  await tx.update(texts).set({ dropped: false }).where(eq(texts.id, id))
  await textChanged(tx, viewer, { id, verb: 'text.restore', at, detail: {} })
}

type Made = { itemId: string | null; title: string; body: string; sources: readonly EditableItem[] }

/** Writes a new edited text with its first version and its sources, each in the version that is read now. Gives its id. */
export async function makeText(
  tx: Database,
  viewer: Viewer,
  { itemId, title, body, sources }: Made,
  at: number,
): Promise<string> {
  const textId = randomUUID()
  const by = { createdBy: viewer.userId, createdAt: at, updatedAt: at }
  await tx.insert(texts).values({ id: textId, itemId, title, body, version: 1, dropped: false, ...by })
  await tx.insert(textVersions).values({ textId, version: 1, title, body, editedBy: viewer.userId, editedAt: at })
  await tx
    .insert(textSources)
    .values(sources.map(({ id, version }, i) => ({ textId, itemId: id, position: i + 1, itemVersion: version })))
  const detail = { items: sources.map(({ id }) => id), text: digestOf(title, body) }
  await record(tx, viewer.userId, { verb: itemId === null ? 'text.merge' : 'text.make', subject: textId, detail }, at)
  return textId
}
