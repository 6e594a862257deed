import 'server-only'
import { and, count, eq, gt, gte, inArray, isNull, max } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { adoptionCredits, adoptionRevocations, adoptions, instructions, items, itemUnits, units } from '@/db/schema'
import type { CategoryRow } from '@/lib/domain/office/category'
import { type RuleRow, rulesByCategory } from '@/lib/domain/rules/book'
import { SHARERS_MOST } from '@/lib/domain/rules/joint'
import { type SharedThing, sharersFault } from '@/lib/domain/rules/sharing'
import type { Quarter } from '@/lib/domain/time/quarter'
import { inForce } from '../../adoptions/inner/in-force'
import { categoriesNow } from '../../office/inner/categories'
import { ruleRows } from './lines'

/** Why so many units may not share it in a quarter, by the rules for those who are credited (`among`); null where they may. */
export async function sharingFault(
  tx: Database,
  of: SharedThing,
  { quarter, sharers, among }: { quarter: Quarter; sharers: number; among: readonly string[] },
): Promise<string | null> {
  if (sharers <= SHARERS_MOST) return null
  const rows = await tx.selectDistinct({ key: units.category }).from(units).where(inArray(units.id, among))
  const keys = rows.map(({ key }) => key)
  return sharersFault(of, sharers, quarter, booksOf(await ruleRows(tx), await categoriesNow(tx), quarter, keys))
}

/**
 * Why lines may not hold from a quarter on: what more units share there than points may be divided among. `rows` and
 * `categories` are what would hold.
 */
export async function widelySharedFault(
  tx: Database,
  from: Quarter,
  rows: readonly RuleRow[],
  categories: readonly CategoryRow[],
): Promise<string | null> {
  for (const { of, quarter, sharers, category } of await widelyShared(tx, from)) {
    const fault = sharersFault(of, sharers, quarter, booksOf(rows, categories, quarter, [category]))
    if (fault) return `${fault}请先改为以后的季度执行，或者撤销后减少共享单位。`
  }
  return null
}

/** What more than ten units share in a quarter and after, the most of each quarter for each category that has a share in it. */
async function widelyShared(tx: Database, from: Quarter) {
  const { quarter } = adoptions
  const { category } = units
  const wide = and(inForce, gte(quarter, from), gt(adoptions.sharers, SHARERS_MOST))
  const adopted = { quarter, category, sharers: max(adoptions.sharers) }
  const revoked = eq(adoptionRevocations.adoptionId, adoptions.id)
  const sent = await tx
    .select(adopted)
    .from(adoptions)
    .leftJoin(adoptionRevocations, revoked)
    .innerJoin(items, eq(items.id, adoptions.itemId))
    .innerJoin(units, eq(units.id, items.unitId))
    .where(wide)
    .groupBy(quarter, category)
  const credited = await tx
    .select(adopted)
    .from(adoptions)
    .leftJoin(adoptionRevocations, revoked)
    .innerJoin(adoptionCredits, eq(adoptionCredits.adoptionId, adoptions.id))
    .innerJoin(units, eq(units.id, adoptionCredits.unitId))
    .where(wide)
    .groupBy(quarter, category)
  return [
    ...[...sent, ...credited].map((one) => ({ ...one, of: 'adoption' as const, sharers: one.sharers ?? 0 })),
    ...(await widelyInstructed(tx, from)),
  ]
}

/** The same of instructions on joint items: whoever shares the item. */
async function widelyInstructed(tx: Database, from: Quarter) {
  const wide = tx
    .select({ itemId: itemUnits.itemId })
    .from(itemUnits)
    .groupBy(itemUnits.itemId)
    .having(gte(count(), SHARERS_MOST))
  const instructed = await tx
    .selectDistinct({ quarter: instructions.quarter, itemId: items.id, unitId: items.unitId })
    .from(instructions)
    .innerJoin(items, eq(items.id, instructions.itemId))
    .where(and(isNull(instructions.revokedAt), gte(instructions.quarter, from), inArray(items.id, wide)))
  const found = []
  for (const { quarter, itemId, unitId } of instructed) {
    const others = await tx.select({ unitId: itemUnits.unitId }).from(itemUnits).where(eq(itemUnits.itemId, itemId))
    const among = [unitId, ...others.map((one) => one.unitId)]
    const shares = { of: 'instruction' as const, quarter, sharers: among.length }
    const { category } = units
    const rows = await tx.selectDistinct({ category }).from(units).where(inArray(units.id, among))
    found.push(...rows.map((row) => ({ ...shares, ...row })))
  }
  return found
}

/** What holds for each of these categories in a quarter, by these rows. */
export function booksOf(
  rows: readonly RuleRow[],
  categories: readonly CategoryRow[],
  quarter: Quarter,
  keys: readonly string[],
) {
  return rulesByCategory(
    rows,
    categories.filter(({ key }) => keys.includes(key)),
    quarter,
  )
}
