import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { record } from '@/db/audit'
import { type Database, db, transaction } from '@/db/client'
import { secondFactors, sessions, signInFailures, users } from '@/db/schema'
import { Fault } from '@/lib/domain/base/fault'
import { textFault } from '@/lib/domain/base/text'
import { noteStranger } from './accesses'
import type { Half } from './half'
import { noteTry, refuseSpent, slowness, spent } from './limits/limits'
import { passwordMatches } from './passwords'
import { factorOf, usedBy } from './second-factor'
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
  const key = keyOf(name, address)
  try {
    await refuseLocked(db(), key, now)
    await refuseSpent('address', address)
  } catch (error) {
    if (error instanceof Fault) noteStranger(address, 'session.refused', undefined, now)
    throw error
  }
  await sleep(slowness('account', await spent('account', name)))

  const [user] = await db().select().from(users).where(eq(users.login, name))
  const matches = await passwordMatches(user?.passwordHash, password)
  if (!user || !matches || user.disabled) {
    noteStranger(address, 'session.refused', user?.id, now)
    await fail(key, user?.id, now)
    await noteTry('address', address)
    await noteTry('account', name)
    throw new Fault('unauthenticated', WRONG)
  }

  const factor = await factorOf(db(), user.id)
  if (factor?.confirmedAt) throw new SecondStep({ userId: user.id, version: user.sessionVersion })
  const sessionId = await transaction(async (tx) => {
    await refuseLocked(tx, key, now)
    await tx.delete(signInFailures).where(eq(signInFailures.key, key))
    return openSession(tx, user, { address }, now)
  })
  return { userId: user.id, sessionId }
}

/** The password was right, and the account asks for a code as well: no session is opened before it. */
export class SecondStep extends Fault {
  constructor(readonly half: Half) {
    super('unauthenticated', '请输入动态码。')
  }
}

/**
 * The second step: a code of the phone, each used once, or a recovery code. Wrong ones count against the account, and are
 * in its log, since whoever types them knows its password.
 */
export async function signInWithCode(
  half: Half | null,
  code: string,
  address: string,
  now = Date.now(),
): Promise<{ userId: string; sessionId: string }> {
  if (!half) throw new Fault('unauthenticated', '输入密码后已超过五分钟，请返回重新登录。')
  await refuseSpent('code', half.userId)
  const sessionId = await transaction(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, half.userId))
    const factor = await factorOf(tx, half.userId)
    if (!user || user.disabled || user.sessionVersion !== half.version || !factor?.confirmedAt)
      throw new Fault('unauthenticated', '账号刚刚有改动，请返回重新登录。')
    const used = usedBy(factor, code, now)
    if (!used) return null
    await tx.update(secondFactors).set(used.change).where(eq(secondFactors.userId, user.id))
    return openSession(tx, user, { address, by: used.by }, now)
  })
  if (sessionId) return { userId: half.userId, sessionId }
  await noteTry('code', half.userId)
  const entry = { verb: 'session.code_refused', subject: half.userId, detail: { address } } as const
  await transaction((tx) => record(tx, half.userId, entry, now))
  const wrong = '动态码不正确，或已经用过。请等手机上显示下一个再试。'
  throw new Fault('invalid', wrong, { code: wrong })
}

/** Opens a session, with its entry. Gives its id. */
async function openSession(
  tx: Database,
  user: typeof users.$inferSelect,
  how: { address: string; by?: 'code' | 'recovery' },
  now: number,
): Promise<string> {
  const sessionId = randomUUID()
  const [tries] = await tx
    .delete(signInFailures)
    .where(eq(signInFailures.key, triesOf(user.id)))
    .returning()
  await tx.insert(sessions).values({
    id: sessionId,
    userId: user.id,
    version: user.sessionVersion,
    address: how.address,
    failedBefore: tries?.count ?? 0,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + SESSION_MS,
    endedAt: null,
  })
  await record(tx, user.id, { verb: 'session.sign_in', subject: sessionId, detail: how }, now)
  return sessionId
}

/**
 * Throws while the lock stands. Asked again in the transaction that answers: of many tries at once no more than five
 * learn whether they were right.
 */
async function refuseLocked(from: Database, key: string, now: number): Promise<void> {
  const [failures] = await from.select().from(signInFailures).where(eq(signInFailures.key, key))
  if (failures?.lockedUntil && failures.lockedUntil > now) throw locked(failures.lockedUntil - now)
}

function keyOf(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Under what the wrong passwords of an account are counted until its next sign-in, wherever they come from. */
function triesOf(userId: string): string {
  return keyOf('tries', userId, '')
}

/**
 * Counts a wrong password; the fifth within the window locks. The counters are no rows that the log vouches for, and the
 * refusal is summed up in the access log: a stranger's tries write no entry each.
 */
function fail(key: string, userId: string | undefined, now: number): Promise<void> {
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
    await tx.insert(signInFailures).values(row).onConflictDoUpdate({ target: signInFailures.key, set: row })
    if (!userId) return
    await tx
      .insert(signInFailures)
      .values({ key: triesOf(userId), count: 1, firstAt: now, lockedUntil: null })
      .onConflictDoUpdate({ target: signInFailures.key, set: { count: sql`${signInFailures.count} + 1` } })
  })
}

function locked(forMs: number): Fault {
  return new Fault(
    'throttled',
    `密码连续输错 ${MAX_FAILURES} 次，请 ${Math.ceil(forMs / 60_000)} 分钟后再试。如忘记密码，请联系系统管理员重置。`,
  )
}
