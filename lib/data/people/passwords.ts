import 'server-only'
import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { record } from '@/db/audit'
import { db } from '@/db/client'
import { facts, formerPasswords, sessions, unitAliases, units, users } from '@/db/schema'
import { firstPassword, hashPassword, passwordMatches } from '@/lib/auth/passwords'
import { newPasswordFault, strictPasswords } from '@/lib/auth/settings'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import { HISTORY } from '@/lib/domain/people/password'
import { ROLES, type Viewer } from '@/lib/domain/people/policy'
import { isPowerful } from '@/lib/domain/people/three-hands'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { existing } from './inner/existing'
import { confirmOwn } from './inner/own-password'
import { proposeFor } from './inner/requests'
import { shownOnce } from './inner/shown-once'
import { replacePassword } from './inner/write-account'
import type { Slip } from './slip'

/**
 * Gives an account a new first password and ends its sessions, after the actor's own password. One with a right or an
 * administrator's role keeps its password until a second administrator agrees, and so does any that the shell asks for.
 */
export async function resetPassword(
  viewer: Viewer,
  input: { id: string; current: string },
  arrival: Arrival,
): Promise<Slip> {
  authorize(viewer, 'account.reset', { madeBy: [input.id] })
  if (viewer.role !== 'operator') await confirmOwn(viewer, input.current, arrival.at)
  const password = firstPassword()
  const passwordHash = await hashPassword(password)
  return shownOnce(password, (done) =>
    write(viewer, 'account.reset', arrival, { id: input.id }, async (tx) => {
      const user = await existing(tx, input.id)
      if (viewer.role === 'operator' || isPowerful(user)) {
        await proposeFor(tx, viewer, 'reset', user, arrival.at)
        return { login: user.login, sets: false }
      }
      await replacePassword(tx, user, { passwordHash, mustChange: true }, arrival.at, viewer.userId)
      await record(tx, viewer.userId, { verb: 'account.reset', subject: user.id, detail: {} }, arrival.at)
      done()
      return { login: user.login, sets: true }
    }),
  )
}

/** Who handed out the first password that this person still has, and when; null when it is the person's own. */
export async function firstSlipOf(viewer: Viewer): Promise<{ by: string; role: string; at: number } | null> {
  authorize(viewer, 'password.change')
  const giver = alias(users, 'giver')
  const [row] = await db()
    .select({ must: users.mustChangePassword, at: users.slipAt, by: giver.name, role: giver.role })
    .from(users)
    .leftJoin(giver, eq(giver.id, users.slipBy))
    .where(eq(users.id, viewer.userId))
  if (!row?.must || row.at === null) return null
  return { by: row.by ?? '服务器', role: ROLES[row.role ?? 'operator'], at: row.at }
}

/** Changes one's own password; every other session of the account ends. */
export async function changePassword(
  viewer: Viewer,
  input: { current: string; password: string },
  arrival: Arrival,
): Promise<{ login: string }> {
  authorize(viewer, 'password.change')
  const me = await confirmOwn(viewer, input.current, arrival.at, '原密码不正确。')
  const fault =
    newPasswordFault(input.password, me.login, await unitNames()) ??
    (await usedBefore(me.id, me.passwordHash, input.password))
  if (fault) throw new Fault('invalid', fault, { password: fault })
  const passwordHash = await hashPassword(input.password)
  return write(viewer, 'password.change', arrival, { user: me.id, at: arrival.at }, async (tx) => {
    const user = await existing(tx, me.id)
    if (user.passwordHash !== me.passwordHash) throw new Fault('conflict', '密码刚刚已在别处改动，请重新登录后再修改。')
    await replacePassword(tx, user, { passwordHash, mustChange: false }, arrival.at)
    await tx
      .update(sessions)
      .set({ version: user.sessionVersion + 1 })
      .where(eq(sessions.id, viewer.sessionId))
    await record(tx, viewer.userId, { verb: 'password.change', subject: user.id, detail: {} }, arrival.at)
    return { login: user.login }
  })
}

async function unitNames(): Promise<string[]> {
  const [own, others] = await Promise.all([
    db().select({ name: units.name }).from(units),
    db().select({ name: unitAliases.name }).from(unitAliases),
  ])
  return [...own, ...others].map(({ name }) => name)
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
