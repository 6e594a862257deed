import type { Ranking } from './ranking'
import type { AdoptionRow, SubmissionRow } from './ranking-rows'

/** The large figures of a ranking, with the word over each. */
export const LARGE = {
  items: '报送',
  district: '区级采用',
  city: '市级采用',
  province: '省级采用',
  forwarded: '采编上报',
} as const
export type LargeFigure = keyof typeof LARGE
export const LARGE_FIGURES = Object.keys(LARGE) as LargeFigure[]

/** A large figure then; null where that time has no data, absent where it is not compared. */
export type Change = { before?: number | null; yearAgo: number | null }

/** What the large figures were before. `before` is null without data, undefined where a span has none to compare. */
export function changes(before: Ranking | null | undefined, yearAgo: Ranking | null): Record<LargeFigure, Change> {
  return Object.fromEntries(
    LARGE_FIGURES.map((figure) => [
      figure,
      {
        ...(before !== undefined && { before: before?.totals[figure] ?? null }),
        yearAgo: yearAgo?.totals[figure] ?? null,
      },
    ]),
  ) as Record<LargeFigure, Change>
}

/** "▲12", "▼3", "持平", and "—" where there is nothing to compare with. */
export function changeWords(now: number, then: number | null): string {
  if (then === null) return '—'
  if (now === then) return '持平'
  return now > then ? `▲${now - then}` : `▼${then - now}`
}

/** By how many ranks a unit went up (below 0: down), or that it was not ranked before. */
export type Movement = number | 'new'
export type Movements = Record<'submission' | 'adoption', ReadonlyMap<string, Movement>>

/** How the ranked units moved against an earlier ranking; nothing without one. */
export function movements(now: Ranking, before: Ranking | null): Movements {
  const moved = (table: 'submission' | 'adoption') => {
    if (!before) return new Map<string, Movement>()
    const rows = (ranking: Ranking) => ranking.tables.flatMap((of): (AdoptionRow | SubmissionRow)[] => of[table])
    const earlier = new Map(rows(before).map(({ unitId, rank }) => [unitId, rank]))
    return new Map(
      rows(now).flatMap(({ unitId, rank }): [string, Movement][] => {
        const then = earlier.get(unitId) ?? null
        return rank === null ? [] : [[unitId, then === null ? 'new' : then - rank]]
      }),
    )
  }
  return { submission: moved('submission'), adoption: moved('adoption') }
}

/** "▲2", "▼1", "—" for a rank that was kept, "新" for a unit that had none; nothing without an earlier ranking. */
export function movementWords(movement: Movement | undefined): string {
  if (movement === undefined) return ''
  if (movement === 'new') return '新'
  if (movement === 0) return '—'
  return movement > 0 ? `▲${movement}` : `▼${-movement}`
}
