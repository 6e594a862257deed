import { Agent, request } from 'node:http'

/** Whoever has no answer after so long has none. */
const PATIENCE_MS = 8_000
const NEWCOMER_EVERY_MS = 100

/**
 * @typedef {{ method?: string, path: string, headers?: Record<string, string | number>, body?: string | Buffer, done?: (text: string, status: number) => boolean }} Ask
 * @typedef {{ rate: number, p50: number, p90: number, p99: number, errors: number }} Figures
 */

/**
 * Clients that each keep one connection, opened before anything is measured, and ask again as soon as they are answered
 * (or every `everyMs`). Beside them a newcomer knocks ten times a second.
 * @param {{ port: number, seconds: number, asks: (() => Ask)[], everyMs?: number }} options
 * @returns {Promise<Figures & { least: number, most: number, newcomers: Figures & { unanswered: number } }>} `least` and
 *   `most` answered of a client, as parts of the mean
 */
export async function clients({ port, seconds, asks, everyMs = 0 }) {
  const agents = asks.map(() => new Agent({ keepAlive: true, maxSockets: 1 }))
  await Promise.all(agents.map((agent) => one(port, { path: '/api/health' }, agent)))
  const end = performance.now() + seconds * 1000
  const counts = asks.map(() => 0)
  /** @type {number[]} */
  const took = []
  let [errors, late] = [0, 0]
  const newcomers = knocking(port, end)
  await Promise.all(
    asks.map(async (ask, index) => {
      while (performance.now() < end) {
        const began = performance.now()
        const good = await one(port, ask(), agents[index])
        const ms = performance.now() - began
        if (good && performance.now() > end) late++
        if (good) counts[index] = (counts[index] ?? 0) + 1
        else errors++
        took.push(ms)
        if (everyMs > ms) await new Promise((r) => setTimeout(r, everyMs - ms))
      }
    }),
  )
  for (const agent of agents) agent.destroy()
  const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length
  return {
    ...figures(took, errors, seconds, late),
    least: Math.min(...counts) / mean,
    most: Math.max(...counts) / mean,
    newcomers: await newcomers,
  }
}

/** @param {number} port @param {number} end */
async function knocking(port, end) {
  /** @type {number[]} */
  const took = []
  let unanswered = 0
  const began = performance.now()
  const all = []
  while (performance.now() < end) {
    all.push(
      (async () => {
        const from = performance.now()
        if (await one(port, { path: '/api/health' }, new Agent())) took.push(performance.now() - from)
        else unanswered++
      })(),
    )
    await new Promise((r) => setTimeout(r, NEWCOMER_EVERY_MS))
  }
  await Promise.all(all)
  return { ...figures(took, unanswered, (performance.now() - began) / 1000), unanswered }
}

/** @param {number[]} took @param {number} errors @param {number} seconds @param {number} [late] answered after those, no part of the rate @returns {Figures} */
export function figures(took, errors, seconds, late = 0) {
  took.sort((a, b) => a - b)
  const at = (/** @type {number} */ part) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0
  return { rate: (took.length - errors - late) / seconds, p50: at(0.5), p90: at(0.9), p99: at(0.99), errors }
}

/**
 * One request; false where it was not answered well and in time.
 * @param {number} port @param {Ask} ask @param {Agent} [agent]
 * @returns {Promise<boolean>}
 */
function one(port, { method = 'GET', path, headers = {}, body, done = (_, status) => status === 200 }, agent) {
  return new Promise((resolve) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const options = {
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { ...headers, ...length },
      agent,
      timeout: PATIENCE_MS,
    }
    const sent = request(options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (more) => {
        text += more
      })
      response.on('end', () => resolve(done(text, response.statusCode ?? 0)))
    })
    sent.on('timeout', () => sent.destroy())
    sent.on('error', () => resolve(false))
    sent.end(body)
  })
}
