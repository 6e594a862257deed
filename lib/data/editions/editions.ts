import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { record } from '@/db/audit'
import { db } from '@/db/client'
import { editionEntries, editions, publications, users } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import type { Cursor } from '@/lib/domain/base/cursor'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { type EditionState, ISSUE_NO_MAX, isTaken, nextIssueNo } from '@/lib/domain/editions/publication'
import type { Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import type { ChangeEditionInput, EditionInput, StartEditionInput } from '@/lib/schemas/editions'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { editionChanged, loadEdition, numbersTaken } from './inner/load'

const PAGE = 30

/** One line of a list of editions. */
export type EditionListed = {
  id: string
  year: number
  issueNo: number
  day: string
  state: EditionState
  entries: number
  madeBy: string
}

/** The editions of a publication, the newest number first. Leadership reads what was released. */
export async function editionsOf(
  viewer: Viewer,
  publicationId: string,
  after?: Cursor,
): Promise<{ rows: EditionListed[]; next: Cursor | null }> {
  authorize(viewer, 'publication.read')
  const { id, year, issueNo, day, state } = editions
  const place = sql<number>`${year} * ${ISSUE_NO_MAX + 1} + ${issueNo}`.mapWith(Number)
  const found = await db()
    .select({ id, year, issueNo, day, state, madeBy: users.name, at: place })
    .from(editions)
    .innerJoin(users, eq(users.id, editions.madeBy))
    .where(
      and(
        eq(editions.publicationId, publicationId),
        viewer.role === 'editor' ? undefined : eq(state, 'released'),
        after && sql`(${place}, ${id}) < (${after.at}, ${after.id})`,
      ),
    )
    .orderBy(desc(place), desc(id))
    .limit(PAGE + 1)
  const shown = found.slice(0, PAGE)
  const counts = shown.length === 0 ? [] : await entryCounts(shown.map((row) => row.id))
  const rows = shown.map(({ at: _, ...row }) => ({
    ...row,
    entries: counts.find(({ editionId }) => editionId === row.id)?.n ?? 0,
  }))
  const last = shown.at(-1)
  return { rows, next: found.length > PAGE && last ? { at: last.at, id: last.id } : null }
}

function entryCounts(ids: string[]) {
  return db()
    .select({ editionId: editionEntries.editionId, n: count() })
    .from(editionEntries)
    .where(inArray(editionEntries.editionId, ids))
    .groupBy(editionEntries.editionId)
}

/** Begins an edition under the next number of its year; its day is today where none is named. */
export function startEdition(viewer: Viewer, input: StartEditionInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'edition.compose', arrival, input, async (tx) => {
    authorize(viewer, 'edition.compose')
    const [publication] = await tx.select().from(publications).where(eq(publications.id, input.publicationId))
    if (!publication) throw notFound('刊物')
    if (publication.retired) throw new Fault('conflict', '该刊物已停用，不能再编新的一期；如需续编，请先启用。')
    const day = input.day || dayOfInstant(arrival.at)
    const year = Number(day.slice(0, 4))
    const issueNo = nextIssueNo(year, await numbersTaken(tx, publication.id))
    const id = randomUUID()
    await tx.insert(editions).values({
      id,
      publicationId: publication.id,
      year,
      issueNo,
      day,
      state: 'composing',
      version: 1,
      madeBy: viewer.userId,
      madeAt: arrival.at,
      updatedAt: arrival.at,
      releasedBy: null,
      releasedAt: null,
    })
    const detail = { publication: publication.id, year, issueNo, day }
    await record(tx, viewer.userId, { verb: 'edition.start', subject: id, detail }, arrival.at)
    return { id }
  })
}

/** Gives an edition another number or day; it is numbered in the year of its day. */
export function changeEdition(
  viewer: Viewer,
  input: ChangeEditionInput,
  arrival: Arrival,
): Promise<{ id: string; version: number }> {
  return write(viewer, 'edition.compose', arrival, input, async (tx) => {
    const { edition } = await loadEdition(tx, viewer, 'compose', input)
    const { issueNo, day } = input
    const year = Number(day.slice(0, 4))
    if (isTaken({ year, issueNo }, await numbersTaken(tx, edition.publicationId, edition.id))) {
      const message = `${year}年已有第${issueNo}期，请改用其他期号。`
      throw new Fault('invalid', message, { issueNo: message })
    }
    const set = { year, issueNo, day }
    return editionChanged(tx, viewer, edition, { verb: 'edition.change', at: arrival.at, detail: set, set })
  })
}

/** Gives up an edition that was not released; its number is free again, its texts are too. */
export function dropEdition(viewer: Viewer, input: EditionInput, arrival: Arrival): Promise<{ publicationId: string }> {
  return write(viewer, 'edition.compose', arrival, input, async (tx) => {
    const { edition, to } = await loadEdition(tx, viewer, 'drop', input)
    await editionChanged(tx, viewer, edition, { verb: 'edition.drop', at: arrival.at, detail: {}, set: { state: to } })
    return { publicationId: edition.publicationId }
  })
}
