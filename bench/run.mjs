import { spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import autocannon from 'autocannon'
import { ensureBuilt } from '../cli/setup/build.mjs'
import { ensureInstalled } from '../cli/setup/install.mjs'
import { report } from './report.mjs'

/*
 * Measures the product beside its floors, in one run, on data of 1,386 and of 1,000,000 items.
 * BENCH_SECONDS (8) a measurement; BENCH_ITEMS (1000000) the larger size. Traffic goes to 127.0.0.1 only.
 */
const root = resolve(import.meta.dirname, '..')
const seconds = Number(process.env.BENCH_SECONDS ?? 8)
const large = Number(process.env.BENCH_ITEMS ?? 1_000_000)
const work = resolve(root, 'data/bench')
const SECRET = 'a secret for measuring only, thirty-two characters'
const next = resolve(root, 'node_modules/next/dist/bin/next')
const results = []

await ensureInstalled()
await ensureBuilt()
const floorBuild = spawnSync(process.execPath, [next, 'build'], { cwd: resolve(root, 'bench/floor'), encoding: 'utf8' })
if (floorBuild.status !== 0) throw new Error(floorBuild.stderr)
rmSync(work, { recursive: true, force: true })
mkdirSync(work, { recursive: true })

results.push({ name: 'floor: better-sqlite3 insert, FULL', ...rawInsert() })
await floor('floor: node:http, 30 KB', ['bench/floors.mjs', 'http', '4001'], 4001, (url) =>
  measure(url, { connections: 8 }),
)
await floor('floor: bare Next page', [next, 'start', 'bench/floor', '-p', '4002', '-H', '127.0.0.1'], 4002, (url) =>
  measure(url, { connections: 8 }),
)
await floor(
  'floor: bare Next route, 57 clients',
  [next, 'start', 'bench/floor', '-p', '4002', '-H', '127.0.0.1'],
  4002,
  (url) => measure(`${url}/bare`, { connections: 57, method: 'POST', body: `{"body":"${'正文'.repeat(200)}"}` }),
)
await product(1386)
await product(large)
process.stdout.write(report(results, large))

/** The product on a database of `total` items. */
async function product(total) {
  const env = {
    ...process.env,
    DATA_DIR: work,
    DATABASE_URL: `file:${work}/${total}.sqlite`,
    NEXTAUTH_SECRET: SECRET,
    NEXTAUTH_URL: 'http://127.0.0.1:4003',
    NODE_ENV: 'production',
  }
  process.stderr.write(`preparing ${total} items …\n`)
  const prepared = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'bench/prepare.ts', String(total)],
    {
      cwd: root,
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  )
  if (prepared.status !== 0) throw new Error(prepared.stderr)
  const { clerks, editor, reader } = JSON.parse(prepared.stdout)
  const server = serve([next, 'start', '-p', '4003', '-H', '127.0.0.1'], env)
  try {
    await answering('http://127.0.0.1:4003/api/health')
    const get = async (name, path, cookie) => {
      await measure(`http://127.0.0.1:4003${path}`, { connections: 8, duration: 2, headers: { cookie } })
      results.push({
        name: `${name}, ${total}`,
        ...(await measure(`http://127.0.0.1:4003${path}`, { connections: 8, headers: { cookie } })),
        memory: memoryOf(server),
      })
    }
    await get('ranking page', '/ranking/2020Q3', reader)
    await get('inbox page', '/desk', editor)
    await get('inbox search', `/desk?q=${encodeURIComponent('农业')}&state=all`, editor)
    await submissions(2, clerks)
    results.push({
      name: `submit, 57 clients, ${total}`,
      ...(await submissions(seconds, clerks)),
      memory: memoryOf(server),
    })
  } finally {
    await stop(server)
  }
}

/** Submissions through the real server action: every request another item with a key of its own. */
async function submissions(duration, clerks) {
  const manifest = JSON.parse(readFileSync(resolve(root, '.next/server/server-reference-manifest.json'), 'utf8'))
  const [id] = Object.entries(manifest.node).find(([, entry]) => entry.exportedName === 'sendItem')
  let client = 0
  const outcome = { done: 0, fault: 0, said: '' }
  const result = await autocannon({
    url: 'http://127.0.0.1:4003/items/new',
    connections: clerks.length,
    duration,
    method: 'POST',
    setupClient(connection) {
      const cookie = clerks[client++ % clerks.length]
      const boundary = `----${randomUUID()}`
      const send = () => {
        connection.setHeadersAndBody(
          {
            cookie,
            origin: 'http://127.0.0.1:4003',
            'next-action': id,
            accept: 'text/x-component',
            'content-type': `multipart/form-data; boundary=${boundary}`,
          },
          submission(boundary),
        )
      }
      send()
      connection.on('body', (body) => {
        // An answer comes in pieces; the result stands in one of them.
        const text = String(body)
        if (text.includes('"status":"done"')) outcome.done++
        if (text.includes('"status":"fault"')) {
          outcome.fault++
          outcome.said ||= text
        }
        send()
      })
    },
  })
  if (outcome.fault > 0)
    process.stderr.write(`${outcome.fault} submissions were refused, the first with: ${outcome.said.slice(0, 500)}\n`)
  return {
    ...figures(result),
    rate: outcome.done / result.duration,
    errors: result.errors + result.non2xx + outcome.fault,
  }
}

/** A form as the browser sends it to a server action: React's reply encoding of (previous, form). */
function submission(boundary) {
  const fields = {
    _1_key: randomUUID(),
    _1_id: randomUUID(),
    _1_version: '0',
    _1_verb: 'submit',
    _1_title: '【样例】性能测量：重点项目建设有序推进',
    _1_body: '本条为性能测量用样例。\n各项工作有序推进，无实际内容。'.repeat(10),
    _1_type: 'activity',
    _1_eventDay: '2026-01-05',
    _1_author: '样例撰稿人',
    _1_phone: '000-0000000',
    _1_signer: '样例签发人',
    _1_unclassified: 'yes',
  }
  // The reference to the form comes last: React reads the form when it meets it.
  const parts = [...Object.entries(fields), ['0', '[{"status":"idle"},"$K1"]']].map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${parts.join('')}--${boundary}--\r\n`
}

function rawInsert() {
  const { stdout } = spawnSync(
    process.execPath,
    ['bench/floors.mjs', 'insert', `${work}/floor.sqlite`, String(Math.min(seconds, 4))],
    { cwd: root, encoding: 'utf8' },
  )
  return JSON.parse(stdout)
}

async function floor(name, args, port, run) {
  const server = serve(args, { ...process.env, NODE_ENV: 'production' })
  try {
    await answering(`http://127.0.0.1:${port}/`)
    await run(`http://127.0.0.1:${port}`)
    results.push({ name, ...(await run(`http://127.0.0.1:${port}`)), memory: memoryOf(server) })
  } finally {
    await stop(server)
  }
}

async function measure(url, options) {
  const result = await autocannon({ url, duration: seconds, ...options })
  if (result.non2xx) process.stderr.write(`${url}: ${result.non2xx} answers were not 2xx\n`)
  return figures(result)
}

function figures(result) {
  return {
    rate: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.non2xx,
  }
}

function serve(args, env) {
  return spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'], detached: true })
}

async function answering(url) {
  for (let tries = 0; tries < 150; tries++) {
    if (
      await fetch(url).then(
        (r) => r.ok,
        () => false,
      )
    )
      return
    await new Promise((r) => setTimeout(r, 200))
  }
  throw new Error(`${url} does not answer`)
}

async function stop(server) {
  const gone = new Promise((r) => server.once('exit', r))
  process.kill(-server.pid, 'SIGTERM')
  await gone
}

/** Resident memory of a server's whole process group, in MiB. */
function memoryOf(server) {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-g', String(server.pid)], { encoding: 'utf8' })
  return (
    stdout
      .trim()
      .split(/\s+/)
      .reduce((sum, kb) => sum + Number(kb), 0) / 1024
  )
}

process.on('exit', () => existsSync(work) && rmSync(work, { recursive: true, force: true }))
