import 'server-only'
import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { editionEntries, editions, publications } from '@/db/schema'
import { editionName } from '@/lib/domain/editions/publication'

/** The editions in which these texts stand, the newest first; what was given up is left out. */
export async function editionsWith(
  tx: Database,
  textIds: readonly string[],
): Promise<{ textId: string; id: string; name: string }[]> {
  if (textIds.length === 0) return []
  const { id, year, issueNo } = editions
  const rows = await tx
    .select({ textId: editionEntries.textId, id, name: publications.name, year, issueNo })
    .from(editionEntries)
    .innerJoin(editions, eq(id, editionEntries.editionId))
    .innerJoin(publications, eq(publications.id, editions.publicationId))
    .where(and(inArray(editionEntries.textId, [...textIds]), ne(editions.state, 'dropped')))
    .orderBy(desc(editions.madeAt))
  return rows.map((row) => ({ textId: row.textId, id: row.id, name: `《${row.name}》${editionName(row)}` }))
}
