import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { items, pastFigures, pastQuarters, rules, targets, units } from '@/db/schema'
import { isKind } from '@/lib/domain/adoptions/kinds'
import type { RankingInput } from '@/lib/domain/figures/ranking-input'
import type { CategoryRow } from '@/lib/domain/office/category'
import { type Quarter, yearOf } from '@/lib/domain/time/quarter'
import { categoriesNow } from '../../office/inner/categories'
import { kindsNow } from '../../rules/inner/levels'
import { countingItems } from './clauses'
import { scoresIn } from './scores'

/** What a quarter is ranked by. `past`: the paper that its figures were taken from, when no items stand behind them. */
export type Counted = RankingInput & { past: string | null }

/** What holds for every quarter alike: the register with its categories, the rule book, the kinds of adoption. */
export type Books = Pick<Counted, 'units' | 'kinds' | 'rules'> & { categories: readonly CategoryRow[] }

/** Read once for as many quarters as are ranked together. */
export async function booksIn(tx: Database): Promise<Books> {
  return {
    categories: await categoriesNow(tx),
    units: await tx.select().from(units).orderBy(units.position),
    kinds: await kindsNow(tx),
    rules: await tx.select().from(rules),
  }
}

/**
 * All that a ranking of a quarter is computed from. Run it in a snapshot, so that everything is of one moment; one read
 * after the other, since a snapshot is one connection.
 */
export async function countedIn(tx: Database, quarter: Quarter, books?: Books): Promise<Counted> {
  const base = { quarter, ...(books ?? (await booksIn(tx))) }
  const [past] = await tx.select().from(pastQuarters).where(eq(pastQuarters.quarter, quarter))
  if (past) return { ...base, ...(await figuresOnly(tx, quarter)), past: past.source }
  const goals = await tx
    .select()
    .from(targets)
    .where(eq(targets.year, yearOf(quarter)))
  const sent = await tx
    .select({ unitId: items.unitId, n: sql`count(*)`.mapWith(Number) })
    .from(items)
    .where(countingItems(quarter))
    .groupBy(items.unitId)
  return {
    ...base,
    targets: new Map(goals.map((g) => [g.unitId, { quarterlyItems: g.quarterlyItems, annualPoints: g.annualPoints }])),
    items: new Map(sent.map((s) => [s.unitId, s.n])),
    ...(await scoresIn(tx, quarter)),
    past: null,
  }
}

async function figuresOnly(tx: Database, quarter: Quarter) {
  const rows = await tx.select().from(pastFigures).where(eq(pastFigures.quarter, quarter))
  return {
    targets: new Map(
      rows.map(({ unitId, quarterlyItems, annualPoints }) => [unitId, { quarterlyItems, annualPoints }]),
    ),
    items: new Map(rows.map(({ unitId, items: n }) => [unitId, n])),
    adoptions: rows.flatMap(({ unitId, counts }) =>
      Object.entries(JSON.parse(counts) as Record<string, number>).flatMap(([kind, count]) =>
        isKind(kind) ? [{ unitId, kind, count }] : [],
      ),
    ),
  }
}
