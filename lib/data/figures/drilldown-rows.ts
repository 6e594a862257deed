import 'server-only'
import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { adoptionRevocations, adoptions, commissions, items, units } from '@/db/schema'
import { isAdded, isKind, KINDS, type Kind } from '@/lib/domain/adoptions/kinds'
import type { Cursor } from '@/lib/domain/base/cursor'
import type { Fraction } from '@/lib/domain/base/exact'
import { addsUp, type CountedFigure } from '@/lib/domain/figures/figure'
import type { Category } from '@/lib/domain/office/category'
import type { Viewer } from '@/lib/domain/people/policy'
import type { PointRow } from '@/lib/domain/rules/line-words'
import { dayOfInstant, type Quarter, quarterBounds, quarterOfInstant } from '@/lib/domain/time/quarter'
import { authorize } from '../core/authorize'
import { commissionScope, itemScope } from '../core/scope'
import { beyond, type SqlClause } from '../desk/inner/filter'
import { titleFor } from '../items/inner/sent'
import { countingItems, scoringAdoptions } from './inner/clauses'

/** A row behind a figure of items or adoptions; the figures and their words are in lib/domain/figures/figure. */
export type DrilldownRow = {
  key: string
  /** Null where no item stands behind the row: a commission that was not answered. */
  itemId: string | null
  unit: string
  day: string | null
  /** The instant behind the day, of an item. */
  at?: number
  kind: Kind | null
  /** What the row is, where its kind does not say it all. */
  what?: string
  title: string | null
  /** What it scored, in a list of points. */
  points?: Fraction
  /** The quarter in which it counts. */
  quarter: Quarter
}

/**
 * The list behind a figure of one or several quarters: as many rows as the figure says, by the same clause that counted
 * it, or the part of it of `most` rows behind a place. `among`: the categories that are ranked. A row whose item is out of
 * the viewer's reach has no title.
 */
export async function drilldownRows(
  viewer: Viewer,
  quarters: Quarter | readonly Quarter[],
  figure: CountedFigure,
  filter: { unitId?: string; category?: Category; among?: readonly Category[] } = {},
  { after, most }: { after?: Cursor | undefined; most: number } = { most: Number.MAX_SAFE_INTEGER },
): Promise<DrilldownRow[]> {
  authorize(viewer, 'figures.read')
  const asked = [quarters].flat()
  if (asked.length === 0) return []
  const narrowed = [
    filter.unitId && eq(items.unitId, filter.unitId),
    filter.category && eq(units.category, filter.category),
    filter.among && inArray(units.category, [...filter.among]),
  ]
  const where = (...clauses: SqlClause[]) =>
    and(...[...clauses, ...narrowed].filter((clause): clause is SQL => Boolean(clause)))
  const within = (clause: (quarter: Quarter) => SQL) => or(...asked.map(clause)) ?? sql`1 = 0`
  const seen = titleWithin(viewer)
  if (figure === 'items') {
    const rows = await db()
      .select({ itemId: items.id, unit: units.name, at: items.submittedAt, title: seen, quarter: items.quarter })
      .from(items)
      .innerJoin(units, eq(units.id, items.unitId))
      .where(
        where(
          inTime(asked),
          sql`case when ${within(countingItems)} then 1 else 0 end = 1`,
          beyond('older', items.submittedAt, after),
        ),
      )
      .orderBy(desc(items.submittedAt), desc(items.id))
      .limit(most)
    return rows.map((r) => ({
      key: r.itemId,
      itemId: r.itemId,
      unit: r.unit,
      day: dayOfInstant(r.at ?? 0),
      at: r.at ?? 0,
      kind: null,
      title: r.title,
      quarter: r.quarter ?? quarterOfInstant(r.at ?? 0),
    }))
  }
  const rows = await db()
    .select({
      key: adoptions.id,
      itemId: items.id,
      unit: units.name,
      day: adoptions.adoptedOn,
      kind: adoptions.kind,
      title: seen,
      quarter: adoptions.quarter,
    })
    .from(adoptions)
    .innerJoin(items, eq(items.id, adoptions.itemId))
    .innerJoin(units, eq(units.id, items.unitId))
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(
      where(
        within(scoringAdoptions),
        kindWithin(figure),
        after && sql`(${adoptions.adoptedOn}, ${adoptions.id}) < (${dayOfNumber(after.at)}, ${after.id})`,
      ),
    )
    .orderBy(desc(adoptions.adoptedOn), desc(adoptions.id))
    .limit(most)
  return rows
}

/**
 * What stands in the list's own index: counting items were received within their quarters. The counting clause itself is
 * asked of each, since SQLite would rather sort all that it gives.
 */
function inTime(quarters: readonly Quarter[]): SQL {
  const bounds = quarters.map(quarterBounds)
  const [from, to] = [Math.min(...bounds.map((b) => b.from)), Math.max(...bounds.map((b) => b.to))]
  return sql`${items.state} = 'received' and ${items.submittedAt} >= ${from} and ${items.submittedAt} < ${to}`
}

/** 20200930 as a day. */
const dayOfNumber = (n: number) => String(n).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

/** Whether an adoption is of the kinds that the figure adds up. */
function kindWithin(figure: CountedFigure): SQL {
  if (figure === 'adoptions') return sql`1 = 1`
  const known = KINDS.flatMap(({ kind }) => (addsUp(figure, kind) ? [kind] : []))
  // A level that the office has added, and its kinds, are called alike.
  const added: Kind[] = isAdded(figure) ? [figure, `${figure}·信息`, `${figure}·简讯`] : isKind(figure) ? [figure] : []
  return inArray(adoptions.kind, [...known, ...added])
}

/** The rows of a list of points, with the titles that the viewer may read; of other items only unit, day and kind. */
export async function pointsDrilldown(
  viewer: Viewer,
  quarter: Quarter,
  rows: readonly PointRow[],
  nameOf: (unitId: string) => string,
): Promise<DrilldownRow[]> {
  const titles = await titlesOf(
    viewer,
    rows.flatMap(({ itemId }) => itemId ?? []),
  )
  const topics = await topicsOf(
    viewer,
    rows.flatMap(({ commissionId }) => commissionId ?? []),
  )
  return rows.map(({ key, itemId, commissionId, unitId, day, kind, what, plain, points }) => ({
    key,
    itemId,
    unit: unitId === null ? '' : nameOf(unitId),
    day,
    kind,
    what: itemId && titles.has(itemId) ? what : plain,
    title: (itemId ? titles.get(itemId) : commissionId ? topics.get(commissionId) : '') ?? null,
    points,
    quarter,
  }))
}

/** How many ids one query names at the most. */
const AT_ONCE = 500

/** The titles of those of the items that the viewer may read. */
export async function titlesOf(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await db()
      .select({ id: items.id, title: titleFor(viewer) })
      .from(items)
      .where(and(inArray(items.id, ids.slice(at, at + AT_ONCE)), itemScope(viewer)))
    for (const { id, title } of rows) titles.set(id, title)
  }
  return titles
}

/** The topics of those of the commissions that the viewer may read. */
async function topicsOf(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db()
    .select({ id: commissions.id, topic: commissions.topic })
    .from(commissions)
    .where(and(inArray(commissions.id, [...ids]), commissionScope(viewer)))
  return new Map(rows.map(({ id, topic }) => [id, topic]))
}

/** An item's title where the viewer may read the item, null elsewhere: decided by the same reach as every read. */
function titleWithin(viewer: Viewer): SQL<string | null> {
  return sql<string | null>`case when ${itemScope(viewer) ?? sql`1 = 1`} then ${items.title} end`
}
