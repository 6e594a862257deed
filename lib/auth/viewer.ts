import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { record } from '@/db/audit'
import { db, transaction } from '@/db/client'
import { secondFactors, sessions, settings, units, users } from '@/db/schema'
import type { Settings } from '@/lib/domain/office/settings'
import { IDLE_MS } from '@/lib/domain/people/idle'
import { ROTATION_MS } from '@/lib/domain/people/password'
import type { Person, Viewer } from '@/lib/domain/people/policy'
import { demandsCode } from '@/lib/domain/people/second-factor'
import { strictPasswords } from './settings'
import { lastUse, noteUse } from './uses'

/** A session that stands at this moment, and until when it does so without another use. */
export type SessionStanding = { person: Person; last: number; until: number }

/** The session, if it stands at this moment: not ended, not idle, not of an older password or role. Looking is no use of it. */
export async function sessionStanding(sessionId: string, now = Date.now()): Promise<SessionStanding | null> {
  const [row] = await db()
    .select({
      version: sessions.version,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      endedAt: sessions.endedAt,
      userId: users.id,
      login: users.login,
      name: users.name,
      role: users.role,
      unitId: users.unitId,
      unitName: units.name,
      mayRelease: users.mayRelease,
      mayIssue: users.mayIssue,
      mustChangePassword: users.mustChangePassword,
      passwordChangedAt: users.passwordChangedAt,
      disabled: users.disabled,
      sessionVersion: users.sessionVersion,
      hasCode: secondFactors.confirmedAt,
      codeFor: settings.value,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(units, eq(units.id, users.unitId))
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .leftJoin(settings, eq(settings.name, 'sign_in.second_factor'))
    .where(eq(sessions.id, sessionId))
  if (!row || row.disabled || row.endedAt !== null || row.version !== row.sessionVersion) return null
  const last = lastUse(sessionId, row.lastSeenAt)
  const until = Math.min(row.expiresAt, last + IDLE_MS)
  if (until <= now) return null
  const { userId, login, name, unitId, unitName, mayRelease, mayIssue } = row
  const outdated = strictPasswords() && row.passwordChangedAt + ROTATION_MS <= now
  const person: Person = {
    userId,
    login,
    name,
    role: row.role,
    unitId,
    unitName,
    mayRelease,
    mayIssue,
    mustChangePassword: row.mustChangePassword || outdated,
    mustSetCode: row.hasCode === null && demandsCode(row.codeFor as Settings['sign_in.second_factor'], row),
    sessionId,
  }
  return { person, last, until }
}

/**
 * The viewer behind a session id, if that session stands.
 * @param by who asks: a person, which keeps the session alive, or an open page by itself, which does not
 */
export async function viewerOf(
  sessionId: string,
  now = Date.now(),
  by: 'person' | 'page' = 'person',
): Promise<Viewer | null> {
  const standing = await sessionStanding(sessionId, now)
  if (!standing) return null
  if (by === 'person') noteUse(sessionId, standing.last, now)
  return standing.person as Viewer
}

/** Whoever runs commands on the server itself. */
export function operator(): Viewer {
  const person: Person = {
    userId: 'operator',
    login: 'operator',
    name: '命令行',
    role: 'operator',
    unitId: null,
    unitName: null,
    mayRelease: false,
    mayIssue: false,
    mustChangePassword: false,
    sessionId: 'operator',
  }
  return person as Viewer
}

/** Whoever reads the ranking without an account, if the office has opened it to its network; otherwise null. */
export async function visitor(): Promise<Viewer | null> {
  const [open] = await db().select().from(settings).where(eq(settings.name, 'ranking.open'))
  return open?.value === 'network' ? stranger() : null
}

/** Whoever has no account here: may check a printed code, and read figures only where `visitor` lets them. */
export function stranger(): Viewer {
  const person: Person = {
    userId: 'visitor',
    login: 'visitor',
    name: '来访者',
    role: 'visitor',
    unitId: null,
    unitName: null,
    mayRelease: false,
    mayIssue: false,
    mustChangePassword: false,
    sessionId: 'visitor',
  }
  return person as Viewer
}

/** Ends a session; ending it again changes nothing. */
export function signOut(sessionId: string, now: number): Promise<void> {
  return transaction(async (tx) => {
    const [open] = await tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
    if (!open) return
    await tx.update(sessions).set({ endedAt: now }).where(eq(sessions.id, sessionId))
    await record(tx, open.userId, { verb: 'session.sign_out', subject: sessionId, detail: {} }, now)
  })
}
