import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { noticeRows, notices } from '@/db/schema'
import type { IssuedCopy } from '@/lib/domain/checking/issued'
import type { Register } from '@/lib/domain/checking/names'
import { noticeChangeInWords } from '@/lib/domain/notices/changes'
import { noticeText } from '@/lib/domain/notices/text'
import type { CategoryRow } from '@/lib/domain/office/category'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { registerIn } from './inner/report'
import { documentOf } from './inner/rows'
import { isIntact, noticeStandingOf } from './inner/standing'

/** What a notice is checked against: the register of units with its categories, and the notices that were issued here. */
export type KnownHere = { register: Register; categories: readonly CategoryRow[]; issued: readonly IssuedCopy[] }

/** Has documents checked that were given to the portal, by whoever reads files, against all that is known here. */
export async function checkText<T>(viewer: Viewer, check: (known: KnownHere) => Promise<T>): Promise<T> {
  return check(await knownTo(viewer))
}

/** All that a document is compared with; with a code, of what was issued only what bears it. */
export async function knownTo(viewer: Viewer, code?: string): Promise<KnownHere> {
  authorize(viewer, 'notice.verify')
  const rows = await db()
    .select({ notice: notices, rows: noticeRows.rows })
    .from(notices)
    .innerJoin(noticeRows, eq(noticeRows.noticeId, notices.id))
    .where(code === undefined ? undefined : eq(notices.code, code))
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
