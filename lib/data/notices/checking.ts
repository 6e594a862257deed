import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { db, snapshot } from '@/db/client'
import { noticeRows, notices } from '@/db/schema'
import type { IssuedCopy } from '@/lib/domain/checking/issued'
import type { Register } from '@/lib/domain/checking/names'
import type { CheckReport } from '@/lib/domain/checking/report'
import { type SystemFigures, withSystem } from '@/lib/domain/checking/system'
import { noticeChangeInWords } from '@/lib/domain/notices/changes'
import { noticeText } from '@/lib/domain/notices/text'
import type { CategoryRow } from '@/lib/domain/office/category'
import { can, type Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { authorize } from '../core/authorize'
import { countedNow, rankedNow } from '../figures/inner/kept'
import { registerIn } from './inner/report'
import { documentOf } from './inner/rows'
import { isIntact, noticeStandingOf } from './inner/standing'

/** What a notice is checked against: the register of units with its categories, and the notices that were issued here. */
export type KnownHere = { register: Register; categories: readonly CategoryRow[]; issued: readonly IssuedCopy[] }

/** A document and what the check found in it. */
export type CheckedDocument = { name: string; report: CheckReport }

/**
 * Has documents checked that were given to the portal, by whoever reads files, against all that is known here; with
 * `system` also against the targets, the rule book and the counts of their quarter.
 */
export async function checkText(
  viewer: Viewer,
  { system }: { system: boolean },
  check: (known: KnownHere) => Promise<CheckedDocument[]>,
): Promise<CheckedDocument[]> {
  const checked: CheckedDocument[] = []
  for (const { name, report } of await check(await knownTo(viewer))) {
    const figures = system && report.stated ? await figuresHere(viewer, report.stated.quarter) : null
    checked.push({ name, report: withSystem(report, figures) })
  }
  return checked
}

/** What is held of a quarter; null for whoever may not read figures. */
async function figuresHere(viewer: Viewer, quarter: Quarter): Promise<SystemFigures | null> {
  if (!can(viewer, 'figures.read').allowed) return null
  return snapshot(async (tx) => {
    const [counted] = await countedNow(tx, [quarter])
    const held = Boolean(counted && (counted.past !== null || counted.items.size > 0 || counted.adoptions.length > 0))
    return { ranking: await rankedNow(tx, quarter), held }
  })
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
    const changes = await noticeStandingOf(db(), notice)
    issued.push({
      code: notice.code,
      number: notice.number,
      quarter: notice.quarter,
      text: noticeText(documentOf(notice)),
      intact: isIntact(notice, counted),
      current: changes.map(noticeChangeInWords),
      changes,
    })
  }
  return { ...(await registerIn(db())), issued }
}
