import { type SQL, sql } from 'drizzle-orm'
import { dialect } from './dialect'
import type { Database } from './types'

/**
 * From now on this connection overwrites what it frees, so that words taken out of a row do not stay behind in the file.
 * PostgreSQL frees by itself, later, and cannot be asked inside of a transaction.
 */
export async function forgetFreed(tx: Database): Promise<void> {
  const asked = tx as unknown as { all(statement: SQL): unknown }
  if (dialect === 'sqlite') await asked.all(sql`pragma secure_delete = on`)
}
