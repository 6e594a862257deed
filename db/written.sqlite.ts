import type Sqlite from 'better-sqlite3'
import { cellsDigest, rowsDigest } from './digest'
import { SEALED, type SealedTable } from './sealed'
import type { Notebook } from './types'

const CHUNK = 5_000

type Noted = { record: string; was: string | null; now: string | null }

/**
 * Notes on the writer's own connection which sealed rows a transaction writes: temporary triggers, so whoever writes to
 * the file from elsewhere, past the portal, is not noted. `was` is the digest of a row before it was first changed.
 */
export function writtenOnSqlite(writer: Sqlite.Database): Notebook & { arm(): void } {
  let armed = false

  /** Sets the triggers, once the database is of this version. */
  function arm(): void {
    if (armed || !writer.prepare("SELECT 1 FROM sqlite_master WHERE name = 'audit_rows'").get()) return
    writer.pragma('temp_store = MEMORY')
    for (const [i, { columns }] of SEALED.entries())
      writer.function(`digest_${i}`, { varargs: true, deterministic: true }, (...cells) => cellsDigest(columns, cells))
    writer.exec('CREATE TEMP TABLE written (record TEXT PRIMARY KEY, was TEXT, now TEXT) WITHOUT ROWID')
    for (const [i, table] of SEALED.entries()) writer.exec(triggers(table, i))
    armed = true
  }

  return {
    arm,
    async all() {
      for (const [i, table] of SEALED.entries())
        writer.exec(
          `INSERT INTO temp.written SELECT ${keyOf(table)}, NULL, ${digestIn(table, i)} FROM main."${table.name}" WHERE true
           ON CONFLICT DO UPDATE SET now = excluded.now`,
        )
    },
    async keep(_tx, seq) {
      if (!armed) return null
      const digest = rowsDigest()
      let after = ''
      const some = writer.prepare(
        `SELECT record, was, now FROM temp.written WHERE record > ? ORDER BY record LIMIT ${CHUNK}`,
      )
      for (;;) {
        const noted = some.all(after) as Noted[]
        for (const { record, was, now } of noted) digest.add(record, was, now)
        after = noted.at(-1)?.record ?? after
        if (noted.length < CHUNK) break
      }
      if (after === '') return null
      writer
        .prepare('INSERT INTO main.audit_rows (seq, record, was, digest) SELECT ?, record, was, now FROM temp.written')
        .run(seq)
      writer.prepare('DELETE FROM temp.written').run()
      return digest.end()
    },
  }
}

function triggers(table: SealedTable, i: number): string {
  const { name, columns } = table
  const on = (event: string, now: string, was: string, row: 'new.' | 'old.') =>
    `CREATE TEMP TRIGGER "${name}_${event.slice(0, 6)}_noted" AFTER ${event} ON main."${name}" BEGIN
       INSERT INTO temp.written VALUES (${keyOf(table, row)}, ${was}, ${now})
       ON CONFLICT DO UPDATE SET now = excluded.now; END;`
  const after = digestIn(table, i, 'new.')
  // What it was before the transaction is asked once.
  const before = `CASE WHEN EXISTS (SELECT 1 FROM temp.written WHERE record = ${keyOf(table, 'old.')}) THEN NULL
    ELSE ${digestIn(table, i, 'old.')} END`
  const quoted = columns.map((column) => `"${column}"`).join(', ')
  return [
    on('INSERT', after, 'NULL', 'new.'),
    on(`UPDATE OF ${quoted}`, after, before, 'new.'),
    on('DELETE', 'NULL', before, 'old.'),
  ].join('\n')
}

function keyOf({ name, key }: SealedTable, row: 'new.' | 'old.' | '' = ''): string {
  return `'${name}:' || ${key.map((column) => `${row}"${column}"`).join(" || '|' || ")}`
}

function digestIn({ columns }: SealedTable, i: number, row: 'new.' | 'old.' | '' = ''): string {
  return `digest_${i}(${columns.map((column) => `${row}"${column}"`).join(', ')})`
}
