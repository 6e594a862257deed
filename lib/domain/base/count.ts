/** Counting ends here: no list is read that far, and no count may walk over a million rows. */
export const MANY = 999

/** How many there are: exact, or "more than `n`" where counting on would cost too much. */
export type Count = { n: number; more: boolean }

/** 12, or 999+. */
export function countInWords({ n, more }: Count): string {
  return `${n}${more ? '+' : ''}`
}

/** Of several parts together; of one that is not exact, neither is the sum. */
export function sumOfCounts(parts: readonly Count[]): Count {
  const n = parts.reduce((sum, part) => sum + part.n, 0)
  return { n: Math.min(n, MANY), more: n > MANY || parts.some(({ more }) => more) }
}
