import pg from 'pg'
import { databaseFile, databaseUrl, dialect } from './dialect'
import { connect } from './sqlite'

type Value = string | number | boolean | null
type Run = (statement: string, values?: readonly Value[]) => Promise<Record<string, Value>[]>

/**
 * For tests only: what whoever holds the database itself may do, past the portal and its triggers, which stand again
 * afterwards as if nothing had been.
 */
export async function tamper(work: (run: Run) => Promise<void>): Promise<void> {
  if (dialect === 'postgresql') return withPostgres(work, 'replica')
  const connection = connect(databaseFile())
  const triggers = connection.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  connection.pragma('foreign_keys = OFF')
  connection.exec('BEGIN IMMEDIATE')
  for (const { name } of triggers) connection.exec(`DROP TRIGGER ${name}`)
  try {
    await work(runner(connection))
    for (const { sql } of triggers) connection.exec(sql)
    connection.exec('COMMIT')
  } finally {
    connection.close()
  }
}

/** Statements past the portal alone: triggers may be taken away and put back. */
export async function outside(work: (run: Run) => Promise<void>): Promise<void> {
  if (dialect === 'postgresql') return withPostgres(work, 'origin')
  const connection = connect(databaseFile())
  try {
    await work(runner(connection))
  } finally {
    connection.close()
  }
}

/** Remembers tables as they are; the function puts back those that are named. */
export async function remembered(tables: readonly string[]): Promise<(names: readonly string[]) => Promise<void>> {
  const kept = new Map<string, Record<string, Value>[]>()
  await outside(async (run) => {
    for (const table of tables) kept.set(table, await run(`SELECT * FROM ${table}`))
  })
  return (names) =>
    tamper(async (run) => {
      for (const name of names) {
        await run(`DELETE FROM ${name}`)
        for (const row of kept.get(name) ?? []) {
          const places = Object.keys(row).map((_, i) => (dialect === 'postgresql' ? `$${i + 1}` : '?'))
          const columns = Object.keys(row).map((column) => `"${column}"`)
          await run(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${places.join(', ')})`, Object.values(row))
        }
      }
    })
}

function runner(connection: ReturnType<typeof connect>): Run {
  return async (statement, values = []) => {
    const prepared = connection.prepare(statement)
    if (prepared.reader) return prepared.all(...values) as Record<string, Value>[]
    prepared.run(...values)
    return []
  }
}

async function withPostgres(work: (run: Run) => Promise<void>, as: 'replica' | 'origin'): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  try {
    await client.query(`SET session_replication_role = ${as}`)
    await work(async (statement, values = []) => (await client.query(statement, [...values])).rows)
  } finally {
    await client.end()
  }
}
