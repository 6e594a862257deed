import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { attachments } from '@/db/schema'
import { togetherFault } from '@/lib/domain/attachments/attachment'
import { unreadStored } from '@/lib/domain/attachments/unread'
import { Fault } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Incoming } from '../attachments'

/** What a form changes of the attachments: files to add, ids to take out. */
export type AttachmentChange = { files: readonly Incoming[]; removed: readonly string[] }

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
  const fault = togetherFault([...stay, ...fresh]) ?? (await isolatedFault(tx, fresh))
  if (fault) throw new Fault('invalid', '有 1 处需要修改，内容没有提交。', { attachments: fault })
  for (const one of out) {
    await tx.update(attachments).set({ removedIn: version, removedAt: at }).where(eq(attachments.id, one.id))
  }
  const [last] = await tx
    .select({ position: sql`coalesce(max(${attachments.position}), 0)`.mapWith(Number) })
    .from(attachments)
    .where(eq(attachments.itemId, id))
  for (const [i, { bytes: _, warnings, unread, ...file }] of fresh.entries()) {
    await tx.insert(attachments).values({
      ...file,
      id: randomUUID(),
      itemId: id,
      warnings: warnings.length > 0 ? warnings.join('、') : null,
      unread: unreadStored(unread),
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

/** Why a file may not come back under another item: its content was isolated, or purged. */
async function isolatedFault(tx: Database, files: readonly Incoming[]): Promise<string | null> {
  if (files.length === 0) return null
  const digests = files.map(({ sha256 }) => sha256)
  const [found] = await tx
    .select({ sha256: attachments.sha256 })
    .from(attachments)
    .where(and(inArray(attachments.sha256, digests), isNotNull(attachments.isolatedAt)))
    .limit(1)
  const file = files.find(({ sha256 }) => sha256 === found?.sha256)
  return file ? `“${file.name}”与已隔离的附件内容相同，不能附上；如有疑问，请联系安全管理员。` : null
}
