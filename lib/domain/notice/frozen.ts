import type { Category, Kind } from '../kinds'
import type { RankingInput } from '../ranking'

/** What an issued notice was computed from, as plain JSON. */
type Frozen = Omit<RankingInput, 'targets' | 'items'> & {
  targets: [string, { quarterlyItems: number | null; annualPoints: number | null }][]
  items: [string, number][]
}

/** The items and adoptions that a notice counted: the lists behind its figures, as they were. */
export type FrozenRows = {
  items: { id: string; unitId: string; at: number }[]
  adoptions: { id: string; itemId: string; unitId: string; kind: Kind; day: string }[]
}

/** Everything that a ranking is computed from, as text; the same figures always give the same text. */
export function freeze({ quarter, units, targets, items, adoptions, rules }: RankingInput): string {
  const byKey = <T>(entries: Iterable<[string, T]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  const frozen: Frozen = {
    quarter,
    units: units.map(({ id, name, category, position }) => ({ id, name, category: category as Category, position })),
    targets: byKey(targets),
    items: byKey(items),
    adoptions: adoptions.toSorted((a, b) => (a.unitId + a.kind < b.unitId + b.kind ? -1 : 1)),
    rules: rules.map(({ category, validFrom, kind, points, source }) => ({
      category,
      validFrom,
      kind,
      points,
      source,
    })),
  }
  return JSON.stringify(frozen)
}

/** The figures behind a frozen text. */
export function thaw(frozen: string): RankingInput {
  const { targets, items, ...rest } = JSON.parse(frozen) as Frozen
  return { ...rest, targets: new Map(targets), items: new Map(items) }
}
