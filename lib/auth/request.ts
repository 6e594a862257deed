import type { ClockOff } from '@/lib/domain/time/clock'
import { ANSWERED_AS, CONFIRMED, SAID } from '@/lib/door/said.mjs'

/** The address a request came from, as the door saw it. */
export function addressIn(headers: Headers): string {
  return headers.get(SAID.address) || 'unknown'
}

/** The number of a request, its own secret: nobody else learns it. */
export function numberOf(headers: Headers): string {
  return headers.get(SAID.number) ?? ''
}

/** How long a request would wait for those before it when it came, in milliseconds. */
export function aheadOf(headers: Headers): number {
  return Number(headers.get(SAID.ahead)) || 0
}

/** How far the clock was off when a request arrived, and since when; null unless it had jumped. */
export function clockOff(headers: Headers): ClockOff | null {
  const [drift, since] = (headers.get(SAID.clock) ?? '').split(' ').map(Number)
  return drift !== undefined && since !== undefined ? { drift, since } : null
}

/**
 * Tells the door under which status a page is answered that is drawn in words all the same: Next gives a page a status other than
 * 200 only by throwing what it would have drawn.
 */
export function answeredAs(headers: Headers, status: number): void {
  process.emit(ANSWERED_AS as never, numberOf(headers) as never, status as never)
}

/** Tells the door that the clock is right as it stands. */
export function clockIsRight(): void {
  process.emit(CONFIRMED as never)
}

/** The instant at which a request arrived at the door; what counts at midnight, however long it then waited. */
export function arrivedAt(headers: Headers): number {
  return Number(headers.get(SAID.arrival)) || Date.now()
}
