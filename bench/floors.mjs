import { createServer } from 'node:http'
import Sqlite from 'better-sqlite3'

/** Runs one floor as a process of its own: `node bench/floors.mjs http PORT` or `node bench/floors.mjs insert FILE SECONDS`. */
const [kind, a, b] = process.argv.slice(2)

if (kind === 'http') {
  const page = Buffer.alloc(30 * 1024, '<p>floor</p>')
  createServer((_request, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page)).listen(
    Number(a),
    '127.0.0.1',
  )
}

if (kind === 'insert') {
  const db = new Sqlite(a)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('create table t (id integer primary key, title text, body text)')
  const insert = db.prepare('insert into t (title, body) values (?, ?)')
  const body = '正文'.repeat(200)
  const took = []
  const end = performance.now() + Number(b) * 1000
  for (let now = performance.now(); now < end; ) {
    insert.run('标题', body)
    const then = performance.now()
    took.push(then - now)
    now = then
  }
  took.sort((x, y) => x - y)
  const at = (p) => took[Math.floor(took.length * p)]
  process.stdout.write(
    JSON.stringify({ rate: took.length / Number(b), p50: at(0.5), p99: at(0.99), memory: 0, errors: 0 }),
  )
}
