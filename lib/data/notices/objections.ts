import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import { type Database, db } from '@/db/client'
import { notices, objections, objectionWindows, units, users } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { printedOf } from '@/lib/domain/notices/own-figure'
import type { Viewer } from '@/lib/domain/people/policy'
import { chineseDateTime, type Quarter } from '@/lib/domain/time/quarter'
import type { AnswerInput, RaiseInput, WindowInput } from '@/lib/schemas/notices'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { rankingOf } from '../figures/figures'

export type Objection = typeof objections.$inferSelect & {
  unit: string
  raisedByName: string
  answeredByName: string | null
}

/** The window of a quarter, and the objections within the viewer's reach, newest first: a unit sees its own. */
export async function objectionsOf(
  viewer: Viewer,
  quarter: Quarter,
): Promise<{ window: { opensAt: number; closesAt: number } | null; objections: Objection[] }> {
  authorize(viewer, 'objection.read')
  const [window] = await db().select().from(objectionWindows).where(eq(objectionWindows.quarter, quarter))
  const own = viewer.unitId === null ? undefined : eq(objections.unitId, viewer.unitId)
  const rows = await db()
    .select({ objection: objections, unit: units.name, raisedByName: users.name })
    .from(objections)
    .innerJoin(units, eq(units.id, objections.unitId))
    .innerJoin(users, eq(users.id, objections.raisedBy))
    .where(and(eq(objections.quarter, quarter), own))
    .orderBy(desc(objections.raisedAt))
  const answerers = new Map(
    (await db().select({ id: users.id, name: users.name }).from(users)).map((u) => [u.id, u.name]),
  )
  return {
    window: window ?? null,
    objections: rows.map(({ objection, unit, raisedByName }) => ({
      ...objection,
      unit,
      raisedByName,
      answeredByName: objection.answeredBy ? (answerers.get(objection.answeredBy) ?? null) : null,
    })),
  }
}

/** Opens the window of a quarter, or moves its end. Throws 409 once the notice is issued. */
export function openWindow(viewer: Viewer, input: WindowInput, arrival: Arrival): Promise<{ closesAt: number }> {
  return write(viewer, 'objection.open', arrival, input, async (tx) => {
    authorize(viewer, 'objection.open')
    await notIssued(tx, input.quarter)
    const closesAt = Date.parse(`${input.until}T18:00:00+08:00`)
    if (closesAt <= arrival.at) throw new Fault('invalid', '截止日期须晚于现在。', { until: '截止日期须晚于现在。' })
    const row = { quarter: input.quarter, opensAt: arrival.at, closesAt, openedBy: viewer.userId }
    await tx
      .insert(objectionWindows)
      .values(row)
      .onConflictDoUpdate({ target: objectionWindows.quarter, set: { closesAt, openedBy: viewer.userId } })
    await record(
      tx,
      viewer.userId,
      { verb: 'objection.open', subject: input.quarter, detail: { closesAt } },
      arrival.at,
    )
    return { closesAt }
  })
}

/** A unit objects to a count of its own. It keeps what the live table printed at that moment. */
export async function raiseObjection(viewer: Viewer, input: RaiseInput, arrival: Arrival): Promise<{ id: string }> {
  authorize(viewer, 'objection.raise')
  const ranking = await rankingOf(viewer, input.quarter)
  return write(viewer, 'objection.raise', arrival, input, async (tx) => {
    const [unit] = await tx
      .select()
      .from(units)
      .where(eq(units.id, viewer.unitId ?? ''))
    if (!unit) throw notFound('单位')
    const [window] = await tx.select().from(objectionWindows).where(eq(objectionWindows.quarter, input.quarter))
    if (!window) throw new Fault('conflict', '本季度没有开放异议期；对数据有疑问，请与区政府办公室联系。')
    if (arrival.at >= window.closesAt)
      throw new Fault('conflict', `异议期已于 ${chineseDateTime(window.closesAt)} 结束，请与区政府办公室联系。`)
    const printed = printedOf(ranking, unit.id, input.figure)
    const row = {
      id: randomUUID(),
      quarter: input.quarter,
      unitId: unit.id,
      figure: input.figure,
      printed,
      said: input.said,
      raisedBy: viewer.userId,
      raisedAt: arrival.at,
    }
    await tx.insert(objections).values(row)
    const detail = { quarter: input.quarter, unit: unit.id, figure: input.figure, said: digestOf(input.said) }
    await record(tx, viewer.userId, { verb: 'objection.raise', subject: row.id, detail }, arrival.at)
    return { id: row.id }
  })
}

/** The office answers an objection, once, on record. */
export function answerObjection(viewer: Viewer, input: AnswerInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'objection.answer', arrival, input, async (tx) => {
    authorize(viewer, 'objection.answer')
    const [objection] = await tx.select().from(objections).where(eq(objections.id, input.id))
    if (!objection) throw notFound('异议')
    if (objection.answeredAt !== null) throw new Fault('conflict', '这条异议已经答复。')
    const { outcome, answer } = input
    await tx
      .update(objections)
      .set({ outcome, answer, answeredBy: viewer.userId, answeredAt: arrival.at })
      .where(eq(objections.id, objection.id))
    const detail = { quarter: objection.quarter, unit: objection.unitId, outcome, answer: digestOf(answer) }
    await record(tx, viewer.userId, { verb: 'objection.answer', subject: objection.id, detail }, arrival.at)
    return { id: objection.id }
  })
}

async function notIssued(tx: Database, quarter: Quarter): Promise<void> {
  const [issued] = await tx
    .select({ number: notices.number })
    .from(notices)
    .where(eq(notices.quarter, quarter))
    .limit(1)
  if (issued) throw new Fault('conflict', `本季度通报已印发（${issued.number}），不能再开放异议期。`)
}
