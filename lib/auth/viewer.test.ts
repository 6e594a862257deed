import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { sessions, users } from '@/db/schema'
import { disableAccount, enableAccount } from '@/lib/data/people/accounts'
import { endSession, openSessions } from '@/lib/data/people/sessions'
import { IDLE_MS } from '@/lib/domain/people/idle'
import { ROTATION_MS } from '@/lib/domain/people/password'
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
import { SESSION_MS } from './settings'
import { signIn } from './sign-in'
import { HERE } from './testing'
import { writeUses } from './uses'
import { signOut, viewerOf } from './viewer'

let w: World
beforeAll(async () => {
  w = await world()
})

const MINUTE = 60_000

/** Something that others wait for. */
function gate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, passed }
}

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
    expect((await auditEntriesOf(() => signOut(id, Date.now()))).map((e) => e.verb)).toEqual(['session.sign_out'])
    expect(await viewerOf(id)).toBeNull()
    expect(await auditEntriesOf(() => signOut(id, Date.now()))).toEqual([])
  })

  test('ends after half an hour without a request; each request keeps it', async () => {
    const now = Date.now()
    const { id } = await standing(now)
    expect(await viewerOf(id, now + IDLE_MS - 1)).not.toBeNull()
    expect(await viewerOf(id, now + IDLE_MS + 20 * MINUTE)).not.toBeNull()
    expect(await viewerOf(id, now + 2 * IDLE_MS + 20 * MINUTE)).toBeNull()
  })

  test('is kept by its person, not by a page that asks by itself', async () => {
    const now = Date.now()
    const { id } = await standing(now)
    expect(await viewerOf(id, now + IDLE_MS - MINUTE, 'page')).not.toBeNull()
    expect(await viewerOf(id, now + IDLE_MS)).toBeNull()
  })

  test('is kept by a use even while nothing can be written; the use is written down later, beside the answers', async () => {
    const now = Date.now()
    const { id } = await standing(now)
    const written = async () => (await db().select().from(sessions).where(eq(sessions.id, id)))[0]?.lastSeenAt
    const [begun, released] = [gate(), gate()]
    const locked = directly(() => {
      begun.open()
      return released.passed
    })
    await begun.passed
    expect(await viewerOf(id, now + IDLE_MS - 1)).not.toBeNull()
    expect(await viewerOf(id, now + IDLE_MS + MINUTE)).not.toBeNull()
    expect(await written()).toBe(now)
    released.open()
    await locked
    await writeUses()
    expect(await written()).toBe(now + IDLE_MS + MINUTE)
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
    await disableAccount(w.systemAdmin, { id: user.id }, arrival())
    expect(await viewerOf(id)).toBeNull()
    await enableAccount(w.systemAdmin, { id: user.id }, arrival())
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
