import 'server-only'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import type { Database } from '@/db/client'
import { audit, noticeDrafts } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { type DraftState, draftStep, type NoticeVerb, OPEN_DRAFTS } from '@/lib/domain/notices/draft'
import { writersOf } from '@/lib/domain/notices/hands'
import type { Hands, Words } from '@/lib/domain/notices/words'
import type { Action, MadeSubject, Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { authorize } from '../../core/authorize'
import { write } from '../../core/write'
import type { DraftRow } from './rows'

/** The right that each change of a draft asks for. */
const RIGHTS = {
  write: 'notice.write',
  confirm: 'notice.confirm',
  drop: 'notice.write',
  propose: 'notice.propose',
  take_back: 'notice.propose',
  issue: 'notice.issue',
} as const satisfies Record<NoticeVerb, Action>

/** Whoever may not issue a draft: who wrote words that still stand in it, who changed it last, who proposed it. */
export async function makersOf(tx: Database, draft: DraftRow): Promise<MadeSubject> {
  return { madeBy: [...writersOf(await draftWords(tx, draft)), draft.writtenBy, draft.proposedBy] }
}

/** What people wrote in a draft, with their hands; of one older than these, everybody who ever changed it. */
export async function draftWords(tx: Database, draft: DraftRow): Promise<Words & { hands: Hands }> {
  const words = JSON.parse(draft.words) as Words
  if (words.hands) return { ...words, hands: words.hands }
  const earlier = await tx
    .selectDistinct({ actor: audit.actor })
    .from(audit)
    .where(and(eq(audit.subject, draft.id), inArray(audit.verb, ['notice.open', 'notice.write'])))
  return { ...words, hands: { earlier: earlier.map(({ actor }) => actor) } }
}

export type At = { id: string; version: number }

export type Patch = Partial<Omit<typeof noticeDrafts.$inferInsert, 'id' | 'version' | 'state'>>

/** The open draft of a quarter, of the notice or of a correction. */
export async function openDraftRow(tx: Database, quarter: Quarter): Promise<DraftRow | undefined> {
  const [row] = await tx
    .select()
    .from(noticeDrafts)
    .where(and(eq(noticeDrafts.quarter, quarter), inArray(noticeDrafts.state, [...OPEN_DRAFTS])))
    .orderBy(desc(noticeDrafts.createdAt))
    .limit(1)
  return row
}

/**
 * The way of every change of a draft: within reach? allowed? legal now? still the version that was seen? Then the change
 * and its entry.
 */
export function change(
  viewer: Viewer,
  verb: Exclude<NoticeVerb, 'issue'>,
  input: At,
  arrival: Arrival,
  work: (tx: Database, draft: DraftRow) => Promise<Patch>,
): Promise<At> {
  return write(viewer, RIGHTS[verb], arrival, input, async (tx) => {
    const { draft, to } = await loadDraft(tx, viewer, verb, input)
    const patch = { ...(await work(tx, draft)), state: to }
    const version = draft.version + 1
    await tx
      .update(noticeDrafts)
      .set({ writtenBy: viewer.userId, updatedAt: arrival.at, ...patch, version })
      .where(eq(noticeDrafts.id, draft.id))
    const detail = { quarter: draft.quarter, version, digest: digestOf(JSON.stringify(patch)) }
    await record(tx, viewer.userId, { verb: `notice.${verb}`, subject: draft.id, detail }, arrival.at)
    return { id: draft.id, version }
  })
}

/**
 * The draft that a write is meant for, and the state that it leads to. Throws 404, 403, or 409 with what has happened to
 * it meanwhile.
 */
export async function loadDraft(
  tx: Database,
  viewer: Viewer,
  verb: NoticeVerb,
  { id, version }: At,
): Promise<{ draft: DraftRow; to: DraftState }> {
  authorize(viewer, RIGHTS[verb])
  const [draft] = await tx.select().from(noticeDrafts).where(eq(noticeDrafts.id, id))
  if (!draft) throw notFound('通报稿')
  const next = draftStep(verb, draft.state)
  if (next.blocked !== undefined) throw new Fault('conflict', next.blocked)
  if (draft.version !== version) {
    throw new Fault('conflict', '通报稿已由他人或在另一个窗口改动。您填写的内容仍保留在本页，请另开窗口核对后再提交。')
  }
  if (verb === 'issue') authorize(viewer, RIGHTS.issue, await makersOf(tx, draft))
  return { draft, to: next.to }
}
