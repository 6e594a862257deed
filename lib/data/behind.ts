import 'server-only'
import { formatCenti } from '@/lib/domain/exact'
import { countsUnits, type Figure, figureValue, ofWhom, type UnitRow, unitsBehind } from '@/lib/domain/figure'
import { CATEGORIES, type Category } from '@/lib/domain/kinds'
import type { Viewer } from '@/lib/domain/policy'
import type { Quarter } from '@/lib/domain/quarter'
import { rankSpan, type SpanRanking } from '@/lib/domain/ranking'
import { quartersOf, type Span } from '@/lib/domain/span'
import { countedOver } from './figures'
import { type TraceRow, traceOf } from './traces'

/** What a quarter of figures only adds to a figure: no items stand behind it. */
export type PastPart = { quarter: Quarter; source: string; amount: number; words: string }

/** A figure with its rows. unit: the name of the figure's unit; null where the register has no such unit. */
export type Behind = {
  unit?: string | null
  /** "24 条", as the figure is printed. */
  total: string
  /** The rows of what is counted by items; `points` is what a row scored, in a list of points. */
  traced?: (TraceRow & { points?: number })[]
  /** The rows of what counts units, and the units of a quarter that came in as figures only. */
  units?: UnitRow[]
  past: PastPart[]
  categoryOf: (unitId: string) => Category
}

/** The rows behind a figure and the figure itself, over the quarters of a span. */
export async function behind(
  viewer: Viewer,
  quarter: Quarter,
  figure: Figure,
  span: Span = 'quarter',
): Promise<Behind> {
  const quarters = quartersOf(quarter, span)
  const counted = await countedOver(viewer, quarters)
  const ranking = rankSpan(counted)
  const { unitId, category } = ofWhom(figure)
  const rowsOf = CATEGORIES.flatMap((c) => ranking.adoption[c])
  const base = {
    ...(unitId !== undefined && { unit: rowsOf.find((row) => row.unitId === unitId)?.unit ?? null }),
    categoryOf: (id: string): Category =>
      ranking.adoption.town.some((row) => row.unitId === id) ? 'town' : 'department',
  }
  if (countsUnits(figure.figure)) {
    const units = unitsBehind(ranking, figure.figure, category)
    return { ...base, total: `${units.length} 个`, units, past: [] }
  }
  const words = (n: number) => (figure.figure === 'points' ? `${formatCenti(n)} 分` : `${n} 条`)
  const past = counted.flatMap((part): PastPart[] => {
    if (part.past === null) return []
    const amount = figureValue(rankSpan([part]), figure)
    return [{ quarter: part.quarter, source: part.past, amount, words: words(amount) }]
  })
  const live = counted.filter((part) => part.past === null).map((part) => part.quarter)
  const traced = await tracedRows(viewer, live, figure, ranking, base.categoryOf)
  const sum =
    traced.reduce((all, { points = 1 }) => all + points, 0) + past.reduce((all, { amount }) => all + amount, 0)
  return {
    ...base,
    total: words(sum),
    past,
    ...(live.length > 0 ? { traced } : { units: concerned(ranking, figure) }),
  }
}

async function tracedRows(
  viewer: Viewer,
  quarters: readonly Quarter[],
  figure: Figure,
  ranking: SpanRanking,
  categoryOf: (unitId: string) => Category,
): Promise<(TraceRow & { points?: number })[]> {
  if (figure.figure === 'points') {
    const rules = new Map(ranking.rulesOf[categoryOf(figure.unitId)].map((of) => [of.quarter, of.rules]))
    const rows = await traceOf(viewer, quarters, 'adoptions', { unitId: figure.unitId })
    // Each by the rules of its own quarter.
    return rows.map((row) => ({ ...row, points: (row.kind && rules.get(row.quarter)?.get(row.kind)?.points) ?? 0 }))
  }
  return countsUnits(figure.figure) ? [] : traceOf(viewer, quarters, figure.figure, ofWhom(figure))
}

/** The units whose figures stand in for items that nobody has. */
function concerned(ranking: SpanRanking, figure: Figure): UnitRow[] {
  const { unitId, category } = ofWhom(figure)
  return unitsBehind(ranking, 'units', category).filter(
    ({ submission }) => unitId === undefined || submission.unitId === unitId,
  )
}
