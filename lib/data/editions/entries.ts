import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { editedTexts, issueEntries } from '@/db/schema'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import type { MoveInput, PickInput } from '@/lib/schemas/publication'
import { type Arrival, write } from '../core/write'
import { textOfItem } from '../texts/making'
import { heldIssue, issueChanged } from './load'

/** Picks items and edited texts, all or none, under what stands there already; what does is not picked twice. */
export function pickEntries(
  viewer: Viewer,
  input: PickInput,
  arrival: Arrival,
): Promise<{ id: string; version: number; picked: number }> {
  return write(viewer, 'issue.compose', arrival, input, async (tx) => {
    const { issue } = await heldIssue(tx, viewer, 'compose', input)
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
    const standing = await orderOf(tx, issue.id)
    const fresh = [...new Set(textIds)].filter((id) => !standing.some(({ textId }) => textId === id))
    const after = Math.max(0, ...standing.map(({ position }) => position))
    if (fresh.length > 0) {
      await tx
        .insert(issueEntries)
        .values(fresh.map((textId, i) => ({ issueId: issue.id, textId, position: after + i + 1 })))
    }
    const done = await issueChanged(tx, viewer, issue, { verb: 'issue.pick', at: arrival.at, detail: { texts: fresh } })
    return { ...done, picked: fresh.length }
  })
}

/** Moves an entry one place up or down, or takes it out; its edited text stays. */
export function moveEntry(
  viewer: Viewer,
  input: MoveInput,
  arrival: Arrival,
): Promise<{ id: string; version: number }> {
  return write(viewer, 'issue.compose', arrival, input, async (tx) => {
    const { issue } = await heldIssue(tx, viewer, 'compose', input)
    const order = await orderOf(tx, issue.id)
    const at = order.findIndex(({ textId }) => textId === input.textId)
    const entry = order[at]
    if (!entry) throw notFound('条目')
    const here = (textId: string) => and(eq(issueEntries.issueId, issue.id), eq(issueEntries.textId, textId))
    const detail = { text: entry.textId, way: input.verb }
    if (input.verb === 'remove') {
      await tx.delete(issueEntries).where(here(entry.textId))
      return issueChanged(tx, viewer, issue, { verb: 'issue.remove', at: arrival.at, detail })
    }
    const other = order[input.verb === 'up' ? at - 1 : at + 1]
    if (!other) throw new Fault('conflict', input.verb === 'up' ? '这一条已在最前。' : '这一条已在最后。')
    await tx.update(issueEntries).set({ position: other.position }).where(here(entry.textId))
    await tx.update(issueEntries).set({ position: entry.position }).where(here(other.textId))
    return issueChanged(tx, viewer, issue, { verb: 'issue.move', at: arrival.at, detail })
  })
}

function orderOf(tx: Database, issueId: string): Promise<{ textId: string; position: number }[]> {
  return tx
    .select({ textId: issueEntries.textId, position: issueEntries.position })
    .from(issueEntries)
    .where(eq(issueEntries.issueId, issueId))
    .orderBy(asc(issueEntries.position))
}

async function standingText(tx: Database, id: string): Promise<string> {
  const [text] = await tx.select({ dropped: editedTexts.dropped }).from(editedTexts).where(eq(editedTexts.id, id))
  if (!text || text.dropped) throw new Fault('conflict', '所选的编辑稿已经放弃，请刷新后另选。')
  return id
}
