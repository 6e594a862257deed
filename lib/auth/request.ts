import { SAID } from '@/lib/door/said.mjs'

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

/** The instant at which a request arrived at the door; what counts at midnight, however long it then waited. */
export function arrivedAt(headers: Headers): number {
  return Number(headers.get(SAID.arrival)) || Date.now()
}
