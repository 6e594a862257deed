import 'server-only'
import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { db } from '@/db/client'
import { attachments, items } from '@/db/schema'
import type { Attachment, AttachmentType } from '@/lib/domain/attachments/attachment'
import { type Unread, unreadOf } from '@/lib/domain/attachments/unread'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import { id as idSchema } from '@/lib/schemas/base'
import { authorize } from '../core/authorize'
import { subjectOf } from '../core/load'
import { itemScope, scopeOfNamed } from '../core/scope'
import { attachmentSent } from '../items/inner/sent'
import { keepFile, readKept } from './inner/store'

/** A file on its way to an item, as lib/files/attachments reads it. */
export type Incoming = {
  name: string
  type: AttachmentType
  size: number
  sha256: string
  text: string | null
  warnings: readonly string[]
  unread: readonly Unread[]
  bytes: Uint8Array
}

/** Puts files on disk, before the transaction that names them: what a row names is there. */
export async function keepFiles(viewer: Viewer, files: readonly Incoming[]): Promise<void> {
  if (files.length > 0) authorize(viewer, 'item.save')
  for (const { sha256, bytes } of files) await keepFile(sha256, bytes)
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
  unread: attachments.unread,
  isolatedAt: attachments.isolatedAt,
}

/** The attachments of an item that this viewer may read, in their order; the item's reach is the caller's to ask. */
export async function attachmentsOf(viewer: Viewer, itemId: string): Promise<Attachment[]> {
  return (await attachmentsByItem(viewer, [itemId])).get(itemId) ?? []
}

/** The same of several items, by item. */
export async function attachmentsByItem(
  viewer: Viewer,
  itemIds: readonly string[],
): Promise<Map<string, Attachment[]>> {
  const found = new Map<string, Attachment[]>()
  if (itemIds.length === 0) return found
  const rows = await db()
    .select({ ...shown, itemId: attachments.itemId })
    .from(attachments)
    .innerJoin(items, eq(items.id, attachments.itemId))
    .where(and(inArray(attachments.itemId, [...itemIds]), scopeOfNamed(viewer), seenBy(viewer)))
    .orderBy(asc(attachments.position))
  for (const { itemId, warnings, unread, isolatedAt, ...row } of rows)
    found.set(itemId, [
      ...(found.get(itemId) ?? []),
      {
        ...row,
        warnings: warnings === null ? [] : warnings.split('、'),
        unread: isolatedAt === null ? unreadOf(unread, row.type) : [],
        isolated: isolatedAt !== null,
      },
    ])
  return found
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
  if (!row || row.file.isolatedAt !== null) throw notFound('附件')
  authorize(viewer, 'item.read', subjectOf(row.item))
  const bytes = await readKept(row.file.sha256)
  if (bytes === null) {
    throw new Fault('conflict', '该附件在服务器上缺失或已损坏，没有发出。请联系系统管理员从备份中恢复。')
  }
  return { name: row.file.name, type: row.file.type, bytes }
}
