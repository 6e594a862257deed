import 'server-only'
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import type { Database } from '@/db/client'
import { formerPasswords, users } from '@/db/schema'
import type { Viewer } from '@/lib/domain/people/policy'
import type { AccountFacts } from './roster'

export type UserRow = typeof users.$inferSelect

/** A password as it is set, and by whose hand a first one is given out. */
export type NewPassword = { passwordHash: string; mustChange: boolean }

/** Makes the account, with its entry. */
export async function insertAccount(
  tx: Database,
  viewer: Viewer,
  facts: AccountFacts,
  { passwordHash, mustChange }: NewPassword,
  at: number,
): Promise<void> {
  const { login, name, role, unitId, mayRelease, mayIssue } = facts
  const id = randomUUID()
  await tx.insert(users).values({
    ...{ id, login, name, role, unitId, mayRelease, mayIssue, passwordHash },
    passwordChangedAt: at,
    mustChangePassword: mustChange,
    disabled: false,
    sessionVersion: 1,
    createdAt: at,
    slipBy: viewer.userId,
    slipAt: at,
  })
  const detail = { login, role, unit: unitId, mayRelease, mayIssue }
  await record(tx, viewer.userId, { verb: 'account.add', subject: id, detail }, at)
}

/** Changes what an account is. Another role, unit or right ends its sessions: nothing that was open acts on. */
export async function updateAccount(
  tx: Database,
  viewer: Viewer,
  user: UserRow,
  facts: AccountFacts,
  at: number,
): Promise<void> {
  const { login, name, role, unitId, mayRelease, mayIssue } = facts
  const sessionVersion = isSamePlace(user, facts) ? user.sessionVersion : user.sessionVersion + 1
  await tx
    .update(users)
    .set({ login, name, role, unitId, mayRelease, mayIssue, sessionVersion })
    .where(eq(users.id, user.id))
  const detail = { from: asDetail(user), to: asDetail(facts) }
  await record(tx, viewer.userId, { verb: 'account.change', subject: user.id, detail }, at)
}

/** Replaces a password and ends the sessions; the old one is kept as a digest. `slipBy`: who hands out a first one. */
export async function replacePassword(
  tx: Database,
  user: UserRow,
  { passwordHash, mustChange }: NewPassword,
  at: number,
  slipBy?: string,
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
      ...(slipBy && { slipBy, slipAt: at }),
    })
    .where(eq(users.id, user.id))
}

/** True when neither role nor unit nor rights differ. */
export function isSamePlace(a: AccountFacts, b: AccountFacts): boolean {
  return a.role === b.role && a.unitId === b.unitId && a.mayRelease === b.mayRelease && a.mayIssue === b.mayIssue
}

function asDetail({ login, name, role, unitId, mayRelease, mayIssue }: AccountFacts) {
  return { login, name: digestOf(name), role, unit: unitId, mayRelease, mayIssue }
}
