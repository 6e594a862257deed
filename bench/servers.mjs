import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { startPostgres } from '../db/testing.embedded.mjs'
import { clients } from './clients.mjs'
import { hold, usedBy } from './limit.mjs'
import { PAGES } from './pages.mjs'
import { answering, loopOf, root, serve, stop, throughDoor } from './server.mjs'
import { submits } from './submission.mjs'

/** How much of a core each server may have. */
const SHARE = 0.3
/** Where the proxy listens; the servers stand behind it. */
const PORT = 4003
const READERS = 8
const ITEMS = 1386
const MEASURED = ['ranking page', 'home of a unit', 'inbox page', 'inbox search', 'search, one character']

/**
 * @typedef {{ clerks: string[], editor: string, reader: string, auditor: string }} People their cookies
 * @typedef {{ name: string, rate: number, p50: number, p99: number, errors: number }} Row
 * @typedef {{ rows: Row[], used: number[], committed: number, repeated: number }} Outcome
 */

/**
 * One server on PostgreSQL, then two behind a small proxy, each held to a share of a core; they have the secret, the folder
 * and the database in common. Gives the table.
 * @param {string} work @param {number} seconds
 */
export async function servers(work, seconds) {
  const postgres = await startPostgres(resolve(work, 'postgres'))
  try {
    const env = {
      ...process.env,
      DATA_DIR: work,
      DATABASE_URL: await postgres.create('bench'),
      NEXTAUTH_SECRET: 'a secret for measuring only, thirty-two characters',
      NEXTAUTH_URL: `http://127.0.0.1:${PORT}`,
      NODE_ENV: /** @type {const} */ ('production'),
    }
    const people = prepared(env)
    return table(await several(1, env, people, seconds), await several(2, env, people, seconds))
  } finally {
    await postgres.stop()
  }
}

/** @param {NodeJS.ProcessEnv} env @returns {People} */
function prepared(env) {
  const args = ['--conditions=react-server', '--import', 'tsx', 'bench/prepare.ts', String(ITEMS)]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** @param {number} count @param {NodeJS.ProcessEnv} env @param {People} people @param {number} seconds @returns {Promise<Outcome>} */
async function several(count, env, people, seconds) {
  const ports = Array.from({ length: count }, (_, n) => PORT + 1 + n)
  const running = ports.map((port) => serve(throughDoor(port), env))
  const pids = running.map(({ pid }) => Number(pid))
  const proxy = serve(['bench/proxy.mjs', String(PORT), ...ports.map(String)], env)
  /** @type {(() => void)[]} */
  let free = []
  try {
    for (const port of ports) await answering(`http://127.0.0.1:${port}/api/health`)
    await expectHits(people)
    await measured(people, Math.min(2, seconds))
    const before = await transactionsOf(running)
    free = pids.map((pid) => hold(pid, SHARE))
    const [began, usedBefore] = [performance.now(), pids.map(usedBy)]
    const rows = await measured(people, seconds)
    const wall = performance.now() - began
    const used = pids.map((pid, n) => (usedBy(pid) - Number(usedBefore[n])) / wall)
    const after = await transactionsOf(running)
    const [committed, repeated] = [after.committed - before.committed, after.repeated - before.repeated]
    return { rows, used, committed, repeated }
  } finally {
    for (const one of free) one()
    await Promise.all([...running, proxy].map(stop))
  }
}

/** @param {import('node:child_process').ChildProcess[]} running */
async function transactionsOf(running) {
  const told = await Promise.all(running.map(loopOf))
  const sum = (/** @type {'committed' | 'repeated'} */ what) => told.reduce((all, one) => all + (one[what] ?? 0), 0)
  return { committed: sum('committed'), repeated: sum('repeated') }
}

const pages = PAGES.filter(({ name }) => MEASURED.includes(name))

/** @param {People} people @param {(typeof PAGES)[number]} page */
const headersFor = ({ clerks, ...others }, { who }) => ({
  cookie: String(who === 'clerk' ? clerks[0] : others[who]),
})

/** A search that finds nothing is fast and says nothing: the rows on its page must be those expected. @param {People} people */
async function expectHits(people) {
  for (const page of pages) {
    const html = await fetch(`http://127.0.0.1:${PORT}${page.path}`, { headers: headersFor(people, page) })
    const found = new Set((await html.text()).match(/href="\/desk\/[0-9a-f-]{36}/g)).size
    if (page.hits !== undefined && found !== page.hits)
      throw new Error(`${page.name}: ${found} items, not ${page.hits}`)
  }
}

/** @param {People} people @param {number} seconds @returns {Promise<Row[]>} */
async function measured(people, seconds) {
  const rows = []
  for (const page of pages) {
    const ask = { path: page.path, headers: headersFor(people, page) }
    const asks = Array.from({ length: READERS }, () => () => ask)
    rows.push({ name: page.name, ...(await clients({ port: PORT, seconds, asks })) })
  }
  const asks = await Promise.all(people.clerks.map((cookie) => submits(PORT, cookie)))
  rows.push({ name: 'submit, 57 clients', ...(await clients({ port: PORT, seconds, asks })) })
  return rows
}

/** @param {Outcome} one @param {Outcome} two */
function table(one, two) {
  const heads = ['one: a sec.', 'p50 ms', 'p99 ms', 'two: a sec.', 'p50 ms', 'p99 ms', 'two / one']
  const line = (/** @type {string} */ name, /** @type {string[]} */ cells) =>
    `${name.padEnd(24)}${cells.map((cell) => cell.padStart(12)).join('')}`
  const figures = (/** @type {Row} */ { rate, p50, p99 }) => [rate, p50, p99].map((n) => n.toFixed(1))
  const rows = one.rows.map((row, n) => {
    const other = /** @type {Row} */ (two.rows[n])
    const aim = row.name.startsWith('submit') ? '≥ 1.3' : '≥ 1.6'
    const errors = row.errors + other.errors > 0 ? `   ${row.errors} and ${other.errors} errors` : ''
    return `${line(row.name, [...figures(row), ...figures(other), (other.rate / row.rate).toFixed(2)])}   aim ${aim}${errors}`
  })
  const told = (/** @type {string} */ name, /** @type {Outcome} */ { used, committed, repeated }) =>
    `${name} used ${used.map((part) => part.toFixed(2)).join(' and ')} of a core; of ${committed} transactions ${repeated} were tried again (${((100 * repeated) / committed).toFixed(2)} %, aim < 2 %)`
  return [line('', heads), ...rows, '', told('one', one), told('two', two), ''].join('\n')
}
