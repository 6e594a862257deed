import 'server-only'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Database, db } from '@/db/client'
import {
  adoptionRevocations,
  adoptions,
  editionEntries,
  editions,
  items,
  publications,
  textSources,
  texts,
  units,
  users,
} from '@/db/schema'
import { notFound } from '@/lib/domain/base/fault'
import { type EditionPaper, editionPaper, paperEntryOf, releasedBody } from '@/lib/domain/editions/paper'
import {
  type EditionState,
  editionLacks,
  isTaken,
  type Publication,
  type SourceFacts,
} from '@/lib/domain/editions/publication'
import type { Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { id as idSchema } from '@/lib/schemas/base'
import { jointUnits } from '../adoptions/joint'
import { proposesAtDesk } from '../adoptions/second-eyes'
import { authorize } from '../core/authorize'
import { numbersTaken } from './load'

export type EntrySource = SourceFacts & { itemId: string; unitId: string; unit: string }

/** What stands in an edition, as it is now: the released words, else those of the newest version of its text. */
export type EditionEntry = {
  textId: string
  title: string
  /** Its last line says who contributed it. */
  body: string
  /** Whether its edited text was given up after it was picked. */
  dropped: boolean
  /** The single item that it was edited from; null for one made of several. */
  itemId: string | null
  sources: EntrySource[]
  /** Who contributed it, those who sent it first. */
  units: string[]
}

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
  entries: (EditionEntry & { adoptions: Made[] })[]
  paper: EditionPaper
  /** What stands in the way of its release; empty when nothing does, and once it was released. */
  lacks: string[]
  /** Whether this viewer's releasing waits for another who may. */
  proposes: boolean
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
    })),
    paper: editionPaper(
      publication,
      edition,
      entries.map(({ title, body }) => paperEntryOf(title, body)),
    ),
    proposes: viewer.role === 'editor' && (await proposesAtDesk(viewer)),
  }
}

/** What stands in an edition, in order. */
export async function entriesOfEdition(tx: Database, editionId: string): Promise<EditionEntry[]> {
  const rows = await tx
    .select({
      textId: editionEntries.textId,
      itemId: texts.itemId,
      releasedTitle: editionEntries.title,
      releasedBody: editionEntries.body,
      title: texts.title,
      body: texts.body,
      dropped: texts.dropped,
    })
    .from(editionEntries)
    .innerJoin(texts, eq(texts.id, editionEntries.textId))
    .where(eq(editionEntries.editionId, editionId))
    .orderBy(asc(editionEntries.position))
  const sources = await sourcesOf(
    tx,
    rows.map(({ textId }) => textId),
  )
  return rows.map(({ textId, itemId, ...row }) => {
    const { own, names } = sources.get(textId) ?? { own: [], names: [] }
    return {
      textId,
      itemId,
      dropped: row.dropped,
      title: row.releasedTitle ?? row.title,
      body: row.releasedBody ?? releasedBody(row.body, names),
      sources: own,
      units: names,
    }
  })
}

/** The items behind edited texts and the units that share in them, those who sent them first, each named once. */
export async function sourcesOf(
  tx: Database,
  textIds: readonly string[],
): Promise<Map<string, { own: EntrySource[]; names: string[] }>> {
  if (textIds.length === 0) return new Map()
  const rows = await tx
    .select({
      textId: textSources.textId,
      itemId: items.id,
      ref: items.ref,
      state: items.state,
      notUsed: items.notUsed,
      submittedAt: items.submittedAt,
      createdAt: items.createdAt,
      unitId: units.id,
      unit: units.name,
    })
    .from(textSources)
    .innerJoin(items, eq(items.id, textSources.itemId))
    .innerJoin(units, eq(units.id, items.unitId))
    .where(inArray(textSources.textId, [...textIds]))
    .orderBy(asc(textSources.position))
  const joint = await jointUnits(tx, [...new Set(rows.map(({ itemId }) => itemId))])
  return new Map(
    textIds.map((id) => {
      const own = rows
        .filter(({ textId }) => textId === id)
        .map(({ textId: _, submittedAt, createdAt, state, ...row }) => ({
          ...row,
          state,
          day: dayOfInstant(submittedAt ?? createdAt),
        }))
      const partners = joint.filter(({ itemId }) => own.some((source) => source.itemId === itemId))
      return [id, { own, names: [...new Set([...own, ...partners].map(({ unit }) => unit))] }]
    }),
  )
}

async function adoptionsMade(
  name: string,
  { issueNo, day }: { issueNo: number; day: string },
  entries: readonly EditionEntry[],
): Promise<Made[]> {
  const ids = entries.flatMap(({ sources }) => sources.map(({ itemId }) => itemId))
  if (ids.length === 0) return []
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
        eq(adoptions.publication, name),
        eq(adoptions.issueNo, String(issueNo)),
        eq(adoptions.adoptedOn, day),
      ),
    )
    .orderBy(asc(adoptions.recordedAt))
}
