import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { record } from '@/db/audit'
import { db, transaction } from '@/db/client'
import { facts, items, users } from '@/db/schema'
import { authorize } from '@/lib/data/core/authorize'
import type { Viewer } from '@/lib/domain/people/policy'

const MARK = 'demo'
const YEAR = 'demo.year'

/** Whether the database is marked as the demo's, and for which year its sample was loaded. */
export async function demoState(viewer: Viewer): Promise<{ marked: boolean; year: number | null }> {
  authorize(viewer, 'data.export')
  const rows = await db().select().from(facts)
  const value = (name: string) => rows.find((row) => row.name === name)?.value
  return { marked: value(MARK) === '1', year: Number(value(YEAR)) || null }
}

/** Whether anybody works here already: the sample is never laid over that. */
export async function isInUse(viewer: Viewer): Promise<boolean> {
  authorize(viewer, 'data.export')
  const [account] = await db().select({ id: users.id }).from(users).limit(1)
  const [item] = await db().select({ id: items.id }).from(items).limit(1)
  return Boolean(account ?? item)
}

/** Marks the database as the demo's: from now on `npm start` refuses it. */
export function markDemo(viewer: Viewer, at: number): Promise<void> {
  return set(viewer, MARK, '1', at)
}

/** Notes for which year the sample was loaded. */
export function noteDemoYear(viewer: Viewer, year: number, at: number): Promise<void> {
  return set(viewer, YEAR, String(year), at)
}

function set(viewer: Viewer, name: string, value: string, at: number): Promise<void> {
  authorize(viewer, 'data.import')
  return transaction(async (tx) => {
    const [old] = await tx.select().from(facts).where(eq(facts.name, name))
    if (old?.value === value) return
    await tx
      .insert(facts)
      .values({ name, value })
      .onConflictDoUpdate({ target: facts.name, set: { value: sql`excluded.value` } })
    await record(tx, viewer.userId, { verb: 'data.mark', subject: name, detail: { value } }, at)
  })
}
