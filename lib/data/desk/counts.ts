import 'server-only'
import { desc } from 'drizzle-orm'
import { db } from '@/db/client'
import { audit } from '@/db/schema'
import { type Count, MANY } from '@/lib/domain/base/count'
import { memory } from '@/lib/domain/base/memory'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { boundedCount } from '../core/bounded'
import { search } from '../search/search'
import { type DeskFilter, deskWhere } from './inner/filter'

/** Of found words counting ends sooner. */
const MANY_FOUND = 99

const known = memory<Promise<Count>>('counts of the desk', { most: 300 })

/** How many items each filter leaves, counted anew when anything was written since. */
export async function deskCounts(viewer: Viewer, filters: readonly DeskFilter[]): Promise<Count[]> {
  authorize(viewer, 'desk.read')
  const [newest] = await db().select({ seq: audit.seq }).from(audit).orderBy(desc(audit.seq)).limit(1)
  const seq = newest?.seq ?? 0
  return Promise.all(
    filters.map(({ after: _, ...filter }) =>
      known.once(`${seq} ${JSON.stringify(filter)}`, () => countOf(viewer, filter)),
    ),
  )
}

async function countOf(viewer: Viewer, filter: DeskFilter): Promise<Count> {
  const most = filter.text ? MANY_FOUND : MANY
  const found = await search(viewer, filter, { side: 'older', size: most + 1 })
  if (found) return { n: Math.min(found.length, most), more: found.length > most }
  return boundedCount(deskWhere(viewer, filter))
}
