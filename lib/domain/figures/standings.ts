import { compareFractions, type Fraction } from '../base/exact'
import type { Ties } from '../rules/order'

/** A row before it has its place: what it is judged by (null: unranked), and where its unit stands officially. */
export type Entry<Row> = { row: Row; value: Fraction | null; officialPosition: number }
export type Placed<Row> = Row & { position: number; rank: number | null }

/**
 * Rows in the order of a table: the greatest value first, equals in official order, the unranked last.
 * position counts rows from 1; equal values share a rank (1, 1, 3), so that no order is pretended where there is none,
 * unless the office counts on without gaps (1, 1, 2) or gives each a rank of its own (1, 2, 3). Where nobody has anything,
 * nobody is ranked: fifty units with nothing are not fifty firsts.
 */
export function standings<Row extends object>(
  entries: readonly Entry<Row>[],
  ties: Ties = 'competition',
): Placed<Row>[] {
  const sorted = entries.toSorted((a, b) => byValue(a.value, b.value) || a.officialPosition - b.officialPosition)
  const anything = sorted.some(({ value }) => value !== null && value.n > 0)
  let rank = 0
  return sorted.map(({ row, value }, index) => {
    const above = sorted[index - 1]
    if (!above || ties === 'ordinal' || byValue(above.value, value) !== 0)
      rank = ties === 'dense' ? rank + 1 : index + 1
    return { ...row, position: index + 1, rank: value && anything ? rank : null }
  })
}

function byValue(a: Fraction | null, b: Fraction | null): number {
  if (!a || !b) return Number(!a) - Number(!b)
  return compareFractions(b, a)
}
