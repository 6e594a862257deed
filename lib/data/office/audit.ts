import 'server-only'
import { record } from '@/db/audit'
import { transaction } from '@/db/client'
import { audit } from '@/db/schema'
import { FORMER_VERBS } from '@/lib/domain/office/audit'
import type { AuditFilter } from '@/lib/domain/office/audit-filter'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { allPages, linesOf } from './inner/lines'
import { subjectsInWords } from './inner/subjects'

/** A page of the log, newest first, from before entry `before`, as far as the filter lets them through: in words. */
export async function auditPage(viewer: Viewer, before: number | null, size = 50, filter: AuditFilter = {}) {
  authorize(viewer, 'audit.read')
  const found = await linesOf(audit, before, size, filter, alsoFormer)
  const subjects = await subjectsInWords(found.map(({ subject }) => subject))
  return found.map((entry) => ({ ...entry, object: subjects.get(entry.subject) ?? null }))
}

function alsoFormer(verb: string): string[] {
  return [verb, ...Object.entries(FORMER_VERBS).flatMap(([old, now]) => (now === verb ? [old] : []))]
}

/** All of the log that comes through, newest first, some at a time; that somebody took it away is an entry too. */
export async function auditExport(viewer: Viewer, filter: AuditFilter, at: number) {
  authorize(viewer, 'audit.read')
  await transaction((tx) =>
    record(tx, viewer.userId, { verb: 'audit.export', subject: 'database', detail: { filter } }, at),
  )
  return allPages((before, size) => auditPage(viewer, before, size, filter))
}
