import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { golden2020Q3 } from '@/lib/domain/figures/golden/2020Q3'
import { printed2020Q3 } from '@/lib/domain/figures/golden/2020Q3-printed'
import { rank } from '@/lib/domain/figures/ranking'
import { compose } from '@/lib/domain/notices/notice'
import { noticeText } from '@/lib/domain/notices/text'
import { commandLine } from '../shell/testing'
import { checkCommand } from './check'

const directory = await mkdtemp(join(tmpdir(), 'yanxin-check-'))
afterAll(() => rm(directory, { recursive: true, force: true }))

const check = (...line: string[]) => commandLine([checkCommand], directory, ['check', ...line])

const options = { issuer: '雁江区人民政府办公室', number: '雁府办发〔2020〕67号', date: '2020-10-12', portal: '雁信' }
await writeFile(join(directory, 'ours.txt'), noticeText(compose(rank(golden2020Q3), options)))
await writeFile(join(directory, 'printed.txt'), printed2020Q3())
await writeFile(join(directory, 'other.txt'), '今天天气很好。')
const WORDS = '关于三季度情况的通报\n各单位：\n三季度共有146户企业报名，其中88.9%通过。'
await writeFile(join(directory, 'words.txt'), WORDS)
const PARTS = '关于三季度情况的通报\n各单位：\n三季度区级采用信息455条，其中部门115条、镇街440条。'
await writeFile(join(directory, 'parts.txt'), PARTS)

test('a notice without faults ends with 0, on an empty database too', async () => {
  const { code, out, err } = await check('ours.txt')
  expect({ code, err }).toEqual({ code: 0, err: [] })
  expect(out).toMatch(/没有发现不一致。\n$/)
})

test('faults are told a line each and end with 1', async () => {
  const { code, out, err } = await check('printed.txt')
  expect({ code, err }).toEqual({ code: 1, err: [] })
  expect(out).toContain('附件1 镇、街道报送统计表 第6行（莲花街道办事处） 报送得分: （空白） → 5.00（')
  expect(out).toMatch(/\n共 12 处不一致。\n$/)
})

test('as JSON the report stands alone', async () => {
  const { code, out } = await check('printed.txt', '--json')
  const { faults, remarks, unjudged, judged } = JSON.parse(out)
  expect(code).toBe(1)
  expect(faults).toHaveLength(12)
  for (const fault of faults) expect(Object.keys(fault)).toEqual(['kind', 'place', 'printed', 'expected', 'why'])
  expect(remarks.length).toBeGreaterThan(0)
  expect(unjudged).toContainEqual({ place: '正文第7段', words: '每个单位确定1名分管负责同志' })
  expect(judged).toBeGreaterThan(20)
})

test('what could be held against nothing is not clean: it ends with 2, and says which numbers were not judged', async () => {
  const { code, out, err } = await check('words.txt')
  expect({ code, err }).toEqual({ code: 2, err: [] })
  expect(out).toContain('未核对：正文第1段 三季度共有146户企业报名\n未核对：正文第1段 其中88.9%通过\n')
  expect(out).toMatch(/没有可以核对的内容：.*\n$/)
  expect((await check('ours.txt', 'words.txt')).code).toBe(2)
})

test('parts that are more than their whole are a fault, without any table', async () => {
  const { code, out } = await check('parts.txt')
  expect(code).toBe(1)
  expect(out).toContain('正文第1段: 455条 → 555条（其中各部分 115 + 440 = 555，与总数不符。）')
  expect((await check('words.txt', 'parts.txt')).code).toBe(1)
})

test.each([
  ['nowhere.txt', '没有这个文件'],
  ['.', '这是目录'],
  ['other.txt', '没有通报'],
])('%s cannot be read: one line, and 2', async (file, message) => {
  expect(await check('ours.txt', file, '--json')).toEqual({ code: 2, out: '', err: [expect.stringContaining(message)] })
})
