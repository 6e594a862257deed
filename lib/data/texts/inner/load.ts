import 'server-only'
import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { record } from '@/db/audit'
import type { Database } from '@/db/client'
import { adoptionRevocations, adoptions, editionEntries, editions, items, textSources, texts } from '@/db/schema'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { AuditDetails, AuditVerb } from '@/lib/domain/office/audit'
import type { Viewer } from '@/lib/domain/people/policy'
import { type TextMoment, type TextVerb, textBlock } from '@/lib/domain/texts/text'
import { inForce } from '../../adoptions/inner/in-force'
import { authorize } from '../../core/authorize'

export type TextRow = typeof texts.$inferSelect

/** The questions of every write on an edited text: allowed (403)? there (404)? legal now (409)? */
export async function loadText(tx: Database, viewer: Viewer, verb: TextVerb, id: string): Promise<TextRow> {
  authorize(viewer, 'text.edit')
  const [text] = await tx.select().from(texts).where(eq(texts.id, id))
  if (!text) throw notFound('编辑稿')
  const block = textBlock(verb, await momentOf(tx, text))
  if (block !== null) throw new Fault('conflict', block)
  return text
}

/** What an edited text is at this moment. */
export async function momentOf(tx: Database, { id, itemId, dropped }: TextRow): Promise<TextMoment> {
  const standsIn = await tx
    .select({ state: editions.state })
    .from(editionEntries)
    .innerJoin(editions, eq(editions.id, editionEntries.editionId))
    .where(and(eq(editionEntries.textId, id), ne(editions.state, 'dropped')))
  const adopted = await tx
    .select({ id: adoptions.id })
    .from(adoptions)
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(and(eq(adoptions.textId, id), inForce))
    .limit(1)
  const isolated = await tx
    .select({ id: items.id })
    .from(textSources)
    .innerJoin(items, eq(items.id, textSources.itemId))
    .where(and(eq(textSources.textId, id), isNotNull(items.isolatedAt)))
    .limit(1)
  const released = standsIn.some(({ state }) => state === 'released')
  return {
    several: itemId === null,
    dropped,
    edition: released ? 'released' : standsIn.length > 0 ? 'composing' : 'none',
    adopted: adopted.length > 0,
    isolated: isolated.length > 0,
  }
}

/** Writes down that an edited text was changed, for the lists and in the log. Facts and digests only. */
export async function textChanged<Verb extends Extract<AuditVerb, `text.${string}`>>(
  tx: Database,
  viewer: Viewer,
  { id, verb, at, detail }: { id: string; verb: Verb; at: number; detail: AuditDetails[Verb] },
): Promise<void> {
  await tx.update(texts).set({ updatedAt: at }).where(eq(texts.id, id))
  await record(tx, viewer.userId, { verb, subject: id, detail }, at)
}
