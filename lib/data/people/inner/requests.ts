import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { record } from '@/db/audit'
import type { Database } from '@/db/client'
import { accountRequests, type users } from '@/db/schema'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import type { RequestKind } from '@/lib/domain/people/three-hands'
import type { AccountFacts } from './roster'

export type RequestRow = typeof accountRequests.$inferSelect

/** Asks a second administrator; until one decides, nothing changes. */
export async function propose(
  tx: Database,
  viewer: Viewer,
  kind: RequestKind,
  { userId, ...facts }: AccountFacts & { userId: string | null },
  at: number,
): Promise<void> {
  if (userId !== null) await refuseWaiting(tx, userId)
  const { login, name, role, unitId, mayRelease, mayIssue } = facts
  const id = randomUUID()
  await tx.insert(accountRequests).values({
    ...{ id, kind, userId, login, name, role, unitId, mayRelease, mayIssue },
    state: 'waiting',
    proposedBy: viewer.userId,
    proposedAt: at,
    decidedBy: null,
    decidedAt: null,
  })
  const detail = { request: id, kind, login, role, mayRelease, mayIssue }
  await record(tx, viewer.userId, { verb: 'account.propose', subject: userId ?? id, detail }, at)
}

/** The same of an account as it is: nothing of it is to change but its password, its second factor, or that it is disabled. */
export function proposeFor(
  tx: Database,
  viewer: Viewer,
  kind: 'reset' | 'enable' | 'factor',
  user: typeof users.$inferSelect,
  at: number,
): Promise<void> {
  return propose(tx, viewer, kind, { ...user, userId: user.id }, at)
}

/** Throws while something waits for this account: what is to be decided must stay what was asked. */
export async function refuseWaiting(tx: Database, userId: string): Promise<void> {
  const [waiting] = await tx
    .select({ id: accountRequests.id })
    .from(accountRequests)
    .where(and(eq(accountRequests.userId, userId), eq(accountRequests.state, 'waiting')))
  if (waiting) throw new Fault('conflict', '该账号有一项申请尚待决定，决定之前不能再改动。')
}

/** A request that waits. Throws 404, or 409 when it was decided meanwhile. */
export async function waitingRequest(tx: Database, id: string): Promise<RequestRow> {
  const [request] = await tx.select().from(accountRequests).where(eq(accountRequests.id, id))
  if (!request) throw notFound('申请')
  if (request.state !== 'waiting') throw new Fault('conflict', '这项申请已经决定，没有再次处理。')
  return request
}
