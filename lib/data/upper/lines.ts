import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import type { Database } from '@/db/client'
import { adoptionRevocations, upperLines } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import type { ChangeInput, DateInput, DropInput } from '@/lib/schemas/upper'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { closedFault, stateNow } from './inner/state'

/** 剔除: a line that is no adoption of ours, for a reason of the closed list. */
export function dropLine(viewer: Viewer, input: DropInput, arrival: Arrival): Promise<{ listId: string }> {
  return write(viewer, 'upper.post', arrival, input, async (tx) => {
    authorize(viewer, 'upper.post')
    const { id, listId } = await openLine(tx, input.lineId)
    await tx.update(upperLines).set({ state: 'dropped', adoptionId: null }).where(eq(upperLines.id, id))
    const detail = { list: listId, reason: input.reason }
    await record(tx, viewer.userId, { verb: 'upper.drop', subject: id, detail }, arrival.at)
    return { listId }
  })
}

/** 更改: what was misread in a line, before it is posted. */
export function changeLine(viewer: Viewer, input: ChangeInput, arrival: Arrival): Promise<{ listId: string }> {
  return write(viewer, 'upper.post', arrival, input, async (tx) => {
    authorize(viewer, 'upper.post')
    const { id, listId } = await openLine(tx, input.lineId)
    const { title, kind, adoptedOn } = input
    const [publication, issueNo] = [input.publication || null, input.issueNo || null]
    await tx.update(upperLines).set({ title, kind, adoptedOn, publication, issueNo }).where(eq(upperLines.id, id))
    const detail = { list: listId, kind, adoptedOn, words: digestOf(title, publication, issueNo) }
    await record(tx, viewer.userId, { verb: 'upper.change', subject: id, detail }, arrival.at)
    return { listId }
  })
}

/** Gives the day to all open lines of a list that name none; how many they were. */
export function dateLines(viewer: Viewer, input: DateInput, arrival: Arrival): Promise<{ lines: number }> {
  return write(viewer, 'upper.post', arrival, input, async (tx) => {
    authorize(viewer, 'upper.post')
    const { listId, adoptedOn } = input
    const undated = (await linesOf(tx, listId)).filter((row) => row.state === 'open' && row.line.adoptedOn === '')
    if (undated.length === 0) throw new Fault('conflict', '这份清单待核对的各条都已有采用日期。')
    const ids = undated.map(({ line }) => line.id)
    await tx.update(upperLines).set({ adoptedOn }).where(inArray(upperLines.id, ids))
    const detail = { lines: ids.length, adoptedOn }
    await record(tx, viewer.userId, { verb: 'upper.date', subject: listId, detail }, arrival.at)
    return { lines: ids.length }
  })
}

const revoked = eq(adoptionRevocations.adoptionId, upperLines.adoptionId)

async function openLine(tx: Database, lineId: string): Promise<typeof upperLines.$inferSelect> {
  const [row] = await tx
    .select({ line: upperLines, state: stateNow })
    .from(upperLines)
    .leftJoin(adoptionRevocations, revoked)
    .where(eq(upperLines.id, lineId))
  if (!row) throw notFound('清单内容')
  if (row.state !== 'open') throw closedFault(row.state)
  return row.line
}

async function linesOf(tx: Database, listId: string) {
  const rows = await tx
    .select({ line: upperLines, state: stateNow })
    .from(upperLines)
    .leftJoin(adoptionRevocations, revoked)
    .where(eq(upperLines.listId, listId))
  if (rows.length === 0) throw notFound('清单')
  return rows
}
