import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { forgetFreed } from '@/db/freed'
import { attachments, isolatedWords, isolations } from '@/db/schema'
import { INSTEAD, type Instead } from '@/lib/domain/secrecy/isolation'
import { columnOf, type Isolated, nameOfPlace, sharingTexts, WORDS_PLACES, type WordsPlace } from './places'

type Cells = Record<string, string | number | null>

/** Takes the words of an item or attachment out of every row where they stand, and keeps them apart. Gives how many rows. */
export async function takeWords(tx: Database, isolationId: string, isolated: Isolated, instead: Instead) {
  await forgetFreed(tx)
  let rows = 0
  for (const place of WORDS_PLACES) {
    const which = place.of(isolated)
    if (!which) continue
    const asked = Object.fromEntries([...place.key, ...Object.keys(place.words)].map((n) => [n, columnOf(place, n)]))
    const found = (await tx.select(asked).from(place.table).where(which)) as Cells[]
    for (const cells of found) {
      const words = Object.fromEntries(Object.keys(place.words).map((name) => [name, cells[name] ?? null]))
      if (Object.values(words).every((word) => word === null)) continue
      const record = JSON.stringify(place.key.map((name) => cells[name]))
      if (await isKept(tx, nameOfPlace(place), record)) continue
      const kept = { isolationId, place: nameOfPlace(place), record, words: JSON.stringify(words) }
      await tx.insert(isolatedWords).values(kept)
      await put(tx, place, record, placeholders(place, words, instead))
      rows++
    }
  }
  return rows
}

/** Whether the words of a row were taken before: of a text made of several items, by another of them. */
async function isKept(tx: Database, place: string, record: string): Promise<boolean> {
  const own = and(eq(isolatedWords.place, place), eq(isolatedWords.record, record))
  return (await tx.select({ id: isolatedWords.isolationId }).from(isolatedWords).where(own).limit(1)).length > 0
}

/** Puts what was taken back where it stood, but for texts in which words of another isolated item stand too. */
export async function giveBack(tx: Database, isolationId: string, isolated: Isolated): Promise<number> {
  const rows = await eachKept(tx, isolationId, (_place, words) => words)
  const others = await tx.select().from(isolations).where(sharingTexts(isolated, isolationId))
  for (const other of others) await takeWords(tx, other.id, other, INSTEAD.isolated)
  return rows
}

/** Leaves in every row only that its words were purged. */
export async function overwrite(tx: Database, isolationId: string, instead: Instead): Promise<number> {
  await forgetFreed(tx)
  return eachKept(tx, isolationId, (place, words) => placeholders(place, words, instead))
}

/** Does with each row what `made` says of its words; what was kept of them is then no more. */
async function eachKept(
  tx: Database,
  isolationId: string,
  made: (place: WordsPlace, words: Cells) => Cells,
): Promise<number> {
  const kept = await keptWords(tx, isolationId)
  for (const { place, record, words } of kept) await put(tx, place, record, made(place, words))
  await tx.delete(isolatedWords).where(eq(isolatedWords.isolationId, isolationId))
  return kept.length
}

/** What an isolation keeps apart, in the order of the places. */
export async function keptWords(
  from: Database,
  isolationId: string,
): Promise<{ place: WordsPlace; record: string; words: Cells }[]> {
  const rows = await from.select().from(isolatedWords).where(eq(isolatedWords.isolationId, isolationId))
  return WORDS_PLACES.flatMap((place) =>
    rows
      .filter((row) => row.place === nameOfPlace(place))
      .map((row) => ({ place, record: row.record, words: JSON.parse(row.words) as Cells })),
  )
}

/** What is read in a row instead of its words; an empty cell stays empty. */
function placeholders({ words: known }: WordsPlace, words: Cells, instead: Instead): Cells {
  return Object.fromEntries(
    Object.entries(known).map(([name, which]) => [name, words[name] === null || !which ? null : instead[which]]),
  )
}

async function put(tx: Database, place: WordsPlace, record: string, cells: Cells): Promise<void> {
  const key = JSON.parse(record) as (string | number)[]
  const row = place.key.map((name, i) => eq(columnOf(place, name), key[i] as string))
  await tx
    .update(place.table)
    .set(cells as never)
    .where(and(...row))
}

/** The ids of the attachments whose names and texts an isolation keeps. */
export async function keptAttachments(from: Database, isolationId: string): Promise<string[]> {
  const kept = await keptWords(from, isolationId)
  const own = kept.filter(({ place }) => nameOfPlace(place) === 'attachments')
  return own.flatMap(({ record }) => JSON.parse(record) as string[])
}

/** Marks attachments as isolated since an instant, or no longer. */
export async function markFiles(tx: Database, ids: readonly string[], isolatedAt: number | null): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(attachments)
    .set({ isolatedAt })
    .where(inArray(attachments.id, [...ids]))
}
