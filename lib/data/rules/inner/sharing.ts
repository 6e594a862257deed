import 'server-only'
import { and, count, eq, gt, gte, inArray, isNull, max } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { adoptionRevocations, adoptions, instructions, itemUnits } from '@/db/schema'
import { type CategoryRow, categoriesIn } from '@/lib/domain/office/category'
import { type RuleRow, rulesByCategory } from '@/lib/domain/rules/book'
import { SHARERS_MOST } from '@/lib/domain/rules/joint'
import { type SharedThing, sharersFault } from '@/lib/domain/rules/sharing'
import type { Quarter } from '@/lib/domain/time/quarter'
import { inForce } from '../../adoptions/inner/in-force'
import { categoriesNow } from '../../office/inner/categories'
import { ruleRows } from './lines'

/** Why so many units may not share it in a quarter by the rules that hold there; null where they may. */
export async function sharingFault(
  tx: Database,
  of: SharedThing,
  { quarter, sharers }: { quarter: Quarter; sharers: number },
): Promise<string | null> {
  if (sharers <= SHARERS_MOST) return null
  return sharersFault(of, sharers, quarter, booksOf(await ruleRows(tx), await categoriesNow(tx), quarter))
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
  for (const { of, quarter, sharers } of await widelyShared(tx, from)) {
    const fault = sharersFault(of, sharers, quarter, booksOf(rows, categories, quarter))
    if (fault) return `${fault}请先改为以后的季度执行，或者撤销后减少共享单位。`
  }
  return null
}

/** What more than ten units share in a quarter and after, the most of each quarter. */
async function widelyShared(tx: Database, from: Quarter) {
  const adopted = await tx
    .select({ quarter: adoptions.quarter, sharers: max(adoptions.sharers) })
    .from(adoptions)
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(and(inForce, gte(adoptions.quarter, from), gt(adoptions.sharers, SHARERS_MOST)))
    .groupBy(adoptions.quarter)
  const wide = tx
    .select({ itemId: itemUnits.itemId })
    .from(itemUnits)
    .groupBy(itemUnits.itemId)
    .having(gte(count(), SHARERS_MOST))
  const instructed = await tx
    .select({ quarter: instructions.quarter, instruction: instructions.id, others: count() })
    .from(instructions)
    .innerJoin(itemUnits, eq(itemUnits.itemId, instructions.itemId))
    .where(and(isNull(instructions.revokedAt), gte(instructions.quarter, from), inArray(instructions.itemId, wide)))
    .groupBy(instructions.quarter, instructions.id)
  return [
    ...adopted.map(({ quarter, sharers }) => ({ of: 'adoption' as const, quarter, sharers: sharers ?? 0 })),
    ...instructed.map(({ quarter, others }) => ({ of: 'instruction' as const, quarter, sharers: others + 1 })),
  ]
}

/** What holds for each category in a quarter, by these rows. */
export function booksOf(rows: readonly RuleRow[], categories: readonly CategoryRow[], quarter: Quarter) {
  return rulesByCategory(rows, categoriesIn(categories, quarter), quarter)
}
