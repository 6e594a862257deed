import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMANDS } from '@/cli/commands'
import { run } from '@/cli/shell/run'
import { db } from '@/db/client'
import { items, targets, users } from '@/db/schema'
import { operator } from '@/lib/auth/viewer'
import { renewSamplePasswords } from '@/lib/data/people/passwords'
import { auditHead } from '@/lib/testing/transfer'
import { auditEntriesOf, refusal, someone } from '@/lib/testing/world'

const DAY = 24 * 3600_000
const NOW = Date.parse('2026-11-20T10:00:00+08:00')

beforeAll(() => {
  process.env.YANXIN_DEMO = '1'
})
afterAll(() => {
  delete process.env.YANXIN_DEMO
})

async function load(now = NOW) {
  const said = { out: '', err: [] as string[] }
  const out = (text: string) => {
    said.out += text
  }
  const code = await run(COMMANDS, ['demo-load'], {
    out,
    err: (line) => said.err.push(line),
    directory: '.',
    now: () => now,
  })
  expect({ code, err: said.err }).toEqual({ code: 0, err: [] })
  return JSON.parse(said.out) as { accounts: { login: string; password: string; role: string; unit: string | null }[] }
}

test('the sample passwords stay young in a demo database alone', async () => {
  expect((await refusal(renewSamplePasswords(operator(), ['czj'], NOW))).code).toBe('forbidden')
})

test('a new database gets the sample and its accounts, and is marked', async () => {
  const { accounts } = await load()
  expect(accounts).toHaveLength(10)
  expect(accounts[0]).toEqual({ login: 'czj', password: 'Yanxin-Sample-2020', role: '经办', unit: '区财政局' })
  expect(await db().$count(items)).toBe(1386)
  const people = await db().select().from(users)
  expect(people.every((user) => !user.mustChangePassword && user.name.startsWith('样例'))).toBe(true)
  expect(people.filter((user) => user.mayIssue && user.mayRelease).map((user) => user.login)).toEqual(['shenhe'])
  const err: string[] = []
  const shell = { out: () => undefined, err: (line: string) => void err.push(line), directory: '.', now: () => NOW }
  expect(await run(COMMANDS, ['demo-check'], shell)).toBe(1)
  expect(err).toEqual(['这是样例数据库。'])
})

test('again prints the same and changes nothing', async () => {
  const head = await auditHead()
  expect((await load()).accounts).toHaveLength(10)
  expect(await auditHead()).toBe(head)
})

test('after a month the sample passwords count as new, and that is on record', async () => {
  expect((await auditEntriesOf(() => load(NOW + 29 * DAY))).length).toBe(0)
  expect((await auditEntriesOf(() => load(NOW + 31 * DAY))).map(({ verb }) => verb)).toEqual(['account.renew_sample'])
  const [user] = await db().select().from(users)
  expect(user?.passwordChangedAt).toBe(NOW + 31 * DAY)
})

test('in a new year the units are given targets for it, and nothing else is touched', async () => {
  const before = await db().$count(targets)
  await load(Date.parse('2027-01-02T10:00:00+08:00'))
  expect(await db().$count(targets)).toBe(before + 57)
  expect(await db().$count(items)).toBe(1386)
})

test('nobody but the operator renews sample passwords', async () => {
  const admin = await someone('system_admin')
  expect((await refusal(renewSamplePasswords(admin, ['czj'], NOW))).code).toBe('forbidden')
})
