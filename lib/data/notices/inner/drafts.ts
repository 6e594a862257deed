import 'server-only'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import type { Database } from '@/db/client'
import { noticeDrafts } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Action, Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { authorize } from '../../core/authorize'
import { write } from '../../core/write'
import type { DraftRow } from './composing'

/** What the log calls a change of a draft. */
type DraftVerb = 'notice.write' | 'notice.confirm' | 'notice.drop' | 'notice.propose' | 'notice.take_back'

export type At = { id: string; version: number }

export type Patch = Partial<Omit<typeof noticeDrafts.$inferInsert, 'id' | 'version'>>

/** A draft that is still open: being written, or proposed for issue. */
export const OPEN = ['writing', 'proposed'] as const

/** The open draft of a quarter, of the notice or of a correction. */
export async function openDraftRow(tx: Database, quarter: Quarter): Promise<DraftRow | undefined> {
  const [row] = await tx
    .select()
    .from(noticeDrafts)
    .where(and(eq(noticeDrafts.quarter, quarter), inArray(noticeDrafts.state, [...OPEN])))
    .orderBy(desc(noticeDrafts.createdAt))
    .limit(1)
  return row
}

/**
 * The way of every change of a draft: within reach? allowed? legal now? still the version that was seen? Then the change
 * and its entry. `states`: in which a draft may be changed so.
 */
export function change(
  viewer: Viewer,
  right: 'notice.write' | 'notice.propose',
  input: At,
  arrival: Arrival,
  work: (tx: Database, draft: DraftRow) => Promise<Patch>,
  verb: DraftVerb = right,
  states: readonly DraftRow['state'][] = ['writing'],
): Promise<At> {
  return write(viewer, right, arrival, input, async (tx) => {
    const draft = await loadDraft(tx, viewer, right, input, states)
    const patch = await work(tx, draft)
    const version = draft.version + 1
    await tx
      .update(noticeDrafts)
      .set({ writtenBy: viewer.userId, updatedAt: arrival.at, ...patch, version })
      .where(eq(noticeDrafts.id, draft.id))
    const detail = { quarter: draft.quarter, version, digest: digestOf(JSON.stringify(patch)) }
    await record(tx, viewer.userId, { verb, subject: draft.id, detail }, arrival.at)
    return { id: draft.id, version }
  })
}

/** The draft that a write is meant for. Throws 404, 403, or 409 with what has happened to it meanwhile. */
export async function loadDraft(
  tx: Database,
  viewer: Viewer,
  right: Action,
  { id, version }: At,
  states: readonly DraftRow['state'][],
): Promise<DraftRow> {
  authorize(viewer, right)
  const [draft] = await tx.select().from(noticeDrafts).where(eq(noticeDrafts.id, id))
  if (!draft) throw notFound('通报稿')
  if (!states.includes(draft.state)) throw new Fault('conflict', NOT_NOW[draft.state])
  if (draft.version !== version) {
    throw new Fault('conflict', '通报稿已由他人或在另一个窗口改动。您填写的内容仍保留在本页，请另开窗口核对后再提交。')
  }
  return draft
}

const NOT_NOW: Record<DraftRow['state'], string> = {
  writing: '通报稿尚未提请印发。',
  proposed: '通报稿已提请印发，如需修改，请先退回起草。',
  issued: '通报已印发，内容不再改动；数据有变动的，请起草更正。',
  dropped: '这份通报稿已放弃，请重新起草。',
}
