import { sql } from 'drizzle-orm'
import { rowDigest, rowsDigest, type SealedRow } from './digest'
import { SEALED } from './sealed'
import type { Database, Notebook } from './types'

type Raw = { execute(query: unknown): Promise<{ rows: Record<string, unknown>[] }> }
type Noted = { record: string; was: string | null; now: string | null }

const CHUNK = 5_000

/**
 * Where a writer's connection notes which sealed rows it writes. The triggers stand in the database, but note only in a
 * session that has this table: whoever writes past the portal is not noted.
 */
export const NOTEBOOK =
  'CREATE TEMP TABLE IF NOT EXISTS written (record text COLLATE "C" PRIMARY KEY, was text, now text) ON COMMIT DELETE ROWS'

const columnsOf = new Map(SEALED.map(({ name, columns }) => [name, columns]))

/** What a transaction on PostgreSQL wrote. */
export const writtenOnPostgres: Notebook = {
  async all(tx) {
    for (const { name, key } of SEALED) {
      const record = key.map((column) => `t."${column}"::text`).join(" || '|' || ")
      await rows(
        tx,
        sql.raw(`INSERT INTO pg_temp.written SELECT '${name}:' || ${record}, NULL, to_jsonb(t)::text FROM "${name}" t
                 ON CONFLICT (record) DO UPDATE SET now = excluded.now`),
      )
    }
  },
  async keep(tx, seq) {
    const digest = rowsDigest()
    for (let after = ''; ; ) {
      const noted = await rows<Noted>(
        tx,
        sql`SELECT record, was, now FROM pg_temp.written WHERE record > ${after} ORDER BY record LIMIT ${CHUNK}`,
      )
      after = noted.at(-1)?.record ?? after
      if (after === '') return null
      const kept = noted.map(({ record, was, now }) => ({
        record,
        was: digestOf(record, was),
        digest: digestOf(record, now),
      }))
      for (const row of kept) digest.add(row.record, row.was, row.digest)
      await rows(
        tx,
        sql`INSERT INTO audit_rows (seq, record, was, digest)
            SELECT ${seq}, record, was, digest FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
              AS kept (record text, was text, digest text)`,
      )
      if (noted.length < CHUNK) return digest.end()
    }
  },
}

function digestOf(record: string, row: string | null): string | null {
  if (row === null) return null
  const columns = columnsOf.get(record.slice(0, record.indexOf(':'))) ?? []
  return rowDigest(columns, JSON.parse(row) as SealedRow)
}

async function rows<T>(tx: Database, query: unknown): Promise<T[]> {
  return (await (tx as unknown as Raw).execute(query)).rows as T[]
}
