import Sqlite from 'better-sqlite3'
import { eq, sql } from 'drizzle-orm'
import pg from 'pg'
import { expect, test } from 'vitest'
import { closeDatabase, type Database, db, outcomes, snapshot, transaction } from './client'
import { databaseFile, databaseUrl, dialect } from './dialect'
import { migrate, refuseDropTable } from './migrate'
import { audit, facts } from './schema'
import { connect } from './sqlite'

const entry = (seq: number) => ({
  seq,
  at: 1,
  actor: 'a',
  verb: 'text.drop' as const,
  subject: 's',
  detail: '{}',
  previous: '',
  hash: `${seq}`,
})

test('fifty read-then-write transactions at once lose nothing', async () => {
  await transaction(async (tx) => void (await tx.insert(facts).values({ name: 'n', value: '0' })))
  await Promise.all(
    Array.from({ length: 50 }, () =>
      transaction(async (tx) => {
        const [row] = await tx.select().from(facts).where(eq(facts.name, 'n'))
        await tx
          .update(facts)
          .set({ value: String(Number(row?.value) + 1) })
          .where(eq(facts.name, 'n'))
      }),
    ),
  )
  expect(await db().select().from(facts).where(eq(facts.name, 'n'))).toEqual([{ name: 'n', value: '50' }])
})

test('a transaction that fails leaves nothing, and the next one works', async () => {
  const fail = transaction(async (tx) => {
    await tx.insert(facts).values({ name: 'half', value: '1' })
    throw new Error('stop')
  })
  await expect(fail).rejects.toThrow('stop')
  await transaction(async (tx) => void (await tx.insert(facts).values({ name: 'whole', value: '1' })))
  expect(
    (await db().select().from(facts))
      .map((f) => f.name)
      .filter((name) => !name.includes(':'))
      .sort(),
  ).toEqual(['n', 'whole'])
})

test('what was committed is counted, and what failed is not', async () => {
  const before = outcomes()
  const fail = transaction(async () => Promise.reject(new Error('stop')))
  await expect(fail).rejects.toThrow('stop')
  await transaction(async () => 1)
  expect(outcomes()).toEqual({ ...before, committed: before.committed + 1 })
})

test.runIf(dialect === 'postgresql')(
  'a transaction that collides with what another program wrote is tried again, and counted',
  async () => {
    const other = new pg.Client({ connectionString: databaseUrl() })
    await other.connect()
    const before = outcomes()
    let tries = 0
    await transaction(async (tx) => {
      const [row] = await tx.select().from(facts).where(eq(facts.name, 'n'))
      if (tries++ === 0) await other.query("UPDATE facts SET value = '60' WHERE name = 'n'")
      await tx
        .update(facts)
        .set({ value: `${row?.value} and one` })
        .where(eq(facts.name, 'n'))
    })
    await other.end()
    expect(await db().select().from(facts).where(eq(facts.name, 'n'))).toEqual([{ name: 'n', value: '60 and one' }])
    expect(outcomes()).toEqual({ committed: before.committed + 1, repeated: before.repeated + 1 })
  },
)

test('a snapshot sees one moment, whatever is written meanwhile', async () => {
  const read = (tx: Database) => tx.select().from(facts).where(eq(facts.name, 'n'))
  const seen = await snapshot(async (tx) => {
    const first = await read(tx)
    await transaction(async (w) => void (await w.update(facts).set({ value: 'later' }).where(eq(facts.name, 'n'))))
    return [first, await read(tx)]
  })
  expect(seen[0]).toEqual(seen[1])
  expect(await read(db())).toEqual([{ name: 'n', value: 'later' }])
})

test('the reader cannot write', async () => {
  await expect(db().insert(facts).values({ name: 'x', value: 'x' })).rejects.toThrow()
})

test('a transaction inside a transaction is refused instead of waiting for itself', async () => {
  await expect(transaction(async () => transaction(async () => 1))).rejects.toThrow('pass tx on')
})

test('the audit log refuses UPDATE and DELETE', async () => {
  await transaction(async (tx) => void (await tx.insert(audit).values(entry(1000))))
  await expect(transaction(async (tx) => void (await tx.update(audit).set({ actor: 'x' })))).rejects.toThrow()
  await expect(transaction(async (tx) => void (await tx.delete(audit)))).rejects.toThrow()
  expect(
    await db()
      .select({ n: sql`count(*)`.mapWith(Number) })
      .from(audit),
  ).toEqual([{ n: 2 }])
})

test('migrating again changes nothing, and a migration may not drop a table', async () => {
  expect(await migrate()).toEqual({ applied: 0, backup: null })
  expect(() => refuseDropTable(['CREATE TABLE a (b)', 'drop  table a'])).toThrow('must not drop')
})

test.runIf(dialect === 'sqlite')(
  'a reopened file still has every pragma, and waits for a lock without freezing',
  async () => {
    await closeDatabase()
    const again = connect(databaseFile())
    expect(
      ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map((p) => again.pragma(p, { simple: true })),
    ).toEqual(['wal', 2, 1, 200])
    again.close()
    const other = new Sqlite(databaseFile())
    other.exec('BEGIN IMMEDIATE')
    let ticks = 0
    const clock = setInterval(() => ++ticks === 5 && other.exec('COMMIT'), 20)
    await transaction(async (tx) => void (await tx.insert(facts).values({ name: 'after', value: '1' })))
    clearInterval(clock)
    other.close()
    expect(ticks).toBeGreaterThanOrEqual(5)
  },
)
