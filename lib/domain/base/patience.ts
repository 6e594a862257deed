import { AsyncLocalStorage } from 'node:async_hooks'

/** Within what time of its arrival a request is told that it cannot be served now. */
export const TOLD_WITHIN_MS = 2_000

/** What of that is kept for going out to whoever waits, and for each that is told at the same time. */
const FOR_ANSWER_MS = 300
const FOR_EACH_MS = 15

const deadline = new AsyncLocalStorage<number>()

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

/** Whether one who wants an answer by then must be told now, with so many others who are told as well. */
export function mustTell(by: number, others: number, now: number): boolean {
  return now >= by - FOR_ANSWER_MS - others * FOR_EACH_MS
}
