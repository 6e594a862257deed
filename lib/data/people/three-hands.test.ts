import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { accountRequests, audit, facts, users } from '@/db/schema'
import { signIn } from '@/lib/auth/sign-in'
import { operator, viewerOf } from '@/lib/auth/viewer'
import type { Role, Viewer } from '@/lib/domain/people/policy'
import { addAccountSchema, changeAccountSchema } from '@/lib/schemas/people'
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
import { auditPage } from '../office/audit'
import { addAccount, changeAccount, disableAccount, enableAccount } from './accounts'
import { firstSlipOf, resetPassword } from './passwords'
import { decideRequest, waitingCounts, waitingRequests, withdrawRequest } from './requests'

const HERE = '10.0.0.1'
const FROM_SHELL = { at: Date.now(), key: null }

let w: World
let count = 0

function form(role: Role, over: Record<string, string> = {}) {
  const unit = ['clerk', 'signer'].includes(role) ? 'dept' : ''
  return addAccountSchema.parse({ login: `shou${++count}`, name: '样例新人', role, unit, ...over })
}

async function stored(login: string) {
  const [row] = await db().select().from(users).where(eq(users.login, login))
  return row
}

async function waitingFor(login: string, viewer: Viewer = w.securityAdmin) {
  const found = (await waitingRequests(viewer)).find((request) => request.login === login)
  if (!found) throw new Error(`nothing waits for ${login}`)
  return found
}

const decide = async (viewer: Viewer, login: string, verb: 'grant' | 'refuse' = 'grant', current = PASSWORD) =>
  decideRequest(viewer, { id: (await waitingFor(login)).id, verb, current }, arrival())

describe('an office that has nobody yet', () => {
  test('gets its three administrators from the shell, and no more: later the shell only proposes', async () => {
    for (const role of ['system_admin', 'security_admin', 'audit_admin'] as const) {
      const { login, password } = await slipOf(addAccount(operator(), form(role), FROM_SHELL))
      await signIn(login, password, HERE)
    }
    for (const role of ['system_admin', 'clerk', 'editor'] as const) {
      // The units come with the world, after this.
      const input = form(role === 'clerk' ? 'reader' : role)
      expect(await addAccount(operator(), input, FROM_SHELL)).toEqual({ login: input.login, password: null })
      expect(await stored(input.login)).toBeUndefined()
    }
    const sample = { password: PASSWORD, mustChange: false } as const
    expect((await refusal(addAccount(operator(), form('reader'), FROM_SHELL, sample))).code).toBe('forbidden')
    await directly((tx) => tx.insert(facts).values({ name: 'demo', value: '1' }))
    const { login } = await slipOf(addAccount(operator(), form('editor', { mayIssue: 'yes' }), FROM_SHELL, sample))
    expect(await stored(login)).toMatchObject({ mayIssue: true, mustChangePassword: false })
  })
})

describe('three hands', () => {
  beforeAll(async () => {
    w = await world()
  })

  test.each<[Role, Record<string, string>, 'securityAdmin' | 'auditAdmin']>([
    ['system_admin', {}, 'securityAdmin'],
    ['audit_admin', {}, 'securityAdmin'],
    ['security_admin', {}, 'auditAdmin'],
    ['editor', { mayRelease: 'yes' }, 'securityAdmin'],
    ['editor', { mayIssue: 'yes' }, 'securityAdmin'],
  ])('a new %s %j sleeps until %s agrees, who hands out the slip', async (role, over, decider) => {
    const input = form(role, over)
    expect(await addAccount(w.systemAdmin, input, arrival())).toEqual({ login: input.login, password: null })
    expect(await stored(input.login)).toBeUndefined()
    const [entry] = await auditPage(w.auditAdmin, null, 1)
    expect(entry?.object).toBe(`添加账号的申请 ${input.name}（${input.login}）`)
    expect((await refusal(addAccount(w.systemAdmin, form('reader', { login: input.login }), arrival()))).code).toBe(
      'conflict',
    )
    for (const name of ['systemAdmin', 'securityAdmin', 'auditAdmin', 'editor'] as const) {
      if (name === decider) continue
      const { code, message } = await refusal(decide(w[name], input.login))
      expect([name, code]).toEqual([name, 'forbidden'])
      if (name !== 'editor')
        expect((await waitingFor(input.login, w[name])).notDecided).toMatch(/安全管理员|审计管理员/)
      expect(message).toMatch(/安全管理员|审计管理员/)
    }
    const { id, notDecided } = await waitingFor(input.login, w[decider])
    expect(notDecided).toBeNull()
    const { login, password } = await slipOf(decide(w[decider], input.login))
    const viewer = await viewerOf((await signIn(login, password, HERE)).sessionId)
    expect(viewer).toMatchObject({ role, mustChangePassword: true, mayIssue: over.mayIssue === 'yes' })
    expect(viewer && (await firstSlipOf(viewer))).toMatchObject({ by: w[decider].name })
    const again = decideRequest(w[decider], { id, verb: 'grant', current: PASSWORD }, arrival())
    expect((await refusal(again)).message).toContain('已经决定')
  })

  test('for a clerk one slip is enough, and the first sign-in tells who made it', async () => {
    const { login, password } = await slipOf(addAccount(w.systemAdmin, form('clerk'), arrival()))
    const viewer = await viewerOf((await signIn(login, password, HERE)).sessionId)
    expect(viewer && (await firstSlipOf(viewer))).toMatchObject({ by: w.systemAdmin.name, role: '系统管理员' })
    expect(await firstSlipOf(w.clerk)).toBeNull()
  })

  test('a right is proposed, granted by another hand with a slip of its own, and nothing changes before or without', async () => {
    const user = await account('editor')
    const open = await session(user)
    const asked = { id: user.id, login: user.login, name: user.name, role: 'editor', unit: '', mayIssue: 'yes' }
    const input = changeAccountSchema.parse(asked)
    expect(await changeAccount(w.systemAdmin, input, arrival())).toEqual({ login: user.login, waits: true })
    expect(await viewerOf(open)).toMatchObject({ mayIssue: false })
    expect((await refusal(changeAccount(w.systemAdmin, input, arrival()))).message).toContain('尚待决定')
    expect((await refusal(decide(w.securityAdmin, user.login, 'grant', 'Cuowu-2026-mima'))).fields).toHaveProperty(
      'current',
    )
    const { id } = await waitingFor(user.login)
    const refused = await auditEntriesOf(() => decide(w.securityAdmin, user.login, 'refuse'))
    expect(refused.map(({ verb, actor }) => [verb, actor])).toEqual([['account.refuse', w.securityAdmin.userId]])
    const [request] = await db().select().from(accountRequests).where(eq(accountRequests.id, id))
    expect(request).toMatchObject({ state: 'refused', decidedBy: w.securityAdmin.userId })
    expect(await viewerOf(open)).toMatchObject({ mayIssue: false })
    await changeAccount(w.systemAdmin, input, arrival())
    const entries = await auditEntriesOf(() => slipOf(decide(w.securityAdmin, user.login)))
    expect(entries.map(({ verb, actor }) => [verb, actor])).toEqual([
      ['account.change', w.securityAdmin.userId],
      ['account.grant', w.securityAdmin.userId],
    ])
    expect(await viewerOf(open)).toBeNull()
    expect(await stored(user.login)).toMatchObject({ mayIssue: true, mustChangePassword: true })
    const less = changeAccountSchema.parse({ ...asked, mayIssue: '' })
    await account('editor', { mayIssue: true })
    expect(await changeAccount(w.systemAdmin, less, arrival())).toMatchObject({ waits: false })
    expect(await stored(user.login)).toMatchObject({ mayIssue: false })
  })

  test('name, login, unit and a role without a right change at once, with an entry, on the next request', async () => {
    const user = await account('clerk', { unitId: 'dept' })
    const open = await session(user)
    const change = (over: Record<string, string>) =>
      changeAccount(
        w.systemAdmin,
        changeAccountSchema.parse({
          id: user.id,
          login: user.login,
          name: user.name,
          role: 'clerk',
          unit: 'dept',
          ...over,
        }),
        arrival(),
      )
    expect(await auditEntriesOf(() => change({}))).toEqual([])
    const entries = await auditEntriesOf(() => change({ name: '样例改名', login: `${user.login}x` }))
    expect(entries.map(({ verb }) => verb)).toEqual(['account.change'])
    expect(JSON.stringify(await db().select().from(audit))).not.toContain('样例改名')
    expect(await viewerOf(open)).toMatchObject({ name: '样例改名', unitId: 'dept' })
    await change({ name: '样例改名', login: `${user.login}x`, unit: 'town' })
    expect(await viewerOf(open)).toBeNull()
    expect((await refusal(change({ login: w.reader.login }))).fields).toHaveProperty('login')
  })

  test('who asked takes it back, while nobody has decided; nobody else does', async () => {
    const input = form('editor', { mayIssue: 'yes' })
    await addAccount(w.systemAdmin, input, arrival())
    const { id, mine } = await waitingFor(input.login, w.systemAdmin)
    expect([mine, (await waitingCounts(w.securityAdmin)).own > 0]).toEqual([true, true])
    const other = await someone('system_admin')
    expect((await refusal(withdrawRequest(other, { id }, arrival()))).code).toBe('forbidden')
    const entries = await auditEntriesOf(() => withdrawRequest(w.systemAdmin, { id }, arrival()))
    expect(entries.map(({ verb }) => verb)).toEqual(['account.withdraw'])
    const late = decideRequest(w.securityAdmin, { id, verb: 'grant', current: PASSWORD }, arrival())
    expect((await refusal(late)).message).toContain('已经决定')
  })

  test('where every security administrator has lost the password, the shell asks and the auditor agrees', async () => {
    const lost = await account('security_admin')
    await resetPassword(operator(), { id: lost.id, current: '' }, FROM_SHELL)
    expect((await refusal(decide(w.securityAdmin, lost.login))).code).toBe('forbidden')
    const { password } = await slipOf(decide(w.auditAdmin, lost.login))
    await signIn(lost.login, password, HERE)
  })

  test('a reset of who has a right leaves the password until another agrees', async () => {
    const user = await account('editor', { mayRelease: true })
    expect(await resetPassword(w.systemAdmin, { id: user.id, current: PASSWORD }, arrival())).toEqual({
      login: user.login,
      password: null,
    })
    await signIn(user.login, PASSWORD, HERE)
    const { password } = await slipOf(decide(w.securityAdmin, user.login))
    const viewer = await viewerOf((await signIn(user.login, password, HERE)).sessionId)
    expect(viewer).toMatchObject({ mustChangePassword: true })
    const wrong = resetPassword(w.systemAdmin, { id: w.reader.userId, current: 'Cuowu-2026-mima' }, arrival())
    expect((await refusal(wrong)).fields).toEqual({ current: '您本人的密码不正确。' })
  })

  test('nobody grants to himself, neither what he asked for nor what is about him', async () => {
    const risen = await someone('system_admin')
    const user = await account('editor')
    const asked = { id: user.id, login: user.login, name: user.name, role: 'editor', unit: '', mayIssue: 'yes' }
    await changeAccount(risen, changeAccountSchema.parse(asked), arrival())
    const now = { ...risen, role: 'security_admin' } as Viewer
    expect((await refusal(decide(now, user.login))).message).toContain('另一名安全管理员')
    const other = await someone('security_admin')
    await resetPassword(w.systemAdmin, { id: other.userId, current: PASSWORD }, arrival())
    const about = { ...other, role: 'audit_admin' } as Viewer
    expect((await refusal(decide(about, other.login))).message).toContain('另一名审计管理员')
    const own = { id: w.systemAdmin.userId, login: w.systemAdmin.login, name: '新名', unit: '' }
    const self = (role: string) => changeAccount(w.systemAdmin, changeAccountSchema.parse({ ...own, role }), arrival())
    expect((await refusal(self('security_admin'))).code).toBe('forbidden')
    expect(await self('system_admin')).toMatchObject({ waits: false })
  })

  test('the last of a kind that the office needs stays, and who had a right wakes only with a second hand', async () => {
    const user = await account('editor', { mayIssue: true })
    const others = (await db().select().from(users)).filter(
      (one) => one.mayIssue && !one.disabled && one.id !== user.id,
    )
    for (const { id } of others) await disableAccount(w.systemAdmin, { id }, arrival())
    const { message } = await refusal(disableAccount(w.systemAdmin, { id: user.id }, arrival()))
    expect(message).toContain('最后一名具有印发权限的编辑')
    const asked = { id: user.id, login: user.login, name: user.name, role: 'reader', unit: '' }
    const away = changeAccount(w.systemAdmin, changeAccountSchema.parse(asked), arrival())
    expect((await refusal(away)).message).toContain('最后一名具有印发权限的编辑')
    const [other] = others
    expect(await enableAccount(w.systemAdmin, { id: other?.id ?? '' }, arrival())).toMatchObject({ waits: true })
    expect((await stored(other?.login ?? ''))?.disabled).toBe(true)
    await decide(w.securityAdmin, other?.login ?? '')
    expect((await stored(other?.login ?? ''))?.disabled).toBe(false)
    await disableAccount(w.systemAdmin, { id: user.id }, arrival())
  })
})
