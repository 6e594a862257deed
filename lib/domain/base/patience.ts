import { AsyncLocalStorage } from 'node:async_hooks'
import { memory } from './memory'

/** Within what time of its arrival a request is told that it cannot be served now. */
export const TOLD_WITHIN_MS = 2_000

/** What of that is kept for going out to whoever waits, and at least for each that is told at the same time. */
const FOR_ANSWER_MS = 300
const FOR_EACH_MS = 15

// Pages and actions are bundled apart, and one of them opens the database for all: what one says the other must hear.
const deadline = memory<AsyncLocalStorage<number>>('answer by', { most: 1 }).once('here', () => new AsyncLocalStorage())

/** Runs work for a request that came so many milliseconds ago: by when it wants an answer goes along. */
export function cameBefore<T>(ms: number, work: () => T): T {
  // A clock that was set in between must not make it wait longer, nor not at all.
  const passed = Math.min(Math.max(ms, 0), TOLD_WITHIN_MS)
  return deadline.run(performance.now() + TOLD_WITHIN_MS - passed, work)
}

/** By when whoever asks for the work in hand wants an answer, as performance.now() counts; null where nobody waits at a page. */
export function answerBy(): number | null {
  return deadline.getStore() ?? null
}

/** Some who wait together: by when the first wants an answer, and until when the last of them was on its way in here. */
export type Waiting = { count: number; by: number; inMs: number }

/** Those who wait, of each: by when it wants an answer, and since when it is here. */
export function waitingTogether(each: readonly { by: number; at: number }[]): Waiting {
  const inMs = each.map(({ by, at }) => at - (by - TOLD_WITHIN_MS))
  return { count: each.length, by: Math.min(...each.map(({ by }) => by)), inMs: Math.max(0, ...inMs) }
}

/**
 * Whether they must be told now that there is no waiting any longer, so that the last of them is answered in time as well: on a
 * busy machine the way out, which all of them go at once, takes up to twice as long as the way in did.
 */
export function mustTell({ count, by, inMs }: Waiting, now: number): boolean {
  return now >= by - FOR_ANSWER_MS - Math.max(count * FOR_EACH_MS, 2 * inMs)
}
