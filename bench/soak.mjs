import { clients } from './clients.mjs'
import { loopOf } from './server.mjs'
import { submits } from './submission.mjs'

const PORT = 4003
/** Submitters and readers, each asking once a second. */
const A_SECOND = 10
const EVERY_MS = 1_000

/**
 * A server under a steady load, looked into every minute: what it holds must level off. Gives what it held minute by
 * minute, and what was higher in the last quarter than ever in the second: the first is for warming up.
 * @param {import('node:child_process').ChildProcess} server
 * @param {{ clerks: string[], editor: string, reader: string, item: string }} people @param {number} minutes
 */
export async function soak(server, { clerks, editor, reader, item }, minutes) {
  const get = (/** @type {string} */ path, /** @type {string} */ cookie) => () => ({ path, headers: { cookie } })
  const clerk = String(clerks[0])
  const readers = [
    ...[get('/ranking/2020Q3', reader), get('/notices/2020Q3', reader), get('/ranking/2020Q3/list?f=items', reader)],
    ...[get('/desk', editor), get(`/desk/${item}`, editor), get(`/desk?text=${encodeURIComponent('推进')}`, editor)],
    ...[get('/', clerk), get('/items', clerk), get('/items/new', clerk), get('/api/figures/2020Q3', reader)],
  ]
  const submitters = await Promise.all(
    Array.from({ length: A_SECOND }, (_, n) => submits(PORT, clerks[n % clerks.length] ?? '')),
  )
  const load = Promise.all([
    clients({ port: PORT, seconds: minutes * 60, asks: readers, everyMs: EVERY_MS }),
    clients({ port: PORT, seconds: minutes * 60, asks: submitters, everyMs: EVERY_MS }),
  ])
  /** @type {Record<string, number>[]} */
  const looks = []
  for (let minute = 0; minute < minutes; minute++) {
    await new Promise((r) => setTimeout(r, 59_000))
    const { holding, most } = await loopOf(server)
    looks.push({ ...holding, 'event loop held at most, ms': most })
    process.stderr.write(`minute ${minute + 1}: ${(holding['RSS, MiB'] ?? 0).toFixed(0)} MiB\n`)
  }
  const [read, sent] = await load
  const names = [...new Set(looks.flatMap((look) => Object.keys(look)))]
  const lines = names.map((name) => {
    const values = looks.map((look) => look[name] ?? 0)
    return `${name.padEnd(40)}${values.map((n) => n.toFixed(0).padStart(6)).join('')}   ${verdict(values)}`
  })
  const rates = `read ${read.rate.toFixed(1)} a second, p99 ${read.p99.toFixed(0)} ms, ${read.errors} errors; submitted ${sent.rate.toFixed(1)} a second, p99 ${sent.p99.toFixed(0)} ms, ${sent.errors} errors`
  return [...lines, rates, ''].join('\n')
}

/** @param {readonly number[]} values a minute each */
function verdict(values) {
  const quarter = Math.floor(values.length / 4)
  const before = Math.max(...values.slice(quarter, 2 * quarter + 1))
  const after = Math.max(...values.slice(-quarter))
  return quarter > 0 && after > before ? `grew from ${before.toFixed(0)} to ${after.toFixed(0)}` : 'level'
}
