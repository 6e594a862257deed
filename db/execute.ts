import type { SQL } from 'drizzle-orm'
import type { Database } from './client'
import { dialect } from './dialect'

/** A statement that gives nothing back: each database has a word of its own for it. */
export async function execute(tx: Database, statement: SQL): Promise<void> {
  const either = tx as unknown as { run(s: SQL): unknown; execute(s: SQL): Promise<unknown> }
  await (dialect === 'postgresql' ? either.execute(statement) : either.run(statement))
}
