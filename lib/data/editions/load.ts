import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import { record } from '@/db/audit'
import type { Database } from '@/db/client'
import { publicationIssues, publications } from '@/db/schema'
import type { Kind } from '@/lib/domain/adoptions/kinds'
import { Fault, notFound } from '@/lib/domain/base/fault'
import {
  type IssueState,
  type IssueVerb,
  issueStep,
  type Numbered,
  type Publication,
} from '@/lib/domain/editions/publication'
import type { Viewer } from '@/lib/domain/people/policy'
import { demand } from '../core/authorize'

export type IssueRow = typeof publicationIssues.$inferSelect

/**
 * The questions of every write on an issue: is it there (404)? allowed (403)? legal now, and seen as it stands (409)?
 * Gives the issue, its publication and the state that the verb leads to.
 */
export async function heldIssue(
  tx: Database,
  viewer: Viewer,
  verb: IssueVerb,
  { id, version }: { id: string; version: number },
): Promise<{ issue: IssueRow; publication: Publication; to: IssueState }> {
  demand(viewer, verb === 'release' ? 'issue.release' : 'issue.compose')
  const [row] = await tx
    .select({ issue: publicationIssues, publication: publications })
    .from(publicationIssues)
    .innerJoin(publications, eq(publications.id, publicationIssues.publicationId))
    .where(eq(publicationIssues.id, id))
  if (!row) throw notFound('期刊物')
  const next = issueStep(verb, row.issue.state)
  if (next.blocked !== undefined) throw new Fault('conflict', next.blocked)
  if (row.issue.version !== version) {
    throw new Fault(
      'conflict',
      '本期已在另一个窗口或由他人改动，没有覆盖。您填写和勾选的内容仍在本页，请核对后再提交。',
    )
  }
  return { issue: row.issue, publication: { ...row.publication, kind: row.publication.kind as Kind }, to: next.to }
}

/** Writes down that an issue was changed: its next version, and the entry of the log. */
export async function issueChanged(
  tx: Database,
  viewer: Viewer,
  issue: IssueRow,
  { verb, at, detail, set = {} }: { verb: string; at: number; detail?: object; set?: Partial<IssueRow> },
): Promise<{ id: string; version: number }> {
  const version = issue.version + 1
  await tx
    .update(publicationIssues)
    .set({ ...set, version, updatedAt: at })
    .where(eq(publicationIssues.id, issue.id))
  await record(tx, viewer.userId, { verb, subject: issue.id, detail: { ...detail } }, at)
  return { id: issue.id, version }
}

/** The numbers of a publication that are in use by issues that were not dropped, but for one. */
export async function numbersTaken(tx: Database, publicationId: string, but?: string): Promise<Numbered[]> {
  return tx
    .select({ year: publicationIssues.year, issueNo: publicationIssues.issueNo })
    .from(publicationIssues)
    .where(
      and(
        eq(publicationIssues.publicationId, publicationId),
        ne(publicationIssues.state, 'dropped'),
        but === undefined ? undefined : ne(publicationIssues.id, but),
      ),
    )
}
