import 'server-only'
import { eq } from 'drizzle-orm'
import { record } from '@/db/audit'
import { db, transaction } from '@/db/client'
import { users } from '@/db/schema'
import { noteTry, refuseSpent } from '@/lib/auth/limits/limits'
import { passwordMatches } from '@/lib/auth/passwords'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'

/**
 * Asks whoever sits there for their own password once more, before what a page left open must not do; wrong ones count
 * against the session and are in the log. Gives the account.
 */
export async function confirmOwn(
  viewer: Viewer,
  current: string,
  at: number,
  wrong = '您本人的密码不正确。',
): Promise<typeof users.$inferSelect> {
  const [me] = await db().select().from(users).where(eq(users.id, viewer.userId))
  if (!me) throw notFound('账号')
  await refuseSpent('current', viewer.sessionId)
  if (!(await passwordMatches(me.passwordHash, current))) {
    await noteTry('current', viewer.sessionId)
    await transaction((tx) => record(tx, viewer.userId, { verb: 'password.refused', subject: me.id, detail: {} }, at))
    throw new Fault('invalid', wrong, { current: wrong })
  }
  return me
}
