import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { record } from '@/db/audit'
import { type Database, db, transaction } from '@/db/client'
import { facts, formerPasswords, sessions, users } from '@/db/schema'
import { noteTry, refuseSpent } from '@/lib/auth/limits/limits'
import { firstPassword, hashPassword, passwordMatches } from '@/lib/auth/passwords'
import { newPasswordFault, strictPasswords } from '@/lib/auth/settings'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { HISTORY } from '@/lib/domain/people/password'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { existing } from './inner/existing'
import { shownOnce } from './inner/shown-once'

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
      authorize(viewer, 'account.reset')
      if (input.id === viewer.userId)
        throw new Fault('conflict', '不能重置自己的密码，请用“修改密码”，或请另一名系统管理员操作。')
      const user = await existing(tx, input.id)
      await replacePassword(tx, user, passwordHash, arrival.at, true)
      await record(tx, viewer.userId, { verb: 'account.reset', subject: user.id, detail: {} }, arrival.at)
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
  authorize(viewer, 'password.change')
  const [me] = await db().select().from(users).where(eq(users.id, viewer.userId))
  if (!me) throw notFound('账号')
  await refuseSpent('current', viewer.sessionId)
  if (!(await passwordMatches(me.passwordHash, input.current))) {
    await noteTry('current', viewer.sessionId)
    await transaction((tx) =>
      record(tx, viewer.userId, { verb: 'password.refused', subject: me.id, detail: {} }, arrival.at),
    )
    throw new Fault('invalid', '原密码不正确。', { current: '原密码不正确。' })
  }
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
    await record(tx, viewer.userId, { verb: 'password.change', subject: user.id, detail: {} }, arrival.at)
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

/** How old a sample account's password may become before it is taken as set anew. */
const SAMPLE_AGE_MS = 30 * 24 * 3600_000

/**
 * Keeps the demo's sample accounts out of the 90-day rotation: nobody is to change a password that the page prints.
 * For the operator alone, and in a demo database alone. Gives how many were renewed.
 */
export function renewSamplePasswords(viewer: Viewer, logins: readonly string[], at: number): Promise<number> {
  return write(viewer, 'account.reset', { at, key: null }, logins, async (tx) => {
    authorize(viewer, 'account.reset')
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
