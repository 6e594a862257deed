import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { adoptions, itemEvents, items, itemVersions, targets } from '@/db/schema'
import { operator } from '@/lib/auth/viewer'
import type { Viewer } from '@/lib/domain/people/policy'
import { filesOf, HEADERS, loadFolder, NOW } from '@/lib/testing/transfer'
import { arrival, auditEntriesOf, directly, refusal, someone } from '@/lib/testing/world'
import { revokeAdoption } from '../adoptions/adoptions'
import { adoptionsOf } from '../adoptions/reading'
import { withdraw } from '../items/items'
import { register } from '../office/register'
import { exportFiles, exportTo } from './export'
import { importFiles } from './import'

const ITEM = '甲1,区财政局,一,正文,2020-08-01T09:00:00+08:00,张三,+86 28,'
let clerk: Viewer
let editor: Viewer

beforeAll(async () => {
  await loadFolder({ 'units.csv': ['区财政局,department,财政局', '区发改局,department,', '中和镇,town,'] })
  const [unit] = await register(operator())
  clerk = await someone('clerk', { unitId: unit?.id ?? '' })
  editor = await someone('editor')
})

const one = async (ref: string) =>
  (await db().select().from(items).where(eq(items.ref, ref)))[0] as typeof items.$inferSelect
const names = async () => (await register(operator())).map(({ name }) => name)

test('an item arrives as if it had been submitted then', async () => {
  const entries = await auditEntriesOf(() => loadFolder({ 'items.csv': [ITEM] }))
  expect(entries.map(({ verb, figures, actor }) => [verb, figures, actor])).toEqual([
    ['data.import', '2020Q3', 'operator'],
  ])
  expect(JSON.parse(entries[0]?.detail ?? '').files['items.csv']).toMatchObject({ changed: 1, unchanged: 0 })
  const item = await one('甲1')
  const at = Date.parse('2020-08-01T01:00:00Z')
  expect(item).toMatchObject({
    state: 'received',
    quarter: '2020Q3',
    submittedAt: at,
    type: null,
    createdBy: null,
    version: 1,
    signer: null,
  })
  const events = await db().select().from(itemEvents).where(eq(itemEvents.itemId, item.id))
  expect(events).toMatchObject([{ verb: 'submit', at, by: null, version: 1 }])
  expect(await db().select().from(itemVersions).where(eq(itemVersions.itemId, item.id))).toMatchObject([
    { title: '一', version: 1 },
  ])
})

test('a changed row under a known key updates it, and moves the figures of both quarters', async () => {
  const changed = ITEM.replace(',一,', ',二,').replace('2020-08', '2020-06').replace('区财政局', '财政局')
  const entries = await auditEntriesOf(() => loadFolder({ 'items.csv': [changed] }))
  expect(entries.map(({ figures }) => figures)).toEqual(['2020Q2', '2020Q3'])
  const item = await one('甲1')
  expect(item).toMatchObject({ title: '二', quarter: '2020Q2', version: 2, author: '张三', updatedAt: NOW })
  const versions = await db()
    .select()
    .from(itemVersions)
    .where(eq(itemVersions.itemId, item.id))
    .orderBy(itemVersions.version)
  expect(versions.map(({ title }) => title)).toEqual(['一', '二'])
  await loadFolder({ 'items.csv': [changed.replace('张三', '李四')] })
  expect(await db().select().from(itemVersions).where(eq(itemVersions.itemId, item.id))).toHaveLength(2)
  await loadFolder({ 'items.csv': [ITEM] })
})

test('rules and targets move all figures, once', async () => {
  const folder = { 'rules.csv': ['town,2020Q1,province,20.5,依据'], 'targets.csv': ['财政局,2020,12,24.25'] }
  expect((await auditEntriesOf(() => loadFolder(folder))).map(({ figures }) => figures)).toEqual(['all'])
  expect(await auditEntriesOf(() => loadFolder(folder))).toEqual([])
  await loadFolder({ 'rules.csv': ['town,2020Q1,province,21,'], 'targets.csv': ['区财政局,2020,13,24.25'] })
  expect(await db().select().from(targets)).toMatchObject([{ quarterlyItems: 13, annualPoints: 2425 }])
  expect((await exportFiles(operator()))['rules.csv']).toContain('town,2020Q1,province,21,\n')
})

test('an adoption that is recorded, even one revoked since, is not recorded again', async () => {
  const rows = ['甲1,district_full,2020-10-08,每日要情,3', '甲1,forwarded,2020-10-08,,']
  const entries = await auditEntriesOf(() => loadFolder({ 'adoptions.csv': rows }))
  expect(entries.map(({ figures }) => figures)).toEqual(['2020Q4'])
  const [first] = await adoptionsOf(editor, [(await one('甲1')).id])
  await revokeAdoption(editor, { adoptionId: first?.id ?? '', reason: '误登' }, arrival())
  expect(await loadFolder({ 'adoptions.csv': rows })).toMatchObject({ changed: 0, unchanged: 2 })
  expect(await db().select().from(adoptions)).toHaveLength(2)
})

test('an item that moves to another unit takes the figures of its adoptions along', async () => {
  const moved = ITEM.replace('区财政局', '中和镇')
  expect((await auditEntriesOf(() => loadFolder({ 'items.csv': [moved] }))).map(({ figures }) => figures)).toEqual([
    '2020Q3',
    '2020Q4',
  ])
  await loadFolder({ 'items.csv': [ITEM] })
})

test('what is not received any more stays as it is: the same row is fine, a changed one or an adoption is refused', async () => {
  const row = '甲2,区财政局,撤回的,正文,2020-08-01T09:00:00+08:00,,,'
  await loadFolder({ 'items.csv': [row] })
  const { id, version } = await one('甲2')
  await withdraw(clerk, { id, version }, arrival())
  expect(await loadFolder({ 'items.csv': [row] })).toMatchObject({ changed: 0, unchanged: 1 })
  const faultsOf = (folder: Parameters<typeof loadFolder>[0]) =>
    loadFolder(folder).catch((error) => error.faults.map((f: { line: number; why: string }) => [f.line, f.why]))
  expect(await faultsOf({ 'items.csv': [row.replace('撤回的', '改的')] })).toEqual([
    [2, expect.stringContaining('“撤回”')],
  ])
  expect(await faultsOf({ 'adoptions.csv': ['甲2,province,2020-09-01,,'] })).toEqual([
    [2, '信息“甲2”现为“撤回”，不能登记采用。'],
  ])
})

test('file order is the official order, and units that the file does not hold come after', async () => {
  await loadFolder({ 'units.csv': ['中和镇,town,', '区教育局,department,教育局'] })
  expect(await names()).toEqual(['中和镇', '区教育局', '区财政局', '区发改局'])
  expect(await loadFolder({ 'units.csv': ['中和镇,town,', '区教育局,department,教育局'] })).toMatchObject({
    changed: 0,
    unchanged: 2,
  })
})

test('aliases follow the row: dropped, added, and handed to another unit', async () => {
  await loadFolder({ 'units.csv': ['中和镇,town,中和', '区教育局,department,教体局', '区发改局,department,教育局'] })
  const aliases = Object.fromEntries((await register(operator())).map((u) => [u.name, u.aliases]))
  expect(aliases).toEqual({ 中和镇: ['中和'], 区教育局: ['教体局'], 区发改局: ['教育局'], 区财政局: ['财政局'] })
})

test('a row under an alias means the unit and does not rename it', async () => {
  expect(await loadFolder({ 'units.csv': ['中和,town,'] })).toMatchObject({ changed: 0, unchanged: 1 })
  expect(await names()).toContain('中和镇')
})

test('a BOM, CRLF, another order of columns and quoted cells are all fine', async () => {
  const bom = '\uFEFFcategory,aliases,name\r\ntown,,"保和镇"\r\n\r\ndepartment,"统计局|""统计""",区统计局\r\n'
  expect(await loadFolder({ 'units.csv': bom })).toMatchObject({ changed: 2, unchanged: 0 })
  const text = `${HEADERS['items.csv']}\r\n乙1,保和镇,标题,"第一段，\r\n第二段","2020-08-01T09:00:00.5Z",,,\r\n`
  await loadFolder({ 'items.csv': text })
  expect(await one('乙1')).toMatchObject({
    body: '第一段，\n第二段',
    submittedAt: Date.parse('2020-08-01T09:00:00.5Z'),
  })
  expect(await loadFolder({ 'items.csv': text.replaceAll('\r', '') })).toMatchObject({ changed: 0, unchanged: 1 })
})

test('progress moves to its end', async () => {
  const seen: number[] = []
  const folder = filesOf({ 'items.csv': Array.from({ length: 1201 }, (_, i) => ITEM.replace('甲1', `多${i}`)) })
  await importFiles(operator(), folder, { now: NOW, progress: (done, total) => seen.push(done / total) })
  expect(seen.length).toBeGreaterThan(3)
  expect(seen.at(-1)).toBe(1)
  expect(seen.toSorted((a, b) => a - b)).toEqual(seen)
})

test('a long file is read as its rows are written, and exported as it is taken, never whole', async () => {
  const pieces = 30
  let given = 0
  const open = async function* () {
    yield Buffer.from(`${HEADERS['items.csv']}\n`)
    for (let n = 0; n < pieces; n++) {
      given++
      const at = `T10:${n + 10}:00`
      const rows = Array.from({ length: 100 }, (_, i) => ITEM.replace('甲1', `长${n}-${i}`).replace('T09:00:00', at))
      yield Buffer.from(`${rows.join('\n')}\n`)
    }
  }
  const ahead: number[] = []
  const file = { name: 'items.csv', size: 1_000_000, open }
  const progress = () => ahead.push(given - pieces)
  expect(await importFiles(operator(), [file], { now: NOW, progress })).toMatchObject({
    changed: 100 * pieces,
    unchanged: 0,
  })
  // Read once to see that it is UTF-8, then again: after the first rows were written, hardly more than they had been read.
  expect(ahead[0]).toBeLessThan(10)
  const parts: number[] = []
  await exportTo(operator(), (name, part) => void (name === 'items.csv' && parts.push(part.length)))
  const whole = parts.reduce((sum, length) => sum + length, 0)
  expect(parts.length).toBeGreaterThan(2)
  expect(parts.slice(0, 2).every((length) => length < whole / 2)).toBe(true)
})

test('only who works on the server imports and exports, and only files of ours', async () => {
  expect((await refusal(importFiles(editor, [], { now: NOW }))).code).toBe('forbidden')
  await expect(exportFiles(editor)).rejects.toThrow('命令')
  expect((await refusal(importFiles(operator(), [], { now: NOW }))).message).toContain('没有可导入的文件')
  const stranger = [{ name: 'users.csv', bytes: new Uint8Array() }]
  expect((await refusal(importFiles(operator(), stranger, { now: NOW }))).message).toContain('users.csv')
})

test('a failure while writing leaves nothing', async () => {
  await directly((tx) => tx.update(items).set({ ref: '占' }).where(eq(items.ref, '乙1')))
  const broken = loadFolder({
    'units.csv': ['新镇,town,'],
    'items.csv': ['丙1,新镇,一,正,2020-08-01T09:00:00Z,,,', '占,新镇,,正,2020-08-01T09:00:00Z,,,'],
  })
  await expect(broken).rejects.toThrow()
  expect(await names()).not.toContain('新镇')
})
