import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { editionEntries, texts } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import type { MoveInput, PickInput } from '@/lib/schemas/editions'
import { write } from '../core/write'
import { textOfItem } from '../texts/inner/making'
import { editionChanged, loadEdition } from './inner/load'

/** Picks items and edited texts, all or none, under what stands there already; what does is not picked twice. */
export function pickEntries(
  viewer: Viewer,
  input: PickInput,
  arrival: Arrival,
): Promise<{ id: string; version: number; picked: number }> {
  return write(viewer, 'edition.compose', arrival, input, async (tx) => {
    const { edition } = await loadEdition(tx, viewer, 'compose', input)
    const textIds: string[] = []
    const faults: string[] = []
    const picking = async (work: Promise<string>) => {
      try {
        textIds.push(await work)
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        faults.push(error.message)
      }
    }
    for (const id of input.items) await picking(textOfItem(tx, viewer, id, arrival.at))
    for (const id of input.texts) await picking(standingText(tx, id))
    if (faults.length > 0) throw new Fault('conflict', `没有编入：${faults.join('')}`, { ticks: faults.join('') })
    const standing = await orderOf(tx, edition.id)
    const fresh = [...new Set(textIds)].filter((id) => !standing.some(({ textId }) => textId === id))
    const after = Math.max(0, ...standing.map(({ position }) => position))
    const pickedBy = viewer.userId
    if (fresh.length > 0) {
      await tx
        .insert(editionEntries)
        .values(fresh.map((textId, i) => ({ editionId: edition.id, textId, position: after + i + 1, pickedBy })))
    }
    const done = await editionChanged(tx, viewer, edition, {
      verb: 'edition.pick',
      at: arrival.at,
      detail: { texts: fresh },
    })
    return { ...done, picked: fresh.length }
  })
}

/** Moves an entry one place up or down, or takes it out; its edited text stays. */
export function moveEntry(
  viewer: Viewer,
  input: MoveInput,
  arrival: Arrival,
): Promise<{ id: string; version: number }> {
  return write(viewer, 'edition.compose', arrival, input, async (tx) => {
    const { edition } = await loadEdition(tx, viewer, 'compose', input)
    const order = await orderOf(tx, edition.id)
    const at = order.findIndex(({ textId }) => textId === input.textId)
    const entry = order[at]
    if (!entry) throw notFound('条目')
    const here = (textId: string) => and(eq(editionEntries.editionId, edition.id), eq(editionEntries.textId, textId))
    const text = entry.textId
    if (input.verb === 'remove') {
      const detail = { text }
      await tx.delete(editionEntries).where(here(entry.textId))
      return editionChanged(tx, viewer, edition, { verb: 'edition.remove', at: arrival.at, detail })
    }
    const other = order[input.verb === 'up' ? at - 1 : at + 1]
    if (!other) throw new Fault('conflict', input.verb === 'up' ? '这一条已在最前。' : '这一条已在最后。')
    await tx.update(editionEntries).set({ position: other.position }).where(here(entry.textId))
    await tx.update(editionEntries).set({ position: entry.position }).where(here(other.textId))
    const detail = { text, way: input.verb }
    return editionChanged(tx, viewer, edition, { verb: 'edition.move', at: arrival.at, detail })
  })
}

function orderOf(tx: Database, editionId: string): Promise<{ textId: string; position: number }[]> {
  return tx
    .select({ textId: editionEntries.textId, position: editionEntries.position })
    .from(editionEntries)
    .where(eq(editionEntries.editionId, editionId))
    .orderBy(asc(editionEntries.position))
}

async function standingText(tx: Database, id: string): Promise<string> {
  const [text] = await tx.select({ dropped: texts.dropped }).from(texts).where(eq(texts.id, id))
  if (!text || text.dropped) throw new Fault('conflict', '所选的编辑稿已经放弃，请刷新后另选。')
  return id
}
