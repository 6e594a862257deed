import type { ClockOff } from '../time/clock'

/**
 * What a write knows of the request it came with: when it arrived, how far the clock was off then where it had jumped, and the
 * key that makes repeating it harmless.
 */
export type Arrival = { at: number; off?: ClockOff | null; key: string | null }
