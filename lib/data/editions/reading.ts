import 'server-only'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { db } from '@/db/client'
import { adoptionRevocations, adoptions, editions, items, publications, units, users } from '@/db/schema'
import { notFound } from '@/lib/domain/base/fault'
import { type EditionPaper, editionPaper, paperEntryOf } from '@/lib/domain/editions/paper'
import { type EditionState, editionLacks, isTaken, type Publication } from '@/lib/domain/editions/publication'
import { can, reasonOf, type Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { id as idSchema } from '@/lib/schemas/base'
import { adoptedBy } from '../adoptions/inner/second-eyes'
import { authorize } from '../core/authorize'
import { composersOf, type EditionEntry, entriesOfEdition } from './inner/entries'
import { numbersTaken } from './inner/load'
import { alreadyAdopted, type There } from './inner/there'

/** The adoption that an edition made of an entry; `revoked` says why it no longer counts. */
export type Made = { id: string; itemId: string; unit: string; revoked: string | null }

export type EditionView = {
  id: string
  year: number
  issueNo: number
  day: string
  state: EditionState
  version: number
  madeBy: string
  updatedAt: number
  releasedBy: string | null
  releasedAt: number | null
  publication: Publication
  /** `there`: as long as it is composed, what an entry was adopted as before. */
  entries: (EditionEntry & { adoptions: Made[]; there: There | null })[]
  paper: EditionPaper
  /** What stands in the way of its release; empty when nothing does, and once it was released. */
  lacks: string[]
  /** Why another has to release it; null when this viewer may. */
  notReleased: string | null
}

/** One edition with all that stands in it. Throws 404 when it is not there, or not released for whoever reads only that. */
export async function editionOf(viewer: Viewer, id: string, now: number): Promise<EditionView> {
  authorize(viewer, 'publication.read')
  if (!idSchema.safeParse(id).success) throw notFound('期刊物')
  const [maker, releaser] = [alias(users, 'maker'), alias(users, 'releaser')]
  const [row] = await db()
    .select({ edition: editions, publication: publications, madeBy: maker.name, releasedBy: releaser.name })
    .from(editions)
    .innerJoin(publications, eq(publications.id, editions.publicationId))
    .innerJoin(maker, eq(maker.id, editions.madeBy))
    .leftJoin(releaser, eq(releaser.id, editions.releasedBy))
    .where(eq(editions.id, id))
  if (!row || (viewer.role !== 'editor' && row.edition.state !== 'released')) throw notFound('期刊物')
  const { edition } = row
  const { publication } = row
  const entries = await entriesOfEdition(db(), id)
  const made = edition.state === 'released' ? await adoptionsMade(publication.name, edition, entries) : []
  const taking = { kind: publication.kind, publication: publication.name, day: edition.day }
  const there =
    edition.state === 'composing' ? await alreadyAdopted(db(), viewer, entries, taking, now) : new Map<string, There>()
  const lacks =
    edition.state === 'composing'
      ? editionLacks(
          {
            day: edition.day,
            today: dayOfInstant(now),
            numberTaken: isTaken(edition, await numbersTaken(db(), publication.id, id)),
          },
          entries,
        )
      : []
  const { year, issueNo, day, state, version, updatedAt, releasedAt } = edition
  return {
    ...{ id, year, issueNo, day, state, version, updatedAt, releasedAt, publication, lacks },
    madeBy: row.madeBy,
    releasedBy: row.releasedBy,
    entries: entries.map((entry) => ({
      ...entry,
      adoptions: made.filter(({ itemId }) => entry.sources.some((source) => source.itemId === itemId)),
      there: there.get(entry.textId) ?? null,
    })),
    paper: editionPaper(
      publication,
      edition,
      entries.map(({ title, body }) => paperEntryOf(title, body)),
    ),
    notReleased: reasonOf(can(viewer, 'edition.release', await adoptedBy(db(), await composersOf(db(), edition)))),
  }
}

async function adoptionsMade(
  name: string,
  { issueNo, day }: { issueNo: number; day: string },
  entries: readonly EditionEntry[],
): Promise<Made[]> {
  const ids = entries.flatMap(({ sources }) => sources.map(({ itemId }) => itemId))
  if (ids.length === 0) return []
  const kept = entries.flatMap(({ stands }) => stands ?? [])
  return db()
    .select({
      id: adoptions.id,
      itemId: adoptions.itemId,
      unit: units.name,
      revoked: adoptionRevocations.reason,
    })
    .from(adoptions)
    .innerJoin(items, eq(items.id, adoptions.itemId))
    .innerJoin(units, eq(units.id, items.unitId))
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(
      and(
        inArray(adoptions.itemId, ids),
        // Editions released before entries kept their adoptions are known by what these say of them.
        kept.length > 0
          ? inArray(adoptions.id, kept)
          : and(eq(adoptions.publication, name), eq(adoptions.issueNo, String(issueNo)), eq(adoptions.adoptedOn, day)),
      ),
    )
    .orderBy(asc(adoptions.recordedAt))
}
