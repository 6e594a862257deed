import 'server-only'
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import type { Database } from '@/db/client'
import { attachments, isolations, items } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import { INSTEAD, ISOLATION_STATES } from '@/lib/domain/secrecy/isolation'
import type { IsolateInput, LiftInput, PurgeInput } from '@/lib/schemas/secrecy'
import { dropKept } from '../attachments/inner/store'
import { authorize } from '../core/authorize'
import { figuresOf, type ItemRow } from '../core/load'
import { write } from '../core/write'
import { confirmOwn } from '../people/inner/own-password'
import { filesToDrop } from './inner/files'
import { giveBack, keptAttachments, markFiles, overwrite, takeWords } from './inner/words'

/**
 * 隔离: from now on nobody reads the words and files of an item, or one attachment, but the security administrator. The item
 * counts as before. Asks for the own password.
 */
export async function isolate(viewer: Viewer, input: IsolateInput, arrival: Arrival): Promise<{ id: string }> {
  authorize(viewer, 'isolation.isolate')
  await confirmOwn(viewer, input.current, arrival.at)
  const { current: _, ...asked } = input
  return write(viewer, 'isolation.isolate', arrival, asked, async (tx) => {
    const item = await itemOf(tx, asked.itemId)
    const attachmentId = asked.attachmentId || null
    if (item.isolatedAt !== null) throw new Fault('conflict', '这条信息已经隔离。')
    if (attachmentId !== null) await refuseIsolatedFile(tx, item.id, attachmentId)
    const id = randomUUID()
    const isolated = { itemId: item.id, attachmentId }
    await tx.insert(isolations).values({
      ...{ id, ...isolated, state: 'isolated', reason: asked.reason },
      ...{ isolatedBy: viewer.userId, isolatedAt: arrival.at },
    })
    const rows = await takeWords(tx, id, isolated, INSTEAD.isolated)
    await markFiles(tx, await keptAttachments(tx, id), arrival.at)
    if (attachmentId === null) await tx.update(items).set({ isolatedAt: arrival.at }).where(eq(items.id, item.id))
    const detail = { unit: item.unitId, isolation: id, attachment: attachmentId, reason: digestOf(asked.reason), rows }
    await record(
      tx,
      viewer.userId,
      { verb: 'isolation.isolate', subject: item.id, detail, ...figuresOf(item) },
      arrival.at,
    )
    return { id }
  })
}

/** Lifts an isolation: every word stands again where it stood. Asks for the own password. */
export async function lift(viewer: Viewer, input: LiftInput, arrival: Arrival): Promise<{ id: string }> {
  authorize(viewer, 'isolation.end')
  await confirmOwn(viewer, input.current, arrival.at)
  const { id, reason } = input
  return write(viewer, 'isolation.end', arrival, { id, reason }, async (tx) => {
    const { isolation, item } = await standing(tx, id)
    await markFiles(tx, await keptAttachments(tx, id), null)
    const rows = await giveBack(tx, id, isolation)
    if (isolation.attachmentId === null) await tx.update(items).set({ isolatedAt: null }).where(eq(items.id, item.id))
    await end(tx, viewer, id, { state: 'lifted', ending: reason, at: arrival.at })
    const detail = { unit: item.unitId, isolation: id, reason: digestOf(reason), rows }
    await record(
      tx,
      viewer.userId,
      { verb: 'isolation.lift', subject: item.id, detail, ...figuresOf(item) },
      arrival.at,
    )
    return { id }
  })
}

/**
 * 清除: destroys the words and files that an isolation keeps, on an instruction of the 保密办. Item, adoptions and the log stay,
 * so that every figure is still explained. Asks for the own password.
 */
export async function purge(viewer: Viewer, input: PurgeInput, arrival: Arrival): Promise<{ id: string }> {
  authorize(viewer, 'isolation.end')
  await confirmOwn(viewer, input.current, arrival.at)
  const { id, instruction } = input
  const done = await write(viewer, 'isolation.end', arrival, { id, instruction }, async (tx) => {
    const { item } = await standing(tx, id)
    const files = await filesToDrop(tx, await keptAttachments(tx, id))
    const rows = await overwrite(tx, id, INSTEAD.purged)
    await end(tx, viewer, id, { state: 'purged', ending: instruction, at: arrival.at })
    const detail = { unit: item.unitId, isolation: id, instruction: digestOf(instruction), rows, files }
    await record(
      tx,
      viewer.userId,
      { verb: 'isolation.purge', subject: item.id, detail, ...figuresOf(item) },
      arrival.at,
    )
    return { id, files }
  })
  // Only once nothing names them any more; a repeated request drops what a crash left.
  for (const sha256 of done.files) await dropKept(sha256)
  return { id: done.id }
}

async function itemOf(tx: Database, id: string): Promise<ItemRow> {
  const [item] = await tx.select().from(items).where(eq(items.id, id))
  if (!item) throw notFound('信息')
  return item
}

async function refuseIsolatedFile(tx: Database, itemId: string, id: string): Promise<void> {
  const [file] = await tx.select().from(attachments).where(eq(attachments.id, id))
  if (!file || file.itemId !== itemId) throw notFound('附件')
  if (file.isolatedAt !== null) throw new Fault('conflict', '这个附件已经隔离。')
}

/** An isolation that stands. Of a whole item with an attachment that was isolated before, the attachment's is its own. */
async function standing(tx: Database, id: string) {
  const [isolation] = await tx.select().from(isolations).where(eq(isolations.id, id))
  if (!isolation) throw notFound('隔离记录')
  const { state } = isolation
  if (state !== 'isolated') throw new Fault('conflict', `这条记录${ISOLATION_STATES[state]}，不能再办理。`)
  return { isolation, item: await itemOf(tx, isolation.itemId) }
}

async function end(
  tx: Database,
  viewer: Viewer,
  id: string,
  { at, ...how }: { state: 'lifted' | 'purged'; ending: string; at: number },
): Promise<void> {
  await tx
    .update(isolations)
    .set({ ...how, endedBy: viewer.userId, endedAt: at })
    .where(eq(isolations.id, id))
}
