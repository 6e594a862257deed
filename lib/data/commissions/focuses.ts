import 'server-only'
import { desc, eq, lte, type SQL } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import { db } from '@/db/client'
import { focuses, users } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import { can, type Viewer } from '@/lib/domain/people/policy'
import { weekOfInstant } from '@/lib/domain/time/week'
import type { FocusInput } from '@/lib/schemas/commissions'
import { authorize } from '../core/authorize'
import { write } from '../core/write'

export type Focus = { week: string; words: string; writtenBy: string; writtenAt: number }

/** What all units are asked to write about in the week of `now`, or null. */
export async function focusOfWeek(viewer: Viewer, now: number): Promise<Focus | null> {
  authorize(viewer, 'focus.read')
  const [focus] = await read(eq(focuses.week, weekOfInstant(now)))
  return focus ?? null
}

/** Every week's focus, newest first; weeks to come are seen by those who write them. */
export async function focusesSoFar(viewer: Viewer, now: number): Promise<Focus[]> {
  authorize(viewer, 'focus.read')
  return read(can(viewer, 'focus.write').allowed ? undefined : lte(focuses.week, weekOfInstant(now)))
}

/** Writes the focus of a week, this one or a later one, in place of what stood there. */
export function writeFocus(viewer: Viewer, input: FocusInput, arrival: Arrival): Promise<{ week: string }> {
  return write(viewer, 'focus.write', arrival, input, async (tx) => {
    authorize(viewer, 'focus.write')
    const { week, words } = input
    if (week < weekOfInstant(arrival.at)) throw new Fault('conflict', '已经过去的一周不能再改写报送重点。')
    const values = { words, writtenBy: viewer.userId, writtenAt: arrival.at }
    await tx
      .insert(focuses)
      .values({ week, ...values })
      .onConflictDoUpdate({ target: focuses.week, set: values })
    await record(
      tx,
      viewer.userId,
      { verb: 'focus.write', subject: week, detail: { words: digestOf(words) } },
      arrival.at,
    )
    return { week }
  })
}

function read(where: SQL | undefined): Promise<Focus[]> {
  const { week, words, writtenAt } = focuses
  return db()
    .select({ week, words, writtenAt, writtenBy: users.name })
    .from(focuses)
    .innerJoin(users, eq(users.id, focuses.writtenBy))
    .where(where)
    .orderBy(desc(focuses.week))
}
