import 'server-only'
import { and, desc, eq, isNull, lt } from 'drizzle-orm'
import { record } from '@/db/audit'
import { db } from '@/db/client'
import { sessions, users } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { standsAt } from './inner/stands-at'

/** Where a person is signed in, the sign-in before this one, and the wrong passwords in between. */
export type OwnSessions = {
  standing: { id: string; address: string | null; createdAt: number; lastSeenAt: number }[]
  before: { at: number; address: string | null } | null
  failedBefore: number
}

/** The viewer's own sessions that stand, last seen first. */
export async function ownSessions(viewer: Viewer, now = Date.now()): Promise<OwnSessions> {
  authorize(viewer, 'session.read_own')
  const { id, address, createdAt, lastSeenAt } = sessions
  const own = eq(sessions.userId, viewer.userId)
  const standing = await db()
    .select({ id, address, createdAt, lastSeenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(own, standsAt(now)))
    .orderBy(desc(lastSeenAt))
  const [current] = await db().select().from(sessions).where(eq(id, viewer.sessionId))
  const [before] = await db()
    .select({ at: createdAt, address })
    .from(sessions)
    .where(and(own, lt(createdAt, current?.createdAt ?? now)))
    .orderBy(desc(createdAt))
    .limit(1)
  return { standing, before: before ?? null, failedBefore: current?.failedBefore ?? 0 }
}

/** Ends another session of one's own: it is refused at its next request. */
export function endOwnSession(viewer: Viewer, input: { id: string }, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'session.end_own', arrival, input, async (tx) => {
    authorize(viewer, 'session.end_own')
    const mine = and(eq(sessions.id, input.id), eq(sessions.userId, viewer.userId), isNull(sessions.endedAt))
    const [open] = await tx.select().from(sessions).where(mine)
    if (!open) throw notFound('登录')
    if (open.id === viewer.sessionId) throw new Fault('conflict', '这是本次登录，请用右上角的“退出”。')
    await tx.update(sessions).set({ endedAt: arrival.at }).where(eq(sessions.id, open.id))
    await record(tx, viewer.userId, { verb: 'session.end_own', subject: open.id, detail: {} }, arrival.at)
    return { id: open.id }
  })
}
