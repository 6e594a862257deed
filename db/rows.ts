import { type SQL, sql } from 'drizzle-orm'
import { dialect } from './dialect'
import type { SealedRow } from './digest'
import type { SealedTable } from './sealed'
import type { Database } from './types'

/** How many rows one statement reads: some milliseconds, between which others get their turn. */
export const AT_ONCE = 300

/** A row of a sealed table as it stands, under the name that the log has for it. */
export type StandingRow = { record: string; row: SealedRow }

/** The next rows of a sealed table, in the order of its key. */
export function standingRows(from: Database, table: SealedTable, after: SealedRow | null): Promise<StandingRow[]> {
  const past = after ? sql`where (${keysOf(table)}) > (${list(table.key.map((column) => after[column]))})` : sql``
  return read(from, table, sql`${past} order by ${keysOf(table)} limit ${AT_ONCE}`)
}

/** The row that the log has a name for, if it is there. */
export async function rowNamed(from: Database, table: SealedTable, record: string): Promise<StandingRow | null> {
  const [row] = await read(from, table, sql`where ${recordOf(table)} = ${record} limit 1`)
  return row ?? null
}

async function read(from: Database, table: SealedTable, which: SQL): Promise<StandingRow[]> {
  const { name, columns } = table
  const cells = sql.raw(
    dialect === 'postgresql'
      ? `to_jsonb("${name}")::text`
      : `json_object(${columns.map((column) => `'${column}', "${column}"`).join(', ')})`,
  )
  const found = await from
    .select({ record: sql<string>`record`, cells: sql<string>`cells` })
    .from(sql`(select ${recordOf(table)} as record, ${cells} as cells from ${sql.raw(`"${name}"`)} ${which}) as t`)
  return found.map(({ record, cells }) => ({ record, row: JSON.parse(cells) as SealedRow }))
}

function recordOf({ name, key }: SealedTable): SQL {
  return sql.raw(`'${name}:' || ${key.map((column) => `"${column}"`).join(" || '|' || ")}`)
}

function keysOf({ key }: SealedTable): SQL {
  return sql.raw(key.map((column) => `"${column}"`).join(', '))
}

function list(values: readonly unknown[]): SQL {
  return sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )
}
