import type { Quarter } from '../time/quarter'
import { quartersOf, type Span } from '../time/span'
import { type Change, changes, type LargeFigure, type Movements, movements } from './compare'
import { type Ranking, rank, rankSpan, type SpanRanking } from './ranking'
import type { RankingInput } from './ranking-input'
import { ofAll } from './totals'

/** What a quarter is ranked by. `past`: the paper its figures were taken from, when no items stand behind them. */
export type CountedQuarter = RankingInput & { past: string | null }

/** Figures that are followed from quarter to quarter, with their words. */
export const TREND = {
  items: '报送条数',
  district: '区级采用',
  city: '市级采用',
  province: '省级采用',
  met: '完成报送任务的单位',
  onTrack: '达到25%线的单位',
} as const
export type TrendFigure = keyof typeof TREND
export const TREND_FIGURES = Object.keys(TREND) as TrendFigure[]

/** A quarter of the trend; figures is null where the quarter has no data. */
export type TrendQuarter = { quarter: Quarter; figures: Record<TrendFigure, number> | null }

/** All that the page of a ranking says. */
export type Overview = {
  span: Span
  ranking: SpanRanking
  large: Record<LargeFigure, Change>
  moved: Movements
  /** Whether there is an earlier ranking to move against. */
  comparable: boolean
  trend: TrendQuarter[]
  /** Quarters of the span without any data: they count as 0. */
  empty: Quarter[]
  /** Quarters of the span that came in as figures only. */
  past: { quarter: Quarter; source: string }[]
}

/**
 * A ranking with what it is compared with, out of the last eight quarters (`lastEight`), oldest first. A time counts as
 * known only when each of its quarters holds something: half a time would look like a fall.
 * Throws RangeError without any quarter.
 */
export function overview(span: Span, counted: readonly CountedQuarter[]): Overview {
  const last = counted.at(-1)
  if (!last) throw new RangeError('no quarter to look at')
  const quarters = quartersOf(last.quarter, span)
  const own = counted.slice(-quarters.length)
  const known = (parts: readonly CountedQuarter[]) => parts.length > 0 && parts.every(holds)
  const ranked = (parts: readonly CountedQuarter[]): Ranking | null => (known(parts) ? rankSpan(parts) : null)
  const single = quarters.length === 1
  // A span that is still growing is measured against itself a quarter ago.
  const before = ranked(single ? counted.slice(-2, -1) : own.slice(0, -1))
  const yearAgo = counted.slice(-4 - quarters.length, -4)
  const ranking = rankSpan(own)
  const all = ranked(yearAgo.length === quarters.length ? yearAgo : [])
  return {
    span,
    ranking,
    large: changes(single ? before : undefined, all),
    moved: movements(ranking, before),
    comparable: before !== null,
    trend: counted.map((part) => ({ quarter: part.quarter, figures: holds(part) ? trendOf(rank(part)) : null })),
    empty: own.filter((part) => !holds(part)).map(({ quarter }) => quarter),
    past: own.flatMap(({ quarter, past }) => (past === null ? [] : [{ quarter, source: past }])),
  }
}

/** Whether a quarter holds any figure at all. */
export function holds({ past, items, adoptions }: CountedQuarter): boolean {
  return past !== null || [...items.values()].some((n) => n > 0) || adoptions.some(({ count }) => count > 0)
}

function trendOf({ totals }: Ranking): Record<TrendFigure, number> {
  const { items, district, city, province, met, onTrack } = totals
  return { items, district, city, province, met: ofAll(met), onTrack: ofAll(onTrack) }
}
