import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { itemEvents, items } from '@/db/schema'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { EventVerb } from '@/lib/domain/items/event'
import { type ItemState, momentOfItem, step, type Verb } from '@/lib/domain/items/item'
import type { Action, ItemSubject, Viewer } from '@/lib/domain/people/policy'
import { ISOLATED } from '@/lib/domain/secrecy/isolation'
import type { Quarter } from '@/lib/domain/time/quarter'
import { countInForce } from '../adoptions/inner/in-force'
import { authorize } from './authorize'
import { itemScope } from './scope'

export type ItemRow = typeof items.$inferSelect

/** What the policy asks of a stored item. */
export function subjectOf(row: Pick<ItemRow, 'unitId' | 'state' | 'submittedAt'>): ItemSubject {
  return { unitId: row.unitId, state: row.state, submitted: row.submittedAt !== null }
}

/**
 * The first three questions of every write on an item: within reach (404)? allowed (403)? legal now (409)?
 * Gives the item and the state that the verb leads to.
 */
export async function load(
  tx: Database,
  viewer: Viewer,
  verb: Verb,
  id: string,
): Promise<{ item: ItemRow; to: ItemState }> {
  const [item] = await tx
    .select()
    .from(items)
    .where(and(eq(items.id, id), itemScope(viewer)))
  if (!item) throw notFound('信息')
  authorize(viewer, `item.${verb}` satisfies Action, subjectOf(item))
  const next = step(verb, momentOfItem(item, await countInForce(tx, id)))
  if (next.blocked !== undefined) throw new Fault('conflict', next.blocked)
  return { item, to: next.to }
}

/** Refuses what would be written on an item whose words lie apart. */
export function refuseIsolated({ isolatedAt }: Pick<ItemRow, 'isolatedAt'>): void {
  if (isolatedAt !== null) throw new Fault('conflict', ISOLATED)
}

/** Refuses a write that was begun on an older text than the stored one. */
export function sameVersion(item: ItemRow, version: number): void {
  if (item.version !== version) {
    throw new Fault(
      'conflict',
      '这条信息已在另一个窗口或由他人改动。您填写的内容仍保留在本页，请另开窗口核对后再提交。',
    )
  }
}

/** Writes down what happened to an item, in its own history. */
export async function recordEvent(
  tx: Database,
  viewer: Viewer,
  item: { id: string; version: number },
  event: { verb: EventVerb; at: number; reason?: string },
): Promise<void> {
  await tx.insert(itemEvents).values({
    id: randomUUID(),
    itemId: item.id,
    verb: event.verb,
    at: event.at,
    by: viewer.role === 'operator' ? null : viewer.userId,
    reason: event.reason ?? null,
    version: item.version,
  })
}

/** The quarter whose figures an item moves, if it was ever submitted. */
export function figuresOf(item: Pick<ItemRow, 'quarter'>): { figures?: Quarter } {
  return item.quarter ? { figures: item.quarter } : {}
}
