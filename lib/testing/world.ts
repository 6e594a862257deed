import { createHash, randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { desc, gt } from 'drizzle-orm'
import { type Database, db, transaction } from '@/db/client'
import { audit, rules, sessions, targets, unitAliases, units, users } from '@/db/schema'
import { SESSION_MS } from '@/lib/auth/settings'
import { viewerOf } from '@/lib/auth/viewer'
import { grade } from '@/lib/data/adoptions/adoptions'
import type { Incoming } from '@/lib/data/attachments/attachments'
import { submit } from '@/lib/data/items/items'
import type { Slip } from '@/lib/data/people/slip'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, type FaultCode } from '@/lib/domain/base/fault'
import { USUAL_KEYS } from '@/lib/domain/office/testing'
import type { Role, Viewer } from '@/lib/domain/people/policy'
import { RULE_KINDS } from '@/lib/domain/rules/book'
import type { Quarter } from '@/lib/domain/time/quarter'
import type { GradeInput } from '@/lib/schemas/adoptions'
import type { SaveInput, SubmitInput } from '@/lib/schemas/items'

/** For tests only: a district small enough to know by heart, in the database of the test file. */
export const UNITS = [
  { id: 'dept', name: '样例一局', category: 'department', position: 1 },
  { id: 'dept2', name: '样例二局', category: 'department', position: 2 },
  { id: 'town', name: '样例一镇', category: 'town', position: 3 },
  { id: 'town2', name: '样例二街道', category: 'town', position: 4 },
] as const

const POINTS = { department: [5, 6, 3, 10, 8, 20, 5], town: [5, 8, 5, 10, 8, 20, 5] }

export const PASSWORD = 'Yangli-2026-ceshi'
let shared: Promise<string> | undefined

/** The units, the rules of 2020 and targets for 2025 to 2026, and a viewer of every role. */
export async function world() {
  await transaction(async (tx) => {
    await tx.insert(units).values([...UNITS])
    await tx.insert(unitAliases).values({ name: '样例局', unitId: 'dept' })
    await tx.insert(rules).values(
      USUAL_KEYS.flatMap((category) =>
        RULE_KINDS.map((kind, i) => ({
          category,
          kind,
          validFrom: '2020Q1' as Quarter,
          points: (POINTS[category][i] ?? 0) * 100,
          source: null,
        })),
      ),
    )
    await tx
      .insert(targets)
      .values(
        [2025, 2026].flatMap((year) =>
          UNITS.map(({ id }) => ({ unitId: id, year, quarterlyItems: 4, annualPoints: 3200 })),
        ),
      )
  })
  return {
    clerk: await someone('clerk', { unitId: 'dept' }),
    colleague: await someone('clerk', { unitId: 'dept' }),
    signer: await someone('signer', { unitId: 'dept' }),
    otherClerk: await someone('clerk', { unitId: 'dept2' }),
    townClerk: await someone('clerk', { unitId: 'town' }),
    editor: await someone('editor'),
    reader: await someone('reader'),
    systemAdmin: await someone('system_admin'),
    securityAdmin: await someone('security_admin'),
    auditAdmin: await someone('audit_admin'),
  }
}

export type World = Awaited<ReturnType<typeof world>>

/** An account, its password being PASSWORD (cheaply hashed, which is quickly checked); without a session. */
export async function account(role: Role, over: Partial<typeof users.$inferInsert> = {}) {
  shared ??= hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 })
  const id = randomUUID()
  const row = {
    id,
    login: `u${id.slice(0, 8)}`,
    name: `样例${role}`,
    role,
    unitId: null,
    mayRelease: false,
    mayIssue: false,
    passwordHash: await shared,
    passwordChangedAt: Date.now(),
    mustChangePassword: false,
    disabled: false,
    sessionVersion: 1,
    createdAt: Date.now(),
    ...over,
  }
  await transaction(async (tx) => void (await tx.insert(users).values(row)))
  return row
}

/** A session of an account, as a sign-in would open it. Gives its id. */
export async function session(user: { id: string; sessionVersion: number }, now = Date.now()): Promise<string> {
  const row = {
    id: randomUUID(),
    userId: user.id,
    version: user.sessionVersion,
    address: '127.0.0.1',
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + SESSION_MS,
    endedAt: null,
  }
  await transaction(async (tx) => void (await tx.insert(sessions).values(row)))
  return row.id
}

/** A viewer of a fresh account. */
export async function someone(role: Role, over: Partial<typeof users.$inferInsert> = {}): Promise<Viewer> {
  const viewer = await viewerOf(await session(await account(role, over)))
  if (!viewer) throw new Error(`no viewer for ${role}`)
  return viewer
}

/** The slip that somebody was handed; throws when another administrator has first to agree. */
export async function slipOf(work: Promise<Slip>): Promise<{ login: string; password: string }> {
  const { login, password } = await work
  if (password === null) throw new Error(`no slip for ${login}`)
  return { login, password }
}

/** A request of its own: a fresh key, at an instant or a day (its noon in Shanghai). */
export function arrival(at: number | string = Date.now()): Arrival {
  return { at: instant(at), key: randomUUID() }
}

function instant(at: number | string): number {
  return typeof at === 'number' ? at : Date.parse(at.length === 10 ? `${at}T12:00:00+08:00` : at)
}

let bodies = 0

/** What a form hands to `submit`, complete; its text is no other's. */
export function anItem(over: Partial<SubmitInput> = {}): SubmitInput {
  return {
    id: randomUUID(),
    version: 0,
    title: '样例标题',
    body: `样例正文${++bodies}。`,
    type: 'activity',
    eventDay: '2026-01-05',
    author: '样例撰稿',
    phone: '028-26110000',
    signer: '样例签发',
    unclassified: 'yes',
    ...over,
  }
}

/** A text file as lib/files/attachments reads it. */
export function anAttachment(name: string, text: string, over: Partial<Incoming> = {}): Incoming {
  const bytes = new TextEncoder().encode(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, type: 'txt', size: bytes.length, sha256, text, warnings: [], unread: [], bytes, ...over }
}

const told = new Map<string, number>()

/** A text of two paragraphs; the same title again tells a little more, since no unit sends a text twice. */
export function aStory(title: string): { title: string; body: string } {
  const times = told.get(title) ?? 0
  told.set(title, times + 1)
  return { title, body: `${title}的经过。\n成效明显。${'又及。'.repeat(times)}` }
}

/** What a form hands to `save`: as good as nothing. */
export function aDraft(over: Partial<SaveInput> = {}): SaveInput {
  return { ...anItem(), body: '', type: '', eventDay: '', author: '', phone: '', signer: '', unclassified: '', ...over }
}

/** Submits an item, received on a day. */
export async function sent(clerk: Viewer, day: number | string, over: Partial<SubmitInput> = {}) {
  return { ...(await submit(clerk, anItem(over), arrival(day))), version: (over.version ?? 0) + 1 }
}

export function aGrade(id: string, adoptedOn: string, over: Partial<GradeInput> = {}): GradeInput {
  return { id, kind: 'district_full', adoptedOn, publication: '', issueNo: '', ...over }
}

/** Records an adoption of an item. Gives its id. */
export async function graded(editor: Viewer, id: string, day: string, over: Partial<GradeInput> = {}): Promise<string> {
  return (await answeringYes((told) => grade(editor, { ...aGrade(id, day, over), told }, arrival(day)))).adoptionId
}

/** The fault that a use case is refused with; throws when it succeeds or breaks. */
export async function refusal(
  work: Promise<unknown>,
): Promise<{ code: FaultCode; message: string; fields: object; told?: readonly string[] }> {
  const error = await work.then(
    (answer) => new Error(`not refused: ${JSON.stringify(answer)}`),
    (reason: unknown) => reason,
  )
  if (!(error instanceof Fault)) throw error
  const { code, message, fields, told } = error
  return { code, message, fields, ...(told.length > 0 && { told }) }
}

/** Does what asks first, and answers every question with yes. */
export async function answeringYes<T>(work: (told: string[]) => Promise<T>, told: string[] = []): Promise<T> {
  try {
    return await work(told)
  } catch (error) {
    if (!(error instanceof Fault) || error.told.length === 0) throw error
    return answeringYes(work, [...error.told])
  }
}

/** The audit entries that `work` leaves behind, whether it succeeds or fails. */
export async function auditEntriesOf(work: () => Promise<unknown>) {
  const [last] = await db().select({ seq: audit.seq }).from(audit).orderBy(desc(audit.seq)).limit(1)
  await work().catch((error: unknown) => {
    if (!(error instanceof Fault)) throw error
  })
  return db()
    .select()
    .from(audit)
    .where(gt(audit.seq, last?.seq ?? 0))
    .orderBy(audit.seq)
}

/** A write of the test's own, past every use case. */
export function directly(work: (tx: Database) => Promise<unknown>): Promise<void> {
  return transaction(async (tx) => void (await work(tx)))
}
