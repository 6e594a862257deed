import 'server-only'
import { and, eq, gt, isNull, type SQL } from 'drizzle-orm'
import { sessions, users } from '@/db/schema'
import { IDLE_MS } from '@/lib/domain/people/idle'

/** Of sessions joined with their users those that stand: not ended, not idle, not of an older password or role. */
export function standsAt(now: number): SQL | undefined {
  return and(
    isNull(sessions.endedAt),
    eq(sessions.version, users.sessionVersion),
    gt(sessions.expiresAt, now),
    gt(sessions.lastSeenAt, now - IDLE_MS),
  )
}
