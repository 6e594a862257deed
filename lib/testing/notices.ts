import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { noticeDrafts } from '@/db/schema'
import { draftOf } from '@/lib/data/notices/draft-view'
import { openDraft, saveNoticeHead } from '@/lib/data/notices/drafts'
import { issueNotice, proposeNotice } from '@/lib/data/notices/issue'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import type { HeadInput } from '@/lib/schemas/notices'
import { arrival } from './world'

/** The day on which the notices of the tests are written and issued. */
export const NOTICE_DAY = '2026-04-12'

/** A head with all that a notice needs. */
export function noticeHead(at: { id: string; version: number }, over: Partial<HeadInput> = {}): HeadInput {
  return {
    ...at,
    number: '雁府办发〔2026〕7号',
    issuer: '雁江区人民政府办公室',
    addressees: '各有关单位：',
    date: NOTICE_DAY,
    copies: '区委办公室。',
    docOnTargets: '',
    ...{ title: '', mark: '', submissionName: '', adoptionName: '', imprintOffice: '', imprintDate: '' },
    sealed: 'yes',
    ...over,
  }
}

/** Begins the draft of a quarter, or goes on with the one that is open. */
export async function beginDraft(writer: Viewer, quarter: Quarter, over: object = {}) {
  const { id } = await openDraft(writer, { quarter, corrects: '', reason: '', ...over }, arrival(NOTICE_DAY))
  const [row] = await db().select().from(noticeDrafts).where(eq(noticeDrafts.id, id))
  return { id, version: row?.version ?? 0 }
}

/** The draft as its writer sees it; throws where there is none. */
export async function draftSeen(writer: Viewer, quarter: Quarter) {
  const view = await draftOf(writer, quarter, Date.parse(`${NOTICE_DAY}T12:00:00+08:00`))
  if (!view) throw new Error('no draft')
  return view
}

/** Writes the notice of a quarter with all that it needs, and issues it by another's hand. */
export async function anIssuedNotice(
  writer: Viewer,
  issuer: Viewer,
  quarter: Quarter,
  despite = '',
): Promise<{ id: string }> {
  const saved = await saveNoticeHead(writer, noticeHead(await beginDraft(writer, quarter)), arrival(NOTICE_DAY))
  const proposed = await proposeNotice(writer, saved, arrival(NOTICE_DAY))
  return issueNotice(issuer, { ...proposed, despite }, arrival(NOTICE_DAY))
}
