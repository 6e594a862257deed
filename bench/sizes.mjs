import { spawnSync } from 'node:child_process'
import autocannon from 'autocannon'
import { clients } from './clients.mjs'
import { addressOf, cookieOf, PAGES } from './pages.mjs'
import { answering, loopOf, memoryOf, processorOf, root, serve, stop, throughDoor } from './server.mjs'
import { submits } from './submission.mjs'

/**
 * @typedef {{ name: string, items: number, units?: number }} Size `units`: all of them in the sample's own quarter
 * @typedef {Size & { port: number, server: import('node:child_process').ChildProcess, at: import('./pages.mjs').Prepared }} Running
 */

/** Readers at once. */
const CONNECTIONS = 8
/** Each size has its turn so often, so that a busy minute of the machine meets all of them. */
const TURNS = 4

/**
 * The product on a prepared database, as `npm start` serves it.
 * @param {Size} size @param {number} port @param {string} folder for the database @returns {Promise<Running>}
 */
export async function start(size, port, folder) {
  const env = {
    ...process.env,
    DATA_DIR: folder,
    DATABASE_URL: `file:${folder}/${size.name}.sqlite`,
    NEXTAUTH_SECRET: 'a secret for measuring only, thirty-two characters',
    NEXTAUTH_URL: `http://127.0.0.1:${port}`,
    NODE_ENV: /** @type {const} */ ('production'),
  }
  process.stderr.write(`preparing ${size.items} items …`)
  const began = performance.now()
  const args = ['--conditions=react-server', '--import', 'tsx', 'bench/prepare.ts']
  const sizes = [String(size.items), String(size.units ?? 0)]
  const prepared = spawnSync(process.execPath, [...args, ...sizes], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (prepared.status !== 0) throw new Error(prepared.stderr)
  process.stderr.write(` ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
  const server = serve(throughDoor(port), env)
  await answering(`http://127.0.0.1:${port}/api/health`)
  return { ...size, port, server, at: JSON.parse(prepared.stdout) }
}

/** @param {readonly Running[]} all @param {(all: readonly Running[]) => Promise<unknown>} work */
export async function whileServing(all, work) {
  try {
    return await work(all)
  } finally {
    for (const { server } of all) await stop(server)
  }
}

/**
 * Every page at every size, the sizes by turns.
 * @param {readonly Running[]} all @param {number} seconds
 */
export async function pages(all, seconds) {
  const results = []
  const only = new RegExp(process.env.BENCH_PAGES ?? '')
  for (const page of PAGES.filter(({ name }) => only.test(name))) {
    const parts = all.map((size) => ({ size, ...target(page, size), took: /** @type {Costed[]} */ ([]) }))
    for (const { size, url, headers } of parts) {
      await expectHits(url, headers.cookie, page.hits)
      await measure(url, 1, headers)
      await loopOf(size.server)
    }
    for (let turn = 0; turn < TURNS; turn++)
      for (const { size, url, headers, took } of parts) {
        const before = processorOf(size.server)
        const part = await measure(url, seconds / TURNS, headers)
        took.push({ ...part, cost: (processorOf(size.server) - before) / Math.max(1, part.answers) })
      }
    for (const { size, took } of parts) {
      const memory = memoryOf(size.server)
      results.push({ name: `${page.name}, ${size.name}`, ...together(took), memory, loop: await loopOf(size.server) })
    }
  }
  return results
}

/** All units submit at once. @param {Running} size @param {number} seconds */
export async function submissions({ name, port, server, at }, seconds) {
  const asks = await Promise.all(at.clerks.slice(0, 57).map((cookie) => submits(port, cookie)))
  await clients({ port, seconds: 2, asks })
  await loopOf(server)
  const outcome = await clients({ port, seconds, asks })
  return { name: `submit, 57 clients, ${name}`, ...outcome, memory: memoryOf(server), loop: await loopOf(server) }
}

/** @param {(typeof PAGES)[number]} page @param {Running} size */
function target(page, { port, at }) {
  return { url: `http://127.0.0.1:${port}${addressOf(page, at)}`, headers: { cookie: cookieOf(page, at) } }
}

/** A search that finds nothing is fast and says nothing: the rows on its page must be those expected. @param {string} url @param {string} cookie @param {number} [hits] */
async function expectHits(url, cookie, hits) {
  if (hits === undefined) return
  const html = await fetch(url, { headers: { cookie } }).then((response) => response.text())
  const found = new Set(html.match(/href="\/desk\/[0-9a-f-]{36}/g) ?? []).size
  if (found !== hits) throw new Error(`${url}: ${found} items on the page, not ${hits}`)
}

/**
 * @typedef {{ rate: number, p50: number, p97: number, p99: number, errors: number, answers: number }} Measured
 * @typedef {Measured & { cost: number }} Costed milliseconds of processor an answer: what a busy machine changes least
 */

/** @param {string} url @param {number} seconds @param {Record<string, string>} [headers] @returns {Promise<Measured>} */
export async function measure(url, seconds, headers) {
  const result = await autocannon({ url, duration: seconds, connections: CONNECTIONS, headers })
  if (result.non2xx) process.stderr.write(`${url}: ${result.non2xx} answers were not 2xx\n`)
  const { latency } = result
  const rate = result.requests.total / result.duration
  return {
    rate,
    p50: latency.p50,
    p97: latency.p97_5,
    p99: latency.p99,
    errors: result.errors + result.non2xx,
    answers: result.requests.total,
  }
}

/** @param {readonly Costed[]} took @returns {Costed} */
function together(took) {
  const sum = (/** @type {keyof Costed} */ of) => took.reduce((n, one) => n + one[of], 0)
  const mean = (/** @type {keyof Costed} */ of) => sum(of) / took.length
  const p99 = Math.max(...took.map((one) => one.p99))
  const answers = sum('answers')
  const cost = took.reduce((n, one) => n + one.cost * one.answers, 0) / Math.max(1, answers)
  return { rate: mean('rate'), p50: mean('p50'), p97: mean('p97'), p99, errors: sum('errors'), answers, cost }
}
