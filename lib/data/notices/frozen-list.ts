import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { items, noticeRows, notices } from '@/db/schema'
import { formatCenti } from '@/lib/domain/exact'
import { notFound } from '@/lib/domain/fault'
import { countsUnits, type Figure, kindsOf, ofWhom, type UnitRow, unitsBehind } from '@/lib/domain/figure'
import { CATEGORIES, type Category } from '@/lib/domain/kinds'
import { type FrozenRows, thaw } from '@/lib/domain/notice/frozen'
import type { Viewer } from '@/lib/domain/policy'
import { dayOfInstant, type Quarter } from '@/lib/domain/quarter'
import { type Ranking, rank } from '@/lib/domain/ranking'
import { demand } from '../demand'
import { itemScope } from '../scope'
import type { TraceRow } from '../traces'

/** A figure of an issued notice with its rows, as they were when it was issued. */
export type FrozenList = {
  quarter: Quarter
  number: string
  unit?: string | null
  total: string
  traced?: (TraceRow & { points?: number })[]
  units?: UnitRow[]
  categoryOf: (unitId: string) => Category
}

/** How many ids one query names at the most. */
const AT_ONCE = 500

/** The list behind a figure of an issued notice. Rows whose item is out of the viewer's reach have no title. */
export async function frozenList(viewer: Viewer, id: string, figure: Figure): Promise<FrozenList> {
  demand(viewer, 'notice.read')
  const [found] = await db()
    .select({ number: notices.number, figures: notices.figures, rows: noticeRows.rows })
    .from(notices)
    .innerJoin(noticeRows, eq(noticeRows.noticeId, notices.id))
    .where(eq(notices.id, id))
  if (!found) throw notFound('通报')
  const ranking = rank(thaw(found.figures))
  const { quarter } = ranking
  const { unitId, category } = ofWhom(figure)
  const unitOf = new Map(
    CATEGORIES.flatMap((c) => ranking.adoption[c].map((row) => [row.unitId, { ...row, category: c }])),
  )
  const base = {
    quarter,
    number: found.number,
    ...(unitId !== undefined && { unit: unitOf.get(unitId)?.unit ?? null }),
    categoryOf: (of: string): Category => unitOf.get(of)?.category ?? 'department',
  }
  if (countsUnits(figure.figure)) {
    const units = unitsBehind(ranking, figure.figure, category)
    return { ...base, total: `${units.length} 个`, units }
  }
  const mine = (of: string) =>
    (unitId === undefined || of === unitId) && (category === undefined || base.categoryOf(of) === category)
  const rows = rowsOf(JSON.parse(found.rows) as FrozenRows, figure, quarter).filter((row) => mine(row.unitId))
  const titles = await titlesOf(
    viewer,
    rows.map(({ itemId }) => itemId),
  )
  const traced = rows.map(({ unitId: of, ...row }) => ({
    ...row,
    unit: unitOf.get(of)?.unit ?? '',
    title: titles.get(row.itemId) ?? null,
    ...(figure.figure === 'points' && { points: pointsOf(ranking, base.categoryOf(of), row.kind) }),
  }))
  if (figure.figure !== 'points') return { ...base, total: `${traced.length} 条`, traced }
  const sum = traced.reduce((all, { points = 0 }) => all + points, 0)
  return { ...base, total: `${formatCenti(sum)} 分`, traced }
}

type Row = Omit<TraceRow, 'unit' | 'title'> & { unitId: string }

function rowsOf({ items: counted, adoptions }: FrozenRows, { figure }: Figure, quarter: Quarter): Row[] {
  if (figure === 'items') {
    return counted.map(({ id, unitId, at }) => ({
      key: id,
      itemId: id,
      unitId,
      day: dayOfInstant(at),
      kind: null,
      quarter,
    }))
  }
  const kinds = kindsOf(figure === 'points' ? 'adoptions' : figure)
  return adoptions
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id, itemId, unitId, kind, day }) => ({ key: id, itemId, unitId, day, kind, quarter }))
}

function pointsOf({ rules }: Ranking, category: Category, kind: Row['kind']): number {
  return (kind && rules[category].get(kind)?.points) ?? 0
}

async function titlesOf(viewer: Viewer, ids: string[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await db()
      .select({ id: items.id, title: items.title })
      .from(items)
      .where(and(inArray(items.id, ids.slice(at, at + AT_ONCE)), itemScope(viewer)))
    for (const { id, title } of rows) titles.set(id, title)
  }
  return titles
}
