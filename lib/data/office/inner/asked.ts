import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  accountRequests,
  attachments,
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

/** What belongs to people and the office rather than to the flow of items; each asks one table for the ids it knows. */
export const OF_THE_OFFICE: readonly ((ids: string[]) => Promise<SubjectWords[]>)[] = [
  async (ids) =>
    (await db().select().from(accountRequests).where(inArray(accountRequests.id, ids))).map(
      ({ id, kind, name, login }) => ({ id, words: `${REQUESTS[kind]}的申请 ${name}（${login}）` }),
    ),
  async (ids) =>
    (await db().select().from(reasons).where(inArray(reasons.id, ids))).map(({ id, words }) => ({
      id,
      words: `原因“${words}”`,
    })),
  async (ids) =>
    (await db().select().from(savedViews).where(inArray(savedViews.id, ids))).map(({ id, name }) => ({
      id,
      words: `视图“${name}”`,
    })),
  async (ids) =>
    (await db().select().from(simulations).where(inArray(simulations.id, ids))).map(({ id, name, quarter }) => ({
      id,
      words: `${quarterName(quarter)}试算“${name}”`,
    })),
  async (ids) =>
    (await db().select().from(suggestions).where(inArray(suggestions.id, ids))).map(({ id, title }) => ({
      id,
      words: `下步建议“${title}”`,
    })),
  async (ids) =>
    (
      await db()
        .select({ id: objections.id, quarter: objections.quarter, unit: units.name })
        .from(objections)
        .innerJoin(units, eq(units.id, objections.unitId))
        .where(inArray(objections.id, ids))
    ).map(({ id, quarter, unit }) => ({ id, words: `${unit}对${quarterName(quarter)}的异议` })),
  async (ids) =>
    (
      await db()
        .select({ id: upperLines.id, position: upperLines.position, list: upperLists.name })
        .from(upperLines)
        .innerJoin(upperLists, eq(upperLists.id, upperLines.listId))
        .where(inArray(upperLines.id, ids))
    ).map(({ id, position, list }) => ({ id, words: `上级清单“${list}”第 ${position} 条` })),
  async (ids) =>
    (
      await db()
        .select({ id: attachments.id, position: attachments.position, ref: items.ref })
        .from(attachments)
        .innerJoin(items, eq(items.id, attachments.itemId))
        .where(inArray(attachments.id, ids))
    ).map(({ id, position, ref }) => ({ id, words: `信息 ${ref} 的第 ${position + 1} 个附件` })),
]
