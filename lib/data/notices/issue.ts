import 'server-only'
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import type { Database } from '@/db/client'
import { noticeDrafts, noticeRows, notices } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import { freeze } from '@/lib/domain/notices/frozen'
import { hindrances } from '@/lib/domain/notices/readiness'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { write } from '../core/write'
import { composeDraft } from './inner/composing'
import { countedRows } from './inner/counted-rows'
import { change, loadDraft } from './inner/drafts'
import { standingObjections } from './inner/objections'
import { draftReport } from './inner/report'
import type { DraftRow } from './inner/rows'
import { codeOf, digestOfNotice } from './inner/seal'

type At = { id: string; version: number }

/** Hands a draft over for issue; from then on its words stand still. */
export function proposeNotice(viewer: Viewer, input: At, arrival: Arrival): Promise<At> {
  const work = async (_tx: Database, { writtenBy }: DraftRow) => {
    return { proposedBy: viewer.userId, writtenBy }
  }
  return change(viewer, 'propose', input, arrival, work)
}

/** Gives a proposed draft back to its writers. */
export function takeBackNotice(viewer: Viewer, input: At, arrival: Arrival): Promise<At> {
  const work = async (_tx: Database, { writtenBy }: DraftRow) => {
    return { proposedBy: null, writtenBy }
  }
  return change(viewer, 'take_back', input, arrival, work)
}

/**
 * Issues a proposed draft: checks it once more, freezes document, tables, rules and the digest of the data, all in the
 * transaction that reads them. Whoever wrote or proposed it can't issue it. `despite`: why, in spite of faults.
 */
export function issueNotice(
  viewer: Viewer,
  input: At & { despite: string },
  arrival: Arrival,
): Promise<{ id: string; quarter: Quarter; code: string }> {
  return write(viewer, 'notice.issue', arrival, input, async (tx) => {
    const { draft, to } = await loadDraft(tx, viewer, 'issue', input)
    const quarter = draft.quarter
    const despite = input.despite || null
    const { notice, counted, changes } = await composeDraft(tx, draft)
    const { faults } = await draftReport(tx, notice, changes)
    const objections = await standingObjections(tx, quarter)
    const inTheWay = hindrances({
      quarter,
      now: arrival.at,
      number: draft.number,
      blocks: notice.blocks,
      faults: faults.length,
      despite,
      ...objections,
    })
    if (inTheWay.length > 0) throw new Fault('conflict', `现在不能印发：${inTheWay.join('')}`)

    const sealed = {
      document: JSON.stringify(notice),
      figures: freeze(counted),
      rows: JSON.stringify(await countedRows(tx, quarter)),
    }
    const digest = digestOfNotice(sealed)
    const row = {
      id: randomUUID(),
      quarter,
      corrects: draft.corrects,
      reason: draft.reason,
      number: notice.number,
      date: draft.date,
      document: sealed.document,
      figures: sealed.figures,
      faults: JSON.stringify(faults),
      despite,
      digest,
      code: codeOf(digest),
      version: draft.version,
      writtenBy: draft.writtenBy,
      issuedBy: viewer.userId,
      issuedAt: arrival.at,
    }
    await tx.insert(notices).values(row)
    await tx.insert(noticeRows).values({ noticeId: row.id, rows: sealed.rows })
    await tx
      .update(noticeDrafts)
      .set({ state: to, despite, version: draft.version + 1, updatedAt: arrival.at })
      .where(eq(noticeDrafts.id, draft.id))
    const detail = { quarter, digest, faults: faults.length, despite: digestOf(despite), corrects: draft.corrects }
    await record(tx, viewer.userId, { verb: 'notice.issue', subject: row.id, detail }, arrival.at)
    return { id: row.id, quarter, code: row.code }
  })
}
