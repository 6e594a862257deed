import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { noticeRows, notices } from '@/db/schema'
import { notFound } from '@/lib/domain/base/fault'
import { checkNotice, compareWithIssued } from '@/lib/domain/checking/consistency'
import type { Compared, IssuedCopy } from '@/lib/domain/checking/issued'
import type { Register } from '@/lib/domain/checking/names'
import type { CheckReport } from '@/lib/domain/checking/report'
import { noticeChangeInWords } from '@/lib/domain/notices/changes'
import { noticeText } from '@/lib/domain/notices/text'
import type { CategoryRow } from '@/lib/domain/office/category'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { documentOf } from './inner/composing'
import { registerIn } from './inner/report'
import { isIntact, noticeStandingOf } from './inner/standing'

/** What a notice is checked against: the register of units with its categories, and the notices that were issued here. */
export type KnownHere = { register: Register; categories: readonly CategoryRow[]; issued: readonly IssuedCopy[] }

/** Checks any document that was given to the portal. */
export async function checkText(viewer: Viewer, text: string): Promise<CheckReport> {
  return checkNotice(text, await knownTo(viewer))
}

/**
 * Compares a document with the one that was issued under a code, and with nothing else. Whoever may not read the notice
 * learns whether and where the two differ, and not what stands there.
 */
export async function checkAgainst(viewer: Viewer, code: string, text: string): Promise<Compared> {
  const { issued, ...known } = await knownTo(viewer)
  const copy = issued.find((one) => one.code === code)
  if (!copy) throw notFound('通报')
  // The code is what was typed, whether or not the file still carries it: whatever differs is to be found.
  return compareWithIssued(text.includes(code) ? text : `${text}\n校验码：${code}`, copy, known)
}

/** All that a document is compared with. */
export async function knownTo(viewer: Viewer): Promise<KnownHere> {
  authorize(viewer, 'notice.verify')
  const rows = await db()
    .select({ notice: notices, rows: noticeRows.rows })
    .from(notices)
    .innerJoin(noticeRows, eq(noticeRows.noticeId, notices.id))
    .orderBy(asc(notices.issuedAt))
  const issued: IssuedCopy[] = []
  for (const { notice, rows: counted } of rows) {
    issued.push({
      code: notice.code,
      number: notice.number,
      quarter: notice.quarter,
      text: noticeText(documentOf(notice)),
      intact: isIntact(notice, counted),
      current: (await noticeStandingOf(db(), notice)).map(noticeChangeInWords),
    })
  }
  return { ...(await registerIn(db())), issued }
}
