import 'server-only'
import { setImmediate as turn } from 'node:timers/promises'
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import {
  adoptionCredits,
  adoptionRevocations,
  adoptions,
  commissions,
  commissionUnits,
  instructions,
  items,
} from '@/db/schema'
import { onceALevel } from '@/lib/domain/rules/instruction'
import type { Adopted, Instructed, Scores, Unanswered } from '@/lib/domain/rules/lines'
import { dayOfInstant, type Quarter } from '@/lib/domain/time/quarter'
import { jointUnits } from '../../adoptions/inner/joint'
import { scoringAdoptions } from './clauses'

/** Everything that scores in a quarter beside the submissions, by the clauses that count it, in a fixed order. */
export async function scoresIn(tx: Database, quarter: Quarter): Promise<Required<Scores>> {
  return {
    adoptions: await adoptedIn(tx, quarter),
    instructions: await instructedIn(tx, quarter),
    unanswered: await unansweredIn(tx, quarter),
  }
}

/** As many are read in one go; between two, others have their turn. */
const SLICE = 1_000

async function adoptedIn(tx: Database, quarter: Quarter): Promise<Adopted[]> {
  const rows = await adoptionRows(tx, quarter)
  const shared = new Map<string, string[]>()
  if (rows.some(({ sharers }) => sharers > 1)) {
    const credits = await tx
      .select({ adoptionId: adoptionCredits.adoptionId, unitId: adoptionCredits.unitId })
      .from(adoptionCredits)
      .innerJoin(adoptions, eq(adoptions.id, adoptionCredits.adoptionId))
      .where(and(eq(adoptions.quarter, quarter), gt(adoptions.sharers, 1)))
      .orderBy(asc(adoptionCredits.adoptionId), asc(adoptionCredits.unitId))
    for (const { adoptionId, unitId } of credits) shared.set(adoptionId, [...(shared.get(adoptionId) ?? []), unitId])
  }
  return rows.map((row) => ({ ...row, count: 1, with: shared.get(row.id) ?? [] }))
}

type Row = Required<Omit<Adopted, 'count' | 'with'>>

/** The adoptions of a quarter in the order in which they were made, read slice by slice along the index that counts them. */
async function adoptionRows(tx: Database, quarter: Quarter) {
  const { id, kind, itemId, adoptedOn, publication, sharers } = adoptions
  const after = (last: Row | undefined) =>
    last && sql`(${kind}, ${itemId}, ${id}) > (${last.kind}, ${last.itemId}, ${last.id})`
  const rows: Row[] = []
  for (;;) {
    const slice: Row[] = await tx
      .select({ id, itemId, unitId: items.unitId, kind, day: adoptedOn, publication, sharers })
      .from(adoptions)
      .innerJoin(items, eq(items.id, itemId))
      .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, id))
      .where(and(scoringAdoptions(quarter), after(rows.at(-1))))
      .orderBy(asc(kind), asc(itemId), asc(id))
      .limit(SLICE)
    rows.push(...slice)
    if (slice.length < SLICE) return rows.sort((a, b) => byText(a.day, b.day) || byText(a.id, b.id))
    await turn()
  }
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Of several instructions of one level on one item the one that was recorded first scores, in its own quarter. What a
 * leader wrote stands until it is revoked, whatever becomes of the item.
 */
async function instructedIn(tx: Database, quarter: Quarter): Promise<Instructed[]> {
  const here = tx.select({ itemId: instructions.itemId }).from(instructions).where(eq(instructions.quarter, quarter))
  const rows = await tx
    .select({
      id: instructions.id,
      itemId: items.id,
      unitId: items.unitId,
      level: instructions.level,
      day: instructions.givenOn,
      quarter: instructions.quarter,
    })
    .from(instructions)
    .innerJoin(items, eq(items.id, instructions.itemId))
    .where(and(isNull(instructions.revokedAt), inArray(instructions.itemId, here)))
    .orderBy(asc(instructions.recordedAt), asc(instructions.id))
  const scoring = onceALevel(rows).filter((row) => row.quarter === quarter)
  const joint = await jointUnits(
    tx,
    scoring.map(({ itemId }) => itemId),
  )
  return scoring.map(({ quarter: _, ...row }) => {
    const others = joint.flatMap(({ itemId, unitId }) => (itemId === row.itemId ? [unitId] : []))
    return others.length > 0 ? { ...row, with: others } : row
  })
}

/** Who had not answered a commission when it was ended, after its deadline. */
async function unansweredIn(tx: Database, quarter: Quarter): Promise<Unanswered[]> {
  const rows = await tx
    .select({ commissionId: commissions.id, unitId: commissionUnits.unitId, closedAt: commissions.closedAt })
    .from(commissions)
    .innerJoin(commissionUnits, eq(commissionUnits.commissionId, commissions.id))
    .where(and(eq(commissions.quarter, quarter), isNull(commissionUnits.answeredAt)))
    .orderBy(asc(commissions.closedAt), asc(commissions.id), asc(commissionUnits.unitId))
  return rows.map(({ closedAt, ...row }) => ({ ...row, day: dayOfInstant(closedAt ?? 0) }))
}
