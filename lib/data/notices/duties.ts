import 'server-only'
import { gt, inArray, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { noticeDrafts, objections, objectionWindows } from '@/db/schema'
import { can, type Viewer } from '@/lib/domain/people/policy'
import { chineseDateTime, quarterName } from '@/lib/domain/time/quarter'
import { authorize } from '../core/authorize'

/** Something about a notice that waits for this person. */
export type NoticeDuty = { words: string; href: string }

/** What waits: for the office, drafts and objections; for a unit, a window in which it may object. */
export async function noticeDuties(viewer: Viewer, now: number): Promise<NoticeDuty[]> {
  authorize(viewer, 'home.read')
  const duties: NoticeDuty[] = []
  if (can(viewer, 'notice.write').allowed) {
    const open = await db()
      .select()
      .from(noticeDrafts)
      .where(inArray(noticeDrafts.state, ['writing', 'proposed']))
    for (const { quarter, state, corrects } of open) {
      const what = `${quarterName(quarter)}${corrects ? '更正' : '通报'}`
      duties.push({ words: `${what}${state === 'proposed' ? '待印发' : '在起草'}`, href: `/notices/${quarter}/draft` })
    }
  }
  if (can(viewer, 'objection.answer').allowed) {
    const waiting = await db()
      .select({ quarter: objections.quarter })
      .from(objections)
      .where(isNull(objections.answeredAt))
    for (const quarter of new Set(waiting.map((row) => row.quarter))) {
      const n = waiting.filter((row) => row.quarter === quarter).length
      duties.push({
        words: `${quarterName(quarter)}异议待答复 ${n}`,
        href: `/notices/${quarter}/objections`,
      })
    }
  }
  if (can(viewer, 'objection.raise').allowed) {
    const windows = await db().select().from(objectionWindows).where(gt(objectionWindows.closesAt, now))
    for (const { quarter, closesAt } of windows) {
      duties.push({
        words: `${quarterName(quarter)}统计核对，异议期到 ${chineseDateTime(closesAt)}`,
        href: `/notices/${quarter}/objections`,
      })
    }
  }
  return duties
}
