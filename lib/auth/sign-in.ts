import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { record } from '@/db/audit'
import { type Database, db, transaction } from '@/db/client'
import { sessions, signInFailures, users } from '@/db/schema'
import { Fault } from '@/lib/domain/base/fault'
import { textFault } from '@/lib/domain/base/text'
import { noteTry, refuseSpent, slowness, spent } from './limits/limits'
import { passwordMatches } from './passwords'
import { LOCK_MS, MAX_FAILURES, SESSION_MS } from './settings'

const WRONG = '登录名或密码不正确。'

/**
 * Checks a name and password from an address and opens a session. Gives the session's id.
 * An unknown name and a wrong password look and time alike; five wrong ones lock this account from this address. Beyond
 * that an address that tries one password on many accounts is stopped, and an account that many addresses try answers
 * slower, to its own person too, but always.
 */
export async function signIn(
  login: string,
  password: string,
  address: string,
  now = Date.now(),
): Promise<{ userId: string; sessionId: string }> {
  const name = login.trim().toLowerCase()
  if (textFault(name)) throw new Fault('unauthenticated', WRONG) // no login of ours, and PostgreSQL refuses even to look
  const key = createHash('sha256')
    .update(JSON.stringify([name, address]))
    .digest('hex')
  await refuseLocked(db(), key, now)
  await refuseSpent('address', address)
  await sleep(slowness('account', await spent('account', name)))

  const [user] = await db().select().from(users).where(eq(users.login, name))
  const matches = await passwordMatches(user?.passwordHash, password)
  if (!user || !matches || user.disabled) {
    await fail(key, user?.id ?? 'unknown', name, address, now)
    await noteTry('address', address)
    await noteTry('account', name)
    throw new Fault('unauthenticated', WRONG)
  }

  const sessionId = randomUUID()
  await transaction(async (tx) => {
    await refuseLocked(tx, key, now)
    await tx.delete(signInFailures).where(eq(signInFailures.key, key))
    if (user.failedTries > 0) await tx.update(users).set({ failedTries: 0 }).where(eq(users.id, user.id))
    await tx.insert(sessions).values({
      id: sessionId,
      userId: user.id,
      version: user.sessionVersion,
      address,
      failedBefore: user.failedTries,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: now + SESSION_MS,
      endedAt: null,
    })
    await record(tx, user.id, { verb: 'session.sign_in', subject: sessionId, detail: { address } }, now)
  })
  return { userId: user.id, sessionId }
}

/**
 * Throws while the lock stands. Asked again in the transaction that answers: of many tries at once no more than five
 * learn whether they were right.
 */
async function refuseLocked(from: Database, key: string, now: number): Promise<void> {
  const [failures] = await from.select().from(signInFailures).where(eq(signInFailures.key, key))
  if (failures?.lockedUntil && failures.lockedUntil > now) throw locked(failures.lockedUntil - now)
}

/** Counts a wrong password; the fifth within the window locks. */
function fail(key: string, actor: string, login: string, address: string, now: number): Promise<void> {
  return transaction(async (tx) => {
    await refuseLocked(tx, key, now)
    const [before] = await tx.select().from(signInFailures).where(eq(signInFailures.key, key))
    const fresh = !before || before.firstAt < now - LOCK_MS || (before.lockedUntil ?? Number.POSITIVE_INFINITY) <= now
    const count = fresh ? 1 : before.count + 1
    const row = {
      key,
      count,
      firstAt: fresh ? now : before.firstAt,
      lockedUntil: count >= MAX_FAILURES ? now + LOCK_MS : null,
    }
    await tx
      .update(users)
      .set({ failedTries: sql`${users.failedTries} + 1` })
      .where(eq(users.login, login))
    await tx.insert(signInFailures).values(row).onConflictDoUpdate({ target: signInFailures.key, set: row })
    const detail = { login: createHash('sha256').update(login).digest('hex').slice(0, 16), address, count }
    await record(tx, actor, { verb: 'session.refused', subject: 'session', detail }, now)
  })
}

function locked(forMs: number): Fault {
  return new Fault(
    'throttled',
    `密码连续输错 ${MAX_FAILURES} 次，请 ${Math.ceil(forMs / 60_000)} 分钟后再试。如忘记密码，请联系系统管理员重置。`,
  )
}
