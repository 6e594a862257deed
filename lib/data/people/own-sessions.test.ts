import { beforeAll, expect, test } from 'vitest'
import { signIn } from '@/lib/auth/sign-in'
import { viewerOf } from '@/lib/auth/viewer'
import type { Viewer } from '@/lib/domain/people/policy'
import { account, auditEntriesOf, PASSWORD, refusal, someone, world } from '@/lib/testing/world'
import { endOwnSession, ownSessions } from './own-sessions'

beforeAll(world)

const DESK = '198.51.100.20'
const PHONE = '198.51.100.21'
const arrival = () => ({ at: Date.now(), key: null })

test('a person sees where else she is signed in, the sign-in before, and the wrong passwords in between', async () => {
  const user = await account('clerk', { unitId: 'dept' })
  const start = Date.now() - 60_000
  const { sessionId: first } = await signIn(user.login, PASSWORD, PHONE, start)
  for (let n = 0; n < 3; n++) await refusal(signIn(user.login, 'wrong', DESK, start + 1_000))
  const { sessionId: second } = await signIn(user.login, PASSWORD, DESK, start + 2_000)
  const me = (await viewerOf(second)) as Viewer
  const seen = await ownSessions(me)
  expect(seen.standing.map((s) => [s.id, s.address])).toEqual([
    [second, DESK],
    [first, PHONE],
  ])
  expect([seen.before, seen.failedBefore]).toEqual([{ at: start, address: PHONE }, 3])
  const { sessionId: third } = await signIn(user.login, PASSWORD, DESK, start + 3_000)
  expect((await ownSessions((await viewerOf(third)) as Viewer)).failedBefore).toBe(0)
})

test('she ends another session of hers; not this one, and nobody else’s', async () => {
  const user = await account('editor')
  const { sessionId: other } = await signIn(user.login, PASSWORD, PHONE)
  const { sessionId } = await signIn(user.login, PASSWORD, DESK)
  const me = (await viewerOf(sessionId)) as Viewer
  const stranger = await someone('editor')
  expect((await refusal(endOwnSession(stranger, { id: other }, arrival()))).code).toBe('not_found')
  expect((await refusal(endOwnSession(me, { id: sessionId }, arrival()))).code).toBe('conflict')
  const entries = await auditEntriesOf(() => endOwnSession(me, { id: other }, arrival()))
  expect(entries.map((e) => [e.verb, e.actor, e.subject])).toEqual([['session.end_own', user.id, other]])
  expect(await viewerOf(other)).toBeNull()
  expect(await viewerOf(sessionId)).not.toBeNull()
})
