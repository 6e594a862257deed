import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { attachments, items } from '@/db/schema'
import { type Attachment, type AttachmentType, togetherFault } from '@/lib/domain/attachments/attachment'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import { id as idSchema } from '@/lib/schemas/base'
import { authorize } from '../core/authorize'
import { subjectOf } from '../core/load'
import { itemScope } from '../core/scope'
import { attachmentSent } from '../items/sent'
import { keepFile, readKept } from './store'

/** A file on its way to an item, as lib/files/attachments reads it. */
export type Incoming = {
  name: string
  type: AttachmentType
  size: number
  sha256: string
  text: string | null
  warnings: readonly string[]
  bytes: Uint8Array
}

/** What a form changes of the attachments: files to add, ids to take out. */
export type AttachmentChange = { files: readonly Incoming[]; removed: readonly string[] }

/** Puts files on disk, before the transaction that names them: what a row names is there. */
export async function keepFiles(viewer: Viewer, files: readonly Incoming[]): Promise<void> {
  if (files.length > 0) authorize(viewer, 'item.save')
  for (const { sha256, bytes } of files) await keepFile(sha256, bytes)
}

/**
 * Changes an item's attachments in the running transaction; the item then stands at `version`. Gives what the log keeps
 * of it. Throws Fault("invalid") where they would be too many or too large together.
 */
export async function changeAttachments(
  tx: Database,
  viewer: Viewer,
  { id, version, at }: { id: string; version: number; at: number },
  { files, removed }: AttachmentChange,
): Promise<{ attached?: string[]; detached?: string[] }> {
  if (files.length + removed.length === 0) return {}
  const own = await tx
    .select({ id: attachments.id, name: attachments.name, size: attachments.size, sha256: attachments.sha256 })
    .from(attachments)
    .where(and(eq(attachments.itemId, id), isNull(attachments.removedAt)))
  const out = own.filter((one) => removed.includes(one.id))
  const stay = own.filter((one) => !removed.includes(one.id))
  const fresh = files.filter((one) => !stay.some((old) => old.name === one.name && old.sha256 === one.sha256))
  const fault = togetherFault([...stay, ...fresh])
  if (fault) throw new Fault('invalid', '有 1 处需要修改，内容没有提交。', { attachments: fault })
  for (const one of out) {
    await tx.update(attachments).set({ removedIn: version, removedAt: at }).where(eq(attachments.id, one.id))
  }
  const [last] = await tx
    .select({ position: sql`coalesce(max(${attachments.position}), 0)`.mapWith(Number) })
    .from(attachments)
    .where(eq(attachments.itemId, id))
  for (const [i, { bytes: _, warnings, ...file }] of fresh.entries()) {
    await tx.insert(attachments).values({
      ...file,
      id: randomUUID(),
      itemId: id,
      warnings: warnings.length > 0 ? warnings.join('、') : null,
      position: (last?.position ?? 0) + 1 + i,
      version,
      addedBy: viewer.userId,
      addedAt: at,
    })
  }
  return {
    ...(fresh.length > 0 && { attached: fresh.map(({ sha256 }) => sha256) }),
    ...(out.length > 0 && { detached: out.map(({ sha256 }) => sha256) }),
  }
}

/** Which attachments this viewer sees: their unit those of now, the others those that were sent. */
const seenBy = (viewer: Viewer): SQL | undefined =>
  viewer.unitId === null ? attachmentSent : isNull(attachments.removedAt)

const shown = {
  id: attachments.id,
  name: attachments.name,
  size: attachments.size,
  type: attachments.type,
  warnings: attachments.warnings,
}

/** The attachments of an item that this viewer may read, in their order; the item's reach is the caller's to ask. */
export async function attachmentsOf(viewer: Viewer, itemId: string): Promise<Attachment[]> {
  const rows = await db()
    .select(shown)
    .from(attachments)
    .innerJoin(items, eq(items.id, attachments.itemId))
    .where(and(eq(attachments.itemId, itemId), itemScope(viewer), seenBy(viewer)))
    .orderBy(asc(attachments.position))
  return rows.map((row) => ({
    ...row,
    type: row.type,
    warnings: row.warnings === null ? [] : row.warnings.split('、'),
  }))
}

/** One attachment with its bytes. Throws 404 out of reach, 409 where the stored file is not what was sent. */
export async function openAttachment(
  viewer: Viewer,
  itemId: string,
  id: string,
): Promise<{ name: string; type: AttachmentType; bytes: Buffer }> {
  if (![itemId, id].every((one) => idSchema.safeParse(one).success)) throw notFound('附件')
  const [row] = await db()
    .select({ file: attachments, item: items })
    .from(attachments)
    .innerJoin(items, eq(items.id, attachments.itemId))
    .where(and(eq(attachments.id, id), eq(attachments.itemId, itemId), itemScope(viewer), seenBy(viewer)))
  if (!row) throw notFound('附件')
  authorize(viewer, 'item.read', subjectOf(row.item))
  const bytes = await readKept(row.file.sha256)
  if (bytes === null) {
    throw new Fault('conflict', '该附件在服务器上缺失或已损坏，没有发出。请联系系统管理员从备份中恢复。')
  }
  return { name: row.file.name, type: row.file.type, bytes }
}
