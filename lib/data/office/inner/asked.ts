import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  accountRequests,
  attachments,
  isolations,
  items,
  objections,
  reasons,
  savedViews,
  simulations,
  suggestions,
  units,
  upperLines,
  upperLists,
} from '@/db/schema'
import { REQUESTS } from '@/lib/domain/people/three-hands'
import { quarterName } from '@/lib/domain/time/quarter'

/** What an id stands for, in words. */
export type SubjectWords = { id: string; words: string }

/** What was found, each in words. */
export async function said<Row extends { id: string }>(
  found: PromiseLike<Row[]>,
  words: (row: Row) => string,
): Promise<SubjectWords[]> {
  return (await found).map((row) => ({ id: row.id, words: words(row) }))
}

/** What belongs to people and the office rather than to the flow of items; each asks one table for the ids it knows. */
export const OF_THE_OFFICE: readonly ((ids: string[]) => Promise<SubjectWords[]>)[] = [
  (ids) =>
    said(
      db().select().from(accountRequests).where(inArray(accountRequests.id, ids)),
      ({ kind, name, login }) => `${REQUESTS[kind]}的申请 ${name}（${login}）`,
    ),
  (ids) =>
    said(
      db()
        .select({ id: isolations.id, ref: items.ref })
        .from(isolations)
        .innerJoin(items, eq(items.id, isolations.itemId))
        .where(inArray(isolations.id, ids)),
      ({ ref }) => `隔离（信息 ${ref}）`,
    ),
  (ids) => said(db().select().from(reasons).where(inArray(reasons.id, ids)), ({ words }) => `原因“${words}”`),
  (ids) => said(db().select().from(savedViews).where(inArray(savedViews.id, ids)), ({ name }) => `视图“${name}”`),
  (ids) =>
    said(
      db().select().from(simulations).where(inArray(simulations.id, ids)),
      ({ name, quarter }) => `${quarterName(quarter)}试算“${name}”`,
    ),
  (ids) =>
    said(db().select().from(suggestions).where(inArray(suggestions.id, ids)), ({ title }) => `下步建议“${title}”`),
  (ids) =>
    said(
      db()
        .select({ id: objections.id, quarter: objections.quarter, unit: units.name })
        .from(objections)
        .innerJoin(units, eq(units.id, objections.unitId))
        .where(inArray(objections.id, ids)),
      ({ quarter, unit }) => `${unit}对${quarterName(quarter)}的异议`,
    ),
  (ids) =>
    said(
      db()
        .select({ id: upperLines.id, position: upperLines.position, list: upperLists.name })
        .from(upperLines)
        .innerJoin(upperLists, eq(upperLists.id, upperLines.listId))
        .where(inArray(upperLines.id, ids)),
      ({ position, list }) => `上级清单“${list}”第 ${position} 条`,
    ),
  (ids) =>
    said(
      db()
        .select({ id: attachments.id, position: attachments.position, ref: items.ref })
        .from(attachments)
        .innerJoin(items, eq(items.id, attachments.itemId))
        .where(inArray(attachments.id, ids)),
      ({ position, ref }) => `信息 ${ref} 的第 ${position} 个附件`,
    ),
]
