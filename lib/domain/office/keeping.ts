/** How long the access log is kept, in days; never less than 180. */
export const KEPT_DAYS = 365

/** So many daily checks have seen a line before it goes: a clock that jumps ahead takes nothing along. */
const CHECKS = 180

/** About how many lines go at once, so that nobody waits for it. */
const AT_ONCE = 20_000

const DAY_MS = 86_400_000

/** The end of the access log as a daily check found it. */
export type CheckedHead = { at: number; seq: number; hash: string }

type Asked = {
  now: number
  /** The last line that went before; 0 where none did. */
  gone: number
  /** Up to which line somebody accepted a break: what it is known by is a digest of all lines up to there. */
  accepted: number
  /** The newest line stays, whatever its age: the next one follows it. */
  newest: number
}

/** Up to where the access log may go now: a head that a check bound in the audit log, or null. `heads`: oldest first. */
export function goesUntil(heads: readonly CheckedHead[], { now, gone, accepted, newest }: Asked): CheckedHead | null {
  const old = heads.slice(0, Math.max(0, heads.length - CHECKS)).filter(({ at }) => at <= now - KEPT_DAYS * DAY_MS)
  const may = old.filter(({ seq }) => seq > gone && seq >= accepted && seq < newest)
  return may.findLast(({ seq }) => seq - gone <= AT_ONCE) ?? may[0] ?? null
}
