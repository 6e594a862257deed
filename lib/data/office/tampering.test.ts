import { getTableName, is, Table } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeAnchors } from '@/db/anchors'
import { db } from '@/db/client'
import * as schema from '@/db/schema'
import { SEALED, UNSEALED } from '@/db/sealed'
import { remembered, tamper } from '@/db/testing.tamper'
import { operator } from '@/lib/auth/viewer'
import { trialRuns } from '@/lib/domain/base/testing'
import { findingInWords, TABLE_WORDS } from '@/lib/domain/office/finding'
import { TAMPERINGS, tamperable, triggersBack } from '@/lib/testing/tampering'
import { ACCESS_TAMPERINGS } from '@/lib/testing/tampering-accesses'
import { sent } from '@/lib/testing/world'
import { verifyNotice } from '../notices/issued'
import { verifyLog } from './verify'

const ALL = [...TAMPERINGS, ...ACCESS_TAMPERINGS]
const verify = () => verifyLog(operator())
let w: Awaited<ReturnType<typeof tamperable>>
let putBack: Awaited<ReturnType<typeof remembered>>

beforeAll(async () => {
  w = await tamperable()
  writeAnchors()
  putBack = await remembered([...new Set(ALL.flatMap(({ tables }) => tables))])
})

test('every table stands in the log’s care, or says why not, and has a name', () => {
  const tables = Object.values(schema).flatMap((one) => (is(one, Table) ? [getTableName(one)] : []))
  const known = [...SEALED.map(({ name }) => name), ...Object.keys(UNSEALED)]
  expect(known.toSorted()).toEqual(tables.toSorted())
  expect(Object.keys(TABLE_WORDS).toSorted()).toEqual(SEALED.map(({ name }) => name).toSorted())
})

describe('what was done past the portal is found and named', () => {
  test.each(ALL.map((kind) => [kind.name, kind] as const))('%s', async (_name, { at, tables }) => {
    for (let n = 0; n < trialRuns(1, 100); n++) {
      const expected = await at(n)
      const { findings } = await verify()
      expect(findings[0]).toMatchObject(expected)
      expect(findings.map(findingInWords).join('')).not.toMatch(/undefined|null/)
      await triggersBack()
      await putBack(tables)
    }
  })

  test('and nothing once all is as it was', async () => expect((await verify()).findings).toEqual([]))
})

test('the printed code of a notice that was put in place of another is answered as forged', async () => {
  const issued = async () => (await db().select().from(schema.notices))[0]?.code ?? ''
  const printed = await issued()
  expect(await verifyNotice(w.reader, printed)).toMatchObject({ intact: true, anchor: { seq: expect.any(Number) } })
  await TAMPERINGS.find(({ tables }) => tables.includes('notices'))?.at(0)
  expect(await verifyNotice(w.reader, printed)).toMatchObject({ forged: true, code: printed })
  expect(await verifyNotice(w.reader, await issued())).toMatchObject({ intact: false, anchor: null })
  await putBack(['notices'])
})

test('what the portal itself writes is found clean, while it goes on writing too', async () => {
  for (let n = 0; n < trialRuns(1, 200); n++) {
    const [verified] = await Promise.all([verify(), w.more(), w.more()])
    expect(verified.findings).toEqual([])
    expect(verified.rows).toBeGreaterThan(50)
  }
})

test('a forged row that the portal then writes again is not made good by that', async () => {
  const { id } = await sent(w.clerk, '2026-05-06')
  await tamper(async (run) => void (await run(`UPDATE items SET title = '伪造' WHERE id = '${id}'`)))
  await w.sendBack(id)
  const { findings } = await verify()
  expect(findings).toMatchObject([{ kind: 'row_foreign', table: 'items', key: id }])
})
