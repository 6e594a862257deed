/** How long an import may keep others from writing while the portal is open. */
export const HOLD_MOST_MS = 2_000

/** What has been written before it says anything about the pace. */
const TELLING_MS = 150

/**
 * Sealing in the log and committing come last, when all rows are in: 14 to 19 % of the time that writing them took, measured with
 * 2,000 and 10,000 items.
 */
const END_SHARE = 0.25

/**
 * How long a transaction will hold the writer in all, told by how long it took to write a part of its rows; null while that
 * tells too little.
 */
export function holdsFor(elapsedMs: number, written: number, total: number): number | null {
  if (written === 0 || (elapsedMs < TELLING_MS && written < total)) return null
  return (elapsedMs / written) * total * (1 + END_SHARE)
}

/** A time in words that promises no more than it can: "约 3 秒", "约 2 分钟". */
export function aboutSo(ms: number): string {
  return ms < 90_000 ? `约 ${Math.max(1, Math.ceil(ms / 1000))} 秒` : `约 ${Math.ceil(ms / 60_000)} 分钟`
}
