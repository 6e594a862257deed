import type { RankingInput } from '../figures/ranking-input'
import { type CategoryRow, USUAL_CATEGORIES } from '../office/category'
import type { Adopted, Scores } from '../rules/lines'

/** What an issued notice was computed from, as plain JSON. */
type Frozen = Omit<RankingInput, 'targets' | 'items'> & {
  targets: [string, { quarterlyItems: number | null; annualPoints: number | null }][]
  items: [string, number][]
}

/** What a notice counted: the lists behind its figures, as they were. */
export type FrozenRows = Partial<Scores> & {
  items: { id: string; unitId: string; at: number }[]
  adoptions: readonly Adopted[]
}

/** Everything that a ranking is computed from, as text; the same figures always give the same text. */
export function freeze(input: RankingInput): string {
  const { quarter, kinds, categories, units, targets, items, adoptions, instructions, unanswered, rules } = input
  const byKey = <T>(entries: Iterable<[string, T]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  const frozen: Frozen = {
    quarter,
    kinds,
    ...(categories && !areUsual(categories) ? { categories: categories.map(frozenCategory) } : {}),
    units: units.map(({ id, name, category, position }) => ({ id, name, category, position })),
    targets: byKey(targets),
    items: byKey(items),
    adoptions: adoptions.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    instructions,
    unanswered,
    rules: rules.map(({ category, validFrom, kind, points, choice = null, source }) => {
      return { category, validFrom, kind, points, ...(choice === null ? {} : { choice }), source }
    }),
  }
  return JSON.stringify(frozen)
}

const frozenCategory = ({ key, name, title, words, aliases, position, validFrom }: CategoryRow): CategoryRow => {
  return { key, name, title, words, aliases, position, validFrom }
}

/** What was frozen before categories were rows names none: then they are the usual two, and those are never named. */
function areUsual(categories: readonly CategoryRow[]): boolean {
  const all = (rows: readonly CategoryRow[]) => JSON.stringify(rows.map(frozenCategory))
  return all(categories) === all(USUAL_CATEGORIES)
}

const keyOf = ({ unitId, kind, id = '' }: Adopted) => `${unitId} ${kind} ${id}`

/** The figures behind a frozen text. */
export function thaw(frozen: string): RankingInput {
  const { targets, items, ...rest } = JSON.parse(frozen) as Frozen
  return { ...rest, targets: new Map(targets), items: new Map(items) }
}
