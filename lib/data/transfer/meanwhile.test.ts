import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { record } from '@/db/audit'
import { type Database, db } from '@/db/client'
import { items } from '@/db/schema'
import { operator } from '@/lib/auth/viewer'
import type { Viewer } from '@/lib/domain/people/policy'
import { auditHead, filesOf, HEADERS, loadFolder, NOW } from '@/lib/testing/transfer'
import { aDraft, arrival, directly, refusal, someone } from '@/lib/testing/world'
import { save, sendBack } from '../items/items'
import { register } from '../office/register'
import { importFiles } from './import'

const ITEM = '甲1,区财政局,一,正文,2020-08-01T09:00:00+08:00,张三,+86 28,'
let clerk: Viewer
let editor: Viewer

beforeAll(async () => {
  await loadFolder({ 'units.csv': ['区财政局,department,'] })
  const [unit] = await register(operator())
  clerk = await someone('clerk', { unitId: unit?.id ?? '' })
  editor = await someone('editor')
})

const one = async (ref: string) =>
  (await db().select().from(items).where(eq(items.ref, ref)))[0] as typeof items.$inferSelect

describe('while an import is read', () => {
  /** A file in the middle of whose reading something else happens. */
  const midway = (rows: readonly string[], meanwhile: () => Promise<unknown>) => ({
    name: 'items.csv',
    size: 1,
    open: once(async function* (times) {
      yield Buffer.from(`${HEADERS['items.csv']}\n${rows[0]}\n`)
      if (times === 2) await meanwhile() // first it is read to see whether it is UTF-8
      yield Buffer.from(`${rows.slice(1).join('\n')}\n`)
    }),
  })
  function once(read: (times: number) => AsyncGenerator<Uint8Array>) {
    let times = 0
    return () => read(++times)
  }
  const row = (ref: string, title = '一') => ITEM.replace('甲1', ref).replace(',一,', `,${title},`)

  test('others write; what it does not touch is no matter to it', async () => {
    const file = midway([row('间1'), row('间2')], () => save(clerk, aDraft(), arrival()))
    expect(await importFiles(operator(), [file], { now: NOW })).toMatchObject({ changed: 2, unchanged: 0 })
  })

  test('but who acts on one of its items, or on what it rests on, stops it, and nothing of it is there', async () => {
    const { id } = await one('间1')
    const other = await one('间2')
    const says = (verb: 'rule.write' | 'data.mark', subject: string) => (tx: Database) =>
      record(tx, 'system', { verb: 'data.mark', subject, detail: { value: '' }, ...({ verb } as object) })
    const acts = [
      () => sendBack(editor, { id, version: 1, reason: '补充' }, arrival()),
      () => directly(says('rule.write', 'town')),
      () =>
        directly(async (tx) => {
          await tx.update(items).set({ ref: '间4' }).where(eq(items.id, other.id))
          await says('data.mark', other.id)(tx)
        }),
    ]
    for (const act of acts) {
      const file = midway([row('间3'), row('间4'), row('间1', '改过')], act)
      const { code, message } = await refusal(importFiles(operator(), [file], { now: NOW }))
      expect([code, message]).toEqual(['conflict', expect.stringContaining('请再导一次')])
      expect(await one('间3')).toBeUndefined()
      if (act === acts[0]) await directly((tx) => tx.update(items).set({ state: 'received' }).where(eq(items.id, id)))
    }
  })

  test('what would keep others from writing for too long is undone, and says for how long', async () => {
    const files = filesOf({ 'items.csv': [row('间5'), row('间6')] })
    const { code, message } = await refusal(importFiles(operator(), files, { now: NOW, holdMost: 0 }))
    expect(code).toBe('conflict')
    expect(message).toMatch(/要写 2 行，其间约 \d+ 秒.*--closed/)
    expect(await one('间5')).toBeUndefined()
    expect(await importFiles(operator(), files, { now: NOW })).toMatchObject({ changed: 2, unchanged: 0 })
    const head = await auditHead()
    expect(await importFiles(operator(), files, { now: NOW, holdMost: 0 })).toMatchObject({ changed: 0, unchanged: 2 })
    expect(await auditHead()).toBe(head)
  })
})
