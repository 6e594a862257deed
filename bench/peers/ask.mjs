import { clients } from '../clients.mjs'

/** How many rows the peer holds, and what is searched in them: the sample holds the word as often. */
export const ROWS = 100_000
export const WORD = '防汛'
const EVERY = 4_000
const UNITS = 57
const READERS = 8
const YEAR_MS = 365 * 86_400_000
const END = Date.parse('2020-10-01T00:00:00+08:00')

/** A row as the bench's own items are: `n` says which unit, quarter and verdict. @param {number} n */
export function row(n) {
  const at = new Date(END - ((n * 7919) % 1_000_003) * ((10 * YEAR_MS) / 1_000_003) - 1)
  return {
    title: `【样例】第${n}条压力测试信息：推进重点项目建设${n % EVERY === 0 ? WORD : ''}情况`,
    body: `本条为性能测量用样例，编号${n}。\n各项工作有序推进，无实际内容。`.repeat(4),
    unit: `样例单位${(n * 31) % UNITS}`,
    points: n % 16 === 0 ? 5 : 0,
    quarter: `${at.getUTCFullYear()}Q${Math.floor(at.getUTCMonth() / 3) + 1}`,
    submitted_at: at.toISOString(),
  }
}

/**
 * The same work asked of a peer, one kind after the other; prints the table.
 * @param {{ port: number, headers: Record<string, string>, submit: string, list: string, ranking: string, search: string }} peer
 *   paths; a row is posted to `submit` as JSON
 */
export async function ask({ port, headers, submit, ...reads }) {
  const seconds = Number(process.env.BENCH_SECONDS ?? 8)
  const many = (/** @type {number} */ count, /** @type {() => import('../clients.mjs').Ask} */ one) =>
    clients({ port, seconds, asks: Array.from({ length: count }, () => one) })
  const posted = { ...headers, 'content-type': 'application/json' }
  let n = ROWS
  const post = () => ({
    method: 'POST',
    path: submit,
    headers: posted,
    body: JSON.stringify(row(n++)),
    done: (/** @type {string} */ _, /** @type {number} */ status) => status >= 200 && status < 300,
  })
  tell(`submit, ${UNITS} clients`, await many(UNITS, () => post()))
  tell('submit, 8 clients', await many(READERS, () => post()))
  for (const [name, path] of Object.entries(reads))
    tell(`${name}, ${READERS} readers`, await many(READERS, () => ({ path, headers })))
}

/** @param {string} name @param {import('../clients.mjs').Figures} figures */
function tell(name, { rate, p50, p99, errors }) {
  const cells = [rate, p50, p99, errors].map((figure, at) => figure.toFixed(at === 3 ? 0 : 1).padStart(10))
  process.stdout.write(`${name.padEnd(24)}${cells.join('')}\n`)
}
