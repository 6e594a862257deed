import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { limits } from '@/db/schema'
import { changePassword } from '@/lib/data/people/passwords'
import { account, PASSWORD, refusal, someone, world } from '@/lib/testing/world'
import { signIn } from '../sign-in'
import { inTurn } from './hashing'
import { noteTry, refuseSpent, slowness, spend, spent } from './limits'

beforeAll(world)
afterEach(() => vi.useRealTimers())

const times = async (n: number, work: () => Promise<unknown>) => {
  for (let i = 0; i < n; i++) await work()
}

describe('an address that tries one password on many accounts', () => {
  test('is stopped for all of them, and for names that nobody has; another address is not', async () => {
    const user = await account('editor')
    await times(60, () => noteTry('address', '198.51.100.1'))
    expect(await refusal(signIn(user.login, PASSWORD, '198.51.100.1'))).toMatchObject({
      code: 'throttled',
      message: expect.stringMatching(/^从本网络地址输错密码的次数过多，请 1[45] 分钟后再试。$/),
    })
    await signIn(user.login, PASSWORD, '198.51.100.2')
  })

  test('every wrong password counts for its address and for its account', async () => {
    const user = await account('editor')
    await refusal(signIn(user.login, 'wrong', '198.51.100.3'))
    await refusal(signIn('nobody-there', 'wrong', '198.51.100.3'))
    expect(await spent('address', '198.51.100.3')).toBe(2)
    expect(await spent('account', user.login)).toBe(1)
  })
})

describe('an account that many addresses try', () => {
  test('answers slower and slower, and never not at all', () => {
    expect([0, 9, 10, 11, 14, 1_000_000].map((tries) => slowness('account', tries))).toEqual([
      0, 0, 250, 500, 4000, 4000,
    ])
  })

  test('its own person still gets in', async () => {
    const user = await account('editor')
    await times(11, () => noteTry('account', user.login))
    await signIn(user.login, PASSWORD, '198.51.100.4')
  })
})

test('five wrong 原密码 in one session, and the right one is not looked at either', async () => {
  const viewer = await someone('editor')
  const change = (current: string) =>
    changePassword(viewer, { current, password: 'Xin-Mima-2026-haode' }, { at: Date.now(), key: null })
  await times(5, async () => expect((await refusal(change('wrong'))).code).toBe('invalid'))
  expect(await refusal(change(PASSWORD))).toMatchObject({ code: 'throttled', message: expect.stringMatching(/原密码/) })
})

test('what is spent comes back when its time is over, and the rows of what is over go', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  await times(30, () => spend('verify', '198.51.100.5'))
  expect((await refusal(spend('verify', '198.51.100.5'))).code).toBe('throttled')
  await expect(refuseSpent('verify', '198.51.100.5')).rejects.toThrow('查验的次数过多')
  vi.setSystemTime(Date.now() + 16 * 60_000)
  await spend('verify', '198.51.100.5')
  expect(await db().select().from(limits)).toHaveLength(1)
})

test('points spent at once are all counted', async () => {
  const results = await Promise.allSettled(Array.from({ length: 40 }, () => spend('verify', '198.51.100.6')))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
})

test('passwords are hashed two at once, in the order they came; beyond two hundred waiting one is told to come again', async () => {
  const order: number[] = []
  let inside = 0
  let most = 0
  const ends: (() => void)[] = []
  const one = (n: number) =>
    inTurn(async () => {
      most = Math.max(most, ++inside)
      await new Promise<void>((done) => ends.push(done))
      order.push(n)
      inside -= 1
    })
  const all = Array.from({ length: 202 }, (_, n) => one(n))
  await expect(one(202)).rejects.toThrow('同时登录的人太多')
  while (order.length < 202) {
    ends.shift()?.()
    await new Promise((next) => setImmediate(next))
  }
  await Promise.all(all)
  expect(most).toBe(2)
  expect(order).toEqual([...order].sort((a, b) => a - b))
})
