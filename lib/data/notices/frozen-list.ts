import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { noticeRows, notices } from '@/db/schema'
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
  unitsOfFigure,
} from '@/lib/domain/figures/figure'
import { categoriesOf, linesIn, type Ranking, rank } from '@/lib/domain/figures/ranking'
import type { RankingInput } from '@/lib/domain/figures/ranking-input'
import { type FrozenRows, thaw } from '@/lib/domain/notices/frozen'
import type { CategoryRow } from '@/lib/domain/office/category'
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
  /** The title of the figure's category. */
  category?: string
  total: string
  rows?: DrilldownRow[]
  units?: UnitRow[]
  /** What a unit's category is called. */
  categoryOf: (unitId: string) => string
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
    ranking.tables.flatMap(({ category, adoption }) => adoption.map((row) => [row.unitId, { ...row, category }])),
  )
  const own = categoriesOf(ranking).find(({ key }) => key === category)
  if (category !== undefined && !own) throw notFound('类别')
  const base = {
    quarter,
    number: found.number,
    ...(unitId !== undefined && { unit: unitOf.get(unitId)?.unit ?? null }),
    ...(own && { category: own.title }),
    categoryOf: (of: string) => unitOf.get(of)?.category.name ?? '',
  }
  if (countsUnits(figure.figure)) {
    const units = unitsOfFigure(ranking, figure.figure, category)
    return { ...base, total: `${units.length} 个`, units }
  }
  const frozen = JSON.parse(found.rows) as FrozenRows
  const nameOf = (of: string) => unitOf.get(of)?.unit ?? ''
  const rows =
    countsPoints(figure.figure) && unitId !== undefined
      ? await pointsDrilldown(viewer, quarter, pointsRows(input, frozen, ranking, unitId, figure.figure), nameOf)
      : await countedDrilldown(viewer, frozen, figure, quarter, unitOf)
  return {
    ...base,
    total: amountInWords(figure.figure, sumOf(rows.map(({ points = fraction(1) }) => points))),
    rows,
  }
}

/** What a unit scored, out of the rows that were frozen with the figures, by the frozen rules. */
function pointsRows(
  input: RankingInput,
  frozen: FrozenRows,
  { tables }: Ranking,
  unitId: string,
  figure: PointsFigure,
): PointRow[] {
  const { adoptions, instructions, unanswered } = frozen
  const scored = { adoptions: adoptions.map((adopted) => ({ ...adopted, count: 1 })), instructions, unanswered }
  const of = tables.find(({ adoption }) => adoption.some((row) => row.unitId === unitId))
  const lines = of && linesIn({ ...input, ...scored }, of.category.key, of.rules).get(unitId)
  return lineRows(lines ?? [], figure)
}

async function countedDrilldown(
  viewer: Viewer,
  { items: counted, adoptions }: FrozenRows,
  figure: NamedFigure,
  quarter: Quarter,
  unitOf: ReadonlyMap<string, { unit: string; category: CategoryRow }>,
): Promise<DrilldownRow[]> {
  const { unitId, category } = ofWhom(figure)
  const mine = (row: { unitId: string }) =>
    (unitId === undefined ? unitOf.has(row.unitId) : row.unitId === unitId) &&
    (category === undefined || unitOf.get(row.unitId)?.category.key === category)
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
    return { ...row, quarter, unit: unitOf.get(of)?.unit ?? '', title: titles.get(row.itemId) ?? null }
  })
}
