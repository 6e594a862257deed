import 'server-only'
import { and, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { figuresVersion } from '@/db/audit'
import { type Database, db, snapshot } from '@/db/client'
import { adoptionRevocations, adoptions, items, rules, targets, units } from '@/db/schema'
import type { Centi } from '@/lib/domain/exact'
import { CATEGORIES, KINDS, type Kind, type Level, type RuleKind } from '@/lib/domain/kinds'
import { compose, type Notice, type NoticeOptions } from '@/lib/domain/notice'
import type { Viewer } from '@/lib/domain/policy'
import { dayOfInstant, type Quarter, quarterOfInstant, yearOf } from '@/lib/domain/quarter'
import { type Ranking, rank } from '@/lib/domain/ranking'
import type { RuleRow, Rules } from '@/lib/domain/scoring'
import { inForce } from './adoptions'
import { demand } from './demand'
import { itemScope } from './scope'

/** What counts in a quarter: the one clause behind every count of items and every list of them. */
export function countingItems(quarter: Quarter): SQL {
  return sql`${items.quarter} = ${quarter} and ${items.state} = 'received'`
}

/** What scores in a quarter: the one clause behind every count of adoptions and every list of them. */
export function scoringAdoptions(quarter: Quarter): SQL {
  return sql`${adoptions.quarter} = ${quarter} and ${inForce} and ${items.state} = 'received'`
}

/** The version of a quarter's figures: it changes with every change of the data behind them, and with nothing else. */
export async function versionOf(viewer: Viewer, quarter: Quarter): Promise<{ seq: number; at: number }> {
  demand(viewer, 'figures.read')
  return (await figuresVersion(quarter)) ?? { seq: 0, at: 0 }
}

/** The ranking of a quarter, from the database as it is now. */
export async function rankingOf(viewer: Viewer, quarter: Quarter): Promise<Ranking> {
  demand(viewer, 'figures.read')
  const { register, goals, sent, adopted, ruleRows } = await snapshot((tx) => readings(tx, quarter))
  return rank({
    quarter,
    units: register,
    targets: new Map(goals.map((g) => [g.unitId, { quarterlyItems: g.quarterlyItems, annualPoints: g.annualPoints }])),
    items: new Map(sent.map((s) => [s.unitId, s.n])),
    adoptions: adopted.map((a) => ({ unitId: a.unitId, kind: a.kind as Kind, count: a.n })),
    rules: ruleRows.map((r): RuleRow => ({ ...r, validFrom: r.validFrom as Quarter, kind: r.kind as RuleKind })),
  })
}

/** All that a ranking is computed from, read at one moment: one after the other, since a snapshot is one connection. */
async function readings(tx: Database, quarter: Quarter) {
  const register = await tx.select().from(units).orderBy(units.position)
  const goals = await tx
    .select()
    .from(targets)
    .where(eq(targets.year, yearOf(quarter)))
  const sent = await tx
    .select({ unitId: items.unitId, n: sql`count(*)`.mapWith(Number) })
    .from(items)
    .where(countingItems(quarter))
    .groupBy(items.unitId)
  const adopted = await tx
    .select({ unitId: items.unitId, kind: adoptions.kind, n: sql`count(*)`.mapWith(Number) })
    .from(adoptions)
    .innerJoin(items, eq(items.id, adoptions.itemId))
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(scoringAdoptions(quarter))
    .groupBy(items.unitId, adoptions.kind)
  const ruleRows = await tx.select().from(rules)
  return { register, goals, sent, adopted, ruleRows }
}

/** The notice of a quarter, composed from the same ranking. */
export async function noticeOf(viewer: Viewer, quarter: Quarter, options: NoticeOptions): Promise<Notice> {
  demand(viewer, 'notice.read')
  return compose(await rankingOf(viewer, quarter), options)
}

/** The quarters that hold anything, newest first; the current one always among them. */
export async function quartersWithData(viewer: Viewer, now: number): Promise<Quarter[]> {
  demand(viewer, 'figures.read')
  const found = new Set<string>([quarterOfInstant(now)])
  // A walk down each index, one step a quarter: how many rows a quarter has does not matter.
  const itemQuarter = (below: string) =>
    db()
      .select({ quarter: items.quarter })
      .from(items)
      .where(sql`${items.quarter} < ${below} and ${items.state} <> 'draft'`)
      .orderBy(desc(items.quarter))
      .limit(1)
  const adoptionQuarter = (below: string) =>
    db()
      .select({ quarter: adoptions.quarter })
      .from(adoptions)
      .where(lt(adoptions.quarter, below))
      .orderBy(desc(adoptions.quarter))
      .limit(1)
  for (const next of [itemQuarter, adoptionQuarter]) {
    for (let below: string | null | undefined = '9999Q9'; below; ) {
      below = (await next(below))[0]?.quarter
      if (below) found.add(below)
    }
  }
  return [...found].sort().reverse() as Quarter[]
}

/** The current quarter if anything was received in it, or else the newest with data. */
export async function leadingQuarter(viewer: Viewer, now: number): Promise<Quarter> {
  const current = quarterOfInstant(now)
  const [row] = await db().select({ id: items.id }).from(items).where(countingItems(current)).limit(1)
  if (row) return current
  return (await quartersWithData(viewer, now)).find((q) => q !== current) ?? current
}

/** A figure that opens a list of items or adoptions; its words are in lib/domain/figure. */
export type Trace = 'items' | 'adoptions' | Kind | Level
export type TraceRow = {
  key: string
  itemId: string
  unit: string
  day: string
  kind: Kind | null
  title: string | null
}

/** The kinds of adoption that a traced figure adds up. */
function kindsOf(trace: Exclude<Trace, 'items'>): Kind[] {
  return KINDS.filter((k) => trace === 'adoptions' || k.kind === trace || k.level === trace).map((k) => k.kind)
}

/**
 * The list behind a figure: as many rows as the figure says, by the same clause that counted it. A row whose item is
 * out of the viewer's reach has no title.
 */
export async function traceOf(
  viewer: Viewer,
  quarter: Quarter,
  trace: Trace,
  filter: { unitId?: string; category?: 'department' | 'town' } = {},
): Promise<TraceRow[]> {
  demand(viewer, 'figures.read')
  const narrowed = [
    filter.unitId && eq(items.unitId, filter.unitId),
    filter.category && eq(units.category, filter.category),
  ]
  const where = (clause: SQL) => and(clause, ...narrowed.filter((w): w is SQL => Boolean(w)))
  const seen = titleWithin(viewer)
  if (trace === 'items') {
    const rows = await db()
      .select({ itemId: items.id, unit: units.name, at: items.submittedAt, title: seen })
      .from(items)
      .innerJoin(units, eq(units.id, items.unitId))
      .where(where(countingItems(quarter)))
      .orderBy(desc(items.submittedAt), desc(items.id))
    return rows.map((r) => ({
      key: r.itemId,
      itemId: r.itemId,
      unit: r.unit,
      day: dayOfInstant(r.at ?? 0),
      kind: null,
      title: r.title,
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
    })
    .from(adoptions)
    .innerJoin(items, eq(items.id, adoptions.itemId))
    .innerJoin(units, eq(units.id, items.unitId))
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(where(and(scoringAdoptions(quarter), inArray(adoptions.kind, kindsOf(trace))) as SQL))
    .orderBy(desc(adoptions.adoptedOn), desc(adoptions.id))
  return rows.map((r) => ({ ...r, kind: r.kind as Kind }))
}

/** An item's title where the viewer may read the item, null elsewhere: decided by the same reach as every read. */
function titleWithin(viewer: Viewer): SQL<string | null> {
  return sql<string | null>`case when ${itemScope(viewer) ?? sql`1 = 1`} then ${items.title} end`
}

export type UnitQuarter = {
  quarter: Quarter
  items: number
  target: number | null
  points: Centi
  annualTarget: Centi | null
  share: string | null
  counts: Record<Kind, number>
  rules: Rules
}

/** One unit's own quarter, out of the same ranking that everybody sees. Null when the viewer has no unit. */
export async function ownQuarter(viewer: Viewer, quarter: Quarter): Promise<UnitQuarter | null> {
  const ranking = await rankingOf(viewer, quarter)
  for (const category of CATEGORIES) {
    const sent = ranking.submission[category].find((r) => r.unitId === viewer.unitId)
    const adopted = ranking.adoption[category].find((r) => r.unitId === viewer.unitId)
    if (!sent || !adopted) continue
    return {
      quarter,
      items: sent.items,
      target: sent.target,
      points: adopted.points,
      annualTarget: adopted.annualTarget,
      share: adopted.share,
      counts: adopted.counts,
      rules: ranking.rules[category],
    }
  }
  return null
}
