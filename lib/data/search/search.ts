import 'server-only'
import { asc, desc, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { items } from '@/db/schema'
import { proposed, proposes, waiting } from '@/db/search'
import type { Cursor } from '@/lib/domain/base/cursor'
import { withOtherNames } from '@/lib/domain/base/names'
import { textFault } from '@/lib/domain/base/text'
import type { Viewer } from '@/lib/domain/people/policy'
import { type Clause, quarterGram, unitGram } from '@/lib/domain/search/grams'
import { clausesOf, matches, type Term, termsOf } from '@/lib/domain/search/search'
import { nextQuarter, type Quarter, quarterOfInstant } from '@/lib/domain/time/quarter'
import { authorize } from '../core/authorize'
import { adoptedAs, beyond, type DeskFilter, deskWhere, spanOf, within, withPublications } from '../desk/inner/filter'
import { districtNow } from '../office/inner/names'
import { register } from '../office/register'
import { sameFolding } from './inner/folding'
import { indexed, indexSoon } from './inner/indexing'

/** Which part of the list is asked for: what stands beyond `place` on one side, nearest first, at most `size`. */
export type SearchPart = { side: 'older' | 'newer'; place?: Cursor; size: number }

/** What a rare word's items number at most: they are looked at one by one. Of a frequent one a quarter is, then the next. */
const FEW = 400
/** As many adopted items are looked at one by one. */
const FEW_ADOPTED = 2000
/** How many of the list are looked at before the index is asked for a frequent word. */
const LOOKED_AT = 384
/** How many are verified at a time; a word that the index proposes often in vain is taken in greater steps. */
const STEP = 48

/**
 * The places of the items that hold every word of the filter and were adopted as it says; null when it asks for neither:
 * then the list itself is read.
 */
export async function search(viewer: Viewer, asked: DeskFilter, part: SearchPart): Promise<Cursor[] | null> {
  authorize(viewer, 'desk.read')
  if (!asked.text && !asked.kind && !asked.publication) return null
  if (asked.text && textFault(asked.text)) return [] // PostgreSQL refuses even to look for such text
  if (asked.text) await sameFolding()
  const filter = await withPublications(asked)
  const terms = asked.text ? termsOf(asked.text, await withOthers(viewer)) : []
  const found: Cursor[] = []
  if (terms.length === 0) {
    const adopted = await fewAdopted(filter)
    if (adopted === null && !asked.kind && !asked.publication) return null
    await walk(viewer, adopted ? { filter, named: adopted } : { filter, among: EACH }, terms, part, found)
    return found.slice(0, part.size)
  }
  const behind = await db()
    .select()
    .from(waiting)
    .limit(FEW + 1)
  if (behind.length > 0) indexSoon()
  // After an import all of it waits: asked of each item then, since gathering a million for every search takes a second.
  const manyWait = behind.length > FEW
  const clauses = [...clausesOf(terms), ...(filter.unitId ? [just(unitGram(filter.unitId))] : [])]
  const named = (manyWait ? null : await few(proposed(clauses), FEW)) ?? (await fewAdopted(filter))
  if (named) await walk(viewer, { filter, named }, terms, part, found)
  else await nearby(viewer, filter, { clauses, manyWait }, terms, part, found)
  return found.slice(0, part.size)
}

/** The register, with the other names under which its units go. */
async function withOthers(viewer: Viewer) {
  const [units, district] = await Promise.all([register(viewer), districtNow(db())])
  return withOtherNames(units, district).map(({ aliases, ...unit }, i) => {
    const own = units[i]?.aliases ?? []
    return { ...unit, aliases: own, others: aliases.slice(own.length) }
  })
}

/** Some of the items, and the filter for them: named one by one, or as a clause. */
type Window = { filter: DeskFilter; named: readonly string[]; among?: undefined } | { filter: DeskFilter; among: SQL }

const EACH = sql`1 = 1`

/**
 * Looks for words that many items hold: in the nearest of the list, which most often suffices, then in what the index
 * proposes of quarter after quarter.
 */
async function nearby(
  viewer: Viewer,
  filter: DeskFilter,
  { clauses, manyWait }: { clauses: Clause[]; manyWait: boolean },
  terms: readonly Term[],
  part: SearchPart,
  found: Cursor[],
): Promise<void> {
  let { place } = part
  for (let looked = 0; looked < LOOKED_AT; looked += STEP) {
    const places = await placesOf(viewer, { filter, among: EACH }, { ...part, place, size: STEP })
    const held = await verified(viewer, places, terms)
    found.push(...places.filter(({ id }) => held.has(id)))
    place = places.at(-1)
    if (places.length < STEP || found.length >= part.size) return
  }
  const rest = { ...part, place }
  for (const quarter of await quarters(viewer, filter, rest)) {
    const asked = [...clauses, just(quarterGram(quarter))]
    const among = manyWait ? proposes(asked, sql`${items.id}`) : sql`${items.id} in (${proposed(asked)})`
    await walk(viewer, { filter: { ...filter, quarter }, among }, terms, rest, found)
    if (found.length >= part.size) return
  }
}

/** The item ids that a query gives, or null when they are more than `most`. */
async function few(query: SQL, most: number): Promise<string[] | null> {
  const rows = await db()
    .select({ id: sql<string>`item_id` })
    .from(sql`(${query}) as p`)
    .limit(most + 1)
  return rows.length > most ? null : [...new Set(rows.map(({ id }) => id))]
}

function fewAdopted(filter: DeskFilter): Promise<string[] | null> | null {
  return filter.kind || filter.publication ? few(adoptedAs(filter).getSQL(), FEW_ADOPTED) : null
}

const just = (gram: number): Clause => ({ all: [gram], or: [] })

/** The quarters that may hold an answer, nearest first. */
async function quarters(viewer: Viewer, filter: DeskFilter, { side, place }: SearchPart): Promise<Quarter[]> {
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
  for (let q = first; q < last; ) {
    q = nextQuarter(q)
    found.push(q)
  }
  return side === 'older' ? found.reverse() : found
}

/** Adds to `found` what of a window matches, in the order of the list, until there is enough. */
async function walk(viewer: Viewer, window: Window, terms: readonly Term[], part: SearchPart, found: Cursor[]) {
  let place = part.place
  for (let step = STEP; ; step *= 4) {
    const places = await placesOf(viewer, window, { ...part, place, size: step })
    for (let n = 0; n < places.length && found.length < part.size; n += step) {
      const next = places.slice(n, n + step)
      const held = await verified(viewer, next, terms)
      found.push(...next.filter(({ id }) => held.has(id)))
    }
    place = places.at(-1)
    if (!window.among || places.length < step || found.length >= part.size) return
  }
}

/** What of a window passes its filter, in the order of the list: all of named items, else at most `size`. */
async function placesOf(viewer: Viewer, window: Window, { side, place, size }: SearchPart): Promise<Cursor[]> {
  const way = side === 'older' ? desc : asc
  const order = [way(items.submittedAt), way(items.id)]
  const past = beyond(side, items.submittedAt, place)
  const columns = { id: items.id, at: sql`${items.submittedAt}`.mapWith(Number) }
  if (window.among) {
    const where = deskWhere(viewer, window.filter, window.among, past)
    return db()
      .select(columns)
      .from(items)
      .where(where)
      .orderBy(...order)
      .limit(size)
  }
  if (window.named.length === 0) return []
  // The filter is asked of each named item, not in the where clause: there SQLite would walk the index of a state.
  const passes = sql`case when ${deskWhere(viewer, window.filter, past)} then 1 else 0 end`.mapWith(Number)
  const rows = await db()
    .select({ ...columns, passes })
    .from(items)
    .where(within(viewer, [inArray(items.id, [...window.named])]))
    .orderBy(...order)
  return rows.filter((row) => row.passes === 1).map(({ id, at }) => ({ id, at }))
}

/** Which of these items hold every term in the text that was sent. */
async function verified(viewer: Viewer, places: readonly Cursor[], terms: readonly Term[]): Promise<Set<string>> {
  const ids = places.map(({ id }) => id)
  if (ids.length === 0 || terms.length === 0) return new Set(ids)
  const rows = await db()
    .select(indexed)
    .from(items)
    .where(within(viewer, [inArray(items.id, ids)]))
  return new Set(rows.filter((row) => matches(terms, row)).map(({ id }) => id))
}
