import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { items, textSources } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import { SOURCES_LEAST, SOURCES_MOST } from '@/lib/domain/texts/text'
import type { AddSourceInput, MoveSourceInput } from '@/lib/schemas/texts'
import { write } from '../core/write'
import { loadText, textChanged } from './inner/load'
import { editableItems } from './inner/making'

/** Adds an item to a 综合, after those that it was made of. Its text is the editor's to take over. */
export function addSource(viewer: Viewer, input: AddSourceInput, arrival: Arrival): Promise<{ ref: string }> {
  return write(viewer, 'text.edit', arrival, input, async (tx) => {
    const text = await loadText(tx, viewer, 'sources', input.id)
    const [item] = await editableItems(tx, viewer, [input.item], 'item')
    if (!item) throw notFound('信息')
    const order = await orderOf(tx, text.id)
    const fault = order.some(({ itemId }) => itemId === item.id)
      ? `${item.ref} 已在来稿之中。`
      : order.length >= SOURCES_MOST
        ? `综合最多由 ${SOURCES_MOST} 条信息合并。`
        : null
    if (fault) throw new Fault('conflict', fault, { item: fault })
    const position = Math.max(0, ...order.map((source) => source.position)) + 1
    await tx.insert(textSources).values({ textId: text.id, itemId: item.id, position, itemVersion: item.version })
    await textChanged(tx, viewer, { id: text.id, verb: 'text.add', at: arrival.at, detail: { item: item.id } })
    return { ref: item.ref }
  })
}

/**
 * Moves a source of a 综合 one place up or down, or takes it out; the first of a unit's items bears its adoption. Or
 * writes down, of any edited text, that the newest version of a source was read.
 */
export function moveSource(viewer: Viewer, input: MoveSourceInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'text.edit', arrival, input, async (tx) => {
    const { verb, itemId } = input
    const { id } = await loadText(tx, viewer, verb === 'read' ? 'save' : 'sources', input.id)
    const order = await orderOf(tx, id)
    const at = order.findIndex((source) => source.itemId === itemId)
    const source = order[at]
    if (!source) throw new Fault('conflict', '该信息已不在来稿之中，请刷新页面后再试。')
    const here = (of: string) => and(eq(textSources.textId, id), eq(textSources.itemId, of))
    if (verb === 'read') {
      await tx.update(textSources).set({ itemVersion: source.newest }).where(here(itemId))
    } else if (verb === 'remove') {
      if (order.length <= SOURCES_LEAST)
        throw new Fault('conflict', `综合至少由 ${SOURCES_LEAST} 条信息合并，不能再移出；不再需要的，可以放弃。`)
      await tx.delete(textSources).where(here(itemId))
    } else {
      const other = order[verb === 'up' ? at - 1 : at + 1]
      if (!other) throw new Fault('conflict', verb === 'up' ? '这一条已在最前。' : '这一条已在最后。')
      await tx.update(textSources).set({ position: other.position }).where(here(itemId))
      await tx.update(textSources).set({ position: source.position }).where(here(other.itemId))
    }
    const said = { id, at: arrival.at }
    if (verb === 'up' || verb === 'down')
      await textChanged(tx, viewer, { ...said, verb: 'text.move', detail: { item: itemId, way: verb } })
    else await textChanged(tx, viewer, { ...said, verb: `text.${verb}`, detail: { item: itemId } })
    return { id }
  })
}

function orderOf(tx: Database, textId: string): Promise<{ itemId: string; position: number; newest: number }[]> {
  return tx
    .select({ itemId: textSources.itemId, position: textSources.position, newest: items.version })
    .from(textSources)
    .innerJoin(items, eq(items.id, textSources.itemId))
    .where(eq(textSources.textId, textId))
    .orderBy(asc(textSources.position))
}
