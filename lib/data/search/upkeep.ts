import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { and, asc, gt, isNotNull, sql } from 'drizzle-orm'
import { type Database, db, snapshot, transaction } from '@/db/client'
import { items } from '@/db/schema'
import { emptyIndex, holdsGrams, indexItems, packIndex, proposed, waiting } from '@/db/search'
import type { Viewer } from '@/lib/domain/people/policy'
import { clausesOf, matches, type Term, termsOf } from '@/lib/domain/search/search'
import { authorize } from '../core/authorize'
import { sameFolding } from './inner/folding'
import { indexEntryOf, indexed, indexWaiting } from './inner/indexing'

const CHUNK = 100
/** How many words the check looks up in the index and in every text besides. */
const WORDS = 24
/** Between two slices those who serve have their turn. */
const BREATH_MS = 5

export type IndexProgress = (done: number, total: number) => void

/**
 * Builds the index of search anew from all that was submitted, in slices, each in the place of what was there: meanwhile
 * the portal serves, submits and finds. Where the index itself is broken, `anew` empties it first. Gives how many items it
 * holds.
 */
export async function reindex(
  viewer: Viewer,
  progress: IndexProgress,
  { anew = false }: { anew?: boolean } = {},
): Promise<number> {
  authorize(viewer, 'data.import')
  await sameFolding()
  const total = await transaction(async (tx) => {
    if (anew) await emptyIndex(tx)
    return submittedCount(tx)
  })
  let done = 0
  for (let after = ''; ; await sleep(BREATH_MS)) {
    const slice = await transaction((tx) => indexSlice(tx, after))
    done += slice.length
    progress(Math.min(done, total), total)
    after = slice.at(-1)?.id ?? after
    if (slice.length < CHUNK) break
  }
  await pack()
  return done
}

/** Indexes all that waits, as the background of the portal would in its own time; after an import that is much. */
export async function indexAll(viewer: Viewer, progress: IndexProgress): Promise<number> {
  authorize(viewer, 'data.import')
  const total = await db().$count(waiting)
  let done = 0
  for (;;) {
    const count = await indexWaiting(CHUNK)
    done += count
    progress(Math.min(done, total), total)
    if (count < CHUNK) break
    await sleep(BREATH_MS)
  }
  if (done > MUCH) await pack()
  return done
}

/** After so many the index is worth packing. */
const MUCH = 20_000

async function indexSlice(tx: Database, after: string) {
  const rows = await tx
    .select(indexed)
    .from(items)
    .where(and(isNotNull(items.submittedAt), gt(items.id, after)))
    .orderBy(asc(items.id))
    .limit(CHUNK)
  await indexItems(tx, new Map(rows.map((row) => [row.id, indexEntryOf(row)])))
  return rows
}

async function pack(): Promise<void> {
  for (let begin = true; await transaction((tx) => packIndex(tx, begin)); begin = false) await sleep(BREATH_MS)
}

/**
 * Proves that search misses nothing: words taken out of every submitted item stand under it in the index, as do its
 * quarter and its unit; and words taken out of some are proposed wherever a plain scan of all texts finds them. Gives the
 * numbers (ref) of what is missed.
 */
export async function missing(viewer: Viewer, progress: IndexProgress): Promise<{ checked: number; missed: string[] }> {
  authorize(viewer, 'data.export')
  await sameFolding()
  return snapshot(async (tx) => {
    const total = await submittedCount(tx)
    const probes = await probesIn(tx, total)
    const missed: string[] = []
    let checked = 0
    for (let after = ''; ; ) {
      const rows = await tx
        .select({ ...indexed, ref: items.ref })
        .from(items)
        .where(and(isNotNull(items.submittedAt), gt(items.id, after)))
        .orderBy(asc(items.id))
        .limit(CHUNK)
      for (const [n, row] of rows.entries()) {
        const own = indexEntryOf({ ...row, ...sampleOf(row, checked + n) })
        const [held] = await tx.select({ one: sql`one` }).from(sql`${holdsGrams(row.id, own)} as h`)
        const lost = probes.some(({ terms, found }) => !found.has(row.id) && matches(terms, row))
        if (!held || lost) missed.push(row.ref)
      }
      checked += rows.length
      progress(checked, total)
      after = rows.at(-1)?.id ?? after
      if (rows.length < CHUNK) return { checked, missed }
    }
  })
}

type Texts = { title: string; body: string; author: string | null; attached: string | null }

/** A word of up to four characters out of each text of the nth item, from another place in each. */
function sampleOf({ title, body, author, attached }: Texts, n: number): Texts {
  const part = (text: string) => {
    const start = (n * 37) % Math.max(1, text.length)
    return text.slice(start, start + 1 + (n % 4))
  }
  return { title: part(title), body: part(body), author: author && part(author), attached: attached && part(attached) }
}

type Probe = { terms: Term[]; found: Set<string> }

/** Words of one to four characters out of items spread over all, with what the index proposes for each. */
async function probesIn(tx: Database, total: number): Promise<Probe[]> {
  const probes: Probe[] = []
  for (let n = 0; n < Math.min(WORDS, total); n++) {
    const [row] = await tx
      .select(indexed)
      .from(items)
      .where(isNotNull(items.submittedAt))
      .orderBy(asc(items.id))
      .limit(1)
      .offset(Math.floor((n * total) / Math.min(WORDS, total)))
    if (!row) continue
    const { title, body, attached } = sampleOf(row, n)
    const terms = termsOf(n % 3 === 0 ? title : (attached ?? body), [])
    if (terms.length === 0) continue
    const ids = await tx.select({ id: sql<string>`item_id` }).from(sql`(${proposed(clausesOf(terms))}) as p`)
    probes.push({ terms, found: new Set(ids.map(({ id }) => id)) })
  }
  return probes
}

async function submittedCount(tx: Database): Promise<number> {
  return tx.$count(items, isNotNull(items.submittedAt))
}
