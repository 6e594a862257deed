import 'server-only'
import { and, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { attachments, isolatedWords, items } from '@/db/schema'

/** Attachments with their files. */
export function attachedFiles(from: Database, ids: readonly string[]) {
  return from
    .select({ id: attachments.id, sha256: attachments.sha256, type: attachments.type, size: attachments.size })
    .from(attachments)
    .where(inArray(attachments.id, [...ids]))
    .orderBy(attachments.position)
}

/** Where else the same files are attached and still to be had, be it isolated. */
export async function alsoAttached(
  from: Database,
  files: readonly string[],
  ids: readonly string[],
): Promise<{ sha256: string; ref: string }[]> {
  if (files.length === 0) return []
  // A purged attachment is isolated for ever, and nothing of it is kept.
  const kept = from
    .select({ record: isolatedWords.record })
    .from(isolatedWords)
    .where(eq(isolatedWords.place, 'attachments'))
  return from
    .select({ sha256: attachments.sha256, ref: items.ref })
    .from(attachments)
    .innerJoin(items, eq(items.id, attachments.itemId))
    .where(
      and(
        inArray(attachments.sha256, [...files]),
        notInArray(attachments.id, [...ids]),
        or(isNull(attachments.isolatedAt), inArray(sql`'["' || ${attachments.id} || '"]'`, kept)),
      ),
    )
}

/** Which files of these attachments go from the disk: those that no other attachment holds. */
export async function filesToDrop(tx: Database, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const files = [...new Set((await attachedFiles(tx, ids)).map(({ sha256 }) => sha256))]
  const others = await alsoAttached(tx, files, ids)
  return files.filter((sha256) => !others.some((other) => other.sha256 === sha256))
}
