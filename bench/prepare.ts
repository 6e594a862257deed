import { randomUUID } from 'node:crypto'
import { desc } from 'drizzle-orm'
import { sample } from '@/cli/sample/generate'
import { closeDatabase, type Database, db, transaction } from '@/db/client'
import { dialect } from '@/db/dialect'
import { migrate } from '@/db/migrate'
import { audit, items, publications, sessions, targets, units, users } from '@/db/schema'
import { sessionCookie } from '@/lib/auth/options'
import { operator } from '@/lib/auth/viewer'
import { indexWaiting } from '@/lib/data/search/inner/indexing'
import { importFiles } from '@/lib/data/transfer/import'
import type { Role } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { bulk } from './bulk'
import { type Ground, rowsOf } from './rows'

/*
 * Prepares a database for measuring: the sample quarter, then as many items as the first argument says in all, spread over
 * other quarters; where the second names a number of units, in the sample's own quarter and by so many. Signs in a clerk
 * of every unit, editors with and without rights, a reader, the administrators. Prints their cookies, and an item to look at.
 */
/** In one transaction; nobody else writes here. */
const INDEXED_AT_ONCE = 2_000
/** Rows of one statement: few enough for the parameters that PostgreSQL takes. */
const WRITTEN_AT_ONCE = 500
const SAMPLE: Quarter = '2020Q3' as Quarter
const SIGNED_IN_MS = 12 * 36e5

const total = Number(process.argv[2] ?? 1386)
const crowd = Number(process.argv[3] ?? 0)
const now = Date.now()
await migrate()
const [held] = await transaction((tx) => tx.select({ id: items.id }).from(items).limit(1))
if (!held) await begin()
const { people, ground } = await signEveryoneIn()
if (!held) await fill()
const shown = await whatToLookAt()
await closeDatabase()
process.stdout.write(JSON.stringify({ ...people, ...shown }))

/** The sample, and the units of a crowd; a database that was kept holds all of it. */
async function begin(): Promise<void> {
  const files = Object.entries(sample(new Date(now).getUTCFullYear())).map(([name, text]) => ({
    name,
    bytes: Buffer.from(text),
  }))
  await importFiles(operator(), files, { now })
  if (crowd > 0) await addUnits(crowd)
  while ((await indexWaiting(INDEXED_AT_ONCE)) > 0);
}

/** What was written before is closed for the bulk, and opened anew. */
async function fill(): Promise<void> {
  const rows = rowsOf(total - 1386, ground)
  if (dialect === 'sqlite') {
    await closeDatabase()
    return bulk(rows)
  }
  await transaction(async (tx) => {
    const waiting = new Map<Parameters<Database['insert']>[0], Record<string, unknown>[]>()
    const write = async (table: Parameters<Database['insert']>[0], least: number) => {
      const those = waiting.get(table) ?? []
      if (those.length < least) return
      waiting.set(table, [])
      await tx.insert(table).values(those)
    }
    for (const [table, row] of rows) {
      waiting.set(table, [...(waiting.get(table) ?? []), row])
      for (const known of waiting.keys()) await write(known, WRITTEN_AT_ONCE)
    }
    for (const known of waiting.keys()) await write(known, 1)
  })
  while ((await indexWaiting(INDEXED_AT_ONCE)) > 0);
}

async function addUnits(count: number): Promise<void> {
  await transaction(async (tx) => {
    const before = await tx.select().from(units)
    const rows = Array.from({ length: count - before.length }, (_, n) => ({
      id: `more${n}`,
      name: `样例单位${n}`,
      category: n % 3 === 0 ? 'town' : 'department',
      position: before.length + n + 1,
    }))
    await tx.insert(units).values(rows)
    const goals = rows.map(({ id }) => ({ unitId: id, year: 2020, quarterlyItems: 24, annualPoints: 6400 }))
    await tx.insert(targets).values(goals)
  })
}

/** An item in the middle of the list, with others on both sides; its unit; a publication with editions. */
async function whatToLookAt() {
  const [item] = await db()
    .select({ id: items.id })
    .from(items)
    .orderBy(desc(items.submittedAt), desc(items.id))
    .limit(1)
    .offset(500)
  const [publication] = await db().select({ id: publications.id }).from(publications).limit(1)
  return { item: item?.id ?? '', unit: ground.units[0] ?? '', publication: publication?.id ?? '' }
}

type People = { clerks: string[] } & Record<'editor' | 'reader' | 'auditor' | 'issuer' | 'system' | 'security', string>

async function signEveryoneIn(): Promise<{ people: People; ground: Ground }> {
  const accounts = new Map<Role, string>()
  const open = (role: Role, unitId: string | null, rights: Partial<typeof users.$inferInsert>) =>
    transaction(async (tx) => {
      const [userId, sessionId] = [randomUUID(), randomUUID()]
      if (!accounts.has(role)) accounts.set(role, userId)
      await tx.insert(users).values({
        id: userId,
        login: userId,
        name: '样例账号',
        role,
        unitId,
        mayRelease: false,
        mayIssue: false,
        passwordHash: 'none',
        passwordChangedAt: now,
        mustChangePassword: false,
        disabled: false,
        sessionVersion: 1,
        createdAt: now,
        ...rights,
      })
      await tx.insert(sessions).values({
        id: sessionId,
        userId,
        version: 1,
        address: '127.0.0.1',
        createdAt: now,
        lastSeenAt: now,
        expiresAt: now + SIGNED_IN_MS,
        endedAt: null,
      })
      return sessionId
    })
  const cookie = async (role: Role, unitId: string | null, rights = {}) => {
    const { name, value } = await sessionCookie(await open(role, unitId, rights))
    return `${name}=${value}`
  }
  const register = await transaction((tx) => tx.select({ id: units.id }).from(units))
  const clerks: string[] = []
  for (const unit of register) clerks.push(await cookie('clerk', unit.id))
  const people = {
    clerks,
    editor: await cookie('editor', null),
    reader: await cookie('reader', null),
    auditor: await cookie('audit_admin', null),
    issuer: await cookie('editor', null, { mayRelease: true, mayIssue: true }),
    system: await cookie('system_admin', null),
    security: await cookie('security_admin', null),
  }
  const [last] = await transaction((tx) => tx.select().from(audit).orderBy(desc(audit.seq)).limit(1))
  const ground = {
    units: register.map(({ id }) => id),
    quarters: crowd > 0 ? [SAMPLE] : years(),
    editor: accounts.get('editor') ?? '',
    last: last ?? { seq: 0, hash: '' },
  }
  return { people, ground }
}

function years(): Quarter[] {
  const others: Quarter[] = []
  for (let year = 2010; year < 2020; year++) for (const q of [1, 2, 3, 4]) others.push(`${year}Q${q}` as Quarter)
  return others
}
