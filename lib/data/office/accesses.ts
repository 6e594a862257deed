import 'server-only'
import { record } from '@/db/audit'
import { transaction } from '@/db/client'
import { accesses } from '@/db/schema'
import type { AuditFilter } from '@/lib/domain/office/audit-filter'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { accessedInWords } from './inner/accessed'
import { allPages, linesOf } from './inner/lines'

/** A page of the access log, newest first, from before line `before`, as far as the filter lets them through: in words. */
export async function accessPage(viewer: Viewer, before: number | null, size = 50, filter: AuditFilter = {}) {
  authorize(viewer, 'audit.read')
  return accessedInWords(await linesOf(accesses, before, size, filter))
}

/** All of the access log that comes through, newest first, some at a time; that somebody took it away is audited. */
export async function accessExport(viewer: Viewer, filter: AuditFilter, at: number) {
  authorize(viewer, 'audit.read')
  const detail = { filter, log: 'access' as const }
  await transaction((tx) => record(tx, viewer.userId, { verb: 'audit.export', subject: 'database', detail }, at))
  return allPages((before, size) => accessPage(viewer, before, size, filter))
}
