import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull, or } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import { db } from '@/db/client'
import { savedViews } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { can, type Viewer } from '@/lib/domain/people/policy'
import type { DropViewInput, ViewInput } from '@/lib/schemas/desk'
import { authorize } from '../core/authorize'
import { write } from '../core/write'

/** How many views of their own a person keeps, and the office for everybody. */
export const VIEWS_MAX = 20

export type View = {
  id: string
  name: string
  query: string
  everybody: boolean
  /** Whether this viewer may delete it. */
  mayDrop: boolean
}

/** Everybody's views, then the viewer's own, in the order in which they were kept. */
export async function viewsOf(viewer: Viewer): Promise<View[]> {
  authorize(viewer, 'desk.read')
  const rows = await db()
    .select()
    .from(savedViews)
    .where(or(isNull(savedViews.userId), eq(savedViews.userId, viewer.userId)))
    .orderBy(asc(savedViews.position))
  const shares = can(viewer, 'view.share').allowed
  return rows
    .map(({ id, name, query, userId }) => ({
      id,
      name,
      query,
      everybody: userId === null,
      mayDrop: userId !== null || shares,
    }))
    .toSorted((a, b) => Number(b.everybody) - Number(a.everybody))
}

/** Keeps a filter under a name, for oneself or, with the right to issue, for everybody. */
export function keepView(viewer: Viewer, input: ViewInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'view.keep', arrival, input, async (tx) => {
    authorize(viewer, 'view.keep')
    if (input.everybody) authorize(viewer, 'view.share')
    const userId = input.everybody ? null : viewer.userId
    const whose = userId === null ? isNull(savedViews.userId) : eq(savedViews.userId, userId)
    const kept = await tx.select({ name: savedViews.name, position: savedViews.position }).from(savedViews).where(whose)
    if (kept.some(({ name }) => name === input.name)) {
      const message = '已有同名的视图，请换一个名称，或先删除原来的视图。'
      throw new Fault('conflict', message, { name: message })
    }
    if (kept.length >= VIEWS_MAX) throw new Fault('conflict', `视图最多保存 ${VIEWS_MAX} 个，请先删除不用的。`)
    const id = randomUUID()
    const position = Math.max(0, ...kept.map((view) => view.position)) + 1
    await tx.insert(savedViews).values({ id, userId, name: input.name, query: input.query, position })
    const detail = { everybody: userId === null, text: digestOf(input.name, input.query) }
    await record(tx, viewer.userId, { verb: 'view.keep', subject: id, detail }, arrival.at)
    return { id }
  })
}

/** Deletes a view of one's own, or with the right to issue one of everybody's. Another's is not found. */
export function dropView(viewer: Viewer, { viewId }: DropViewInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'view.keep', arrival, { viewId }, async (tx) => {
    authorize(viewer, 'view.keep')
    const [view] = await tx
      .select()
      .from(savedViews)
      .where(and(eq(savedViews.id, viewId), or(isNull(savedViews.userId), eq(savedViews.userId, viewer.userId))))
    if (!view) throw notFound('视图')
    if (view.userId === null) authorize(viewer, 'view.share')
    await tx.delete(savedViews).where(eq(savedViews.id, view.id))
    const detail = { everybody: view.userId === null }
    await record(tx, viewer.userId, { verb: 'view.drop', subject: view.id, detail }, arrival.at)
    return { id: view.id }
  })
}
