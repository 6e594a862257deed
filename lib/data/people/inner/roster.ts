import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accountRequests, users } from '@/db/schema'
import { Fault } from '@/lib/domain/base/fault'
import { foldName } from '@/lib/domain/base/names'
import { type Role, UNIT_ROLES } from '@/lib/domain/people/policy'
import { lastOfKind, type Powers } from '@/lib/domain/people/three-hands'
import type { AccountInput } from '@/lib/schemas/people'
import { unitsByName } from '../../office/inner/names'

/** What an account is to be, as it is stored. */
export type AccountFacts = Powers & { login: string; name: string; unitId: string | null }

/** What a form says of an account, with the unit and the rights that its role can hold. */
export async function factsOf(tx: Database, input: AccountInput): Promise<AccountFacts> {
  const { login, name, role } = input
  return {
    login,
    name,
    role,
    unitId: await unitFor(tx, input),
    mayRelease: input.mayRelease === 'yes' && role === 'editor',
    mayIssue: input.mayIssue === 'yes' && role === 'editor',
  }
}

async function unitFor(tx: Database, { role, unit: asked }: AccountInput): Promise<string | null> {
  if (!UNIT_ROLES.includes(role)) return null
  const byName = await unitsByName(tx)
  const unit = [...byName.values()].find(({ id }) => id === asked) ?? byName.get(foldName(asked))
  if (unit) return unit.id
  throw new Fault('invalid', '该角色须指定所属单位。', {
    unit: asked ? `名册中没有“${asked}”。` : '该角色须指定所属单位。',
  })
}

/** Throws when the login is another account's, or that of one that waits to be made. `but`: an account or a request. */
export async function refuseTaken(tx: Database, login: string, but = ''): Promise<void> {
  const [taken] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.login, login), ne(users.id, but)))
  if (taken) throw new Fault('conflict', '登录名已被使用。', { login: `登录名“${login}”已被使用，请换一个。` })
  const { id, userId } = accountRequests
  const [asked] = await tx
    .select({ id, userId })
    .from(accountRequests)
    .where(and(eq(accountRequests.login, login), eq(accountRequests.state, 'waiting')))
  if (asked && asked.id !== but && asked.userId !== but)
    throw new Fault('conflict', '登录名已在待决定的申请中使用。', {
      login: `登录名“${login}”已在待决定的申请中使用，请换一个。`,
    })
}

/** Throws when the office would be left without anybody of a kind that it needs; `after` null: the account is disabled. */
export async function refuseLast(tx: Database, id: string, after: Powers | null): Promise<void> {
  const { role, mayRelease, mayIssue } = users
  const standing = await tx
    .select({ id: users.id, role, mayRelease, mayIssue })
    .from(users)
    .where(eq(users.disabled, false))
  const reason = lastOfKind(standing, id, after)
  if (reason) throw new Fault('conflict', reason)
}

/** Whether nobody in use has this role. */
export async function isVacant(tx: Database, role: Role): Promise<boolean> {
  const [one] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, role), eq(users.disabled, false)))
    .limit(1)
  return one === undefined
}
