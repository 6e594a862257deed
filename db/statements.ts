import type Sqlite from 'better-sqlite3'

/** How many statements a connection keeps; lists of varying length (`in (?, ?, …)`) must not grow without end. */
const MOST = 400

/**
 * Lets a connection keep its prepared statements: drizzle prepares anew for each query, and a submission runs fourteen.
 * SQLite itself prepares a kept one again when the schema has changed.
 */
export function keepStatements(connection: Sqlite.Database): void {
  const kept = new Map<string, Statement>()
  const prepare = connection.prepare.bind(connection)
  const keep = (source: string): Statement => {
    const statement = kept.get(source) ?? shared(prepare(source))
    kept.delete(source)
    kept.set(source, statement)
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST) break
      kept.delete(oldest)
    }
    return statement
  }
  connection.prepare = keep as unknown as typeof connection.prepare
}

type Rows = Pick<Sqlite.Statement, 'all' | 'get'>
type Statement = Rows & Pick<Sqlite.Statement, 'run'> & { raw(): Rows }

/** One statement for all who ask: whether rows come as arrays is said at each call and never left behind. */
function shared(statement: Sqlite.Statement): Statement {
  const rows = (raw: boolean): Rows => ({
    all: (...values) => (statement.reader ? statement.raw(raw) : statement).all(...values),
    get: (...values) => (statement.reader ? statement.raw(raw) : statement).get(...values),
  })
  const arrays = rows(true)
  return { ...rows(false), run: (...values) => statement.run(...values), raw: () => arrays }
}
