import 'server-only'
import { and, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import {
  editionEntries,
  editions,
  items,
  publications,
  textSources,
  texts,
  textVersions,
  units,
  users,
} from '@/db/schema'
import type { Place } from '@/lib/domain/base/cursor'
import { editionName } from '@/lib/domain/editions/publication'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { itemScope } from '../core/scope'
import { sourcesOf } from '../editions/reading'
import { sentTitle } from '../items/sent'

const PAGE = 30

/** Which edited texts are listed: all in use, of one item, of several, or those given up. */
const WHICH = {
  all: eq(texts.dropped, false),
  single: and(eq(texts.dropped, false), isNotNull(texts.itemId)),
  several: and(eq(texts.dropped, false), isNull(texts.itemId)),
  dropped: eq(texts.dropped, true),
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
  /** The editions in which it stands, "《雁江信息》2026年第12期". */
  standsIn: string[]
}

/** The edited texts, the last changed first. */
export async function textsFor(
  viewer: Viewer,
  which: WhichTexts = 'all',
  after?: Place,
): Promise<{ rows: ListedText[]; next: Place | null }> {
  authorize(viewer, 'text.read')
  const { id, title, itemId, version, updatedAt } = texts
  const found = await db()
    .select({ id, title, itemId, version, at: updatedAt, by: users.name })
    .from(texts)
    .innerJoin(textVersions, and(eq(textVersions.textId, id), eq(textVersions.version, version)))
    .innerJoin(users, eq(users.id, textVersions.editedBy))
    .where(and(WHICH[which], after && sql`(${updatedAt}, ${id}) < (${after.at}, ${after.id})`))
    .orderBy(desc(updatedAt), desc(id))
    .limit(PAGE + 1)
  const shown = found.slice(0, PAGE)
  const ids = shown.map((row) => row.id)
  const [sources, stands] = await Promise.all([sourcesOf(db(), ids), editionsWith(db(), ids)])
  const rows = shown.map(({ itemId: of, ...row }) => ({
    ...row,
    several: of === null,
    units: sources.get(row.id)?.names ?? [],
    standsIn: stands.filter(({ textId }) => textId === row.id).map(({ name }) => name),
  }))
  const last = shown.at(-1)
  return { rows, next: found.length > PAGE && last ? { at: last.at, id: last.id } : null }
}

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

export type Mention = { id: string; title: string; dropped: boolean }

/** What the office has made of an item: its edited text, and every 综合 that it is part of, the last changed first. */
export async function marksOf(viewer: Viewer, itemId: string): Promise<{ own: Mention | null; merged: Mention[] }> {
  authorize(viewer, 'text.read')
  const { id, title, dropped, updatedAt } = texts
  const [[own], merged] = await Promise.all([
    db().select({ id, title, dropped }).from(texts).where(eq(texts.itemId, itemId)),
    db()
      .select({ id, title, dropped })
      .from(textSources)
      .innerJoin(texts, eq(id, textSources.textId))
      .where(and(eq(textSources.itemId, itemId), isNull(texts.itemId), eq(dropped, false)))
      .orderBy(desc(updatedAt), desc(id)),
  ])
  return { own: own ?? null, merged }
}

/** The items that were chosen for a 综合, in the order in which they were chosen; what is out of reach is left out. */
export async function chosenForMerge(
  viewer: Viewer,
  ids: readonly string[],
): Promise<{ id: string; ref: string; unit: string; title: string }[]> {
  authorize(viewer, 'text.edit')
  if (ids.length === 0) return []
  const rows = await db()
    .select({ id: items.id, ref: items.ref, unit: units.name, title: sentTitle })
    .from(items)
    .innerJoin(units, eq(units.id, items.unitId))
    .where(and(inArray(items.id, [...ids]), itemScope(viewer)))
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}
