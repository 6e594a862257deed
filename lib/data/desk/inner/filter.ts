import 'server-only'
import { and, eq, exists, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
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
  /** The names that do: `withPublications` finds them. */
  publications?: readonly string[]
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
    stateClause(filter.state ?? 'received', Boolean(filter.kind || filter.publication)),
    filter.unitId && eq(items.unitId, filter.unitId),
    filter.category && inArray(items.unitId, ofCategory(filter.category)),
    filter.type && eq(typeFor(viewer), filter.type),
    (filter.quarter || filter.from || filter.to) &&
      sql`${items.submittedAt} >= ${from} and ${items.submittedAt} < ${to}`,
    (filter.kind || filter.publication) && exists(adoptedAs(filter, sql`${adoptions.itemId} = ${items.id}`)),
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

/** What is adopted is graded, whatever was asked: no other state allows an adoption in force. */
function stateClause(state: NonNullable<DeskFilter['state']>, adopted: boolean): SQL | undefined {
  if (adopted) return ['received', 'all', 'graded'].includes(state) ? eq(items.standing, 'graded') : sql`1 = 0`
  if (state === 'all') return isNotNull(items.submittedAt)
  return state === 'received' ? eq(items.state, state) : eq(items.standing, state)
}

/** The items adopted as a filter's kind and publications say, as a query; whoever uses it keeps it within the reach. */
export function adoptedAs({ kind, publications }: Pick<DeskFilter, 'kind' | 'publications'>, of?: SQL) {
  return db()
    .select({ id: sql<string>`${adoptions.itemId}`.as('item_id') })
    .from(adoptions)
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(
      and(
        of,
        inForce,
        kind && eq(adoptions.kind, kind),
        publications && (publications.length > 0 ? inArray(adoptions.publication, [...publications]) : sql`1 = 0`),
      ),
    )
}

/** The items sent in answer to a commission, or to any, as a query. */
function answering(commission: string) {
  const of = commission === ANY_COMMISSION ? undefined : eq(commissionUnits.commissionId, commission)
  return db()
    .select({ id: sql<string>`${commissionUnits.itemId}`.as('item_id') })
    .from(commissionUnits)
    .where(and(isNotNull(commissionUnits.itemId), isNotNull(commissionUnits.answeredAt), of))
}

/**
 * A filter with the publications named whose name holds its text. There are few names: a walk down their index, one step a
 * name, finds them all.
 */
export async function withPublications<F extends DeskFilter>(filter: F): Promise<F> {
  if (!filter.publication) return filter
  const { publication: name } = adoptions
  const named: string[] = []
  for (let last = ''; ; ) {
    const [row] = await db()
      .select({ name: sql<string>`${name}` })
      .from(adoptions)
      .where(sql`${name} > ${last}`)
      .orderBy(name)
      .limit(1)
    if (!row) return { ...filter, publications: named }
    last = row.name
    const word = filter.publication.toLowerCase()
    if (last.toLowerCase().includes(word)) named.push(last)
  }
}
