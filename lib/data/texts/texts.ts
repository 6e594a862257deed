import 'server-only'
import { and, eq } from 'drizzle-orm'
import { digestOf } from '@/db/audit'
import type { Database } from '@/db/client'
import { texts, textVersions, users } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import { BODY_MAX } from '@/lib/domain/items/item'
import type { Viewer } from '@/lib/domain/people/policy'
import { mergedBody, mergeFault } from '@/lib/domain/texts/text'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import type { MergeInput, SaveTextInput } from '@/lib/schemas/texts'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { loadText, textChanged } from './inner/load'
import { editableItems, makeText, takeUpAgain, textOfItem } from './inner/making'

/** 编辑: opens the edited text of a received item; the first time it is made of what its unit sent. */
export function editItem(viewer: Viewer, input: { id: string }, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'text.edit', arrival, input, async (tx) => {
    authorize(viewer, 'text.edit')
    return { id: await textOfItem(tx, viewer, input.id, arrival.at) }
  })
}

/** Merges several received items into one 综合, whose body begins with their texts, each headed by its unit. */
export function mergeItems(viewer: Viewer, input: MergeInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'text.edit', arrival, input, async (tx) => {
    authorize(viewer, 'text.edit')
    const sources = await editableItems(tx, viewer, input.items, 'items')
    const fault = mergeFault(sources, BODY_MAX)
    if (fault) throw new Fault('invalid', fault, { items: fault })
    const text = { itemId: null, title: input.title, body: mergedBody(sources), sources }
    return { id: await makeText(tx, viewer, text, arrival.at) }
  })
}

/**
 * Saves the next version. When somebody saved meanwhile nothing is overwritten: 409 says who and when, and the page
 * shows what they wrote. What changes nothing makes no version.
 */
export function saveText(
  viewer: Viewer,
  input: SaveTextInput,
  arrival: Arrival,
): Promise<{ version: number; at: number; changed: boolean }> {
  return write(viewer, 'text.edit', arrival, input, async (tx) => {
    const text = await loadText(tx, viewer, 'save', input.id)
    const { title, body } = input
    const same = title === text.title && body === text.body
    if (same) return { version: text.version, at: text.updatedAt, changed: false }
    if (text.version !== input.version) throw await savedMeanwhile(tx, text)
    const version = text.version + 1
    await tx.update(texts).set({ title, body, version }).where(eq(texts.id, text.id))
    await tx
      .insert(textVersions)
      .values({ textId: text.id, version, title, body, editedBy: viewer.userId, editedAt: arrival.at })
    const detail = { version, text: digestOf(title, body) }
    await textChanged(tx, viewer, { id: text.id, verb: 'text.save', at: arrival.at, detail })
    return { version, at: arrival.at, changed: true }
  })
}

async function savedMeanwhile(tx: Database, { id, version }: { id: string; version: number }): Promise<Fault> {
  const [last] = await tx
    .select({ by: users.name, at: textVersions.editedAt })
    .from(textVersions)
    .innerJoin(users, eq(users.id, textVersions.editedBy))
    .where(and(eq(textVersions.textId, id), eq(textVersions.version, version)))
  const who = last ? `${last.by}已于${chineseDateTime(last.at)}保存了第 ${version} 版` : `已有第 ${version} 版`
  return new Fault('conflict', `${who}，没有覆盖。您填写的内容仍在本页，请与第 ${version} 版核对后再保存。`)
}

/** Gives up an edited text that stands in no edition. Its versions stay, and it can be taken up again. */
export function dropText(viewer: Viewer, input: { id: string }, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'text.edit', arrival, input, async (tx) => {
    const { id } = await loadText(tx, viewer, 'drop', input.id)
    await tx.update(texts).set({ dropped: true }).where(eq(texts.id, id))
    await textChanged(tx, viewer, { id, verb: 'text.drop', at: arrival.at, detail: {} })
    return { id }
  })
}

/** Takes up again what was given up, as it stood. */
export function restoreText(viewer: Viewer, input: { id: string }, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'text.edit', arrival, input, async (tx) => {
    const { id } = await loadText(tx, viewer, 'restore', input.id)
    await takeUpAgain(tx, viewer, id, arrival.at)
    return { id }
  })
}
