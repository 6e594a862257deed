import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import { record } from '@/db/audit'
import type { Database } from '@/db/client'
import { editions, publications } from '@/db/schema'
import { Fault, notFound } from '@/lib/domain/base/fault'
import {
  type EditionState,
  type EditionVerb,
  editionStep,
  type Numbered,
  type Publication,
} from '@/lib/domain/editions/publication'
import type { AuditDetails, AuditVerb } from '@/lib/domain/office/audit'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../../core/authorize'

export type EditionRow = typeof editions.$inferSelect

/**
 * The questions of every write on an edition: is it there (404)? allowed (403)? legal now, and seen as it stands (409)?
 * Gives the edition, its publication and the state that the verb leads to.
 */
export async function loadEdition(
  tx: Database,
  viewer: Viewer,
  verb: EditionVerb,
  { id, version }: { id: string; version: number },
): Promise<{ edition: EditionRow; publication: Publication; to: EditionState }> {
  authorize(viewer, verb === 'release' ? 'edition.release' : 'edition.compose')
  const [row] = await tx
    .select({ edition: editions, publication: publications })
    .from(editions)
    .innerJoin(publications, eq(publications.id, editions.publicationId))
    .where(eq(editions.id, id))
  if (!row) throw notFound('期刊物')
  const next = editionStep(verb, row.edition.state)
  if (next.blocked !== undefined) throw new Fault('conflict', next.blocked)
  if (row.edition.version !== version) {
    throw new Fault(
      'conflict',
      '本期已在另一个窗口或由他人改动，没有覆盖。您填写和勾选的内容仍在本页，请核对后再提交。',
    )
  }
  return { edition: row.edition, publication: row.publication, to: next.to }
}

/** Writes down that an edition was changed: its next version, and the entry of the log. */
export async function editionChanged<Verb extends Extract<AuditVerb, `edition.${string}`>>(
  tx: Database,
  viewer: Viewer,
  edition: EditionRow,
  { verb, at, detail, set = {} }: { verb: Verb; at: number; detail: AuditDetails[Verb]; set?: Partial<EditionRow> },
): Promise<{ id: string; version: number }> {
  const version = edition.version + 1
  await tx
    .update(editions)
    .set({ ...set, version, updatedAt: at })
    .where(eq(editions.id, edition.id))
  await record(tx, viewer.userId, { verb, subject: edition.id, detail }, at)
  return { id: edition.id, version }
}

/** The numbers of a publication that are in use by editions that were not dropped, but for one. */
export async function numbersTaken(tx: Database, publicationId: string, but?: string): Promise<Numbered[]> {
  return tx
    .select({ year: editions.year, issueNo: editions.issueNo })
    .from(editions)
    .where(
      and(
        eq(editions.publicationId, publicationId),
        ne(editions.state, 'dropped'),
        but === undefined ? undefined : ne(editions.id, but),
      ),
    )
}
