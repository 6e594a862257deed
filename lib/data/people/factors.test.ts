import { generateSync } from 'otplib'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { audit, requestKeys, secondFactors } from '@/db/schema'
import { halfCookie, halfIn } from '@/lib/auth/half'
import { SecondStep, signIn, signInWithCode } from '@/lib/auth/sign-in'
import { viewerOf } from '@/lib/auth/viewer'
import { can, type Viewer } from '@/lib/domain/people/policy'
import { arrival, auditEntriesOf, PASSWORD, refusal, someone, type World, world } from '@/lib/testing/world'
import { secureSetting } from '../office/settings'
import { accounts } from './accounts'
import { beginFactor, confirmFactor, dropOwnFactor, ownFactor, resetFactor } from './factors'
import { decideRequest, waitingRequests } from './requests'

const HERE = '10.0.0.1'
const T = Date.parse('2036-05-05T12:00:10+08:00')
const STEP = 30_000
let w: World

beforeAll(async () => {
  w = await world()
})

const own = { current: PASSWORD }
const codeAt = (secret: string, at: number) => generateSync({ secret, epoch: Math.floor(at / 1000) })

/** Switches it on; gives the key, and the recovery codes. */
async function switchedOn(viewer: Viewer): Promise<{ secret: string; codes: string[] }> {
  await beginFactor(viewer, own, arrival(T))
  const secret = (await ownFactor(viewer)).phone?.key.replaceAll(' ', '') ?? ''
  return { secret, codes: await confirmFactor(viewer, { code: codeAt(secret, T) }, arrival(T)) }
}

/** The first step of a sign-in, with what its cookie says. */
async function half(viewer: Viewer) {
  const asked = await signIn(viewer.login, PASSWORD, HERE, T).catch((error: unknown) => error)
  if (!(asked instanceof SecondStep)) throw asked
  return halfIn((await halfCookie(asked.half)).value)
}

test('is begun with the own password, switched on with a code, and then asked for', async () => {
  const me = await someone('editor')
  expect((await refusal(beginFactor(me, { current: 'Cuowu-2026-mima' }, arrival(T)))).fields).toEqual({
    current: '您本人的密码不正确。',
  })
  await beginFactor(me, own, arrival(T))
  await signIn(me.login, PASSWORD, HERE, T)
  const key = arrival(T)
  expect((await refusal(confirmFactor(me, { code: '000000' }, key))).fields).toHaveProperty('code')
  const secret = (await ownFactor(me)).phone?.key.replaceAll(' ', '') ?? ''
  const codes = await confirmFactor(me, { code: codeAt(secret, T) }, key)
  expect(new Set(codes).size).toBe(10)
  expect((await refusal(confirmFactor(me, { code: codeAt(secret, T) }, key))).message).toContain('已经显示过一次')
  expect(await ownFactor(me)).toMatchObject({ since: T, phone: null, recoveryLeft: 10 })
  const kept = JSON.stringify([await db().select().from(secondFactors), await db().select().from(requestKeys)])
  for (const word of [secret, ...codes, ...codes.map((code) => code.replace('-', ''))]) expect(kept).not.toContain(word)

  const step = await half(me)
  const { sessionId } = await signInWithCode(step, ` ${codeAt(secret, T + STEP).replace(/^.../, '$& ')} `, HERE, T)
  expect(await viewerOf(sessionId, T)).toMatchObject({ login: me.login })
})

test('a code is used once, one step early or late and no more; wrong ones are bounded and in the log', async () => {
  const me = await someone('editor')
  const { secret } = await switchedOn(me)
  const step = await half(me)
  const tried = (code: string, at: number) => refusal(signInWithCode(step, code, HERE, at))
  expect((await tried(codeAt(secret, T), T)).code).toBe('invalid') // it switched the factor on
  await signInWithCode(step, codeAt(secret, T + STEP), HERE, T)
  expect((await tried(codeAt(secret, T + STEP), T + STEP)).code).toBe('invalid')
  expect((await tried(codeAt(secret, T + 9 * STEP), T + 7 * STEP)).code).toBe('invalid')
  await signInWithCode(step, codeAt(secret, T + 6 * STEP), HERE, T + 7 * STEP)
  const entries = await auditEntriesOf(() => tried('123456', T + 8 * STEP))
  expect(entries.map(({ verb, actor }) => [verb, actor])).toEqual([['session.code_refused', me.userId]])
  expect((await tried(codeAt(secret, T), T)).code).toBe('invalid') // the clock went back
  expect((await tried(codeAt(secret, T + 20 * STEP), T + 20 * STEP)).code).toBe('throttled')
})

test('a recovery code stands in for the phone, once', async () => {
  const me = await someone('reader')
  const { codes } = await switchedOn(me)
  const step = await half(me)
  await signInWithCode(step, codes[3]?.toUpperCase() ?? '', HERE, T)
  expect((await refusal(signInWithCode(step, codes[3] ?? '', HERE, T))).code).toBe('invalid')
  expect((await ownFactor(me)).recoveryLeft).toBe(9)
})

test('half a sign-in is no session, ends by itself, and does not outlive a change of the account', async () => {
  const me = await someone('editor')
  const { secret } = await switchedOn(me)
  const step = await half(me)
  expect(await halfIn('x')).toBeNull()
  expect((await refusal(signInWithCode(null, codeAt(secret, T), HERE, T))).code).toBe('unauthenticated')
  await dropOwnFactor(me, own, arrival(T))
  expect((await refusal(signInWithCode(step, codeAt(secret, T + STEP), HERE, T))).code).toBe('unauthenticated')
  await signIn(me.login, PASSWORD, HERE, T)
})

test('who has lost the phone is helped by an administrator, and who has a right by two', async () => {
  const [plain, risen] = [await someone('editor'), await someone('editor', { mayIssue: true })]
  for (const viewer of [plain, risen]) await switchedOn(viewer)
  const codeOf = async (id: string) => (await accounts(w.systemAdmin)).find((one) => one.id === id)?.codeSince
  expect(await resetFactor(w.systemAdmin, { id: plain.userId, ...own }, arrival(T))).toMatchObject({ waits: false })
  expect(await codeOf(plain.userId)).toBeNull()
  expect(await resetFactor(w.systemAdmin, { id: risen.userId, ...own }, arrival(T))).toMatchObject({ waits: true })
  expect(await codeOf(risen.userId)).toBe(T)
  const [asked] = (await waitingRequests(w.securityAdmin)).filter(({ login }) => login === risen.login)
  expect(asked).toMatchObject({ kind: 'factor', slip: false, notDecided: null })
  await decideRequest(w.securityAdmin, { id: asked?.id ?? '', verb: 'grant', ...own }, arrival(T))
  expect(await codeOf(risen.userId)).toBeNull()
  await signIn(risen.login, PASSWORD, HERE, T)
  const verbs = (await db().select({ verb: audit.verb }).from(audit)).map(({ verb }) => verb)
  expect(verbs.filter((verb) => verb === 'factor.reset')).toHaveLength(2)
})

test('where the office demands it, nothing else is done before it is set', async () => {
  const decided = (value: 'choice' | 'powerful') =>
    secureSetting(w.securityAdmin, { name: 'sign_in.second_factor', value }, arrival(T))
  const risen = await someone('editor', { mayRelease: true })
  expect((await refusal(secureSetting(risen, { name: 'sign_in.second_factor', value: 'all' }, arrival(T)))).code).toBe(
    'forbidden',
  )
  await decided('powerful')
  const now = await viewerOf(risen.sessionId)
  if (!now) throw new Error('no session')
  expect(now.mustSetCode).toBe(true)
  expect([can(now, 'desk.read').allowed, can(now, 'factor.keep').allowed]).toEqual([false, true])
  expect((await viewerOf(w.clerk.sessionId))?.mustSetCode).toBe(false)
  await switchedOn(now)
  expect((await viewerOf(risen.sessionId))?.mustSetCode).toBe(false)
  await decided('choice')
})
