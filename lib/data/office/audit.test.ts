import { beforeAll, expect, test } from 'vitest'
import { writeAnchors } from '@/db/anchors'
import { db } from '@/db/client'
import { audit, items } from '@/db/schema'
import { cameFrom } from '@/lib/domain/base/origin'
import type { AuditFilter } from '@/lib/domain/office/audit-filter'
import { auditEntriesOf, refusal, sent, type World, world } from '@/lib/testing/world'
import { auditExport, auditPage } from './audit'
import { verifyToday } from './inner/verify/daily'
import { lastCheck, verifyLog } from './verify'

let w: World

beforeAll(async () => {
  w = await world()
  await cameFrom('10.1.2.3', async () => {
    for (let n = 0; n < 6; n++) await sent(w.clerk, '2026-05-05')
  })
  writeAnchors()
})

test('the log reads newest first, page by page', async () => {
  const count = await db().$count(audit)
  const first = await auditPage(w.auditAdmin, null, 4)
  expect(first.map((row) => row.seq)).toEqual([0, 1, 2, 3].map((n) => count - n))
  const next = await auditPage(w.auditAdmin, first.at(-1)?.seq ?? 0, 100)
  expect(next.map((row) => row.seq)).toEqual(Array.from({ length: count - 4 }, (_, n) => count - 4 - n))
})

test('it is found by whom, what, when and on what, and says all that in words', async () => {
  const [item] = await db().select().from(items).limit(1)
  const found = async (filter: AuditFilter) => auditPage(w.auditAdmin, null, 50, filter)
  const sending = {
    verb: 'item.submit',
    name: w.clerk.name,
    object: `信息 ${item?.ref}（样例一局）`,
    origin: '10.1.2.3',
  }
  expect(await found({ object: item?.ref })).toMatchObject([sending])
  expect(await found({ person: w.clerk.login, verb: 'item.submit' })).toHaveLength(6)
  expect(await found({ from: '2026-05-05', to: '2026-05-05', object: '样例一局' })).toHaveLength(6)
  expect(await found({ from: '2026-05-06', to: '2026-05-06' })).toEqual([])
  expect(await found({ person: '没有的人' })).toEqual([])
})

test('taking it away as a file is an entry itself', async () => {
  const filter = { verb: 'item.submit' }
  let some: unknown[] = []
  const entries = await auditEntriesOf(async () => {
    for await (const part of await auditExport(w.auditAdmin, filter, Date.now())) some = [...some, ...part]
  })
  expect(some).toHaveLength(6)
  expect(entries).toMatchObject([
    { actor: w.auditAdmin.userId, verb: 'audit.export', detail: JSON.stringify({ filter }) },
  ])
  expect((await refusal(auditExport(w.editor, filter, Date.now()))).code).toBe('forbidden')
})

test('a check is made once a day and leaves what it found', async () => {
  const now = Date.now()
  expect(await lastCheck(w.auditAdmin)).toBeNull()
  const entries = await auditEntriesOf(async () => {
    await verifyToday(now)
    await verifyToday(now)
  })
  expect(entries).toMatchObject([{ actor: 'system', verb: 'audit.verify' }])
  expect(await lastCheck(w.auditAdmin)).toMatchObject({ at: now, findings: 0, first: null })
})

test('the log is open to audit administrators alone', async () => {
  for (const name of ['clerk', 'editor', 'reader', 'systemAdmin', 'securityAdmin'] as const) {
    expect((await refusal(auditPage(w[name], null))).code).toBe('forbidden')
    expect((await refusal(verifyLog(w[name]))).code).toBe('forbidden')
  }
})
