import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import { record } from '@/db/audit'
import type { Database } from '@/db/client'
import { adoptionRevocations, adoptions, editedTexts, issueEntries, publicationIssues } from '@/db/schema'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import { type TextMoment, type TextVerb, textBlock } from '@/lib/domain/texts/text'
import { inForce } from '../adoptions/adoptions'
import { demand } from '../core/authorize'

export type TextRow = typeof editedTexts.$inferSelect

/** The questions of every write on an edited text: allowed (403)? there (404)? legal now (409)? */
export async function heldText(tx: Database, viewer: Viewer, verb: TextVerb, id: string): Promise<TextRow> {
  demand(viewer, 'text.edit')
  const [text] = await tx.select().from(editedTexts).where(eq(editedTexts.id, id))
  if (!text) throw notFound('编辑稿')
  const block = textBlock(verb, await momentOf(tx, text))
  if (block !== null) throw new Fault('conflict', block)
  return text
}

/** What an edited text is at this moment. */
export async function momentOf(tx: Database, { id, itemId, dropped }: TextRow): Promise<TextMoment> {
  const issues = await tx
    .select({ state: publicationIssues.state })
    .from(issueEntries)
    .innerJoin(publicationIssues, eq(publicationIssues.id, issueEntries.issueId))
    .where(and(eq(issueEntries.textId, id), ne(publicationIssues.state, 'dropped')))
  const adopted = await tx
    .select({ id: adoptions.id })
    .from(adoptions)
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(and(eq(adoptions.textId, id), inForce))
    .limit(1)
  const released = issues.some(({ state }) => state === 'released')
  return {
    several: itemId === null,
    dropped,
    issue: released ? 'released' : issues.length > 0 ? 'composing' : 'none',
    adopted: adopted.length > 0,
  }
}

/** Writes down that an edited text was changed, for the lists and in the log. Facts and digests only. */
export async function textChanged(
  tx: Database,
  viewer: Viewer,
  { id, verb, at, detail = {} }: { id: string; verb: string; at: number; detail?: Record<string, unknown> },
): Promise<void> {
  await tx.update(editedTexts).set({ updatedAt: at }).where(eq(editedTexts.id, id))
  await record(tx, viewer.userId, { verb: `text.${verb}`, subject: id, detail }, at)
}
