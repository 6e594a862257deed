import 'server-only'
import { and, asc, desc, eq } from 'drizzle-orm'
import { db, snapshot } from '@/db/client'
import { alias } from '@/db/columns'
import { audit, noticeRows, notices, RARELY, users } from '@/db/schema'
import { notFound } from '@/lib/domain/base/fault'
import type { PrintedFault } from '@/lib/domain/checking/report'
import type { NoticeChange } from '@/lib/domain/notices/changes'
import type { Notice } from '@/lib/domain/notices/document'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { authorize } from '../core/authorize'
import { documentOf, type NoticeRow } from './inner/rows'
import { codeOf, readCode } from './inner/seal'
import { isIntact, noticeStandingOf } from './inner/standing'

/** An issued notice or correction, without its text. */
export type Issued = Pick<
  NoticeRow,
  'id' | 'quarter' | 'number' | 'date' | 'code' | 'digest' | 'corrects' | 'reason' | 'despite' | 'issuedAt'
> & { title: string; writtenBy: string; issuedBy: string; faults: PrintedFault[] }

/** With its text; `changes`: what the data of this moment would print otherwise. */
export type IssuedNotice = Issued & { notice: Notice; changes: NoticeChange[]; intact: boolean }

/** The notices issued for a quarter, its corrections after it, oldest first. */
export async function issuedIn(viewer: Viewer, quarter: Quarter): Promise<Issued[]> {
  authorize(viewer, 'notice.read')
  const rows = await withNames().where(eq(notices.quarter, quarter)).orderBy(asc(notices.issuedAt))
  return rows.map(summary)
}

/** The newest issued notice of the newest quarter that has one; null where none was ever issued. */
export async function newestIssued(viewer: Viewer): Promise<Pick<NoticeRow, 'id' | 'quarter' | 'number'> | null> {
  authorize(viewer, 'notice.read')
  const { id, quarter, number, issuedAt } = notices
  const [row] = await db().select({ id, quarter, number }).from(notices).orderBy(desc(quarter), desc(issuedAt)).limit(1)
  return row ?? null
}

/** An issued notice as it stands, and how the data stand to it now. Throws 404 when there is none. */
export async function issuedNotice(viewer: Viewer, id: string): Promise<IssuedNotice> {
  authorize(viewer, 'notice.read')
  const [row] = await withNames().where(eq(notices.id, id))
  const [counted] = await db().select().from(noticeRows).where(eq(noticeRows.noticeId, id))
  if (!row || !counted) throw notFound('通报')
  return {
    ...summary(row),
    notice: documentOf(row.notice),
    changes: await snapshot((tx) => noticeStandingOf(tx, row.notice)),
    intact: isIntact(row.notice, counted.rows),
  }
}

/** What anybody may learn from a printed code: whether such a notice was issued, and what became of it. */
export type Verified = Pick<Issued, 'number' | 'title' | 'date' | 'quarter' | 'code' | 'digest' | 'issuedAt'> & {
  intact: boolean
  corrections: { number: string; date: string }[]
  /** The entry of the audit log that this notice was issued in. */
  anchor: { seq: number; hash: string } | null
}

/** A code that was printed once, of a notice that is no longer what it was, or no longer there. */
export type Forged = { forged: true; code: string; issuedAt: number }

/** The notice behind a printed code, however it was typed; null where no notice ever had it. */
export async function verifyNotice(viewer: Viewer, typed: string): Promise<Verified | Forged | null> {
  authorize(viewer, 'notice.verify')
  const code = readCode(typed)
  if (code === null) return null
  const [row] = await withNames().where(eq(notices.code, code))
  const log = await issuesInLog()
  if (!row) {
    const once = log.find(({ digest }) => codeOf(digest) === code)
    return once ? { forged: true, code, issuedAt: once.at } : null
  }
  const entry = log.find(({ subject, digest }) => subject === row.notice.id && digest === row.notice.digest)
  const [counted] = await db().select().from(noticeRows).where(eq(noticeRows.noticeId, row.notice.id))
  const corrections = await db()
    .select({ number: notices.number, date: notices.date })
    .from(notices)
    .where(eq(notices.corrects, row.notice.id))
    .orderBy(desc(notices.issuedAt))
  const { number, title, date, quarter, digest, issuedAt } = summary(row)
  return {
    number,
    title,
    date,
    quarter,
    code,
    digest,
    issuedAt,
    corrections,
    intact: entry !== undefined && isIntact(row.notice, counted?.rows ?? ''),
    anchor: entry ? { seq: entry.seq, hash: entry.hash } : null,
  }
}

/** What the log says was issued, each with its digest: a few a year. */
async function issuesInLog() {
  const { seq, at, subject, detail, hash } = audit
  const entries = await db()
    .select({ seq, at, subject, detail, hash })
    .from(audit)
    .where(and(RARELY, eq(audit.verb, 'notice.issue')))
  return entries.map(({ detail, ...entry }) => ({ ...entry, digest: String(JSON.parse(detail).digest) }))
}

type Named = { notice: NoticeRow; writtenBy: string; issuedBy: string }

function withNames() {
  const issuers = alias(users, 'issuers')
  return db()
    .select({ notice: notices, writtenBy: users.name, issuedBy: issuers.name })
    .from(notices)
    .innerJoin(users, eq(users.id, notices.writtenBy))
    .innerJoin(issuers, eq(issuers.id, notices.issuedBy))
}

function summary({ notice, writtenBy, issuedBy }: Named): Issued {
  const { id, quarter, number, date, code, digest, corrects, reason, despite, issuedAt } = notice
  const { title } = documentOf(notice)
  const faults = JSON.parse(notice.faults) as PrintedFault[]
  return {
    id,
    quarter,
    number,
    date,
    code,
    digest,
    corrects,
    reason,
    despite,
    issuedAt,
    title,
    writtenBy,
    issuedBy,
    faults,
  }
}
