import 'server-only'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Database, db } from '@/db/client'
import {
  adoptionRevocations,
  adoptions,
  editedSources,
  editedTexts,
  issueEntries,
  items,
  publicationIssues,
  publications,
  units,
  users,
} from '@/db/schema'
import type { Kind } from '@/lib/domain/adoptions/kinds'
import { notFound } from '@/lib/domain/base/fault'
import { entryOf, type IssuePaper, issuePaper, releasedBody } from '@/lib/domain/editions/paper'
import {
  type IssueState,
  issueLacks,
  isTaken,
  type Publication,
  type SourceFacts,
} from '@/lib/domain/editions/publication'
import type { State } from '@/lib/domain/items/item'
import type { Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { id as idSchema } from '@/lib/schemas/fields'
import { jointUnits } from '../adoptions/joint'
import { proposesAtDesk } from '../adoptions/second-eyes'
import { demand } from '../core/authorize'
import { numbersTaken } from './load'

export type Source = SourceFacts & { itemId: string; unitId: string; unit: string }

/** What stands in an issue, as it is now: the released words, else those of the newest version of its text. */
export type Entry = {
  textId: string
  title: string
  /** Its last line says who contributed it. */
  body: string
  /** Whether its edited text was given up after it was picked. */
  dropped: boolean
  /** The single item that it was edited from; null for one made of several. */
  itemId: string | null
  sources: Source[]
  /** Who contributed it, those who sent it first. */
  units: string[]
}

/** The adoption that an issue made of an entry; `revoked` says why it no longer counts. */
export type Made = { id: string; itemId: string; unit: string; revoked: string | null }

export type IssueView = {
  id: string
  year: number
  issueNo: number
  day: string
  state: IssueState
  version: number
  madeBy: string
  updatedAt: number
  releasedBy: string | null
  releasedAt: number | null
  publication: Publication
  entries: (Entry & { adoptions: Made[] })[]
  paper: IssuePaper
  /** What stands in the way of its release; empty when nothing does, and once it was released. */
  lacks: string[]
  /** Whether this viewer's releasing waits for another who may. */
  proposes: boolean
}

/** One issue with all that stands in it. Throws 404 when it is not there, or not released for whoever reads only that. */
export async function issueOf(viewer: Viewer, id: string, now: number): Promise<IssueView> {
  demand(viewer, 'publication.read')
  if (!idSchema.safeParse(id).success) throw notFound('期刊物')
  const [maker, releaser] = [alias(users, 'maker'), alias(users, 'releaser')]
  const [row] = await db()
    .select({ issue: publicationIssues, publication: publications, madeBy: maker.name, releasedBy: releaser.name })
    .from(publicationIssues)
    .innerJoin(publications, eq(publications.id, publicationIssues.publicationId))
    .innerJoin(maker, eq(maker.id, publicationIssues.madeBy))
    .leftJoin(releaser, eq(releaser.id, publicationIssues.releasedBy))
    .where(eq(publicationIssues.id, id))
  if (!row || (viewer.role !== 'editor' && row.issue.state !== 'released')) throw notFound('期刊物')
  const { issue } = row
  const publication = { ...row.publication, kind: row.publication.kind as Kind }
  const entries = await entriesOf(db(), id)
  const made = issue.state === 'released' ? await adoptionsMade(publication.name, issue, entries) : []
  const lacks =
    issue.state === 'composing'
      ? issueLacks(
          {
            day: issue.day,
            today: dayOfInstant(now),
            numberTaken: isTaken(issue, await numbersTaken(db(), publication.id, id)),
          },
          entries,
        )
      : []
  const { year, issueNo, day, state, version, updatedAt, releasedAt } = issue
  return {
    ...{ id, year, issueNo, day, state, version, updatedAt, releasedAt, publication, lacks },
    madeBy: row.madeBy,
    releasedBy: row.releasedBy,
    entries: entries.map((entry) => ({
      ...entry,
      adoptions: made.filter(({ itemId }) => entry.sources.some((source) => source.itemId === itemId)),
    })),
    paper: issuePaper(
      publication,
      issue,
      entries.map(({ title, body }) => entryOf(title, body)),
    ),
    proposes: viewer.role === 'editor' && (await proposesAtDesk(viewer)),
  }
}

/** What stands in an issue, in order. */
export async function entriesOf(tx: Database, issueId: string): Promise<Entry[]> {
  const rows = await tx
    .select({
      textId: issueEntries.textId,
      itemId: editedTexts.itemId,
      releasedTitle: issueEntries.title,
      releasedBody: issueEntries.body,
      title: editedTexts.title,
      body: editedTexts.body,
      dropped: editedTexts.dropped,
    })
    .from(issueEntries)
    .innerJoin(editedTexts, eq(editedTexts.id, issueEntries.textId))
    .where(eq(issueEntries.issueId, issueId))
    .orderBy(asc(issueEntries.position))
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
): Promise<Map<string, { own: Source[]; names: string[] }>> {
  if (textIds.length === 0) return new Map()
  const rows = await tx
    .select({
      textId: editedSources.textId,
      itemId: items.id,
      ref: items.ref,
      state: items.state,
      notUsed: items.notUsed,
      submittedAt: items.submittedAt,
      createdAt: items.createdAt,
      unitId: units.id,
      unit: units.name,
    })
    .from(editedSources)
    .innerJoin(items, eq(items.id, editedSources.itemId))
    .innerJoin(units, eq(units.id, items.unitId))
    .where(inArray(editedSources.textId, [...textIds]))
    .orderBy(asc(editedSources.position))
  const joint = await jointUnits(tx, [...new Set(rows.map(({ itemId }) => itemId))])
  return new Map(
    textIds.map((id) => {
      const own = rows
        .filter(({ textId }) => textId === id)
        .map(({ textId: _, submittedAt, createdAt, state, ...row }) => ({
          ...row,
          state: state as State,
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
  entries: readonly Entry[],
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
