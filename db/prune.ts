import { eq, lte, sql } from 'drizzle-orm'
import { record } from './audit'
import { type Database, transaction } from './client'
import { dialect } from './dialect'
import { execute } from './execute'
import { accesses } from './schema'

/**
 * Lets the lines of the access log go up to one that the audit log knows, in one transaction with the entry that binds where
 * the log begins from then on. Does nothing where the line is not what it was. Gives how many went.
 */
export function dropAccesses({ seq, hash }: { seq: number; hash: string }, now: number): Promise<number> {
  return transaction(async (tx) => {
    const [last] = await tx.select({ hash: accesses.hash }).from(accesses).where(eq(accesses.seq, seq))
    if (last?.hash !== hash) return 0
    const lines = await tx.$count(accesses, lte(accesses.seq, seq))
    await unguarded(tx, () => tx.delete(accesses).where(lte(accesses.seq, seq)))
    const detail = { log: 'access' as const, until: seq, hash, lines }
    await record(tx, 'system', { verb: 'audit.prune', subject: 'database', detail }, now)
    return lines
  })
}

/** The database lets nobody delete from the log; for this one statement, and for no other connection, its trigger is off. */
async function unguarded(tx: Database, work: () => Promise<unknown>): Promise<void> {
  if (dialect === 'postgresql') {
    await execute(tx, sql`ALTER TABLE accesses DISABLE TRIGGER accesses_no_change`)
    await work()
    await execute(tx, sql`ALTER TABLE accesses ENABLE TRIGGER accesses_no_change`)
    return
  }
  const name = 'accesses_no_delete'
  const [trigger] = await tx
    .select({ made: sql<string>`sql` })
    .from(sql`sqlite_master`)
    .where(sql`type = 'trigger' and name = ${name}`)
  if (!trigger) throw new Error(`the trigger ${name} is missing`)
  await execute(tx, sql.raw(`DROP TRIGGER ${name}`))
  await work()
  await execute(tx, sql.raw(trigger.made))
}
