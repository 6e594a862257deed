import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { accesses, audit, sessions, signInFailures } from '@/db/schema'
import { account, auditEntriesOf, directly, PASSWORD, refusal, world } from '@/lib/testing/world'
import { noteStranger, writeAccesses } from './accesses'
import { hashPassword, passwordMatches } from './passwords'
import { addressIn } from './request'
import { LOCK_MS } from './settings'
import { signIn } from './sign-in'
import { ELSEWHERE, HERE, NOT_SIGNED_IN } from './testing'
import { viewerOf } from './viewer'

beforeAll(world)

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
    expect(await refusal(signIn(user.login, 'wrong', HERE))).toEqual(NOT_SIGNED_IN)
    expect(await refusal(signIn('nobody-at-all', PASSWORD, HERE))).toEqual(NOT_SIGNED_IN)
    expect(await refusal(signIn(disabled.login, PASSWORD, HERE))).toEqual(NOT_SIGNED_IN)
  })

  test('an unknown name takes as long as a wrong password: both are hashed', async () => {
    const hash = await hashPassword('x')
    // The shortest of several: what else a busy machine does can only lengthen one.
    const time = async (stored: string | undefined) => {
      let shortest = Number.POSITIVE_INFINITY
      for (let n = 0; n < 8; n++) {
        const start = performance.now()
        expect(await passwordMatches(stored, 'y')).toBe(false)
        shortest = Math.min(shortest, performance.now() - start)
      }
      return shortest
    }
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

  test('each sign-in is in the audit log, tries are summed up in the access log, without name or password', async () => {
    const user = await account('editor')
    const ok = await auditEntriesOf(() => signIn(user.login, PASSWORD, HERE))
    expect(ok.map((e) => [e.verb, e.actor, e.figures])).toEqual([['session.sign_in', user.id, null]])
    const [now, address] = [Date.parse('2036-05-05T10:10:00+08:00'), '10.9.9.9']
    const tries = await auditEntriesOf(async () => {
      await refusal(signIn(user.login, 'my-secret-guess', address, now))
      await writeAccesses(now)
      for (let n = 0; n < 3; n++) await refusal(signIn('typed-my-password', 'x', address, now + n))
      await refusal(signIn(user.login, 'my-secret-guess', address, now + 9))
      await writeAccesses(now)
      noteStranger(address, 'stranger.refused', undefined, now + 3600_000)
      await writeAccesses(now + 3600_000)
    })
    expect(tries).toEqual([])
    const told = async () => {
      const lines = await db().select().from(accesses).where(eq(accesses.origin, address)).orderBy(accesses.seq)
      return lines.map(({ verb, actor, detail }) => [
        verb,
        actor,
        JSON.parse(detail).count,
        JSON.parse(detail).accounts,
      ])
    }
    expect(await told()).toEqual([
      ['session.refused', 'unknown', 1, [user.id]],
      ['stranger.refused', 'unknown', 1, []],
      ['session.refused', 'unknown', 4, [user.id]],
    ])
    const log = JSON.stringify([await db().select().from(audit), await db().select().from(accesses)])
    for (const word of ['my-secret-guess', 'typed-my-password', user.login]) expect(log).not.toContain(word)
  })

  test('what no name can hold is refused like any wrong name', async () => {
    expect(await refusal(signIn('x\u0000', PASSWORD, HERE))).toEqual(NOT_SIGNED_IN)
    expect(await refusal(signIn('x\ud800', PASSWORD, HERE))).toEqual(NOT_SIGNED_IN)
  })

  test('the address is what the door says, never what the browser claims', () => {
    expect(addressIn(new Headers({ 'x-yanxin-address': '2.2.2.2', 'x-forwarded-for': '1.1.1.1' }))).toBe('2.2.2.2')
    expect(addressIn(new Headers({ 'x-forwarded-for': '1.1.1.1' }))).toBe('unknown')
  })
})
