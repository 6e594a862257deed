import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { items, pastQuarters } from '@/db/schema'
import { operator } from '@/lib/auth/viewer'
import type { Quarter } from '@/lib/domain/time/quarter'
import { filesOf, HEADERS, loadFolder, NOW } from '@/lib/testing/transfer'
import { directly } from '@/lib/testing/world'
import { register } from '../office/register'
import { exportFiles } from './export'
import { importFiles } from './import'

const ITEM = '甲1,区财政局,一,正文,2020-08-01T09:00:00+08:00,张三,+86 28,'

beforeAll(async () => {
  await loadFolder({ 'units.csv': ['区财政局,department,财政局', '区发改局,department,', '中和镇,town,'] })
})

const one = async (ref: string) =>
  (await db().select().from(items).where(eq(items.ref, ref)))[0] as typeof items.$inferSelect

test('a second record of an item in one kind is named, in the file and against what is there, unless the line says so', async () => {
  const items = ['重1', '重2'].map((ref) => ITEM.replace('甲1', ref))
  const rows = [
    '重1,district_full,2020-09-30,,',
    '重1,district_full,2020-10-09,每日要情,3',
    '重2,district_full,2020-09-30,,',
  ]
  const twice = await loadFolder({ 'items.csv': items, 'adoptions.csv': rows }).catch((error) => error.faults)
  expect(twice).toMatchObject([{ file: 'adoptions.csv', line: 3, what: '采用类别' }])
  expect(twice[0].why).toContain('信息“重1”已有区级采用·信息（2020年9月30日）；确是另一次采用的，请在 again 列写 yes')
  await loadFolder({ 'items.csv': items, 'adoptions.csv': [rows[0] ?? '', rows[2] ?? ''] })
  const later = ['重2,district_full,2020-09-30,每日要情,3']
  await expect(loadFolder({ 'adoptions.csv': later })).rejects.toMatchObject({ faults: [{ line: 2 }] })
  const again = `${HEADERS['adoptions.csv']},again\n`
  await loadFolder({ 'adoptions.csv': `${again}${rows[1]},yes\n` })
  await importFiles(operator(), filesOf({ 'adoptions.csv': later }), { now: NOW, again: true })
  const files = await exportFiles(operator())
  const written = (files['adoptions.csv'] ?? '').split('\n')
  expect(written[0]).toBe(`${HEADERS['adoptions.csv']},again`)
  expect(written.filter((line) => /^重\d/.test(line)).map((line) => line.endsWith(',yes'))).toEqual([
    true,
    true,
    true,
    true,
  ])
  const same = Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))
  expect(await importFiles(operator(), same, { now: NOW })).toMatchObject({ changed: 0 })
})

test('one name is one unit however it is written; two units whose names fold alike are refused with the character named', async () => {
  await loadFolder({ 'units.csv': ['丁局（戊办）,department,', '\ue863镇,town,', '己街道办事处,town,'] })
  const rows = ['丁局(戊办)', '䶮镇', '雁江区䶮镇人民政府', '己街道', '雁江区财政局'].map((unit, i) =>
    ITEM.replace('甲1', `名${i}`).replace('区财政局', unit),
  )
  await loadFolder({ 'items.csv': rows })
  const whose = await Promise.all(rows.map(async (_, i) => (await one(`名${i}`)).unitId))
  const ids = new Map((await register(operator())).map(({ id, name }) => [name, id]))
  expect(whose).toEqual(
    ['丁局（戊办）', '\ue863镇', '\ue863镇', '己街道办事处', '区财政局'].map((name) => ids.get(name)),
  )
  const twice = ['庚局（辛办）,department,', '庚局(辛办),department,', '壬局,department,庚局〔辛办〕']
  const { faults } = await loadFolder({ 'units.csv': twice }).catch((error) => error)
  expect(faults.map(({ line, why }: { line: number; why: string }) => [line, why])).toEqual([
    [3, '“庚局(辛办)”与第 2 行是同一单位，写法只差 “(”、“)”、“（”、“）”。'],
    [4, '“庚局〔辛办〕”已是“庚局（辛办）”（第 2 行）的名称，写法只差 “〔”、“〕”、“（”、“）”。'],
  ])
  expect(await loadFolder({ 'units.csv': ['丁局(戊办),department,'] })).toMatchObject({ changed: 0 })
})

test('lines that contradict each other are named, and points of a publication that nobody has so named are pointed out', async () => {
  const folder = (...rows: string[]) => loadFolder({ 'rules.csv': rows.map((row) => `town,2030Q1,${row}`) })
  const { faults } = await folder('submission,5,', 'submission_cap,3,', 'publication:要情,3,').catch((error) => error)
  expect(faults).toMatchObject([
    { line: 2, what: '分值', why: expect.stringContaining('报送满分 5 分，报送得分最高却只计 3 分') },
    { line: 3, what: '分值' },
  ])
  const levels = await folder('国家级采用,40,', '国家级采用·信息,30,').catch((error) => error)
  expect(levels.faults).toMatchObject([
    { line: 3, what: '采用类别', why: '国家级采用不分信息和简讯，请写“国家级采用”。' },
  ])
  const { remarks } = await folder('submission,5,', 'submission_cap,8,', 'publication:要情,3,')
  expect(remarks).toEqual([expect.stringContaining('《要情》另设了分值')])
})

test('more than ten units share an adoption where nothing is divided, by the rules of the same import too', async () => {
  const offices = Array.from({ length: 11 }, (_, i) => `共享${i + 1}局`)
  const units = offices.map((name) => `${name},department,`)
  const folder = (joint: string) => ({
    'units.csv': units,
    'rules.csv': `${HEADERS['rules.csv']},choice\n${['department', 'town'].map((key) => `${key},2020Q1,joint,0,,${joint}`).join('\n')}`,
    'items.csv': [ITEM.replace('甲1', '共享1')],
    'adoptions.csv': `${HEADERS['adoptions.csv']},shared_with\n共享1,city_full,2020-08-30,,,${offices.join('|')}`,
  })
  const { faults } = await loadFolder(folder('even')).catch((error) => error)
  expect(faults).toMatchObject([{ file: 'adoptions.csv', line: 2, what: '共享单位' }])
  await loadFolder(folder('full'))
  const even = (key: string) => ({ 'rules.csv': `${HEADERS['rules.csv']},choice\n${key},2020Q1,joint,0,,even` })
  expect((await loadFolder(even('department')).catch((error) => error)).faults).toMatchObject([
    { line: 2, what: '计法' },
  ])
  // Towns have no share in it; nor has a category of which no unit is.
  await loadFolder(even('town'))
  await loadFolder({ 'categories.csv': ['school,学校,学校,,,'] })
  const category = { 'units.csv': ['共享1局,school,'] }
  expect((await loadFolder(category).catch((error) => error)).message).toContain('现为 12 个')
})

test('a choice that no line of the book makes is named, and so is every line of a settled quarter that would change', async () => {
  const head = 'category,valid_from,kind,points,source,choice'
  const rows = ['repeated,0,,hihgest', 'submission,5,,全有或全无', 'joint,2,,fixed', 'province,20,,ended']
  const wrong = { 'rules.csv': [head, ...rows.map((row) => `department,2020Q3,${row}`)].join('\n') }
  const { faults } = await loadFolder(wrong).catch((error) => error)
  expect(faults.map(({ line, why }: { line: number; why: string }) => [line, why])).toEqual([
    [2, '没有“hihgest”，可用 add、highest、multiply，或者空着。'],
    [3, '没有“全有或全无”，可用 proportional、all_or_nothing，或者空着。'],
    [5, '没有“ended”，应当空着。'],
  ])
  const right = ['department,2020Q3,repeated,0,,highest', 'town,2020Q4,province,20,,']
  await loadFolder({ 'rules.csv': [head, ...right].join('\n') })
  const quarter = '2020Q3' as Quarter
  await directly((tx) => tx.insert(pastQuarters).values({ quarter, source: '样例', recordedAt: 0 }))
  const changed = [
    ...right,
    'department,2020Q2,province,20,,',
    'department,2020Q3,province,20,,',
    'town,2020Q4,city_full,8,,',
  ]
  const settled = await loadFolder({ 'rules.csv': [head, ...changed].join('\n') }).catch((error) => error)
  expect(settled.faults).toMatchObject([
    { line: 4, what: '生效季度', why: expect.stringContaining('2020年三季度的数字来自历史数据') },
    { line: 5 },
  ])
  expect(await loadFolder({ 'rules.csv': [head, ...right].join('\n') })).toMatchObject({ changed: 0 })
})

test('adoptions of a kind that nobody valued for the category of their unit are pointed out', async () => {
  const files = filesOf({
    'rules.csv': ['town,2026Q3,province,20,'],
    'items.csv': [ITEM.replace('甲1', '未定分1').replace('区财政局', '中和镇').replace('2020-08', '2026-08')],
    'adoptions.csv': ['未定分1,国家级采用,2026-08-30,,', '未定分1,province,2026-08-30,,'],
  })
  const { remarks } = await importFiles(operator(), files, { now: NOW + 1 })
  expect(remarks.filter((words) => words.includes('计 0 分'))).toEqual([
    '计分办法没有为镇街设定“国家级采用”的分值，这次导入的 1 条计 0 分。',
  ])
})

test('numbers of items and phones are one in full width and in half width', async () => {
  const folder = {
    'items.csv': ['５９,中和镇,一,正文,2026-08-02T09:00:00+08:00,,０２８-1234,'],
    'adoptions.csv': ['59,province,2026-08-30,,'],
  }
  await loadFolder(folder)
  expect(await one('59')).toMatchObject({ phone: '028-1234' })
  expect(await loadFolder(folder)).toMatchObject({ changed: 0 })
})
