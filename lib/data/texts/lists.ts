import 'server-only'
import { and, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import {
  editedSources,
  editedTexts,
  editedVersions,
  issueEntries,
  items,
  publicationIssues,
  publications,
  units,
  users,
} from '@/db/schema'
import type { Place } from '@/lib/domain/base/cursor'
import { issueName } from '@/lib/domain/editions/publication'
import type { Viewer } from '@/lib/domain/people/policy'
import { demand } from '../core/authorize'
import { itemScope } from '../core/scope'
import { sourcesOf } from '../editions/reading'
import { sentTitle } from '../items/sent'

const PAGE = 30

/** Which edited texts are listed: all in use, of one item, of several, or those given up. */
const WHICH = {
  all: eq(editedTexts.dropped, false),
  single: and(eq(editedTexts.dropped, false), isNotNull(editedTexts.itemId)),
  several: and(eq(editedTexts.dropped, false), isNull(editedTexts.itemId)),
  dropped: eq(editedTexts.dropped, true),
} as const
export type WhichTexts = keyof typeof WHICH

export type ListedText = {
  id: string
  title: string
  several: boolean
  units: string[]
  version: number
  by: string
  at: number
  /** The issues in which it stands, "《雁江信息》2026年第12期". */
  standsIn: string[]
}

/** The edited texts, the last changed first. */
export async function editedTextsFor(
  viewer: Viewer,
  which: WhichTexts = 'all',
  after?: Place,
): Promise<{ rows: ListedText[]; next: Place | null }> {
  demand(viewer, 'text.read')
  const { id, title, itemId, version, updatedAt } = editedTexts
  const found = await db()
    .select({ id, title, itemId, version, at: updatedAt, by: users.name })
    .from(editedTexts)
    .innerJoin(editedVersions, and(eq(editedVersions.textId, id), eq(editedVersions.version, version)))
    .innerJoin(users, eq(users.id, editedVersions.editedBy))
    .where(and(WHICH[which], after && sql`(${updatedAt}, ${id}) < (${after.at}, ${after.id})`))
    .orderBy(desc(updatedAt), desc(id))
    .limit(PAGE + 1)
  const shown = found.slice(0, PAGE)
  const ids = shown.map((row) => row.id)
  const [sources, stands] = await Promise.all([sourcesOf(db(), ids), issuesWith(db(), ids)])
  const rows = shown.map(({ itemId: of, ...row }) => ({
    ...row,
    several: of === null,
    units: sources.get(row.id)?.names ?? [],
    standsIn: stands.filter(({ textId }) => textId === row.id).map(({ name }) => name),
  }))
  const last = shown.at(-1)
  return { rows, next: found.length > PAGE && last ? { at: last.at, id: last.id } : null }
}

/** The issues in which these texts stand, the newest first; what was given up is left out. */
export async function issuesWith(
  tx: Database,
  textIds: readonly string[],
): Promise<{ textId: string; id: string; name: string }[]> {
  if (textIds.length === 0) return []
  const { id, year, issueNo } = publicationIssues
  const rows = await tx
    .select({ textId: issueEntries.textId, id, name: publications.name, year, issueNo })
    .from(issueEntries)
    .innerJoin(publicationIssues, eq(id, issueEntries.issueId))
    .innerJoin(publications, eq(publications.id, publicationIssues.publicationId))
    .where(and(inArray(issueEntries.textId, [...textIds]), ne(publicationIssues.state, 'dropped')))
    .orderBy(desc(publicationIssues.madeAt))
  return rows.map((row) => ({ textId: row.textId, id: row.id, name: `《${row.name}》${issueName(row)}` }))
}

export type Mention = { id: string; title: string; dropped: boolean }

/** What the office has made of an item: its edited text, and every 综合 that it is part of, the last changed first. */
export async function marksOf(viewer: Viewer, itemId: string): Promise<{ own: Mention | null; merged: Mention[] }> {
  demand(viewer, 'text.read')
  const { id, title, dropped, updatedAt } = editedTexts
  const [[own], merged] = await Promise.all([
    db().select({ id, title, dropped }).from(editedTexts).where(eq(editedTexts.itemId, itemId)),
    db()
      .select({ id, title, dropped })
      .from(editedSources)
      .innerJoin(editedTexts, eq(id, editedSources.textId))
      .where(and(eq(editedSources.itemId, itemId), isNull(editedTexts.itemId), eq(dropped, false)))
      .orderBy(desc(updatedAt), desc(id)),
  ])
  return { own: own ?? null, merged }
}

/** The items that were chosen for a 综合, in the order in which they were chosen; what is out of reach is left out. */
export async function chosenForMerge(
  viewer: Viewer,
  ids: readonly string[],
): Promise<{ id: string; ref: string; unit: string; title: string }[]> {
  demand(viewer, 'text.edit')
  if (ids.length === 0) return []
  const rows = await db()
    .select({ id: items.id, ref: items.ref, unit: units.name, title: sentTitle })
    .from(items)
    .innerJoin(units, eq(units.id, items.unitId))
    .where(and(inArray(items.id, [...ids]), itemScope(viewer)))
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}
