import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { record } from '@/db/audit'
import { type Database, db } from '@/db/client'
import { facts, secondFactors, units, users } from '@/db/schema'
import { noteAccess } from '@/lib/auth/accesses'
import { firstPassword, hashPassword } from '@/lib/auth/passwords'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import type { Role, Viewer } from '@/lib/domain/people/policy'
import { gains, isPowerful } from '@/lib/domain/people/three-hands'
import type { AccountInput, ChangeAccountInput } from '@/lib/schemas/people'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { existing } from './inner/existing'
import { propose, proposeFor, refuseWaiting } from './inner/requests'
import { type AccountFacts, factsOf, isVacant, refuseLast, refuseTaken } from './inner/roster'
import { shownOnce } from './inner/shown-once'
import { insertAccount, isSamePlace, updateAccount } from './inner/write-account'
import type { Slip } from './slip'

export type Account = {
  id: string
  login: string
  name: string
  role: Role
  unitId: string | null
  unit: string | null
  mayRelease: boolean
  mayIssue: boolean
  disabled: boolean
  mustChangePassword: boolean
  /** Since when a second factor is switched on. */
  codeSince: number | null
}

/** All accounts, by role and unit; without their password hashes. */
export async function accounts(viewer: Viewer): Promise<Account[]> {
  authorize(viewer, 'account.read')
  noteAccess(viewer, 'account.list', ['accounts'])
  const { id, login, name, role, unitId, mayRelease, mayIssue, disabled, mustChangePassword } = users
  return db()
    .select({
      ...{ id, login, name, role, unitId, unit: units.name, mayRelease, mayIssue, disabled, mustChangePassword },
      codeSince: secondFactors.confirmedAt,
    })
    .from(users)
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .leftJoin(units, eq(units.id, users.unitId))
    .orderBy(users.role, units.position, users.login)
}

/** How many accounts there are: zero means that the office has still to make its first. */
export async function accountCount(viewer: Viewer): Promise<number> {
  authorize(viewer, 'account.read')
  const [row] = await db()
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(users)
  return row?.n ?? 0
}

/** The password of a sample account, which nobody has to change. */
type Sample = { password: string; mustChange: false }

/**
 * Makes an account and gives its first password, which must be changed at the first sign-in. One with a right or an
 * administrator's role waits for a second administrator instead, and so does whatever the shell asks for, but for the
 * administrators that an office has not yet and the demo's sample accounts.
 */
export async function addAccount(
  viewer: Viewer,
  input: AccountInput,
  arrival: Arrival,
  sample?: Sample,
): Promise<Slip> {
  const password = sample?.password ?? firstPassword()
  const passwordHash = await hashPassword(password)
  return shownOnce(password, (done) =>
    write(viewer, 'account.add', arrival, input, async (tx) => {
      authorize(viewer, 'account.add')
      if (sample) await onlyInDemo(tx, viewer)
      const account = await factsOf(tx, input)
      await refuseTaken(tx, account.login)
      if (!sample && (await waits(tx, viewer, account))) {
        await propose(tx, viewer, 'add', { ...account, userId: null }, arrival.at)
        return { login: account.login, sets: false }
      }
      await insertAccount(tx, viewer, account, { passwordHash, mustChange: !sample }, arrival.at)
      done()
      return { login: account.login, sets: true }
    }),
  )
}

async function waits(tx: Database, viewer: Viewer, account: AccountFacts): Promise<boolean> {
  if (viewer.role !== 'operator') return isPowerful(account)
  const isAdministrator = isPowerful({ ...account, mayRelease: false, mayIssue: false })
  return !(isAdministrator && (await isVacant(tx, account.role)))
}

async function onlyInDemo(tx: Database, viewer: Viewer): Promise<void> {
  const [demo] = await tx.select().from(facts).where(eq(facts.name, 'demo'))
  if (viewer.role !== 'operator' || demo?.value !== '1')
    throw new Fault('forbidden', '只有样例数据库可以建立样例账号。')
}

/**
 * Changes a person's login, name, unit, role and rights. What gives a right that was not there waits for a second
 * administrator; everything else acts on that person's next request. Nobody changes the own role or rights.
 */
export function changeAccount(
  viewer: Viewer,
  input: ChangeAccountInput,
  arrival: Arrival,
): Promise<{ login: string; waits: boolean }> {
  return write(viewer, 'account.change', arrival, input, async (tx) => {
    authorize(viewer, 'account.change')
    const user = await existing(tx, input.id)
    const account = await factsOf(tx, input)
    if (!isSamePlace(user, account)) authorize(viewer, 'account.change', { madeBy: [user.id] })
    await refuseTaken(tx, account.login, user.id)
    await refuseWaiting(tx, user.id)
    if (!user.disabled) await refuseLast(tx, user.id, account)
    const proposed = gains(user, account)
    if (proposed) await propose(tx, viewer, 'change', { ...account, userId: user.id }, arrival.at)
    else if (!isSamePlace(user, account) || user.name !== account.name || user.login !== account.login)
      await updateAccount(tx, viewer, user, account, arrival.at)
    return { login: account.login, waits: proposed }
  })
}

/** Disables an account: its sessions end with its next request. Never the last one of a kind that the office needs. */
export function disableAccount(viewer: Viewer, input: { id: string }, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'account.disable', arrival, input, async (tx) => {
    authorize(viewer, 'account.disable', { madeBy: [input.id] })
    const user = await existing(tx, input.id)
    if (!user.disabled) await refuseLast(tx, user.id, null)
    await tx
      .update(users)
      .set({ disabled: true, sessionVersion: user.sessionVersion + 1 })
      .where(eq(users.id, user.id))
    await record(tx, viewer.userId, { verb: 'account.disable', subject: user.id, detail: {} }, arrival.at)
    return { id: user.id }
  })
}

/** Enables an account again; sessions that ended stay ended. One with a right waits for a second administrator. */
export function enableAccount(
  viewer: Viewer,
  input: { id: string },
  arrival: Arrival,
): Promise<{ id: string; waits: boolean }> {
  return write(viewer, 'account.enable', arrival, input, async (tx) => {
    authorize(viewer, 'account.enable', { madeBy: [input.id] })
    const user = await existing(tx, input.id)
    if (user.disabled && isPowerful(user)) {
      await proposeFor(tx, viewer, 'enable', user, arrival.at)
      return { id: user.id, waits: true }
    }
    await tx
      .update(users)
      .set({ disabled: false, sessionVersion: user.sessionVersion + 1 })
      .where(eq(users.id, user.id))
    await record(tx, viewer.userId, { verb: 'account.enable', subject: user.id, detail: {} }, arrival.at)
    return { id: user.id, waits: false }
  })
}
