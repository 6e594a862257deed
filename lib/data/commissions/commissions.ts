import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import { db } from '@/db/client'
import { commissions, commissionUnits, items, units, users } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import type { Cursor } from '@/lib/domain/base/cursor'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { type AnswerState, answerState, deadlineOf, isCommissionOpen } from '@/lib/domain/commissions/commission'
import type { ItemState } from '@/lib/domain/items/item'
import type { Category } from '@/lib/domain/office/category'
import type { Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { id as idSchema } from '@/lib/schemas/base'
import type { AskInput, CloseInput } from '@/lib/schemas/commissions'
import { authorize } from '../core/authorize'
import { commissionScope } from '../core/scope'
import { write } from '../core/write'
import { scoringQuarter } from '../notices/inner/open-quarter'

const PAGE = 30

export type Commission = {
  id: string
  topic: string
  words: string
  deadline: number
  askedAt: number
  askedBy: string
  closedAt: number | null
}

/** Where one unit stands. The item is named once it has been sent; its title only while the office has it. */
export type UnitAnswer = {
  unitId: string
  unit: string
  category: Category
  state: AnswerState
  answeredAt: number | null
  item: { id: string; ref: string; title: string | null; state: ItemState } | null
}

/** The commissions within reach, newest first: a unit sees those that ask it, and of their answers its own. */
export async function commissionsFor(
  viewer: Viewer,
  now: number,
  after?: Cursor,
): Promise<{ rows: (Commission & { answers: UnitAnswer[] })[]; next: Cursor | null }> {
  authorize(viewer, 'commission.read')
  const older = after && sql`(${commissions.askedAt}, ${commissions.id}) < (${after.at}, ${after.id})`
  const found = await read(viewer, [older], PAGE + 1)
  const rows = await withAnswers(viewer, found.slice(0, PAGE), now)
  const last = rows.at(-1)
  return { rows, next: found.length > PAGE && last ? { at: last.askedAt, id: last.id } : null }
}

/** The topics of the newest commissions within reach, for a filter. */
export async function commissionTopics(viewer: Viewer): Promise<{ id: string; topic: string }[]> {
  authorize(viewer, 'commission.read')
  return (await read(viewer, [], PAGE)).map(({ id, topic }) => ({ id, topic }))
}

/** One commission with its answers. Throws 404 out of reach. */
export async function commissionOf(
  viewer: Viewer,
  id: string,
  now: number,
): Promise<Commission & { answers: UnitAnswer[] }> {
  authorize(viewer, 'commission.read')
  if (!idSchema.safeParse(id).success) throw notFound('约稿')
  const [commission] = await withAnswers(viewer, await read(viewer, [eq(commissions.id, id)], 1), now)
  if (!commission) throw notFound('约稿')
  return commission
}

/** The commissions to which the viewer's unit still owes an answer, the most urgent first. */
export async function owedBy(viewer: Viewer, now: number): Promise<Commission[]> {
  authorize(viewer, 'commission.read')
  if (viewer.unitId === null) return []
  const open = await withAnswers(viewer, await read(viewer, [isNull(commissions.closedAt)]), now)
  return open
    .filter(({ answers }) => answers.some(({ state }) => isCommissionOpen(state)))
    .toSorted((a, b) => a.deadline - b.deadline)
}

/** The commission that an item of the viewer's unit answers, or is being written for. */
export async function commissionOfItem(
  viewer: Viewer,
  itemId: string,
): Promise<(Commission & { answeredAt: number | null }) | null> {
  authorize(viewer, 'commission.read')
  const known = viewer.unitId === null ? ANSWERED : eq(commissionUnits.unitId, viewer.unitId)
  const [link] = await db()
    .select()
    .from(commissionUnits)
    .where(and(eq(commissionUnits.itemId, itemId), known))
  if (!link) return null
  const [commission] = await read(viewer, [eq(commissions.id, link.commissionId)], 1)
  return commission ? { ...commission, answeredAt: link.answeredAt } : null
}

/** Asks units for items on a topic, until a deadline. */
export function askCommission(viewer: Viewer, input: AskInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'commission.ask', arrival, input, async (tx) => {
    authorize(viewer, 'commission.ask')
    const { topic, words, day, time } = input
    const deadline = deadlineOf(day, time)
    if (deadline <= arrival.at) throw new Fault('invalid', '截止时间须晚于现在。', { day: '截止时间须晚于现在。' })
    const asked = (await tx.select().from(units).orderBy(units.position)).filter(
      (unit) => input.units.includes(unit.id) || input.categories.includes(unit.category),
    )
    if (asked.length === 0) throw new Fault('invalid', '请选择约稿单位。', { units: '请选择约稿单位。' })
    const id = randomUUID()
    await tx
      .insert(commissions)
      .values({ id, topic, words, deadline, askedBy: viewer.userId, askedAt: arrival.at, closedAt: null })
    await tx.insert(commissionUnits).values(asked.map((unit) => ({ commissionId: id, unitId: unit.id })))
    const detail = { deadline, units: asked.map((unit) => unit.id), words: digestOf(topic, words) }
    await record(tx, viewer.userId, { verb: 'commission.ask', subject: id, detail }, arrival.at)
    return { id }
  })
}

/**
 * Ends a commission: who has not answered by now has not answered, which costs points where the rules say so, in the
 * quarter of this day. Ended before its deadline, it costs nothing.
 */
export function closeCommission(viewer: Viewer, input: CloseInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'commission.ask', arrival, input, async (tx) => {
    authorize(viewer, 'commission.ask')
    const [found] = await tx.select().from(commissions).where(eq(commissions.id, input.id))
    if (!found) throw notFound('约稿')
    if (found.closedAt !== null) throw new Fault('conflict', '该约稿已经结束。')
    // An item that its unit took back answers nothing; from now on that stands, whatever becomes of the item.
    await tx
      .update(commissionUnits)
      .set({ answeredAt: null })
      .where(
        and(
          eq(commissionUnits.commissionId, found.id),
          inArray(commissionUnits.itemId, tx.select({ id: items.id }).from(items).where(eq(items.state, 'withdrawn'))),
        ),
      )
    const silent = await tx
      .select({ unitId: commissionUnits.unitId })
      .from(commissionUnits)
      .where(and(eq(commissionUnits.commissionId, found.id), isNull(commissionUnits.answeredAt)))
    // Ended before its deadline it costs nobody anything.
    const late = arrival.at > found.deadline
    const quarter = late ? await scoringQuarter(tx, dayOfInstant(arrival.at), arrival.at) : null
    await tx.update(commissions).set({ closedAt: arrival.at, quarter }).where(eq(commissions.id, found.id))
    const detail = { unanswered: silent.map(({ unitId }) => unitId), quarter }
    const figures = quarter === null ? {} : { figures: quarter }
    await record(tx, viewer.userId, { verb: 'commission.close', subject: found.id, detail, ...figures }, arrival.at)
    return { id: found.id }
  })
}

const ANSWERED = sql`${commissionUnits.answeredAt} is not null`

function read(viewer: Viewer, where: readonly (SQL | undefined)[], size = 1000): Promise<Commission[]> {
  const { id, topic, words, deadline, askedAt, closedAt } = commissions
  return db()
    .select({ id, topic, words, deadline, askedAt, closedAt, askedBy: users.name })
    .from(commissions)
    .innerJoin(users, eq(users.id, commissions.askedBy))
    .where(and(commissionScope(viewer), ...where))
    .orderBy(desc(commissions.askedAt), desc(commissions.id))
    .limit(size)
}

async function withAnswers(viewer: Viewer, of: readonly Commission[], now: number) {
  const ids = of.map(({ id }) => id)
  const rows =
    ids.length === 0
      ? []
      : await db()
          .select({
            commissionId: commissionUnits.commissionId,
            answeredAt: commissionUnits.answeredAt,
            unitId: units.id,
            unit: units.name,
            category: units.category,
            itemId: items.id,
            ref: items.ref,
            title: items.title,
            state: items.state,
          })
          .from(commissionUnits)
          .innerJoin(units, eq(units.id, commissionUnits.unitId))
          .leftJoin(items, eq(items.id, commissionUnits.itemId))
          .where(
            and(
              inArray(commissionUnits.commissionId, ids),
              viewer.unitId === null ? undefined : eq(commissionUnits.unitId, viewer.unitId),
            ),
          )
          .orderBy(units.position)
  return of.map((commission) => ({
    ...commission,
    answers: rows
      .filter(({ commissionId }) => commissionId === commission.id)
      .map(({ unitId, unit, category, answeredAt, itemId, ref, title, state }): UnitAnswer => {
        const facts = { ...commission, answeredAt, state }
        const sent = answeredAt !== null && itemId !== null && ref !== null
        // While its unit rewrites an item, its title is the unit's own.
        const told = state === 'received' || state === 'duplicate' ? title : null
        return {
          unitId,
          unit,
          category,
          state: answerState(facts, now),
          answeredAt,
          item: sent && state !== null ? { id: itemId, ref, title: told, state } : null,
        }
      }),
  }))
}
