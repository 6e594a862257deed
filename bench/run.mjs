import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import autocannon from 'autocannon'
import { ensureBuilt } from '../cli/setup/build.mjs'
import { ensureInstalled } from '../cli/setup/install.mjs'
import { binOf } from '../cli/setup/run.mjs'
import { clients } from './clients.mjs'
import { growth, report } from './report.mjs'
import { rush } from './rush.mjs'
import { answering, memoryOf, root, serve, stop, throughDoor } from './server.mjs'
import { servers } from './servers.mjs'
import { pages, start, submissions, whileServing } from './sizes.mjs'
import { soak } from './soak.mjs'

/*
 * Measures the product beside its floors, in one run, on data of 5,000 and of 1,000,000 items and of 100,000 in one
 * quarter by 500 units. With a word it measures less: `growth` the sizes against each other, `rush` the last minute of a
 * quarter, `soak` what grows while it serves, `servers` one and two servers on PostgreSQL. BENCH_SECONDS (8) a measurement;
 * BENCH_ITEMS (1000000) the larger size, BENCH_CROWD (100000) the quarter; BENCH_PAGES a pattern of pages' names; BENCH_MINUTES (10) of the soak; BENCH_DIR keeps
 * what was prepared for the next run.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 8)
// The sample and as many more as fill the first page of every list, so that pages of equal length are compared.
const SMALL = { name: '5000', items: 5_000 }
const LARGE = { name: process.env.BENCH_ITEMS ?? '1000000', items: Number(process.env.BENCH_ITEMS ?? 1_000_000) }
const CROWD = { name: 'in one quarter', items: Number(process.env.BENCH_CROWD ?? 100_000), units: 500 }
const work = resolve(root, process.env.BENCH_DIR ?? 'data/bench')
const results = []

await ensureInstalled()
await ensureBuilt()
if (!process.env.BENCH_DIR) {
  rmSync(work, { recursive: true, force: true })
  process.on('exit', () => existsSync(work) && rmSync(work, { recursive: true, force: true }))
}
mkdirSync(work, { recursive: true })

const what = process.argv[2]
if (what === 'rush' || what === 'soak') {
  const running = [await start(SMALL, 4003, work)]
  const run = ([{ server, at }]) =>
    what === 'rush' ? rush(server, at, seconds) : soak(server, at, Number(process.env.BENCH_MINUTES ?? 10))
  process.stdout.write(await whileServing(running, run))
} else if (what === 'servers') {
  process.stdout.write(await servers(work, seconds))
} else {
  if (what !== 'growth') await floors()
  await sizes()
  process.stdout.write((what === 'growth' ? growth : report)(results, { small: SMALL.name, large: LARGE.name }))
}

/** Every size served at once, so that each page is measured on all of them within the same seconds. */
async function sizes() {
  const all = []
  for (const [n, size] of [SMALL, LARGE, CROWD].entries()) all.push(await start(size, 4003 + n, work))
  await whileServing(all, async () => {
    results.push(...(await pages(all, seconds)))
    for (const running of all.slice(0, 2)) results.push(await submissions(running, seconds))
  })
}

async function floors() {
  const built = spawnSync(process.execPath, [binOf('next'), 'build'], {
    cwd: resolve(root, 'bench/floor'),
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(built.stderr)
  results.push({ name: 'floor: better-sqlite3 insert, FULL', ...rawInsert() })
  await floor('floor: node:http, 30 KB', ['bench/floors.mjs', 'http', '4001'], 4001, () =>
    measure('http://127.0.0.1:4001/'),
  )
  const env = { ...process.env, NEXTAUTH_URL: 'http://127.0.0.1:4002', NODE_ENV: 'production' }
  await floor(
    'floor: bare Next page',
    throughDoor(4002, 'bench/floor'),
    4002,
    () => measure('http://127.0.0.1:4002/'),
    env,
  )
  const body = `{"body":"${'正文'.repeat(200)}"}`
  const asks = Array.from({ length: 57 }, () => () => ({ method: 'POST', path: '/bare', body }))
  const bare = () => clients({ port: 4002, seconds, asks })
  await floor('floor: bare Next route, 57 clients', throughDoor(4002, 'bench/floor'), 4002, bare, env)
}

async function floor(name, args, port, run, env = process.env) {
  const server = serve(args, env)
  try {
    await answering(`http://127.0.0.1:${port}/`)
    await run()
    results.push({ name, ...(await run()), memory: memoryOf(server) })
  } finally {
    await stop(server)
  }
}

function rawInsert() {
  const args = ['bench/floors.mjs', 'insert', `${work}/floor.sqlite`, String(Math.min(seconds, 4))]
  return JSON.parse(spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).stdout)
}

async function measure(url, options) {
  const result = await autocannon({ url, duration: seconds, connections: 8, ...options })
  if (result.non2xx) process.stderr.write(`${url}: ${result.non2xx} answers were not 2xx\n`)
  const { latency, requests } = result
  return { rate: requests.average, p50: latency.p50, p99: latency.p99, errors: result.errors + result.non2xx }
}
