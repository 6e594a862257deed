import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { record } from '@/db/audit'
import { db } from '@/db/client'
import { issueEntries, publicationIssues, publications, users } from '@/db/schema'
import type { Place } from '@/lib/domain/base/cursor'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { ISSUE_NO_MAX, type IssueState, isTaken, nextIssueNo } from '@/lib/domain/editions/publication'
import type { Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import type { ChangeIssueInput, IssueInput, StartIssueInput } from '@/lib/schemas/publication'
import { demand } from '../core/authorize'
import { type Arrival, write } from '../core/write'
import { heldIssue, issueChanged, numbersTaken } from './load'

const PAGE = 30

/** One line of a list of issues. */
export type IssueListed = {
  id: string
  year: number
  issueNo: number
  day: string
  state: IssueState
  entries: number
  madeBy: string
}

/** The issues of a publication, the newest number first. Leadership reads what was released. */
export async function issuesOf(
  viewer: Viewer,
  publicationId: string,
  after?: Place,
): Promise<{ rows: IssueListed[]; next: Place | null }> {
  demand(viewer, 'publication.read')
  const { id, year, issueNo, day, state } = publicationIssues
  const place = sql<number>`${year} * ${ISSUE_NO_MAX + 1} + ${issueNo}`.mapWith(Number)
  const found = await db()
    .select({ id, year, issueNo, day, state, madeBy: users.name, at: place })
    .from(publicationIssues)
    .innerJoin(users, eq(users.id, publicationIssues.madeBy))
    .where(
      and(
        eq(publicationIssues.publicationId, publicationId),
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
    entries: counts.find(({ issueId }) => issueId === row.id)?.n ?? 0,
  }))
  const last = shown.at(-1)
  return { rows, next: found.length > PAGE && last ? { at: last.at, id: last.id } : null }
}

function entryCounts(ids: string[]) {
  return db()
    .select({ issueId: issueEntries.issueId, n: count() })
    .from(issueEntries)
    .where(inArray(issueEntries.issueId, ids))
    .groupBy(issueEntries.issueId)
}

/** Begins an issue under the next number of its year; its day is today where none is named. */
export function startIssue(viewer: Viewer, input: StartIssueInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'issue.compose', arrival, input, async (tx) => {
    demand(viewer, 'issue.compose')
    const [publication] = await tx.select().from(publications).where(eq(publications.id, input.publicationId))
    if (!publication) throw notFound('刊物')
    if (publication.retired) throw new Fault('conflict', '该刊物已停用，不能再编新的一期；如需续编，请先启用。')
    const day = input.day || dayOfInstant(arrival.at)
    const year = Number(day.slice(0, 4))
    const issueNo = nextIssueNo(year, await numbersTaken(tx, publication.id))
    const id = randomUUID()
    await tx.insert(publicationIssues).values({
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
    await record(tx, viewer.userId, { verb: 'issue.start', subject: id, detail }, arrival.at)
    return { id }
  })
}

/** Gives an issue another number or day; it is numbered in the year of its day. */
export function changeIssue(
  viewer: Viewer,
  input: ChangeIssueInput,
  arrival: Arrival,
): Promise<{ id: string; version: number }> {
  return write(viewer, 'issue.compose', arrival, input, async (tx) => {
    const { issue } = await heldIssue(tx, viewer, 'compose', input)
    const { issueNo, day } = input
    const year = Number(day.slice(0, 4))
    if (isTaken({ year, issueNo }, await numbersTaken(tx, issue.publicationId, issue.id))) {
      const message = `${year}年已有第${issueNo}期，请改用其他期号。`
      throw new Fault('invalid', message, { issueNo: message })
    }
    const set = { year, issueNo, day }
    return issueChanged(tx, viewer, issue, { verb: 'issue.change', at: arrival.at, detail: set, set })
  })
}

/** Gives up an issue that was not released; its number is free again, its texts are too. */
export function dropIssue(viewer: Viewer, input: IssueInput, arrival: Arrival): Promise<{ publicationId: string }> {
  return write(viewer, 'issue.compose', arrival, input, async (tx) => {
    const { issue, to } = await heldIssue(tx, viewer, 'drop', input)
    await issueChanged(tx, viewer, issue, { verb: 'issue.drop', at: arrival.at, set: { state: to } })
    return { publicationId: issue.publicationId }
  })
}
