import { clients } from './clients.mjs'
import { loopOf } from './server.mjs'
import { submits } from './submission.mjs'

const PORT = 4003
const SUBMITTERS = 228
const POLLERS = 60
const READERS = 4
const POLL_EVERY_MS = 1_000

/**
 * The last minute of a quarter: all units submit as fast as they are answered, leadership's screens ask for the version,
 * some look at the ranking. Gives the table.
 * @param {import('node:child_process').ChildProcess} server
 * @param {{ clerks: string[], reader: string }} people @param {number} seconds
 */
export async function rush(server, { clerks, reader }, seconds) {
  const times = (/** @type {number} */ n, /** @type {() => import('./clients.mjs').Ask} */ ask) =>
    Array.from({ length: n }, () => ask)
  const get = (/** @type {string} */ path) => () => ({ path, headers: { cookie: reader } })
  const submitters = await Promise.all(
    Array.from({ length: SUBMITTERS }, (_, n) => submits(PORT, clerks[n % clerks.length] ?? '')),
  )
  const run = (/** @type {number} */ time) => {
    const all = { port: PORT, seconds: time }
    return Promise.all([
      clients({ ...all, asks: submitters }),
      clients({ ...all, asks: times(POLLERS, get('/api/figures/2020Q3')), everyMs: POLL_EVERY_MS }),
      clients({ ...all, asks: times(READERS, get('/ranking/2020Q3')), everyMs: POLL_EVERY_MS }),
    ])
  }
  await run(2)
  await loopOf(server)
  const [submit, poll, page] = await run(seconds)
  const { p99, most } = await loopOf(server)
  const line = (/** @type {string} */ name, /** @type {import('./clients.mjs').Figures} */ f, aim = '') =>
    `${name.padEnd(34)}${[f.rate, f.p50, f.p90, f.p99].map((n) => n.toFixed(0).padStart(9)).join('')}${String(f.errors).padStart(9)}   ${aim}\n`
  return [
    `${''.padEnd(34)}${['a second', 'p50 ms', 'p90 ms', 'p99 ms', 'errors'].map((head) => head.padStart(9)).join('')}\n`,
    line(`submit, ${SUBMITTERS} clients`, submit),
    line(`version, ${POLLERS} screens`, poll, 'aim p99 ≤ 500'),
    line(`ranking page, ${READERS} readers`, page, 'aim p99 ≤ 1500'),
    line('newcomers', submit.newcomers),
    `of submitters the least was answered ${submit.least.toFixed(2)}, the most ${submit.most.toFixed(2)} of the mean\n`,
    `event loop held at p99 ${p99.toFixed(0)} ms, at most ${most.toFixed(0)} ms\n`,
  ].join('')
}
