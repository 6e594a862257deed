import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, transaction } from '@/db/client'
import { attachments, audit } from '@/db/schema'
import { operator } from '@/lib/auth/viewer'
import { ATTACHMENT_BYTES_MAX } from '@/lib/domain/attachments/attachment'
import { settleIndex } from '@/lib/testing/indexing'
import { aDraft, anAttachment, anItem, arrival, refusal, sent, type World, world } from '@/lib/testing/world'
import { readItems } from '../desk/reading'
import { save, sendBack, submit, withdraw } from '../items/items'
import { inbox } from '../items/lists'
import { openItem } from '../items/open'
import { attachmentsOf, openAttachment } from './attachments'
import { readKept } from './inner/store'

let w: World
beforeAll(async () => {
  w = await world()
})

const placeOf = (sha256: string) => join(process.env.DATA_DIR ?? '', 'attachments', sha256.slice(0, 2), sha256)
const namesFor = async (viewer: World['clerk'], id: string) =>
  (await openItem(viewer, id)).attachments.map(({ name }) => name)
const find = async (text: string) => (await inbox(w.editor, { text, state: 'all' })).rows.map(({ id }) => id)
const idOf = async (viewer: World['clerk'], itemId: string, name: string) =>
  (await attachmentsOf(viewer, itemId)).find((one) => one.name === name)?.id ?? ''

describe('a file that comes with an item', () => {
  test('is read by its unit, by the desk and by leadership, as it was sent', async () => {
    const file = anAttachment('采收表.txt', '亩产一千二百斤', { warnings: ['秘密'], unread: ['picture'] })
    const { id } = await submit(w.clerk, anItem(), arrival('2026-02-01'), [file])
    for (const viewer of [w.clerk, w.colleague, w.signer, w.editor, w.reader]) {
      const [one, ...more] = (await openItem(viewer, id)).attachments
      expect(more).toEqual([])
      expect(one).toMatchObject({
        name: '采收表.txt',
        size: file.size,
        type: 'txt',
        warnings: ['秘密'],
        unread: ['picture'],
      })
      const opened = await openAttachment(viewer, id, one?.id ?? '')
      expect(opened).toMatchObject({ name: '采收表.txt', type: 'txt' })
      expect(opened.bytes.toString()).toBe('亩产一千二百斤')
    }
    const [read] = await readItems(w.editor, [id])
    expect(read?.attachments.map(({ name }) => name)).toEqual(['采收表.txt'])
  })

  test('is out of reach for everybody else, under its own address and under another item’s', async () => {
    const { id } = await submit(w.clerk, anItem(), arrival('2026-02-01'), [anAttachment('一.txt', '只属本局')])
    const other = await submit(w.otherClerk, anItem(), arrival('2026-02-01'), [anAttachment('二.txt', '另一局')])
    const one = await idOf(w.clerk, id, '一.txt')
    for (const viewer of [w.otherClerk, w.townClerk, w.systemAdmin, w.securityAdmin, w.auditAdmin])
      expect((await refusal(openAttachment(viewer, id, one))).code).toBe('not_found')
    expect((await refusal(openAttachment(w.otherClerk, other.id, one))).code).toBe('not_found')
    expect((await refusal(openAttachment(w.clerk, id, '../../etc/passwd'))).code).toBe('not_found')
    expect((await refusal(openAttachment(operator(), id, one))).code).toBe('forbidden')
  })

  test('of a draft is the unit’s alone', async () => {
    const { id } = await save(w.clerk, aDraft(), arrival('2026-02-01'), [anAttachment('草稿.txt', '未报的附件')])
    expect(await namesFor(w.clerk, id)).toEqual(['草稿.txt'])
    const one = await idOf(w.clerk, id, '草稿.txt')
    expect((await refusal(openAttachment(w.editor, id, one))).code).toBe('not_found')
    expect(await find('未报的附件')).toEqual([])
  })

  test('stands in the log as a digest, never by name', async () => {
    const file = anAttachment('某人名单.txt', '内容')
    const { id } = await submit(w.clerk, anItem(), arrival('2026-02-01'), [file])
    const [entry] = await db().select().from(audit).where(eq(audit.subject, id))
    expect(JSON.parse(entry?.detail ?? '')).toMatchObject({ attached: [file.sha256] })
    expect(entry?.detail).not.toContain('名单')
  })
})

describe('on disk', () => {
  test('the same content lies there once, for its owner only', async () => {
    const [a, b] = [anAttachment('甲.txt', '同一内容'), anAttachment('乙.txt', '同一内容')]
    const one = await submit(w.clerk, anItem(), arrival('2026-02-02'), [a, b])
    await submit(w.townClerk, anItem(), arrival('2026-02-02'), [a])
    expect(await namesFor(w.clerk, one.id)).toEqual(['甲.txt', '乙.txt'])
    const place = placeOf(a.sha256)
    expect(readdirSync(join(place, '..')).filter((name) => name.startsWith(a.sha256))).toEqual([a.sha256])
    expect(statSync(place).mode & 0o777).toBe(0o600)
    expect(statSync(join(place, '..')).mode & 0o777).toBe(0o700)
    expect(statSync(join(place, '../..')).mode & 0o777).toBe(0o700)
  })

  test('what is no longer what it was is refused, and mended by the same file sent again', async () => {
    const file = anAttachment('完好.txt', '原来的内容')
    const { id } = await submit(w.clerk, anItem(), arrival('2026-02-02'), [file])
    const one = await idOf(w.clerk, id, '完好.txt')
    writeFileSync(placeOf(file.sha256), '被改的内容')
    expect(await readKept(file.sha256)).toBeNull()
    expect(await refusal(openAttachment(w.editor, id, one))).toMatchObject({ code: 'conflict' })
    await submit(w.townClerk, anItem(), arrival('2026-02-02'), [file])
    expect((await openAttachment(w.editor, id, one)).bytes.toString()).toBe('原来的内容')
  })

  test('nothing is put there for whoever may not write items', async () => {
    const file = anAttachment('编辑.txt', '编辑所附')
    expect((await refusal(save(w.editor, aDraft(), arrival(), [file]))).code).toBe('forbidden')
    expect(existsSync(placeOf(file.sha256))).toBe(false)
  })
})

describe('the limits hold for all that an item then has', () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => anAttachment(`${i}.txt`, `第${i}个`))

  test('five files, those that stay among them', async () => {
    const { id, version } = await save(w.clerk, aDraft({ title: '旧' }), arrival('2026-02-03'), many(5))
    const extra = anAttachment('第六.txt', '多出的')
    const draft = aDraft({ id, version, title: '新' })
    const fault = await refusal(save(w.clerk, draft, arrival('2026-02-03'), [extra]))
    expect(fault).toMatchObject({ code: 'invalid', fields: { attachments: expect.stringContaining('最多 5 个') } })
    expect((await openItem(w.clerk, id)).item).toMatchObject({ version, title: '旧' })
    const removed = [await idOf(w.clerk, id, '3.txt')]
    await save(w.clerk, { ...draft, removed }, arrival('2026-02-03'), [extra])
    expect(await namesFor(w.clerk, id)).toEqual(['0.txt', '1.txt', '2.txt', '4.txt', '第六.txt'])
  })

  test('twenty megabytes together', async () => {
    const heavy = (n: number) => anAttachment(`${n}.txt`, `重${n}`, { size: ATTACHMENT_BYTES_MAX })
    const { id, version } = await save(w.clerk, aDraft(), arrival('2026-02-03'), [heavy(1), heavy(2)])
    const fault = await refusal(
      save(w.clerk, aDraft({ id, version }), arrival('2026-02-03'), [anAttachment('一字.txt', '一')]),
    )
    expect(fault).toMatchObject({ fields: { attachments: expect.stringContaining('合计不能超过 20 MB') } })
  })

  test('the same file again is the one that is there', async () => {
    const file = anAttachment('一.txt', '一样')
    const { id, version } = await save(w.clerk, aDraft(), arrival('2026-02-03'), [file])
    await save(w.clerk, aDraft({ id, version }), arrival('2026-02-03'), [file])
    expect(await namesFor(w.clerk, id)).toEqual(['一.txt'])
  })

  test('another item’s attachment can’t be taken out', async () => {
    const mine = await save(w.clerk, aDraft(), arrival('2026-02-03'), [anAttachment('我.txt', '我')])
    const theirs = await save(w.otherClerk, aDraft(), arrival('2026-02-03'), [anAttachment('他.txt', '他')])
    const removed = [await idOf(w.otherClerk, theirs.id, '他.txt')]
    await save(w.clerk, aDraft({ id: mine.id, version: mine.version, removed }), arrival('2026-02-03'))
    expect(await namesFor(w.otherClerk, theirs.id)).toEqual(['他.txt'])
  })
})

test('a request repeated under its key attaches once; with other files it is refused', async () => {
  const [item, at] = [anItem(), arrival('2026-02-04')]
  const first = await submit(w.clerk, item, at, [anAttachment('一.txt', '一')])
  expect(await submit(w.clerk, item, at, [anAttachment('一.txt', '一')])).toEqual(first)
  expect(await namesFor(w.clerk, first.id)).toEqual(['一.txt'])
  expect((await refusal(submit(w.clerk, item, at, [anAttachment('一.txt', '二')]))).code).toBe('conflict')
})

describe.each([
  ['sent back', (id: string) => sendBack(w.editor, { id, version: 1, reason: '请补充' }, arrival('2026-02-06'))],
  ['withdrawn', (id: string) => withdraw(w.clerk, { id, version: 1 }, arrival('2026-02-06'))],
])('while a unit rewrites what was %s', (_name, back) => {
  test('the office reads and finds what was sent, and after the next submission what was sent then', async () => {
    const word = randomUUID()
    const files = [anAttachment('旧表.txt', `旧${word}`), anAttachment('留下.txt', `留${word}`)]
    const { id } = await submit(w.clerk, anItem({ title: '带附件' }), arrival('2026-02-05'), files)
    await settleIndex()
    await back(id)
    const old = await idOf(w.clerk, id, '旧表.txt')
    const rewritten = anItem({ id, version: 2, title: '带附件', removed: [old] })
    await save(w.clerk, rewritten, arrival('2026-02-07'), [anAttachment('新表.txt', `新${word}`)])
    const fresh = await idOf(w.clerk, id, '新表.txt')
    expect(await namesFor(w.clerk, id)).toEqual(['留下.txt', '新表.txt'])
    for (const step of [async () => undefined, settleIndex]) {
      await step()
      expect(await namesFor(w.editor, id)).toEqual(['旧表.txt', '留下.txt'])
      expect(await find(`旧${word}`)).toEqual([id])
      expect(await find(`新${word}`)).toEqual([])
    }
    expect((await openAttachment(w.editor, id, old)).bytes.toString()).toBe(`旧${word}`)
    expect((await refusal(openAttachment(w.editor, id, fresh))).code).toBe('not_found')
    await submit(w.clerk, anItem({ id, version: 3, title: '带附件' }), arrival('2026-02-08'))
    for (const step of [async () => undefined, settleIndex]) {
      await step()
      expect(await namesFor(w.editor, id)).toEqual(['留下.txt', '新表.txt'])
      expect(await find(`旧${word}`)).toEqual([])
      expect(await find(`新${word}`)).toEqual([id])
      expect(await find(`留${word}`)).toEqual([id])
    }
    expect((await refusal(openAttachment(w.editor, id, old))).code).toBe('not_found')
  })
})

test('what was added and taken out again between two submissions was never sent', async () => {
  const { id } = await sent(w.clerk, '2026-02-09')
  await sendBack(w.editor, { id, version: 1, reason: '请补充' }, arrival('2026-02-10'))
  await save(w.clerk, anItem({ id, version: 2 }), arrival('2026-02-10'), [anAttachment('误附.txt', '误附内容')])
  const removed = [await idOf(w.clerk, id, '误附.txt')]
  await submit(w.clerk, anItem({ id, version: 3, removed }), arrival('2026-02-11'))
  for (const viewer of [w.clerk, w.editor]) expect(await namesFor(viewer, id)).toEqual([])
  expect(await find('误附内容')).toEqual([])
})

test('what the unit took out with the text that it last sent is not read again while that text is sent back', async () => {
  const word = randomUUID()
  const { id } = await submit(w.clerk, anItem(), arrival('2026-02-12'), [anAttachment('撤下.txt', word)])
  await sendBack(w.editor, { id, version: 1, reason: '附件有误' }, arrival('2026-02-13'))
  const removed = [await idOf(w.clerk, id, '撤下.txt')]
  await submit(w.clerk, anItem({ id, version: 2, removed }), arrival('2026-02-14'))
  await sendBack(w.editor, { id, version: 3, reason: '请补充' }, arrival('2026-02-15'))
  expect(await namesFor(w.editor, id)).toEqual([])
  expect((await refusal(openAttachment(w.editor, id, removed[0] ?? ''))).code).toBe('not_found')
  expect(await find(word)).toEqual([])
})

test('no attachment is ever deleted', async () => {
  const { id } = await submit(w.clerk, anItem(), arrival('2026-03-04'), [anAttachment('留底.txt', '留底')])
  const gone = transaction((tx) => tx.delete(attachments).where(eq(attachments.itemId, id)))
  await expect(gone).rejects.toThrow()
})
