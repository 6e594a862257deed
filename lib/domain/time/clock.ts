import { quarterOfInstant } from './quarter'

/** How far the newest entry of the log may lie ahead of now: two servers' clocks are never quite the same. */
export const LEEWAY_MS = 60_000

/** How far a clock is off since it jumped, and since when by that clock. */
export type ClockOff = { drift: number; since: number }

/**
 * Whether what arrived by a clock that stands off by `drift` would stand in another quarter than by the clock as it was
 * before: then it waits for its number until an administrator has confirmed the time.
 */
export function movesQuarter(at: number, drift: number): boolean {
  const [now, before] = [quarterOrNull(at), quarterOrNull(at - drift)]
  return now === null || now !== before
}

/**
 * When it arrived, once the time is confirmed: the clock that stands off by `driftNow` is right. The clock may have been
 * set in between, so what is told is how long before now it came.
 */
export function correctedInstant(arrived: { at: number; drift: number }, driftNow: number): number {
  return arrived.at - arrived.drift + driftNow
}

/** That the log had an entry ahead of the clock: of when that was, and when it was noted. */
export type Behind = { newest: number; noted: number }

/** Whether an entry of the log lies ahead of the clock, so that one of the two is wrong. */
export function isBehind(now: number, newest: number): boolean {
  return newest - now > LEEWAY_MS
}

/**
 * How far the clock stands off in all, by a jump and by what the log holds. An entry ahead of a clock that had jumped by then
 * says no more than the jump; one that the clock has come past says nothing.
 */
export function driftInAll(off: ClockOff | null, behind: Behind | null, now: number): number {
  const jumped = off?.drift ?? 0
  const tells = behind && now < behind.newest && !(off && behind.noted >= off.since)
  return tells ? jumped + behind.noted - behind.newest : jumped
}

/** Whether the clock stands off as far as it did when somebody looked: their page told the time that they confirm. */
export function isSameDrift(now: number, seen: number): boolean {
  return Math.abs(now - seen) <= LEEWAY_MS
}

/** A clock may stand in a year that has no quarter of ours. */
function quarterOrNull(at: number) {
  try {
    return quarterOfInstant(at)
  } catch {
    return null
  }
}
