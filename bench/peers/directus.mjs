import Sqlite from 'better-sqlite3'
import { ask, ROWS, row, WORD } from './ask.mjs'

/*
 * `node bench/peers/directus.mjs PORT TOKEN FILE`: makes the table, fills it with 100,000 rows straight into Directus'
 * SQLite file, and asks for the work. See bench/peers.md.
 */
const [port, token, file] = process.argv.slice(2)
const headers = { authorization: `Bearer ${token}` }
const field = (/** @type {string} */ name, type = 'string') => ({ field: name, type, meta: {}, schema: {} })
const response = await fetch(`http://127.0.0.1:${port}/collections`, {
  method: 'POST',
  headers: { ...headers, 'content-type': 'application/json' },
  body: JSON.stringify({
    collection: 'info',
    meta: {},
    schema: {},
    fields: [
      { field: 'id', type: 'integer', meta: {}, schema: { is_primary_key: true, has_auto_increment: true } },
      field('title'),
      field('body', 'text'),
      field('unit'),
      field('points', 'integer'),
      field('quarter'),
      field('submitted_at'),
    ],
  }),
})
if (!response.ok) throw new Error(await response.text())

const db = new Sqlite(file)
const insert = db.prepare(
  'insert into info (title, body, unit, points, quarter, submitted_at) values (:title, :body, :unit, :points, :quarter, :submitted_at)',
)
db.transaction(() => {
  for (let n = 0; n < ROWS; n++) insert.run(row(n))
})()
// Without them every list and every ranking would walk through all rows.
db.exec(
  'create index info_newest on info (submitted_at, id); create index info_quarter on info (quarter, unit, points)',
)
db.close()

const newest = '/items/info?fields=id,title,unit,submitted_at&sort=-submitted_at&limit=30'
await ask({
  port: Number(port),
  headers,
  submit: '/items/info',
  ranking: '/items/info?aggregate[count]=id&aggregate[sum]=points&groupBy[]=unit&filter[quarter][_eq]=2020Q3&limit=-1',
  list: newest,
  search: `${newest}&search=${encodeURIComponent(WORD)}`,
})
