import 'server-only'
import { count, desc, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { audit, items } from '@/db/schema'
import { memory } from '@/lib/domain/base/memory'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { search } from '../search/search'
import { type DeskFilter, deskWhere } from './inner/filter'

/** What a view holds: exact, or "more than `n`" where counting on would cost too much. */
export type DeskCount = { n: number; more: boolean }

/** Counting ends here: no list is read that far, and no count may walk over a million items. Of found words sooner. */
const MANY = 999
const MANY_FOUND = 99

const known = memory<Promise<DeskCount>>('counts of the desk', { most: 300 })

/** How many items each filter leaves, counted anew when anything was written since. */
export async function deskCounts(viewer: Viewer, filters: readonly DeskFilter[]): Promise<DeskCount[]> {
  authorize(viewer, 'desk.read')
  const [newest] = await db().select({ seq: audit.seq }).from(audit).orderBy(desc(audit.seq)).limit(1)
  const seq = newest?.seq ?? 0
  return Promise.all(
    filters.map(({ after: _, ...filter }) =>
      known.once(`${seq} ${JSON.stringify(filter)}`, () => countOf(viewer, filter)),
    ),
  )
}

async function countOf(viewer: Viewer, filter: DeskFilter): Promise<DeskCount> {
  const most = filter.text ? MANY_FOUND : MANY
  const found = await search(viewer, filter, { side: 'older', size: most + 1 })
  if (found) return { n: Math.min(found.length, most), more: found.length > most }
  const some = db()
    .select({ one: sql`1`.as('one') })
    .from(items)
    .where(deskWhere(viewer, filter))
    .limit(MANY + 1)
    .as('some')
  const [row] = await db().select({ n: count() }).from(some)
  const n = row?.n ?? 0
  return { n: Math.min(n, MANY), more: n > MANY }
}
