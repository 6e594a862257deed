import 'server-only'
import { setImmediate as turn } from 'node:timers/promises'
import { and, desc, eq, getTableColumns, gte, inArray, like, lt, or, type SQL } from 'drizzle-orm'
import { db } from '@/db/client'
import { type accesses, type audit, users } from '@/db/schema'
import type { AuditFilter } from '@/lib/domain/office/audit-filter'
import { dayBounds } from '@/lib/domain/time/quarter'
import { actorsNamed, idsNamed } from './subjects'

/** How many lines one statement looks through: what is sought may be rare, and others get their turn between two. */
const AT_ONCE = 10_000

const EXPORTED_AT_ONCE = 300

type LogTable = typeof audit | typeof accesses

/** A line of a log, with who acted. */
export type LineOf<T extends LogTable> = T['$inferSelect'] & { name: string | null; login: string | null }

/** Lines of a log, newest first, from before line `before`, as far as the filter lets them through. */
export async function linesOf<T extends LogTable>(
  log: T,
  before: number | null,
  size: number,
  filter: AuditFilter,
  verbs: (verb: string) => readonly string[] = (verb) => [verb],
): Promise<LineOf<T>[]> {
  // Both logs have what is asked for here under the same names.
  const through = await conditions(log as typeof audit, filter, verbs)
  return through ? linesThat(log, before, size, through) : []
}

/** The same, as far as they are what is asked for. */
export async function linesThat<T extends LogTable>(
  log: T,
  before: number | null,
  size: number,
  through: readonly SQL[],
): Promise<LineOf<T>[]> {
  const table = log as typeof audit
  const [newest] = await db().select({ seq: table.seq }).from(table).orderBy(desc(table.seq)).limit(1)
  const found: object[] = []
  for (let to = before ?? (newest?.seq ?? 0) + 1; to > 1 && found.length < size; to -= AT_ONCE) {
    const rows = await db()
      .select({ ...getTableColumns(table), name: users.name, login: users.login })
      .from(table)
      .leftJoin(users, eq(users.id, table.actor))
      .where(and(lt(table.seq, to), gte(table.seq, to - AT_ONCE), ...through))
      .orderBy(desc(table.seq))
      .limit(size - found.length)
    found.push(...rows)
    await turn()
  }
  return found as LineOf<T>[]
}

/** What a line must be to come through; null when nothing can. */
async function conditions(
  table: typeof audit,
  { person, from, to, verb, object }: AuditFilter,
  verbs: (verb: string) => readonly string[],
): Promise<SQL[] | null> {
  const all: (SQL | undefined)[] = []
  if (from) all.push(gte(table.at, dayBounds(from).from))
  if (to) all.push(lt(table.at, dayBounds(to).to))
  if (verb) all.push(inArray(table.verb, [...verbs(verb)] as never))
  if (person) {
    const actors = await actorsNamed(person)
    if (actors.length === 0) return null
    all.push(inArray(table.actor, actors))
  }
  if (object) {
    const ids = await idsNamed(object)
    if (ids.length === 0) return null
    const named = ids.flatMap((id) => [like(table.detail, `%"${id}"%`), like(table.subject, `% ${id}%`)])
    all.push(or(inArray(table.subject, ids), ...named))
  }
  return all.filter((one) => one !== undefined)
}

/** All pages of a log after one another. */
export async function* allPages<Line extends { seq: number }>(
  page: (before: number | null, size: number) => Promise<Line[]>,
) {
  for (let before: number | null = null; ; ) {
    const some = await page(before, EXPORTED_AT_ONCE)
    if (some.length > 0) yield some
    const last = some.at(-1)
    if (!last || some.length < EXPORTED_AT_ONCE) return
    before = last.seq
  }
}
