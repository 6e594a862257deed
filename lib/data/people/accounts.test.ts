import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { audit, formerPasswords, requestKeys, users } from '@/db/schema'
import { signIn } from '@/lib/auth/sign-in'
import { operator, viewerOf } from '@/lib/auth/viewer'
import { can, type Role } from '@/lib/domain/people/policy'
import { addAccountSchema } from '@/lib/schemas/people'
import {
  account,
  aGrade,
  anItem,
  arrival,
  auditEntriesOf,
  PASSWORD,
  refusal,
  sent,
  slipOf,
  type World,
  world,
} from '@/lib/testing/world'
import { grade } from '../adoptions/adoptions'
import { submit, withdraw } from '../items/items'
import { accountCount, accounts, addAccount, changeAccount, disableAccount, enableAccount } from './accounts'
import { resetPassword } from './passwords'

let w: World
let count = 0
beforeAll(async () => {
  w = await world()
})

/** What the form for a new account hands over, through its schema. */
function form(role: Role, over: Record<string, string> = {}) {
  const unit = ['clerk', 'signer'].includes(role) ? '样例一局' : ''
  return addAccountSchema.parse({ login: `xin${++count}`, name: '样例新人', role, unit, ...over })
}

async function stored(login: string) {
  const [row] = await db().select().from(users).where(eq(users.login, login))
  if (!row) throw new Error(`no ${login}`)
  return row
}

describe('a new account', () => {
  test.each<Role>(['clerk', 'signer', 'editor', 'reader'])(
    'signs in with its first password, which it must change: %s',
    async (role) => {
      const input = form(role)
      const { login, password } = await slipOf(addAccount(w.systemAdmin, input, arrival()))
      const { sessionId } = await signIn(login, password, '10.0.0.1')
      const viewer = await viewerOf(sessionId)
      const unitId = role === 'clerk' || role === 'signer' ? 'dept' : null
      expect(viewer).toMatchObject({ role, unitId, name: '样例新人', mustChangePassword: true })
      expect(viewer && can(viewer, 'figures.read').allowed).toBe(false)
    },
  )

  test('leaves one audit entry; a refused one none, and no account', async () => {
    const input = form('reader')
    const entries = await auditEntriesOf(() => addAccount(w.systemAdmin, input, arrival()))
    expect(entries.map((e) => [e.verb, e.actor, e.figures])).toEqual([['account.add', w.systemAdmin.userId, null]])
    const before = await accountCount(w.systemAdmin)
    expect(await auditEntriesOf(() => addAccount(w.systemAdmin, input, arrival()))).toEqual([])
    expect(await accountCount(w.systemAdmin)).toBe(before)
  })

  test('has a login of its own, in whatever case', async () => {
    const input = form('reader')
    await addAccount(w.systemAdmin, input, arrival())
    const taken = form('editor', { login: input.login.toUpperCase() })
    expect(await refusal(addAccount(w.systemAdmin, taken, arrival()))).toEqual({
      code: 'conflict',
      message: '登录名已被使用。',
      fields: { login: `登录名“${input.login}”已被使用，请换一个。` },
    })
  })

  test('belongs to a unit where its role asks for one: by id, name or another name of the unit', async () => {
    for (const unit of ['dept', '样例一局', '样例局']) {
      const { login } = await addAccount(w.systemAdmin, form('clerk', { unit }), arrival())
      expect((await stored(login)).unitId).toBe('dept')
    }
    const none = await refusal(addAccount(w.systemAdmin, form('clerk', { unit: '' }), arrival()))
    expect(none).toMatchObject({ code: 'invalid', fields: { unit: '该角色须指定所属单位。' } })
    const unknown = await refusal(addAccount(w.systemAdmin, form('signer', { unit: '没有的局' }), arrival()))
    expect(unknown.fields).toEqual({ unit: '名册中没有“没有的局”。' })
  })

  test('of another role has no unit and no right that its role cannot hold', async () => {
    const over = { unit: 'dept', mayRelease: 'yes', mayIssue: 'yes' }
    const reader = await addAccount(w.systemAdmin, form('reader', over), arrival())
    expect(await stored(reader.login)).toMatchObject({ unitId: null, mayRelease: false, mayIssue: false })
    const editor = await addAccount(w.systemAdmin, form('editor', { unit: 'dept' }), arrival())
    expect(await stored(editor.login)).toMatchObject({ unitId: null, mayRelease: false, mayIssue: false })
  })

  test('can never be the operator', () => {
    expect(addAccountSchema.safeParse({ login: 'abc', name: '样例', role: 'operator' }).success).toBe(false)
  })
})

describe('a password', () => {
  test('stands nowhere in the database, neither the first nor a new one', async () => {
    const made = await slipOf(addAccount(w.systemAdmin, form('reader'), arrival()))
    const reset = await slipOf(
      resetPassword(w.systemAdmin, { id: (await stored(made.login)).id, current: PASSWORD }, arrival()),
    )
    const everything = JSON.stringify([
      await db().select().from(requestKeys),
      await db().select().from(users),
      await db().select().from(formerPasswords),
      await db().select().from(audit),
    ])
    for (const { password } of [made, reset]) expect(everything).not.toContain(password)
  })

  test('is shown once: the same request again makes no second account, and says what to do', async () => {
    const [input, once] = [form('reader'), arrival()]
    await addAccount(w.systemAdmin, input, once)
    expect(await refusal(addAccount(w.systemAdmin, input, once))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('重置密码'),
    })
    const { id, passwordHash } = await stored(input.login)
    const reset = arrival()
    await resetPassword(w.systemAdmin, { id, current: PASSWORD }, reset)
    const { passwordHash: after } = await stored(input.login)
    expect((await refusal(resetPassword(w.systemAdmin, { id, current: PASSWORD }, reset))).code).toBe('conflict')
    expect(after).not.toBe(passwordHash)
    expect((await stored(input.login)).passwordHash).toBe(after)
  })

  test('is never part of the list of accounts', async () => {
    const list = await accounts(w.systemAdmin)
    expect(JSON.stringify(list)).not.toMatch(/argon2|password_?hash/i)
    expect(list.find((a) => a.login === w.clerk.login)).toEqual({
      id: w.clerk.userId,
      login: w.clerk.login,
      name: '样例clerk',
      role: 'clerk',
      unitId: 'dept',
      unit: '样例一局',
      mayRelease: false,
      mayIssue: false,
      disabled: false,
      mustChangePassword: false,
      codeSince: null,
    })
  })
})

describe('in different hands', () => {
  test('accounts are the system administrator’s and the operator’s alone', async () => {
    const target = await account('reader')
    for (const name of ['clerk', 'signer', 'editor', 'reader', 'securityAdmin', 'auditAdmin'] as const) {
      const viewer = w[name]
      const attempts = [
        () => addAccount(viewer, form('reader'), arrival()),
        () => changeAccount(viewer, { ...form('clerk'), id: target.id }, arrival()),
        () => disableAccount(viewer, { id: target.id }, arrival()),
        () => enableAccount(viewer, { id: target.id }, arrival()),
        () => resetPassword(viewer, { id: target.id, current: PASSWORD }, arrival()),
      ]
      for (const attempt of attempts)
        expect(await refusal(attempt())).toMatchObject({
          code: 'forbidden',
          message: '只有系统管理员可以管理账号。',
        })
    }
    expect((await refusal(disableAccount(operator(), { id: target.id }, arrival()))).code).toBe('forbidden')
  })

  test('no administrator writes, withdraws or grades an item', async () => {
    const { id, version } = await sent(w.clerk, '2026-05-05')
    for (const name of ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const) {
      expect((await refusal(submit(w[name], anItem(), arrival()))).code).toBe('forbidden')
      expect((await refusal(withdraw(w[name], { id, version }, arrival()))).code).toBe('not_found')
      expect((await refusal(grade(w[name], aGrade(id, '2026-05-06'), arrival()))).code).toBe('not_found')
    }
  })

  test('nobody disables the own account; disabling and enabling each leave one audit entry', async () => {
    const own = await refusal(disableAccount(w.systemAdmin, { id: w.systemAdmin.userId }, arrival()))
    expect(own).toMatchObject({ code: 'forbidden', message: expect.stringContaining('另一名系统管理员') })
    const { id } = await account('reader')
    const entries = async (change: typeof disableAccount) =>
      (await auditEntriesOf(() => change(w.systemAdmin, { id }, arrival()))).map((e) => [e.verb, e.subject])
    expect(await entries(disableAccount)).toEqual([['account.disable', id]])
    expect(await entries(enableAccount)).toEqual([['account.enable', id]])
    expect((await refusal(disableAccount(w.systemAdmin, { id: randomUUID() }, arrival()))).code).toBe('not_found')
  })
})
