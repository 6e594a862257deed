import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { chainHash, record } from '@/db/audit'
import { db, transaction } from '@/db/client'
import { dialect } from '@/db/dialect'
import { audit } from '@/db/schema'
import { directly, refusal, sent, type World, world } from '@/lib/testing/world'
import { auditPage, verifyChain } from './audit'

let w: World
let untouched: (typeof audit.$inferSelect)[]

beforeAll(async () => {
  w = await world()
  for (let n = 0; n < 6; n++) await sent(w.clerk, '2026-05-05')
  untouched = await db().select().from(audit).orderBy(audit.seq)
})

/** Statements of whoever holds the database itself, past the triggers that refuse them. */
async function tamper(...statements: string[]): Promise<void> {
  const off =
    dialect === 'sqlite'
      ? ['DROP TRIGGER audit_no_update', 'DROP TRIGGER audit_no_delete']
      : ['ALTER TABLE audit DISABLE TRIGGER USER']
  const on =
    dialect === 'sqlite'
      ? ['UPDATE', 'DELETE'].map(
          (verb) =>
            `CREATE TRIGGER audit_no_${verb.toLowerCase()} BEFORE ${verb} ON audit BEGIN SELECT RAISE(ABORT, 'no'); END`,
        )
      : ['ALTER TABLE audit ENABLE TRIGGER USER']
  await transaction(async (tx) => {
    const raw = tx as unknown as { run?: (q: unknown) => unknown; execute?: (q: unknown) => Promise<unknown> }
    for (const statement of [...off, ...statements, ...on]) {
      const query = sql.raw(statement)
      await (dialect === 'sqlite' ? raw.run?.(query) : raw.execute?.(query))
    }
  })
}

afterEach(async () => {
  await tamper('DELETE FROM audit')
  await directly((tx) => tx.insert(audit).values(untouched))
})

describe('the chain', () => {
  test('holds from the first entry to the last', async () => {
    const { entries, brokenAt, head } = await verifyChain(w.auditAdmin)
    expect([entries, brokenAt]).toEqual([untouched.length, null])
    expect(head).toBe(untouched.at(-1)?.hash)
    expect(untouched.length).toBeGreaterThan(5)
  })

  test.each([
    'at = at + 1',
    "actor = 'somebody'",
    "verb = 'item.save'",
    "subject = 'other'",
    "detail = '{}'",
    'figures = null',
    "previous = 'x'",
    "hash = 'x'",
  ])('names the entry that was changed: %s', async (change) => {
    await tamper(`UPDATE audit SET ${change} WHERE seq = 4`)
    expect(await verifyChain(w.auditAdmin)).toMatchObject({ entries: 3, brokenAt: 4 })
  })

  test('names the entry after one that was changed together with its own hash', async () => {
    const [row] = await db().select().from(audit).where(eq(audit.seq, 4))
    if (!row) throw new Error('no entry 4')
    const forged = chainHash({ ...row, actor: 'somebody' })
    await tamper(`UPDATE audit SET actor = 'somebody', hash = '${forged}' WHERE seq = 4`)
    expect(await verifyChain(w.auditAdmin)).toMatchObject({ entries: 4, brokenAt: 5 })
  })

  test('names the place where entries were taken out, at the head or in the middle', async () => {
    await tamper('DELETE FROM audit WHERE seq = 4')
    expect(await verifyChain(w.auditAdmin)).toMatchObject({ entries: 3, brokenAt: 5 })
    await tamper('DELETE FROM audit WHERE seq < 5')
    expect(await verifyChain(w.auditAdmin)).toMatchObject({ entries: 0, brokenAt: 5 })
  })

  test('cannot see a cut tail by itself: the anchor, head and number kept elsewhere, differs', async () => {
    const anchor = await verifyChain(w.auditAdmin)
    await tamper(`DELETE FROM audit WHERE seq = ${untouched.length}`)
    const after = await verifyChain(w.auditAdmin)
    expect(after.brokenAt).toBeNull()
    expect(after.entries).toBe(anchor.entries - 1)
    expect(after.head).not.toBe(anchor.head)
  })

  test('has no gap and no twin after writes at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        transaction((tx) => record(tx, 'a', { verb: 'text.drop', subject: String(n), detail: {} })),
      ),
    )
    const { entries, brokenAt } = await verifyChain(w.auditAdmin)
    expect([entries, brokenAt]).toEqual([untouched.length + 20, null])
  })
})

test('the log reads newest first, page by page', async () => {
  const first = await auditPage(w.auditAdmin, null, 4)
  expect(first.map((row) => row.seq)).toEqual([0, 1, 2, 3].map((n) => untouched.length - n))
  const next = await auditPage(w.auditAdmin, first.at(-1)?.seq ?? 0, 100)
  expect(next.map((row) => row.seq)).toEqual(
    Array.from({ length: untouched.length - 4 }, (_, n) => untouched.length - 4 - n),
  )
})

test('the log is open to audit administrators alone', async () => {
  for (const name of ['clerk', 'editor', 'reader', 'systemAdmin', 'securityAdmin'] as const) {
    expect((await refusal(auditPage(w[name], null))).code).toBe('forbidden')
    expect((await refusal(verifyChain(w[name]))).code).toBe('forbidden')
  }
})
