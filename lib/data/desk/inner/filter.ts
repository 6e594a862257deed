import 'server-only'
import { and, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { adoptionRevocations, adoptions, commissionUnits, items, units } from '@/db/schema'
import type { Kind } from '@/lib/domain/adoptions/kinds'
import type { Cursor } from '@/lib/domain/base/cursor'
import { ANY_COMMISSION } from '@/lib/domain/commissions/commission'
import type { ItemState, ItemType } from '@/lib/domain/items/item'
import type { Category } from '@/lib/domain/office/category'
import type { Viewer } from '@/lib/domain/people/policy'
import { type Quarter, quarterBounds } from '@/lib/domain/time/quarter'
import { inForce } from '../../adoptions/inner/in-force'
import { itemScope } from '../../core/scope'
import { typeFor } from '../../items/inner/sent'

export type DeskFilter = {
  unitId?: string
  category?: Category
  type?: ItemType
  quarter?: Quarter
  state?: ItemState | 'ungraded' | 'graded' | 'not_used' | 'all'
  /** An adoption in force of this kind, in a publication whose name holds this text. */
  kind?: Kind
  publication?: string
  /** Sent in answer to this commission, or to any. */
  commission?: string
  /** First and last day of submission in Shanghai, "2020-09-30". */
  from?: string
  to?: string
  /** Words that must all be found. */
  text?: string
  after?: Cursor
}

export type SqlClause = SQL | undefined | '' | false

const DAY_MS = 86_400_000

/** The instants (UTC ms, half-open) that a filter's quarter and days leave. */
export function spanOf({ quarter, from, to }: DeskFilter): { from: number; to: number } {
  const bounds = quarter ? quarterBounds(quarter) : { from: 0, to: Number.MAX_SAFE_INTEGER }
  const start = (day: string) => Date.parse(`${day}T00:00:00+08:00`)
  return {
    from: Math.max(bounds.from, from ? start(from) : 0),
    to: Math.min(bounds.to, to ? start(to) + DAY_MS : Number.MAX_SAFE_INTEGER),
  }
}

/** What a filter asks of an item, but for its words and the place in the list, within the viewer's reach. */
export function deskWhere(viewer: Viewer, filter: DeskFilter, ...more: readonly SqlClause[]): SQL | undefined {
  const ofCategory = (category: Category) =>
    db().select({ id: units.id }).from(units).where(eq(units.category, category))
  const { from, to } = spanOf(filter)
  return within(viewer, [
    ...more, // first: what is costly to judge of every item comes after it
    stateClause(filter.state ?? 'received'),
    filter.unitId && eq(items.unitId, filter.unitId),
    filter.category && inArray(items.unitId, ofCategory(filter.category)),
    filter.type && eq(typeFor(viewer), filter.type),
    (filter.quarter || filter.from || filter.to) &&
      sql`${items.submittedAt} >= ${from} and ${items.submittedAt} < ${to}`,
    (filter.kind || filter.publication) && inArray(items.id, adoptedAs(filter)),
    filter.commission && inArray(items.id, answering(filter.commission)),
  ])
}

/** The asked clauses within the viewer's reach. */
export function within(viewer: Viewer, where: readonly SqlClause[]): SQL | undefined {
  return and(itemScope(viewer), ...where.filter((w): w is SQL => Boolean(w)))
}

/** What stands beyond a place in a list whose newest is first; of one instant the id decides. */
export function beyond(
  side: 'older' | 'newer',
  column: typeof items.submittedAt | typeof items.updatedAt,
  place: Cursor | undefined,
): SqlClause {
  return place && sql`(${column}, ${items.id}) ${sql.raw(side === 'older' ? '<' : '>')} (${place.at}, ${place.id})`
}

function stateClause(state: NonNullable<DeskFilter['state']>): SQL | undefined {
  if (state === 'all') return isNotNull(items.submittedAt)
  return state === 'received' ? eq(items.state, state) : eq(items.standing, state)
}

/** The items adopted as a filter's kind and publication say, as a query; whoever uses it keeps it within the reach. */
export function adoptedAs({ kind, publication }: DeskFilter) {
  const named = publication && contains(adoptions.publication, publication)
  return db()
    .select({ id: sql<string>`${adoptions.itemId}`.as('item_id') })
    .from(adoptions)
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(and(inForce, kind && eq(adoptions.kind, kind), named || undefined))
}

/** The items sent in answer to a commission, or to any, as a query. */
function answering(commission: string) {
  const of = commission === ANY_COMMISSION ? undefined : eq(commissionUnits.commissionId, commission)
  return db()
    .select({ id: sql<string>`${commissionUnits.itemId}`.as('item_id') })
    .from(commissionUnits)
    .where(and(isNotNull(commissionUnits.itemId), isNotNull(commissionUnits.answeredAt), of))
}

/** `like` without case, with the person's own % and _ taken as they stand. SQLite lowers ASCII alone, hence both. */
function contains(column: typeof adoptions.publication, word: string): SQL {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(${column} like ${pattern} escape '\\' or lower(${column}) like ${pattern.toLowerCase()} escape '\\')`
}
