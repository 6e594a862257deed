import Sqlite from 'better-sqlite3'
import { ask, ROWS, row, WORD } from './ask.mjs'

/*
 * `node bench/peers/nocodb.mjs PORT EMAIL PASSWORD FILE`: makes the table, fills it with 100,000 rows straight into
 * NocoDB's SQLite file, and asks for the work. See bench/peers.md.
 */
const [port, email, password, file] = process.argv.slice(2)
/** @type {Record<string, string>} */
const headers = { 'content-type': 'application/json' }
headers['xc-auth'] = (await api('/api/v1/auth/user/signin', { email, password })).token
const base = await api('/api/v2/meta/bases', { title: `bench ${Date.now()}` })
const column = (/** @type {string} */ name, uidt = 'SingleLineText') => ({ column_name: name, title: name, uidt })
const table = await api(`/api/v2/meta/bases/${base.id}/tables`, {
  table_name: 'info',
  title: 'info',
  columns: [
    column('id', 'ID'),
    column('title'),
    column('body', 'LongText'),
    column('unit'),
    column('points', 'Number'),
    column('quarter'),
    column('submitted_at'),
  ],
})

const db = new Sqlite(file)
const name = `"${table.table_name}"`
const insert = db.prepare(
  `insert into ${name} (title, body, unit, points, quarter, submitted_at) values (:title, :body, :unit, :points, :quarter, :submitted_at)`,
)
db.transaction(() => {
  for (let n = 0; n < ROWS; n++) insert.run(row(n))
})()
// Without them every list and every ranking would walk through all rows.
db.exec(`create index "newest_${table.id}" on ${name} (submitted_at, id);
         create index "quarter_${table.id}" on ${name} (quarter, unit, points)`)
db.close()

const records = `/api/v2/tables/${table.id}/records`
const newest = `${records}?fields=id,title,unit,submitted_at&sort=-submitted_at&limit=30`
const either = ['title', 'body'].map((field) => `(${field},like,%${WORD}%)`).join('~or')
await ask({
  port: Number(port),
  headers,
  submit: records,
  ranking: `/api/v1/db/data/noco/${base.id}/${table.id}/groupby?column_name=unit&where=(quarter,eq,2020Q3)&limit=100`,
  list: newest,
  search: `${newest}&where=${encodeURIComponent(either)}`,
})

/** @param {string} path @param {unknown} body */
async function api(path, body) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return response.json()
}
