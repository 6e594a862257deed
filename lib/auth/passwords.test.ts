import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { users } from '@/db/schema'
import { changePassword, resetPassword } from '@/lib/data/people/passwords'
import type { Viewer } from '@/lib/domain/people/policy'
import {
  account,
  arrival,
  auditEntriesOf,
  directly,
  PASSWORD,
  refusal,
  session,
  slipOf,
  someone,
  type World,
  world,
} from '@/lib/testing/world'
import { firstPassword, hashPassword } from './passwords'
import { newPasswordFault } from './settings'
import { signIn } from './sign-in'
import { HERE, NOT_SIGNED_IN } from './testing'
import { viewerOf } from './viewer'

let w: World
beforeAll(async () => {
  w = await world()
})

describe('changing the password', () => {
  const NEW = 'Xin-de-mima-2026'
  const owner = (over: Parameters<typeof someone>[1] = {}) => someone('clerk', { unitId: 'dept', ...over })
  const change = (viewer: Viewer, password: string, current = PASSWORD) =>
    changePassword(viewer, { current, password }, arrival())

  test('keeps this session, ends every other one, and leaves one audit entry', async () => {
    const me = await owner()
    const { sessionId: other } = await signIn(me.login, PASSWORD, HERE)
    const entries = await auditEntriesOf(() => change(me, NEW))
    expect(entries.map((e) => [e.verb, e.actor, e.subject])).toEqual([['password.change', me.userId, me.userId]])
    expect(await viewerOf(me.sessionId)).toMatchObject({ userId: me.userId })
    expect(await viewerOf(other)).toBeNull()
    expect(await refusal(signIn(me.login, PASSWORD, HERE))).toEqual(NOT_SIGNED_IN)
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
    const entries = await auditEntriesOf(async () => {
      expect(await told(NEW, 'wrong')).toEqual({ current: '原密码不正确。' })
    })
    expect(entries).toMatchObject([{ actor: me.userId, verb: 'password.refused' }])
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
    const { login, password } = await slipOf(
      resetPassword(w.systemAdmin, { id: user.id, current: PASSWORD }, arrival()),
    )
    expect(login).toBe(user.login)
    expect(await viewerOf(id)).toBeNull()
    expect(await refusal(signIn(user.login, PASSWORD, HERE))).toEqual(NOT_SIGNED_IN)
    const { sessionId } = await signIn(user.login, password, HERE)
    const viewer = await viewerOf(sessionId)
    expect(viewer?.mustChangePassword).toBe(true)
    if (!viewer) throw new Error('no viewer')
    const again = changePassword(viewer, { current: password, password: PASSWORD }, arrival())
    expect((await refusal(again)).code).toBe('invalid')
  })

  test('a first password satisfies every rule', () => {
    for (let n = 0; n < 200; n++) expect(newPasswordFault(firstPassword(), 'zhangsan', [])).toBeNull()
  })
})
