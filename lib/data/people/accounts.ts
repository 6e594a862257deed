import 'server-only'
import { randomUUID } from 'node:crypto'
import { eq, or, sql } from 'drizzle-orm'
import { record } from '@/db/audit'
import { type Database, db } from '@/db/client'
import { unitAliases, units, users } from '@/db/schema'
import { firstPassword, hashPassword } from '@/lib/auth/passwords'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import { type Role, UNIT_ROLES, type Viewer } from '@/lib/domain/people/policy'
import type { AddAccountInput } from '@/lib/schemas/people'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { existing } from './inner/existing'
import { shownOnce } from './inner/shown-once'

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
  authorize(viewer, 'account.read')
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
  return rows
}

/** How many accounts there are: zero means that the office has still to make its first. */
export async function accountCount(viewer: Viewer): Promise<number> {
  authorize(viewer, 'account.read')
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
      authorize(viewer, 'account.add')
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

/** Disables an account: its sessions end with its next request. */
export function disableAccount(viewer: Viewer, input: { id: string }, arrival: Arrival): Promise<{ id: string }> {
  return change(viewer, 'account.disable', input, arrival)
}

/** Enables an account again; sessions that ended stay ended. */
export function enableAccount(viewer: Viewer, input: { id: string }, arrival: Arrival): Promise<{ id: string }> {
  return change(viewer, 'account.enable', input, arrival)
}

function change(
  viewer: Viewer,
  verb: 'account.disable' | 'account.enable',
  input: { id: string },
  arrival: Arrival,
): Promise<{ id: string }> {
  return write(viewer, verb, arrival, input, async (tx) => {
    authorize(viewer, verb)
    if (input.id === viewer.userId) throw new Fault('conflict', '不能停用自己的账号，请由另一名系统管理员操作。')
    const user = await existing(tx, input.id)
    await tx
      .update(users)
      .set({ disabled: verb === 'account.disable', sessionVersion: user.sessionVersion + 1 })
      .where(eq(users.id, user.id))
    await record(tx, viewer.userId, { verb, subject: user.id, detail: {} }, arrival.at)
    return { id: user.id }
  })
}
