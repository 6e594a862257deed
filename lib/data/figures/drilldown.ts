import 'server-only'
import { snapshot } from '@/db/client'
import type { Cursor } from '@/lib/domain/base/cursor'
import { type Fraction, fraction, plus, sumOf } from '@/lib/domain/base/exact'
import { notFound } from '@/lib/domain/base/fault'
import { amountInWords } from '@/lib/domain/figures/extra'
import {
  type CountedFigure,
  countsPoints,
  countsUnits,
  figureValue,
  type NamedFigure,
  ofWhom,
  type PointsFigure,
  pointsValue,
  type UnitRow,
  unitsOfFigure,
} from '@/lib/domain/figures/figure'
import { categoriesOf, linesIn, rankSpan, type SpanRanking } from '@/lib/domain/figures/ranking'
import type { RankingInput } from '@/lib/domain/figures/ranking-input'
import type { Category } from '@/lib/domain/office/category'
import type { Viewer } from '@/lib/domain/people/policy'
import { rulesInForce } from '@/lib/domain/rules/book'
import { lineRows } from '@/lib/domain/rules/line-words'
import type { Quarter } from '@/lib/domain/time/quarter'
import { quartersOf, type Span } from '@/lib/domain/time/span'
import { authorize } from '../core/authorize'
import { type DrilldownRow, drilldownRows, pointsDrilldown } from './drilldown-rows'
import type { Counted } from './inner/counted'
import { spanNow } from './inner/kept'

/** What a quarter of figures only adds to a figure: no items stand behind it. */
export type PastPart = { quarter: Quarter; source: string; words: string }

/** A figure with its rows. unit: the name of the figure's unit; null where the register has no such unit. */
export type Drilldown = {
  unit?: string | null
  /** The title of the figure's category. */
  category?: string
  /** "24 条", as the figure is printed. */
  total: string
  /** The rows of what is counted by items, and of what scored. */
  rows?: DrilldownRow[]
  /** Where the next part of the rows begins; null at the end. */
  next: Cursor | null
  /** The rows of what counts units, and the units of a quarter that came in as figures only. */
  units?: UnitRow[]
  past: PastPart[]
  /** What a unit's category is called. */
  categoryOf: (unitId: string) => string
}

/** As many rows a page holds; a list of a unit's points is never parted. */
export const DRILLDOWN_PAGE = 1_500

/**
 * The rows behind a figure, from a place in their list on, and the figure itself, over the quarters of a span; 404 for a
 * category that is not ranked.
 */
export async function drilldown(
  viewer: Viewer,
  quarter: Quarter,
  figure: NamedFigure,
  span: Span = 'quarter',
  { after, size = DRILLDOWN_PAGE }: { after?: Cursor | undefined; size?: number } = {},
): Promise<Drilldown> {
  const quarters = quartersOf(quarter, span)
  authorize(viewer, 'figures.read')
  const { counted, ranking } = await snapshot((tx) => spanNow(tx, quarters))
  const { unitId, category } = ofWhom(figure)
  const own = categoriesOf(ranking).find(({ key }) => key === category)
  if (category !== undefined && !own) throw notFound('类别')
  const unitOf = new Map(
    ranking.tables.flatMap((of) => of.adoption.map((row) => [row.unitId, { name: row.unit, of: of.category }])),
  )
  const base = {
    ...(unitId !== undefined && { unit: unitOf.get(unitId)?.name ?? null }),
    ...(own && { category: own.title }),
    categoryOf: (id: string) => unitOf.get(id)?.of.name ?? '',
  }
  if (countsUnits(figure.figure)) {
    const units = unitsOfFigure(ranking, figure.figure, category)
    return { ...base, total: `${units.length} 个`, units, past: [], next: null }
  }
  const live = counted.filter((part) => part.past === null)
  const past = counted.filter((part) => part.past !== null)
  const amountOf = (part: Counted): Fraction =>
    countsPoints(figure.figure) && unitId !== undefined
      ? pointsValue(rankSpan([part]), unitId, figure.figure)
      : fraction(figureValue(rankSpan([part]), figure))
  const ofPoints = countsPoints(figure.figure) && unitId !== undefined
  const found = ofPoints
    ? await pointsRows(viewer, live, figure.figure as PointsFigure, unitId, unitOf.get(unitId)?.of.key ?? '')
    : await drilldownRows(
        viewer,
        live.map(({ quarter }) => quarter),
        figure.figure as CountedFigure,
        { ...ofWhom(figure), among: categoriesOf(ranking).map(({ key }) => key) },
        { after, most: size + 1 },
      )
  const rows = ofPoints ? found : found.slice(0, size)
  const last = rows.at(-1)
  const next = rows.length < found.length && last ? beginningAt(last) : null
  const whole = !next && !after
  const listed = whole ? sumOf(rows.map(({ points = fraction(1) }) => points)) : sumOf(live.map(amountOf))
  const sum = plus(listed, sumOf(past.map(amountOf)))
  return {
    ...base,
    next,
    total: amountInWords(figure.figure, sum),
    past: past.map((part) => {
      return { quarter: part.quarter, source: part.past ?? '', words: amountInWords(figure.figure, amountOf(part)) }
    }),
    ...(live.length > 0 ? { rows } : { units: concerned(ranking, figure) }),
  }
}

/** Everything that a unit scored, quarter by quarter, each by the rules of its own quarter. */
async function pointsRows(
  viewer: Viewer,
  quarters: readonly RankingInput[],
  figure: PointsFigure,
  unitId: string,
  category: Category,
): Promise<DrilldownRow[]> {
  const rows: DrilldownRow[] = []
  for (const input of quarters) {
    const lines = linesIn(input, category, rulesInForce(input.rules, category, input.quarter)).get(unitId) ?? []
    const names = new Map(input.units.map(({ id, name }) => [id, name]))
    rows.push(...(await pointsDrilldown(viewer, input.quarter, lineRows(lines, figure), (id) => names.get(id) ?? '')))
  }
  return rows
}

/** The units whose figures stand in for items that nobody has. */
function concerned(ranking: SpanRanking, figure: NamedFigure): UnitRow[] {
  const { unitId, category } = ofWhom(figure)
  return unitsOfFigure(ranking, 'units', category).filter(
    ({ submission }) => unitId === undefined || submission.unitId === unitId,
  )
}

/** The place of a row in its list, so that the next part goes on behind it. */
function beginningAt({ key, day, at }: DrilldownRow): Cursor {
  return { at: at ?? Number((day ?? '').replaceAll('-', '')), id: key }
}
