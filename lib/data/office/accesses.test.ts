import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { writeAnchors } from '@/db/anchors'
import { record } from '@/db/audit'
import { db, transaction } from '@/db/client'
import { accesses } from '@/db/schema'
import { tamper } from '@/db/testing.tamper'
import { noteAccess, refusalsNoted, writeAccesses } from '@/lib/auth/accesses'
import { operator } from '@/lib/auth/viewer'
import { cameFrom } from '@/lib/domain/base/origin'
import { trialRuns } from '@/lib/domain/base/testing'
import { addressAsked, addressRefused } from '@/lib/domain/office/access'
import type { AuditFilter } from '@/lib/domain/office/audit-filter'
import { auditEntriesOf, refusal, sent, someone, type World, world } from '@/lib/testing/world'
import { authorize } from '../core/authorize'
import { openItem } from '../items/open'
import { accounts } from '../people/accounts'
import { acceptBreaks } from './accept'
import { accessExport, accessPage } from './accesses'
import { verifyToday } from './inner/verify/daily'
import { verifyLog } from './verify'

let w: World
let item: { id: string; ref: string }

beforeAll(async () => {
  w = await world()
  item = await sent(w.clerk, '2026-05-05')
  await cameFrom('10.1.2.3', async () => {
    for (let n = 0; n < 3; n++) await openItem(w.editor, item.id)
    await openItem(w.clerk, item.id)
    await accounts(w.auditAdmin)
    const asked = addressAsked('/ranking/[quarter]/csv', { quarter: '2026Q2' }, new URLSearchParams({ table: 'x' }))
    noteAccess(w.reader, 'file.download', [asked])
    const address = addressRefused('/desk/[id]', { id: item.id })
    const at = { right: 'desk.read', address } as const
    await refusal(refusalsNoted(w.clerk, at, async () => authorize(w.clerk, 'desk.read')))
  })
  await writeAccesses()
})

const found = (filter: AuditFilter) => accessPage(w.auditAdmin, null, 50, filter)

test('who read what of people, took what away and was refused what, in words, one line a day', async () => {
  const lines = await found({})
  const said = `信息 ${item.ref}（样例一局）`
  expect(lines.map(({ verb, name, object, right, origin }) => [verb, name, object ?? right, origin])).toEqual([
    ['right.refused', w.clerk.name, said, '10.1.2.3'],
    ['file.download', w.reader.name, '排名表格 2026年二季度', '10.1.2.3'],
    ['account.list', w.auditAdmin.name, null, '10.1.2.3'],
    ['item.read', w.editor.name, said, '10.1.2.3'],
  ])
  expect(lines[0]).toMatchObject({ right: 'desk.read', address: `/desk/${item.id}` })
  expect(await found({ object: item.ref })).toMatchObject([{ verb: 'right.refused' }, { verb: 'item.read' }])
  expect(await found({ person: w.reader.login })).toMatchObject([{ verb: 'file.download' }])
  expect(await found({ from: '2020-01-01', to: '2020-01-02' })).toEqual([])
})

test('of many addresses that one person is refused in a day some are named, then the right alone', async () => {
  const forbidden = async () => authorize(w.reader, 'audit.read')
  const asks = (n: number) => refusalsNoted(w.reader, { right: 'audit.read', address: `/audit ${n}` }, forbidden)
  for (let n = 0; n < 40; n++) await refusal(asks(n))
  await writeAccesses()
  const lines = await found({ verb: 'right.refused', person: w.reader.login })
  expect(lines.filter(({ address }) => address === '')).toHaveLength(1)
  expect(lines.length).toBeLessThan(30)
})

test('what another process wrote already is written no second time; another day is', async () => {
  const before = await db().$count(accesses)
  const at = Date.now() + 86_400_000
  noteAccess(w.editor, 'item.read', [item.id], at)
  await writeAccesses(at)
  expect(await db().$count(accesses)).toBe(before + 1)
  await writeAccesses(at)
  writeAnchors()
  expect((await verifyLog(w.auditAdmin)).findings).toEqual([])
})

test('it is open to audit administrators alone, and taking it away is audited', async () => {
  let some: unknown[] = []
  const entries = await auditEntriesOf(async () => {
    for await (const part of await accessExport(w.auditAdmin, { verb: 'item.read' }, Date.now()))
      some = [...some, ...part]
  })
  expect(some.length).toBeGreaterThan(0)
  expect(entries).toMatchObject([{ verb: 'audit.export', detail: expect.stringContaining('"log":"access"') }])
  for (const name of ['clerk', 'editor', 'reader', 'systemAdmin', 'securityAdmin'] as const)
    expect((await refusal(accessPage(w[name], null))).code).toBe('forbidden')
})

test('written by many at once, the chain stays whole', async () => {
  for (let n = 0; n < trialRuns(1, 20); n++) {
    const readers = await Promise.all([someone('reader'), someone('editor')])
    const work = readers.flatMap((viewer) =>
      Array.from({ length: 5 }, async (_, i) => {
        noteAccess(viewer, 'item.read', [`${n} ${i}`])
        await writeAccesses()
      }),
    )
    await Promise.all([...work, verifyLog(w.auditAdmin)])
  }
  writeAnchors()
  const { findings, accesses: head } = await verifyLog(w.auditAdmin)
  expect([findings, head.seq]).toEqual([[], await db().$count(accesses)])
})

test('what was kept for a year and seen by many checks goes from the oldest, and the log stays whole', async () => {
  const now = Date.now()
  const { accesses: head } = await verifyLog(w.auditAdmin)
  const seen = (days: number) => ({
    ...{ entries: 1, rows: 1, findings: 0, first: null, accesses: head },
    ...{ at: now - days * 86_400_000 },
  })
  await transaction(async (tx) => {
    for (let days = 400; days > 200; days--) {
      const { at, ...detail } = seen(days)
      await record(tx, 'system', { verb: 'audit.verify', subject: 'database', detail }, at)
    }
  })
  noteAccess(w.reader, 'item.read', ['kept'])
  await writeAccesses()
  await verifyToday(now)
  expect(await db().select({ seq: accesses.seq }).from(accesses)).toEqual([{ seq: head.seq + 1 }])
  noteAccess(w.reader, 'item.read', ['next'])
  await writeAccesses()
  writeAnchors()
  expect(await verifyLog(w.auditAdmin)).toMatchObject({ findings: [], gone: head.seq })
  await expect(transaction((tx) => tx.delete(accesses).where(eq(accesses.seq, head.seq + 1)))).rejects.toThrow()
  await tamper(async (run) => void (await run(`DELETE FROM accesses WHERE seq = ${head.seq + 1}`)))
  const { findings } = await verifyLog(w.auditAdmin)
  expect(findings).toMatchObject([{ kind: 'entry_missing', log: 'access', seq: head.seq + 1 }])
  await acceptBreaks(operator(), { reason: '检验', newKey: false })
  expect(await verifyLog(w.auditAdmin)).toMatchObject({ findings: [], gone: head.seq })
})
