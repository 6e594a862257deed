import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { noticeRows, notices } from '@/db/schema'
import { CATEGORIES, type Category } from '@/lib/domain/adoptions/kinds'
import { fraction, sumOf } from '@/lib/domain/base/exact'
import { notFound } from '@/lib/domain/base/fault'
import { amountInWords } from '@/lib/domain/figures/extra'
import {
  addsUp,
  countsPoints,
  countsUnits,
  type NamedFigure,
  ofWhom,
  type PointsFigure,
  type UnitRow,
  unitsBehind,
} from '@/lib/domain/figures/figure'
import { linesIn, type Ranking, rank } from '@/lib/domain/figures/ranking'
import type { RankingInput } from '@/lib/domain/figures/ranking-input'
import { type FrozenRows, thaw } from '@/lib/domain/notices/frozen'
import type { Viewer } from '@/lib/domain/people/policy'
import { lineRows, type PointRow } from '@/lib/domain/rules/line-words'
import { dayOfInstant, type Quarter } from '@/lib/domain/time/quarter'
import { authorize } from '../core/authorize'
import { type DrilldownRow, pointsDrilldown, titlesOf } from '../figures/drilldown-rows'

/** A figure of an issued notice with its rows, as they were when it was issued. */
export type FrozenList = {
  quarter: Quarter
  number: string
  unit?: string | null
  total: string
  traced?: DrilldownRow[]
  units?: UnitRow[]
  categoryOf: (unitId: string) => Category
}

/** The list behind a figure of an issued notice. Rows whose item is out of the viewer's reach have no title. */
export async function frozenList(viewer: Viewer, id: string, figure: NamedFigure): Promise<FrozenList> {
  authorize(viewer, 'notice.read')
  const [found] = await db()
    .select({ number: notices.number, figures: notices.figures, rows: noticeRows.rows })
    .from(notices)
    .innerJoin(noticeRows, eq(noticeRows.noticeId, notices.id))
    .where(eq(notices.id, id))
  if (!found) throw notFound('通报')
  const input = thaw(found.figures)
  const ranking = rank(input)
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
  const frozen = JSON.parse(found.rows) as FrozenRows
  const nameOf = (of: string) => unitOf.get(of)?.unit ?? ''
  const traced =
    countsPoints(figure.figure) && unitId !== undefined
      ? await pointsDrilldown(viewer, quarter, pointsRows(input, frozen, ranking, unitId, base, figure.figure), nameOf)
      : await countedTrace(viewer, frozen, figure, quarter, base.categoryOf, nameOf)
  return {
    ...base,
    total: amountInWords(figure.figure, sumOf(traced.map(({ points = fraction(1) }) => points))),
    traced,
  }
}

/** What a unit scored, out of the rows that were frozen with the figures, by the frozen rules. */
function pointsRows(
  input: RankingInput,
  frozen: FrozenRows,
  { rules }: Ranking,
  unitId: string,
  { categoryOf }: Pick<FrozenList, 'categoryOf'>,
  figure: PointsFigure,
): PointRow[] {
  const { adoptions, instructions, unanswered } = frozen
  const scored = { adoptions: adoptions.map((adopted) => ({ ...adopted, count: 1 })), instructions, unanswered }
  const category = categoryOf(unitId)
  const lines = linesIn({ ...input, ...scored }, category, rules[category]).get(unitId) ?? []
  return lineRows(lines, figure)
}

async function countedTrace(
  viewer: Viewer,
  { items: counted, adoptions }: FrozenRows,
  figure: NamedFigure,
  quarter: Quarter,
  categoryOf: FrozenList['categoryOf'],
  nameOf: (unitId: string) => string,
): Promise<DrilldownRow[]> {
  const { unitId, category } = ofWhom(figure)
  const mine = (row: { unitId: string }) =>
    (unitId === undefined || row.unitId === unitId) && (category === undefined || categoryOf(row.unitId) === category)
  const rows =
    figure.figure === 'items'
      ? counted.filter(mine).map(({ id, unitId: of, at }) => {
          return { key: id, itemId: id, unitId: of, day: dayOfInstant(at), kind: null }
        })
      : adoptions
          .filter((row) => mine(row) && addsUp(figure.figure, row.kind))
          .map(({ id = '', itemId = '', unitId: of, kind, day = null }) => {
            return { key: id, itemId, unitId: of, day, kind }
          })
  const titles = await titlesOf(
    viewer,
    rows.map(({ itemId }) => itemId),
  )
  return rows.map(({ unitId: of, ...row }) => {
    return { ...row, quarter, unit: nameOf(of), title: titles.get(row.itemId) ?? null }
  })
}
