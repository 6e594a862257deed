/** A session ends after this long without use by its person. */
export const IDLE_MS = 30 * 60_000

/** How long before its end an open page says so. */
export const WARN_MS = 5 * 60_000

/** The cookie in which an open page says for a moment that it asks by itself. */
export const BY_ITSELF = 'yanxin-by-itself'

/**
 * What an open page does about the end of its session: say that it is over, say that it comes, or look again later.
 * @param left ms until the session ends, as the server has it; 0 where there is none any more
 */
export function idleStep(left: number): { say: 'over' | 'soon' } | { lookInMs: number } {
  if (left <= 0) return { say: 'over' }
  return left <= WARN_MS ? { say: 'soon' } : { lookInMs: left - WARN_MS }
}
