import 'server-only'
import { desc, eq, getTableColumns, gt, lt } from 'drizzle-orm'
import { chainHash } from '@/db/audit'
import { db } from '@/db/client'
import { audit, users } from '@/db/schema'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'

/** A page of the log, newest first, from before entry `before`; with the names of those who acted. */
export async function auditPage(viewer: Viewer, before: number | null, size = 50) {
  authorize(viewer, 'audit.read')
  return db()
    .select({ ...getTableColumns(audit), name: users.name, login: users.login })
    .from(audit)
    .leftJoin(users, eq(users.id, audit.actor))
    .where(before === null ? undefined : lt(audit.seq, before))
    .orderBy(desc(audit.seq))
    .limit(size)
}

/** Walks the whole chain: how many entries hold together, and the first that does not. */
export async function verifyChain(viewer: Viewer): Promise<{ entries: number; brokenAt: number | null; head: string }> {
  authorize(viewer, 'audit.read')
  let seq = 0
  let head = ''
  for (;;) {
    const rows = await db().select().from(audit).where(gt(audit.seq, seq)).orderBy(audit.seq).limit(2000)
    if (rows.length === 0) return { entries: seq, brokenAt: null, head }
    for (const row of rows) {
      if (row.seq !== seq + 1 || row.previous !== head || row.hash !== chainHash(row)) {
        return { entries: seq, brokenAt: row.seq, head }
      }
      seq = row.seq
      head = row.hash
    }
  }
}
