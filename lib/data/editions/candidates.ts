import 'server-only'
import { and, desc, eq, gt, inArray, ne, notExists, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { editionEntries, editions, publications, textSources, texts } from '@/db/schema'
import type { Cursor } from '@/lib/domain/base/cursor'
import { editionName } from '@/lib/domain/editions/publication'
import type { Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { authorize } from '../core/authorize'
import { inbox, type Listed } from '../items/lists'
import { sourcesOf } from './inner/entries'

/** How far back items are offered. */
export const CANDIDATE_DAYS = 60
const MOST_TEXTS = 20
/** So many texts are looked at. */
const LATEST_TEXTS = 1_000
const DAY_MS = 86_400_000

export type CandidateItem = Listed & {
  /** The editions in which it stands already, "《雁江信息》2026年第12期". */
  standsIn: string[]
}
export type CandidateText = { id: string; title: string; units: string[]; several: boolean }

/** What may be picked: items that the office received of late, newest first, and edited texts that stand in no edition. */
export async function candidatesFor(
  viewer: Viewer,
  { text, after }: { text?: string; after?: Cursor },
  now: number,
): Promise<{ items: CandidateItem[]; next: Cursor | null; texts: CandidateText[] }> {
  authorize(viewer, 'edition.compose')
  const from = dayOfInstant(now - CANDIDATE_DAYS * DAY_MS)
  const [page, texts] = await Promise.all([
    inbox(viewer, { from, ...(text && { text }), ...(after && { after }) }),
    freeTexts(),
  ])
  const stands = await standing(page.rows.map(({ id }) => id))
  const items = page.rows.map((row) => ({
    ...row,
    standsIn: stands.filter(({ itemId }) => itemId === row.id).map((one) => `《${one.name}》${editionName(one)}`),
  }))
  return { items, next: page.next, texts }
}

async function freeTexts(): Promise<CandidateText[]> {
  const standsIn = db()
    .select({ one: sql`1` })
    .from(editionEntries)
    .innerJoin(editions, eq(editions.id, editionEntries.editionId))
    .where(and(eq(editionEntries.textId, texts.id), ne(editions.state, 'dropped')))
  // Of the latest ones: most texts of earlier years stand in an edition, and would all be looked at in vain.
  const [last] = await db()
    .select({ at: texts.updatedAt })
    .from(texts)
    .orderBy(desc(texts.updatedAt), desc(texts.id))
    .limit(1)
    .offset(LATEST_TEXTS)
  const rows = await db()
    .select({ id: texts.id, title: texts.title, itemId: texts.itemId })
    .from(texts)
    .where(and(gt(texts.updatedAt, last?.at ?? 0), eq(texts.dropped, false), notExists(standsIn)))
    .orderBy(desc(texts.updatedAt), desc(texts.id))
    .limit(MOST_TEXTS)
  const sources = await sourcesOf(
    db(),
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, title, itemId }) => ({
    id,
    title,
    units: sources.get(id)?.names ?? [],
    several: itemId === null,
  }))
}

async function standing(itemIds: readonly string[]) {
  if (itemIds.length === 0) return []
  return db()
    .select({
      itemId: textSources.itemId,
      name: publications.name,
      year: editions.year,
      issueNo: editions.issueNo,
    })
    .from(textSources)
    .innerJoin(editionEntries, eq(editionEntries.textId, textSources.textId))
    .innerJoin(editions, eq(editions.id, editionEntries.editionId))
    .innerJoin(publications, eq(publications.id, editions.publicationId))
    .where(and(inArray(textSources.itemId, [...itemIds]), ne(editions.state, 'dropped')))
}
