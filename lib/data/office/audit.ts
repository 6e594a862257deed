import 'server-only'
import { setImmediate as turn } from 'node:timers/promises'
import { and, desc, eq, getTableColumns, gte, inArray, like, lt, or, type SQL } from 'drizzle-orm'
import { record } from '@/db/audit'
import { db, transaction } from '@/db/client'
import { audit, users } from '@/db/schema'
import { FORMER_VERBS, type StoredVerb } from '@/lib/domain/office/audit'
import type { AuditFilter } from '@/lib/domain/office/audit-filter'
import type { Viewer } from '@/lib/domain/people/policy'
import { dayBounds } from '@/lib/domain/time/quarter'
import { authorize } from '../core/authorize'
import { actorsNamed, idsNamed, subjectsInWords } from './inner/subjects'

/** How many entries one statement looks through: what is sought may be rare, and others get their turn between two. */
const AT_ONCE = 10_000

const EXPORTED_AT_ONCE = 300

/** A page of the log, newest first, from before entry `before`, as far as the filter lets them through: in words. */
export async function auditPage(viewer: Viewer, before: number | null, size = 50, filter: AuditFilter = {}) {
  authorize(viewer, 'audit.read')
  const through = await conditions(filter)
  if (!through) return []
  const [newest] = await db().select({ seq: audit.seq }).from(audit).orderBy(desc(audit.seq)).limit(1)
  const found = []
  for (let to = before ?? (newest?.seq ?? 0) + 1; to > 1 && found.length < size; to -= AT_ONCE) {
    const rows = await db()
      .select({ ...getTableColumns(audit), name: users.name, login: users.login })
      .from(audit)
      .leftJoin(users, eq(users.id, audit.actor))
      .where(and(lt(audit.seq, to), gte(audit.seq, to - AT_ONCE), ...through))
      .orderBy(desc(audit.seq))
      .limit(size - found.length)
    found.push(...rows)
    await turn()
  }
  const subjects = await subjectsInWords(found.map(({ subject }) => subject))
  return found.map((entry) => ({ ...entry, object: subjects.get(entry.subject) ?? null }))
}

/** What an entry must be to come through; null when nothing can. */
async function conditions({ person, from, to, verb, object }: AuditFilter): Promise<SQL[] | null> {
  const all: (SQL | undefined)[] = []
  if (from) all.push(gte(audit.at, dayBounds(from).from))
  if (to) all.push(lt(audit.at, dayBounds(to).to))
  if (verb) {
    const former = Object.entries(FORMER_VERBS).flatMap(([old, now]) => (now === verb ? [old as StoredVerb] : []))
    all.push(inArray(audit.verb, [verb as StoredVerb, ...former]))
  }
  if (person) {
    const actors = await actorsNamed(person)
    if (actors.length === 0) return null
    all.push(inArray(audit.actor, actors))
  }
  if (object) {
    const ids = await idsNamed(object)
    if (ids.length === 0) return null
    all.push(or(inArray(audit.subject, ids), ...ids.map((id) => like(audit.detail, `%"${id}"%`))))
  }
  return all.filter((one) => one !== undefined)
}

/** All of the log that comes through, newest first, some at a time; that somebody took it away is an entry too. */
export async function auditExport(viewer: Viewer, filter: AuditFilter, at: number) {
  authorize(viewer, 'audit.read')
  await transaction((tx) =>
    record(tx, viewer.userId, { verb: 'audit.export', subject: 'database', detail: { filter } }, at),
  )
  return entriesOf(viewer, filter)
}

async function* entriesOf(viewer: Viewer, filter: AuditFilter) {
  for (let before: number | null = null; ; ) {
    const some: Awaited<ReturnType<typeof auditPage>> = await auditPage(viewer, before, EXPORTED_AT_ONCE, filter)
    if (some.length > 0) yield some
    const last = some.at(-1)
    if (!last || some.length < EXPORTED_AT_ONCE) return
    before = last.seq
  }
}
