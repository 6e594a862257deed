import 'server-only'
import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { items, textSources, texts, textVersions, units, users } from '@/db/schema'
import type { Cursor } from '@/lib/domain/base/cursor'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { itemScope } from '../core/scope'
import { sourcesOf } from '../editions/inner/entries'
import { sentTitle } from '../items/inner/sent'
import { editionsWith } from './inner/editions'

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
  after?: Cursor,
): Promise<{ rows: ListedText[]; next: Cursor | null }> {
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
