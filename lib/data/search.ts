import 'server-only'
import { and, asc, desc, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { items } from '@/db/schema'
import { proposed, waiting } from '@/db/search'
import type { Place } from '@/lib/domain/cursor'
import type { Viewer } from '@/lib/domain/policy'
import { nextQuarter, previousQuarter, type Quarter, quarterOfInstant } from '@/lib/domain/quarter'
import { clausesOf, matches, type Term, termsOf } from '@/lib/domain/search'
import { type Clause, quarterGram, unitGram } from '@/lib/domain/search/grams'
import { textFault } from '@/lib/domain/text'
import { demand } from './demand'
import { beyond, type DeskFilter, deskWhere, spanOf, within } from './desk'
import { indexed, indexSoon } from './indexing'
import { register } from './units'

/** Which part of the list is asked for: what stands beyond `place` on one side, nearest first, at most `size`. */
export type Part = { side: 'older' | 'newer'; place?: Place; size: number }

/** What a rare word's items number at most: they are looked at one by one. Of a frequent one a quarter is, then the next. */
const FEW = 400
/** How many are verified at a time; a word that the index proposes often in vain is taken in greater steps. */
const STEP = 48

/** The places of the items in which every word of the filter is found; null when it asks for none. */
export async function search(viewer: Viewer, filter: DeskFilter, part: Part): Promise<Place[] | null> {
  demand(viewer, 'desk.read')
  if (!filter.text) return null
  if (textFault(filter.text)) return [] // PostgreSQL refuses even to look for such text
  const terms = termsOf(filter.text, await register(viewer))
  if (terms.length === 0) return null
  const found: Place[] = []
  for (const window of await windows(viewer, filter, clausesOf(terms), part)) {
    await walk(viewer, window, terms, part, found)
    if (found.length >= part.size) break
  }
  return found.slice(0, part.size)
}

type Window = { filter: DeskFilter; among: SQL }

/** The windows in which to look, in the order of the list: all at once for rare words, else quarter by quarter. */
async function windows(viewer: Viewer, filter: DeskFilter, asked: Clause[], part: Part): Promise<Window[]> {
  const clauses = [...asked, ...(filter.unitId ? [just(unitGram(filter.unitId))] : [])]
  const first = await db()
    .select({ id: sql<string>`item_id` })
    .from(sql`(${proposed(clauses)}) as p`)
    .limit(FEW + 1)
  if (first.length === 0) return []
  const ids = first.map(({ id }) => id)
  if (ids.length <= FEW) return [{ filter, among: inArray(items.id, ids) }]
  return (await quarters(viewer, filter, part)).map((quarter) => ({
    filter: { ...filter, quarter },
    among: sql`${items.id} in (${proposed([...clauses, just(quarterGram(quarter))])})`,
  }))
}

const just = (gram: number): Clause => ({ all: [gram], or: [] })

/** The quarters that may hold an answer, nearest first. */
async function quarters(viewer: Viewer, filter: DeskFilter, { side, place }: Part): Promise<Quarter[]> {
  const end = async (way: typeof asc) => {
    const [row] = await db()
      .select({ at: items.submittedAt })
      .from(items)
      .where(within(viewer, [isNotNull(items.submittedAt)]))
      .orderBy(way(items.submittedAt))
      .limit(1)
    return row?.at ?? null
  }
  const [oldest, newest] = await Promise.all([end(asc), end(desc)])
  if (oldest === null || newest === null) return []
  const span = spanOf(filter)
  const from = Math.max(oldest, span.from, side === 'newer' ? (place?.at ?? 0) : 0)
  const to = Math.min(newest, span.to - 1, side === 'older' ? (place?.at ?? newest) : newest)
  if (from > to) return []
  const [first, last] = [quarterOfInstant(from), quarterOfInstant(to)]
  const found = [first]
  for (let q = first; q < last; ) found.push((q = nextQuarter(q)))
  return side === 'older' ? found.reverse() : found
}

/** Adds to `found` what of a window matches, in the order of the list, until there is enough. */
async function walk(viewer: Viewer, window: Window, terms: readonly Term[], part: Part, found: Place[]) {
  const way = part.side === 'older' ? desc : asc
  let place = part.place
  for (let step = STEP; ; step *= 4) {
    const rows = await db()
      .select({ id: items.id, at: items.submittedAt })
      .from(items)
      .where(deskWhere(viewer, window.filter, window.among, beyond(part.side, items.submittedAt, place)))
      .orderBy(way(items.submittedAt), way(items.id))
      .limit(step)
    const places = rows.map(({ id, at }) => ({ id, at: at ?? 0 }))
    const true_ = await verified(viewer, places, terms)
    found.push(...places.filter(({ id }) => true_.has(id)))
    place = places.at(-1)
    if (places.length < step || found.length >= part.size) return
  }
}

/** Which of these items hold every term in the text that was sent. */
async function verified(viewer: Viewer, places: readonly Place[], terms: readonly Term[]): Promise<Set<string>> {
  if (places.length === 0) return new Set()
  const ids = places.map(({ id }) => id)
  const rows = await db()
    .select(indexed)
    .from(items)
    .where(within(viewer, [inArray(items.id, ids)]))
  return new Set(rows.filter((row) => matches(terms, row)).map(({ id }) => id))
}
