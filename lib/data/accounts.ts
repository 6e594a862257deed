import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { record } from '@/db/audit'
import { type Database, db } from '@/db/client'
import { facts, formerPasswords, sessions, unitAliases, units, users } from '@/db/schema'
import { firstPassword, hashPassword, passwordMatches } from '@/lib/auth/passwords'
import { IDLE_MS, newPasswordFault, strictPasswords } from '@/lib/auth/settings'
import { Fault, notFound } from '@/lib/domain/fault'
import { HISTORY } from '@/lib/domain/password'
import { type Role, UNIT_ROLES, type Viewer } from '@/lib/domain/policy'
import type { AddAccountInput } from '@/lib/schemas/account'
import { demand } from './demand'
import { type Arrival, write } from './write'

export type Account = {
  id: string
  login: string
  name: string
  role: Role
  unit: string | null
  mayRelease: boolean
  mayIssue: boolean
  disabled: boolean
  mustChangePassword: boolean
}

/** All accounts, by role and unit; without their password hashes. */
export async function accounts(viewer: Viewer): Promise<Account[]> {
  demand(viewer, 'account.read')
  const rows = await db()
    .select({
      id: users.id,
      login: users.login,
      name: users.name,
      role: users.role,
      unit: units.name,
      mayRelease: users.mayRelease,
      mayIssue: users.mayIssue,
      disabled: users.disabled,
      mustChangePassword: users.mustChangePassword,
    })
    .from(users)
    .leftJoin(units, eq(units.id, users.unitId))
    .orderBy(users.role, units.position, users.login)
  return rows as Account[]
}

/** How many accounts there are: zero means that the office has still to make its first. */
export async function accountCount(viewer: Viewer): Promise<number> {
  demand(viewer, 'account.read')
  const [row] = await db()
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(users)
  return row?.n ?? 0
}

type First = { password?: string; mustChange?: boolean }

/** Makes an account. Gives its first password, which it must change at the first sign-in (but for the demo's). */
export async function addAccount(
  viewer: Viewer,
  input: AddAccountInput,
  arrival: Arrival,
  first: First = {},
): Promise<{ login: string; password: string }> {
  const password = first.password ?? firstPassword()
  const passwordHash = await hashPassword(password)
  return shownOnce(password, (done) =>
    write(viewer, 'account.add', arrival, input, async (tx) => {
      demand(viewer, 'account.add')
      const [taken] = await tx.select({ id: users.id }).from(users).where(eq(users.login, input.login))
      if (taken)
        throw new Fault('conflict', '登录名已被使用。', { login: `登录名“${input.login}”已被使用，请换一个。` })
      const row = {
        id: randomUUID(),
        login: input.login,
        name: input.name,
        role: input.role,
        unitId: await unitFor(tx, input),
        mayRelease: input.mayRelease === 'yes' && input.role === 'editor',
        mayIssue: input.mayIssue === 'yes' && input.role === 'editor',
        passwordHash,
        passwordChangedAt: arrival.at,
        mustChangePassword: first.mustChange ?? true,
        disabled: false,
        sessionVersion: 1,
        createdAt: arrival.at,
      }
      await tx.insert(users).values(row)
      const detail = { login: row.login, role: row.role, unit: row.unitId }
      await record(tx, viewer.userId, { verb: 'account.add', subject: row.id, detail }, arrival.at)
      done()
      return { login: row.login }
    }),
  )
}

/**
 * Adds the password to what a write gives, outside of it: the answer kept under the request's key never holds one.
 * A repeated request, which writes nothing, hears that it was shown already.
 */
async function shownOnce(
  password: string,
  work: (done: () => void) => Promise<{ login: string }>,
): Promise<{ login: string; password: string }> {
  let written = false
  const { login } = await work(() => {
    written = true
  })
  if (!written)
    throw new Fault('conflict', `账号“${login}”的初始密码已经显示过一次，不再显示。如没有记下，请重置密码。`)
  return { login, password }
}

async function unitFor(tx: Database, input: AddAccountInput): Promise<string | null> {
  if (!UNIT_ROLES.includes(input.role)) return null
  const [unit] = await tx
    .select({ id: units.id })
    .from(units)
    .leftJoin(unitAliases, eq(unitAliases.unitId, units.id))
    .where(or(eq(units.id, input.unit), eq(units.name, input.unit), eq(unitAliases.name, input.unit)))
  if (!unit)
    throw new Fault('invalid', '该角色须指定所属单位。', {
      unit: input.unit ? `名册中没有“${input.unit}”。` : '该角色须指定所属单位。',
    })
  return unit.id
}

/** Disables or enables an account: its sessions end with its next request. */
export function setDisabled(
  viewer: Viewer,
  input: { id: string },
  disabled: boolean,
  arrival: Arrival,
): Promise<{ id: string }> {
  const verb = disabled ? 'account.disable' : 'account.enable'
  return write(viewer, verb, arrival, input, async (tx) => {
    demand(viewer, verb)
    if (input.id === viewer.userId) throw new Fault('conflict', '不能停用自己的账号，请由另一名系统管理员操作。')
    const user = await existing(tx, input.id)
    await tx
      .update(users)
      .set({ disabled, sessionVersion: user.sessionVersion + 1 })
      .where(eq(users.id, user.id))
    await record(tx, viewer.userId, { verb, subject: user.id }, arrival.at)
    return { id: user.id }
  })
}

/** Gives an account a new first password and ends its sessions. */
export async function resetPassword(
  viewer: Viewer,
  input: { id: string },
  arrival: Arrival,
): Promise<{ login: string; password: string }> {
  const password = firstPassword()
  const passwordHash = await hashPassword(password)
  return shownOnce(password, (done) =>
    write(viewer, 'account.reset', arrival, input, async (tx) => {
      demand(viewer, 'account.reset')
      if (input.id === viewer.userId)
        throw new Fault('conflict', '不能重置自己的密码，请用“修改密码”，或请另一名系统管理员操作。')
      const user = await existing(tx, input.id)
      await replacePassword(tx, user, passwordHash, arrival.at, true)
      await record(tx, viewer.userId, { verb: 'account.reset', subject: user.id }, arrival.at)
      done()
      return { login: user.login }
    }),
  )
}

/** Changes one's own password; every other session of the account ends. */
export async function changePassword(
  viewer: Viewer,
  input: { current: string; password: string },
  arrival: Arrival,
): Promise<{ login: string }> {
  demand(viewer, 'password.change')
  const [me] = await db().select().from(users).where(eq(users.id, viewer.userId))
  if (!me) throw notFound('账号')
  if (!(await passwordMatches(me.passwordHash, input.current)))
    throw new Fault('invalid', '原密码不正确。', { current: '原密码不正确。' })
  const fault = newPasswordFault(input.password, me.login) ?? (await usedBefore(me.id, me.passwordHash, input.password))
  if (fault) throw new Fault('invalid', fault, { password: fault })
  const passwordHash = await hashPassword(input.password)
  return write(viewer, 'password.change', arrival, { user: me.id, at: arrival.at }, async (tx) => {
    const user = await existing(tx, me.id)
    if (user.passwordHash !== me.passwordHash) throw new Fault('conflict', '密码刚刚已在别处改动，请重新登录后再修改。')
    await replacePassword(tx, user, passwordHash, arrival.at, false)
    await tx
      .update(sessions)
      .set({ version: user.sessionVersion + 1 })
      .where(eq(sessions.id, viewer.sessionId))
    await record(tx, viewer.userId, { verb: 'password.change', subject: user.id }, arrival.at)
    return { login: user.login }
  })
}

async function usedBefore(userId: string, current: string, password: string): Promise<string | null> {
  const former = strictPasswords()
    ? await db()
        .select()
        .from(formerPasswords)
        .where(eq(formerPasswords.userId, userId))
        .orderBy(desc(formerPasswords.replacedAt))
        .limit(HISTORY - 1)
    : []
  for (const hash of [current, ...former.map((f) => f.passwordHash)]) {
    if (await passwordMatches(hash, password)) return `新密码不能与最近 ${HISTORY} 次用过的相同。`
  }
  return null
}

async function replacePassword(
  tx: Database,
  user: typeof users.$inferSelect,
  passwordHash: string,
  at: number,
  mustChange: boolean,
): Promise<void> {
  await tx
    .insert(formerPasswords)
    .values({ id: randomUUID(), userId: user.id, passwordHash: user.passwordHash, replacedAt: at })
  await tx
    .update(users)
    .set({
      passwordHash,
      passwordChangedAt: at,
      mustChangePassword: mustChange,
      sessionVersion: user.sessionVersion + 1,
    })
    .where(eq(users.id, user.id))
}

async function existing(tx: Database, id: string): Promise<typeof users.$inferSelect> {
  const [user] = await tx.select().from(users).where(eq(users.id, id))
  if (!user) throw notFound('账号')
  return user
}

export type OpenSession = {
  id: string
  login: string
  name: string
  role: Role
  unit: string | null
  address: string | null
  createdAt: number
  lastSeenAt: number
}

/** The sessions that stand now, last seen first. */
export async function openSessions(viewer: Viewer, now = Date.now()): Promise<OpenSession[]> {
  demand(viewer, 'session.read')
  const rows = await db()
    .select({
      id: sessions.id,
      login: users.login,
      name: users.name,
      role: users.role,
      unit: units.name,
      address: sessions.address,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(units, eq(units.id, users.unitId))
    .where(
      and(
        isNull(sessions.endedAt),
        eq(sessions.version, users.sessionVersion),
        sql`${sessions.expiresAt} > ${now} and ${sessions.lastSeenAt} > ${now - IDLE_MS}`,
      ),
    )
    .orderBy(desc(sessions.lastSeenAt))
  return rows as OpenSession[]
}

/** Ends somebody's session: it is refused at its next request. */
export function endSessionOf(viewer: Viewer, input: { id: string }, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'session.end', arrival, input, async (tx) => {
    demand(viewer, 'session.end')
    const [open] = await tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.id, input.id), isNull(sessions.endedAt)))
    if (!open) throw notFound('登录')
    await tx.update(sessions).set({ endedAt: arrival.at }).where(eq(sessions.id, open.id))
    await record(
      tx,
      viewer.userId,
      { verb: 'session.end', subject: open.id, detail: { user: open.userId } },
      arrival.at,
    )
    return { id: open.id }
  })
}

/** How old a sample account's password may become before it is taken as set anew. */
const SAMPLE_AGE_MS = 30 * 24 * 3600_000

/**
 * Keeps the demo's sample accounts out of the 90-day rotation: nobody is to change a password that the page prints.
 * For the operator alone, and in a demo database alone. Gives how many were renewed.
 */
export function renewSamplePasswords(viewer: Viewer, logins: readonly string[], at: number): Promise<number> {
  return write(viewer, 'account.reset', { at, key: null }, logins, async (tx) => {
    demand(viewer, 'account.reset')
    const [demo] = await tx.select().from(facts).where(eq(facts.name, 'demo'))
    if (viewer.role !== 'operator' || demo?.value !== '1')
      throw new Fault('forbidden', '只有样例数据库的样例账号可以免于定期改密。')
    const old = and(inArray(users.login, [...logins]), lt(users.passwordChangedAt, at - SAMPLE_AGE_MS))
    const renewed = await tx.select({ id: users.id }).from(users).where(old)
    if (renewed.length === 0) return 0
    await tx.update(users).set({ passwordChangedAt: at }).where(old)
    const detail = { accounts: renewed.map(({ id }) => id) }
    await record(tx, viewer.userId, { verb: 'account.renew_sample', subject: 'demo', detail }, at)
    return renewed.length
  })
}
