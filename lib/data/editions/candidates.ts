import 'server-only'
import { and, desc, eq, inArray, ne, notExists, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { editedSources, editedTexts, issueEntries, publicationIssues, publications } from '@/db/schema'
import type { Place } from '@/lib/domain/base/cursor'
import { issueName } from '@/lib/domain/editions/publication'
import type { Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { demand } from '../core/authorize'
import { inbox, type Listed } from '../items/lists'
import { sourcesOf } from './reading'

/** How far back items are offered. */
export const CANDIDATE_DAYS = 60
const MOST_TEXTS = 20
const DAY_MS = 86_400_000

export type CandidateItem = Listed & {
  /** The issues in which it stands already, "《雁江信息》2026年第12期". */
  standsIn: string[]
}
export type CandidateText = { id: string; title: string; units: string[]; several: boolean }

/** What may be picked: items that the office received of late, newest first, and edited texts that stand in no issue. */
export async function candidatesFor(
  viewer: Viewer,
  { text, after }: { text?: string; after?: Place },
  now: number,
): Promise<{ items: CandidateItem[]; next: Place | null; texts: CandidateText[] }> {
  demand(viewer, 'issue.compose')
  const from = dayOfInstant(now - CANDIDATE_DAYS * DAY_MS)
  const [page, texts] = await Promise.all([
    inbox(viewer, { from, ...(text && { text }), ...(after && { after }) }),
    freeTexts(),
  ])
  const stands = await standing(page.rows.map(({ id }) => id))
  const items = page.rows.map((row) => ({
    ...row,
    standsIn: stands.filter(({ itemId }) => itemId === row.id).map((one) => `《${one.name}》${issueName(one)}`),
  }))
  return { items, next: page.next, texts }
}

async function freeTexts(): Promise<CandidateText[]> {
  const standsIn = db()
    .select({ one: sql`1` })
    .from(issueEntries)
    .innerJoin(publicationIssues, eq(publicationIssues.id, issueEntries.issueId))
    .where(and(eq(issueEntries.textId, editedTexts.id), ne(publicationIssues.state, 'dropped')))
  const rows = await db()
    .select({ id: editedTexts.id, title: editedTexts.title, itemId: editedTexts.itemId })
    .from(editedTexts)
    .where(and(eq(editedTexts.dropped, false), notExists(standsIn)))
    .orderBy(desc(editedTexts.updatedAt), desc(editedTexts.id))
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
      itemId: editedSources.itemId,
      name: publications.name,
      year: publicationIssues.year,
      issueNo: publicationIssues.issueNo,
    })
    .from(editedSources)
    .innerJoin(issueEntries, eq(issueEntries.textId, editedSources.textId))
    .innerJoin(publicationIssues, eq(publicationIssues.id, issueEntries.issueId))
    .innerJoin(publications, eq(publications.id, publicationIssues.publicationId))
    .where(and(inArray(editedSources.itemId, [...itemIds]), ne(publicationIssues.state, 'dropped')))
}
