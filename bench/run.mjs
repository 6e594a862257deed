import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import autocannon from 'autocannon'
import { ensureBuilt } from '../cli/setup/build.mjs'
import { ensureInstalled } from '../cli/setup/install.mjs'
import { binOf } from '../cli/setup/run.mjs'
import { clients } from './clients.mjs'
import { PAGES } from './pages.mjs'
import { report } from './report.mjs'
import { rush } from './rush.mjs'
import { answering, loopOf, memoryOf, root, serve, stop, throughDoor } from './server.mjs'
import { servers } from './servers.mjs'
import { submits } from './submission.mjs'

/*
 * Measures the product beside its floors, in one run, on data of 1,386 and of 1,000,000 items; `rush` measures the last
 * minute of a quarter instead, `servers` one and two servers on PostgreSQL. BENCH_SECONDS (8) a measurement; BENCH_ITEMS (1000000) the larger size.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 8)
const large = Number(process.env.BENCH_ITEMS ?? 1_000_000)
const work = resolve(root, 'data/bench')
const results = []

await ensureInstalled()
await ensureBuilt()
rmSync(work, { recursive: true, force: true })
mkdirSync(work, { recursive: true })
process.on('exit', () => existsSync(work) && rmSync(work, { recursive: true, force: true }))

if (process.argv[2] === 'rush') {
  process.stdout.write(await product(1386, (server, people) => rush(server, people, seconds)))
} else if (process.argv[2] === 'servers') {
  process.stdout.write(await servers(work, seconds))
} else {
  await floors()
  for (const total of [1386, large]) await product(total, (server, people) => pages(server, people, total))
  process.stdout.write(report(results, large))
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

/** The product on a database of `total` items. */
async function product(total, run) {
  const env = {
    ...process.env,
    DATA_DIR: work,
    DATABASE_URL: `file:${work}/${total}.sqlite`,
    NEXTAUTH_SECRET: 'a secret for measuring only, thirty-two characters',
    NEXTAUTH_URL: 'http://127.0.0.1:4003',
    NODE_ENV: 'production',
  }
  process.stderr.write(`preparing ${total} items …\n`)
  const args = ['--conditions=react-server', '--import', 'tsx', 'bench/prepare.ts', String(total)]
  const prepared = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (prepared.status !== 0) throw new Error(prepared.stderr)
  const server = serve(throughDoor(4003), env)
  try {
    await answering('http://127.0.0.1:4003/api/health')
    return await run(server, JSON.parse(prepared.stdout))
  } finally {
    await stop(server)
  }
}

async function pages(server, people, total) {
  const { clerks, ...others } = people
  for (const { name, path, who, hits } of PAGES) {
    const url = `http://127.0.0.1:4003${path}`
    const headers = { cookie: who === 'clerk' ? clerks[0] : others[who] }
    await expectHits(url, headers.cookie, hits)
    await measure(url, { duration: 2, headers })
    results.push({ name: `${name}, ${total}`, ...(await measure(url, { headers })), memory: memoryOf(server) })
  }
  const asks = clerks.map((cookie) => submits(4003, cookie))
  await clients({ port: 4003, seconds: 2, asks })
  await loopOf(server)
  const outcome = await clients({ port: 4003, seconds, asks })
  results.push({
    name: `submit, 57 clients, ${total}`,
    ...outcome,
    memory: memoryOf(server),
    loop: await loopOf(server),
  })
}

/** A search that finds nothing is fast and says nothing: the rows on its page must be those expected. */
async function expectHits(url, cookie, hits) {
  if (hits === undefined) return
  const html = await fetch(url, { headers: { cookie } }).then((response) => response.text())
  const found = new Set(html.match(/href="\/desk\/[0-9a-f-]{36}/g) ?? []).size
  if (found !== hits) throw new Error(`${url}: ${found} items on the page, not ${hits}`)
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
