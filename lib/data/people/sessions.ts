import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { record } from '@/db/audit'
import { db } from '@/db/client'
import { sessions, units, users } from '@/db/schema'
import { noteAccess } from '@/lib/auth/accesses'
import type { Arrival } from '@/lib/domain/base/arrival'
import { notFound } from '@/lib/domain/base/fault'
import type { Role, Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { standsAt } from './inner/stands-at'

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
  authorize(viewer, 'session.read')
  noteAccess(viewer, 'session.list', ['sessions'])
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
    .where(standsAt(now))
    .orderBy(desc(sessions.lastSeenAt))
  return rows
}

/** Ends somebody's session: it is refused at its next request. */
export function endSession(viewer: Viewer, input: { id: string }, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'session.end', arrival, input, async (tx) => {
    authorize(viewer, 'session.end')
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
