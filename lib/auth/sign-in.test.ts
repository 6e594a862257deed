import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { audit, sessions, signInFailures, users } from '@/db/schema'
import { setDisabled } from '@/lib/data/people/accounts'
import { changePassword, resetPassword } from '@/lib/data/people/passwords'
import { endSession, openSessions } from '@/lib/data/people/sessions'
import { ROTATION_MS } from '@/lib/domain/people/password'
import type { Viewer } from '@/lib/domain/people/policy'
import {
  account,
  arrival,
  auditEntriesOf,
  directly,
  PASSWORD,
  refusal,
  session,
  type World,
  world,
} from '@/lib/testing/world'
import { addressOf } from './options'
import { firstPassword, hashPassword, passwordMatches } from './passwords'
import { IDLE_MS, LOCK_MS, newPasswordFault, SESSION_MS } from './settings'
import { signIn } from './sign-in'
import { closeSession, viewerOf } from './viewer'

vi.setConfig({ testTimeout: 30_000 })

let w: World
beforeAll(async () => {
  w = await world()
})

const MINUTE = 60_000
const HERE = '10.0.0.1'
const ELSEWHERE = '10.0.0.2'
const wrong = { code: 'unauthenticated', message: '登录名或密码不正确。', fields: {} }

/** Wrong passwords for a login; gives the code of each refusal. */
async function guess(login: string, times: number, address = HERE, now = Date.now()): Promise<string[]> {
  const codes: string[] = []
  for (let n = 0; n < times; n++) codes.push((await refusal(signIn(login, `wrong-${n}`, address, now))).code)
  return codes
}

describe('signing in', () => {
  test('opens a session, by the name in whatever case and with blanks around it', async () => {
    const user = await account('clerk', { unitId: 'dept' })
    const { userId, sessionId } = await signIn(` ${user.login.toUpperCase()} `, PASSWORD, HERE)
    expect(userId).toBe(user.id)
    expect(await viewerOf(sessionId)).toMatchObject({
      login: user.login,
      role: 'clerk',
      unitId: 'dept',
      unitName: '样例一局',
      sessionId,
    })
  })

  test('a wrong password, an unknown name and a disabled account look alike', async () => {
    const user = await account('editor')
    const disabled = await account('editor', { disabled: true })
    expect(await refusal(signIn(user.login, 'wrong', HERE))).toEqual(wrong)
    expect(await refusal(signIn('nobody-at-all', PASSWORD, HERE))).toEqual(wrong)
    expect(await refusal(signIn(disabled.login, PASSWORD, HERE))).toEqual(wrong)
  })

  test('an unknown name takes as long as a wrong password: both are hashed', async () => {
    const hash = await hashPassword('x')
    const time = async (stored: string | undefined) => {
      const start = performance.now()
      for (let n = 0; n < 5; n++) expect(await passwordMatches(stored, 'y')).toBe(false)
      return performance.now() - start
    }
    await time(undefined)
    const [known, unknown] = [await time(hash), await time(undefined)]
    expect(unknown).toBeGreaterThan(known / 5)
  })

  test('five wrong passwords lock this account from this address, not from another, and no other account', async () => {
    const [user, other] = [await account('editor'), await account('editor')]
    expect(await guess(user.login, 5)).toEqual(Array(5).fill('unauthenticated'))
    const now = Date.now()
    const locked = await refusal(signIn(user.login, PASSWORD, HERE, now))
    expect(locked).toMatchObject({
      code: 'throttled',
      message: expect.stringMatching(/连续输错 5 次，请 1[45] 分钟后再试/),
    })
    await signIn(user.login, PASSWORD, ELSEWHERE)
    await signIn(other.login, PASSWORD, HERE)
  })

  test('an unknown name is locked like a known one', async () => {
    expect(await guess('nobody-here', 6)).toEqual([...Array(5).fill('unauthenticated'), 'throttled'])
  })

  test('the lock ends after 15 minutes, and five more tries are given', async () => {
    const user = await account('editor')
    const now = Date.now()
    await guess(user.login, 5, HERE, now)
    expect(await guess(user.login, 1, HERE, now + LOCK_MS - 1)).toEqual(['throttled'])
    expect(await guess(user.login, 6, HERE, now + LOCK_MS)).toEqual([...Array(5).fill('unauthenticated'), 'throttled'])
    await signIn(user.login, PASSWORD, HERE, now + 2 * LOCK_MS)
  })

  test('a success clears what was counted; so does a quarter of an hour', async () => {
    const user = await account('editor')
    const now = Date.now()
    await guess(user.login, 4, HERE, now)
    await signIn(user.login, PASSWORD, HERE, now)
    await guess(user.login, 4, HERE, now)
    expect(await guess(user.login, 4, HERE, now + LOCK_MS + 1)).toEqual(Array(4).fill('unauthenticated'))
    await signIn(user.login, PASSWORD, HERE, now + LOCK_MS + 2)
  })

  test('guesses made all at once are counted too: five are answered, and then not even the right one is', async () => {
    const user = await account('editor')
    const guesses = Array.from({ length: 12 }, (_, n) => refusal(signIn(user.login, `wrong-${n}`, HERE)))
    const codes = (await Promise.all(guesses)).map((f) => f.code)
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(5)
    expect(codes.filter((code) => code === 'throttled')).toHaveLength(7)
  })

  test('the right password that is checked while the lock falls is refused as the wrong ones are', async () => {
    const user = await account('editor', { passwordHash: await hashPassword(PASSWORD) })
    await guess(user.login, 4)
    const right = refusal(signIn(user.login, PASSWORD, HERE))
    await directly((tx) => tx.update(signInFailures).set({ lockedUntil: Date.now() + LOCK_MS }))
    expect((await right).code).toBe('throttled')
    expect(await db().select().from(sessions).where(eq(sessions.userId, user.id))).toEqual([])
  })

  test('each try is in the audit log, once, without name or password', async () => {
    const user = await account('editor')
    const ok = await auditEntriesOf(() => signIn(user.login, PASSWORD, HERE))
    expect(ok.map((e) => [e.verb, e.actor, e.figures])).toEqual([['session.sign_in', user.id, null]])
    const refused = await auditEntriesOf(() => signIn(user.login, 'my-secret-guess', HERE))
    expect(refused.map((e) => [e.verb, e.actor])).toEqual([['session.refused', user.id]])
    const unknown = await auditEntriesOf(() => signIn('typed-my-password', 'x', HERE))
    expect(unknown.map((e) => [e.verb, e.actor])).toEqual([['session.refused', 'unknown']])
    const log = JSON.stringify(await db().select().from(audit))
    for (const word of ['my-secret-guess', 'typed-my-password', user.login]) expect(log).not.toContain(word)
  })

  test('what no name can hold is refused like any wrong name', async () => {
    expect(await refusal(signIn('x\u0000', PASSWORD, HERE))).toEqual(wrong)
    expect(await refusal(signIn('x\ud800', PASSWORD, HERE))).toEqual(wrong)
  })

  test('the address is what the nearest proxy says, never what the browser claims', () => {
    expect(addressOf(new Headers({ 'x-forwarded-for': '1.1.1.1, 2.2.2.2' }))).toBe('2.2.2.2')
    expect(addressOf(new Headers())).toBe('unknown')
  })
})

describe('a session', () => {
  const standing = async (now = Date.now()) => {
    const user = await account('clerk', { unitId: 'dept' })
    return { user, id: await session(user, now) }
  }

  test('that nobody opened is nobody', async () => {
    expect(await viewerOf('nothing')).toBeNull()
  })

  test('ends at sign-out, once', async () => {
    const { id } = await standing()
    expect(await viewerOf(id)).not.toBeNull()
    expect((await auditEntriesOf(() => closeSession(id, Date.now()))).map((e) => e.verb)).toEqual(['session.sign_out'])
    expect(await viewerOf(id)).toBeNull()
    expect(await auditEntriesOf(() => closeSession(id, Date.now()))).toEqual([])
  })

  test('ends after half an hour without a request; each request keeps it', async () => {
    const now = Date.now()
    const { id } = await standing(now)
    expect(await viewerOf(id, now + IDLE_MS - 1)).not.toBeNull()
    expect(await viewerOf(id, now + IDLE_MS + 20 * MINUTE)).not.toBeNull()
    expect(await viewerOf(id, now + 2 * IDLE_MS + 20 * MINUTE)).toBeNull()
  })

  test('ends after ten hours in any case', async () => {
    const now = Date.now()
    const { id } = await standing(now)
    let at = now
    while (at + 25 * MINUTE < now + SESSION_MS) {
      at += 25 * MINUTE
      expect(await viewerOf(id, at)).not.toBeNull()
    }
    expect(await viewerOf(id, now + SESSION_MS)).toBeNull()
  })

  test('ends with the very next request when its account is disabled, and stays ended when enabled again', async () => {
    const { user, id } = await standing()
    await setDisabled(w.systemAdmin, { id: user.id }, true, arrival())
    expect(await viewerOf(id)).toBeNull()
    await setDisabled(w.systemAdmin, { id: user.id }, false, arrival())
    expect(await viewerOf(id)).toBeNull()
    await signIn(user.login, PASSWORD, HERE)
  })

  test('is ended by the security administrator, who sees those that stand', async () => {
    const { user, id } = await standing()
    const gone = await standing(Date.now() - IDLE_MS)
    const open = await openSessions(w.securityAdmin)
    expect(open.find((s) => s.id === id)).toMatchObject({
      login: user.login,
      unit: '样例一局',
      role: 'clerk',
      address: '127.0.0.1',
    })
    expect(open.some((s) => s.id === gone.id)).toBe(false)
    const end = () => endSession(w.securityAdmin, { id }, arrival())
    expect((await auditEntriesOf(end)).map((e) => [e.verb, e.actor])).toEqual([['session.end', w.securityAdmin.userId]])
    expect(await viewerOf(id)).toBeNull()
    expect((await refusal(end())).code).toBe('not_found')
    for (const other of [w.systemAdmin, w.auditAdmin, w.editor, w.clerk]) {
      expect((await refusal(openSessions(other))).code).toBe('forbidden')
      expect((await refusal(endSession(other, { id }, arrival()))).code).toBe('forbidden')
    }
  })

  test('has the role that the database says at this moment', async () => {
    const { user, id } = await standing()
    await directly((tx) => tx.update(users).set({ role: 'reader', unitId: null }).where(eq(users.id, user.id)))
    expect(await viewerOf(id)).toMatchObject({ role: 'reader', unitId: null, unitName: null })
  })

  test('asks for a new password after ninety days, unless the office has switched that off', async () => {
    const now = Date.now()
    const user = await account('clerk', { unitId: 'dept', passwordChangedAt: now - ROTATION_MS })
    const id = await session(user, now)
    expect((await viewerOf(id, now - 1))?.mustChangePassword).toBe(false)
    expect((await viewerOf(id, now))?.mustChangePassword).toBe(true)
    vi.stubEnv('PASSWORD_RULES', 'asvs')
    expect((await viewerOf(id, now))?.mustChangePassword).toBe(false)
    vi.unstubAllEnvs()
  })
})

describe('changing the password', () => {
  const NEW = 'Xin-de-mima-2026'
  const owner = async (over: Parameters<typeof account>[1] = {}): Promise<Viewer> => {
    const viewer = await viewerOf(await session(await account('clerk', { unitId: 'dept', ...over })))
    if (!viewer) throw new Error('no viewer')
    return viewer
  }
  const change = (viewer: Viewer, password: string, current = PASSWORD) =>
    changePassword(viewer, { current, password }, arrival())

  test('keeps this session, ends every other one, and leaves one audit entry', async () => {
    const me = await owner()
    const { sessionId: other } = await signIn(me.login, PASSWORD, HERE)
    const entries = await auditEntriesOf(() => change(me, NEW))
    expect(entries.map((e) => [e.verb, e.actor, e.subject])).toEqual([['password.change', me.userId, me.userId]])
    expect(await viewerOf(me.sessionId)).toMatchObject({ userId: me.userId })
    expect(await viewerOf(other)).toBeNull()
    expect(await refusal(signIn(me.login, PASSWORD, HERE))).toEqual(wrong)
    await signIn(me.login, NEW, HERE)
  })

  test('is what a first password asks for, and then all is open', async () => {
    const me = await owner({ mustChangePassword: true })
    expect(me.mustChangePassword).toBe(true)
    await change(me, NEW)
    expect((await viewerOf(me.sessionId))?.mustChangePassword).toBe(false)
  })

  test('needs the current one, and a new one that is not common, not the login, and not the same', async () => {
    const me = await owner()
    const told = async (password: string, current?: string) => (await refusal(change(me, password, current))).fields
    expect(await told(NEW, 'wrong')).toEqual({ current: '原密码不正确。' })
    expect(await told('Password@2026')).toEqual({ password: '密码过于常见，请换一个。' })
    expect(await told(`${me.login}-Xin-2026`)).toEqual({ password: '密码不能包含登录名。' })
    expect(await told('xin-de-mimama')).toEqual({ password: '密码须包含大写字母、小写字母、数字、符号中的三种。' })
    expect(await told(PASSWORD)).toEqual({ password: '新密码不能与最近 5 次用过的相同。' })
    expect(await told(PASSWORD.replace('Y', 'Ｙ'))).toEqual({ password: '新密码不能与最近 5 次用过的相同。' })
    expect(await viewerOf(me.sessionId)).not.toBeNull()
  })

  test('remembers the last five', async () => {
    const me = await owner()
    const nth = (n: number) => `${NEW}-${n}`
    let current = PASSWORD
    for (let n = 1; n <= 5; n++) {
      await changePassword(me, { current, password: nth(n) }, arrival(Date.now() + n))
      current = nth(n)
    }
    expect((await refusal(change(me, nth(1), current))).code).toBe('invalid')
    await change(me, PASSWORD, current)
  })

  test('twice at once from one old password: one of the two is refused', async () => {
    const me = await owner()
    const both = await Promise.allSettled([change(me, `${NEW}-a`), change(me, `${NEW}-b`)])
    expect(both.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('does not undo a reset that came while it was checked, nor revive its session', async () => {
    const me = await owner({ passwordHash: await hashPassword(PASSWORD) })
    const passwordHash = await hashPassword('Chongzhi-2026-mima')
    const changing = refusal(change(me, NEW))
    await directly((tx) => tx.update(users).set({ passwordHash, sessionVersion: 2 }).where(eq(users.id, me.userId)))
    expect((await changing).code).toMatch(/conflict|invalid/)
    expect(await viewerOf(me.sessionId)).toBeNull()
    await signIn(me.login, 'Chongzhi-2026-mima', HERE)
  })
})

describe('a reset', () => {
  test('ends all sessions and gives a first password that must be changed; the old one is remembered', async () => {
    const user = await account('clerk', { unitId: 'dept' })
    const id = await session(user)
    const { login, password } = await resetPassword(w.systemAdmin, { id: user.id }, arrival())
    expect(login).toBe(user.login)
    expect(await viewerOf(id)).toBeNull()
    expect(await refusal(signIn(user.login, PASSWORD, HERE))).toEqual(wrong)
    const { sessionId } = await signIn(user.login, password, HERE)
    const viewer = await viewerOf(sessionId)
    expect(viewer?.mustChangePassword).toBe(true)
    if (!viewer) throw new Error('no viewer')
    const again = changePassword(viewer, { current: password, password: PASSWORD }, arrival())
    expect((await refusal(again)).code).toBe('invalid')
  })

  test('a first password satisfies every rule', () => {
    for (let n = 0; n < 200; n++) expect(newPasswordFault(firstPassword(), 'zhangsan')).toBeNull()
  })
})
