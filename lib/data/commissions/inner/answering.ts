import 'server-only'
import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { record } from '@/db/audit'
import type { Database } from '@/db/client'
import { commissions, commissionUnits, items } from '@/db/schema'
import { Fault } from '@/lib/domain/base/fault'
import { answerFault, lateInWords } from '@/lib/domain/commissions/commission'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../../core/authorize'
import type { ItemRow } from '../../core/load'

/** What an item answered, for the sentence its clerk reads. `late` is empty when it came in time. */
export type Answered = { topic: string; late: string }

/** As it stood before what is being written of it. */
type Item = Pick<ItemRow, 'id' | 'unitId' | 'state'>

/**
 * Notes which commission a draft is written for; '' takes the note back, undefined leaves it. What can't be answered is
 * passed over, so that the draft is saved all the same; submitting it then says why.
 */
export async function chooseCommission(tx: Database, item: Item, chosen: string | undefined): Promise<void> {
  if (chosen === undefined || (await answersStill(tx, item))) return
  await tx
    .update(commissionUnits)
    .set({ itemId: null, answeredAt: null })
    .where(and(eq(commissionUnits.itemId, item.id), ne(commissionUnits.commissionId, chosen)))
  const link = chosen === '' ? null : await linkOf(tx, chosen, item)
  if (!link || link.itemId === item.id || answerFault(link, link, item.id)) return
  await point(tx, link, { itemId: item.id, answeredAt: null })
}

/**
 * Marks the commission that an item was written for as answered at `at`, in the transaction of its submission.
 * What was sent back keeps its first instant. Throws when the chosen one can't be answered any more.
 */
export async function answerCommission(
  tx: Database,
  viewer: Viewer,
  item: Item,
  chosen: string | undefined,
  at: number,
): Promise<Answered | null> {
  if (chosen && !(await answersStill(tx, item))) {
    const link = await linkOf(tx, chosen, item)
    const fault = link ? answerFault(link, link, item.id) : '没有找到该约稿，请在“回复约稿”一栏另选。'
    if (fault) throw new Fault('conflict', fault, { commission: fault })
  }
  await chooseCommission(tx, item, chosen)
  const [noted] = await tx
    .select({ commissionId: commissionUnits.commissionId })
    .from(commissionUnits)
    .where(eq(commissionUnits.itemId, item.id))
  const link = noted && (await linkOf(tx, noted.commissionId, item))
  if (!link || answerFault(link, link, item.id)) return null
  const answeredAt = item.state === 'sent_back' && link.answeredAt !== null ? link.answeredAt : at
  if (answeredAt !== link.answeredAt) {
    authorize(viewer, 'commission.answer')
    await point(tx, link, { itemId: item.id, answeredAt })
    const detail = { unit: item.unitId, item: item.id, late: answeredAt > link.deadline }
    await record(tx, viewer.userId, { verb: 'commission.answer', subject: link.commissionId, detail }, at)
  }
  return { topic: link.topic, late: lateInWords(link.deadline, answeredAt) }
}

/** What the office sent back still stands for the commission that it answered, whatever the form says now. */
async function answersStill(tx: Database, item: Item): Promise<boolean> {
  if (item.state !== 'sent_back') return false
  const [answered] = await tx
    .select({ commissionId: commissionUnits.commissionId })
    .from(commissionUnits)
    .where(and(eq(commissionUnits.itemId, item.id), isNotNull(commissionUnits.answeredAt)))
  return answered !== undefined
}

type Link = { commissionId: string; unitId: string }

async function point(tx: Database, link: Link, to: { itemId: string; answeredAt: number | null }): Promise<void> {
  await tx
    .update(commissionUnits)
    .set(to)
    .where(and(eq(commissionUnits.commissionId, link.commissionId), eq(commissionUnits.unitId, link.unitId)))
}

/** What a unit owes of a commission, as it stood before the item is written. */
async function linkOf(tx: Database, commissionId: string, item: Item) {
  const [link] = await tx
    .select({
      commissionId: commissionUnits.commissionId,
      unitId: commissionUnits.unitId,
      itemId: commissionUnits.itemId,
      answeredAt: commissionUnits.answeredAt,
      state: items.state,
      topic: commissions.topic,
      deadline: commissions.deadline,
      closedAt: commissions.closedAt,
    })
    .from(commissionUnits)
    .innerJoin(commissions, eq(commissions.id, commissionUnits.commissionId))
    .leftJoin(items, eq(items.id, commissionUnits.itemId))
    .where(and(eq(commissionUnits.commissionId, commissionId), eq(commissionUnits.unitId, item.unitId)))
  return link && { ...link, state: link.itemId === item.id ? item.state : link.state }
}
