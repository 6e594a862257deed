import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandLine } from '@/cli/shell/testing'
import { golden2020Q3 } from '@/lib/domain/figures/golden/2020Q3'
import { rank, rankSpan } from '@/lib/domain/figures/ranking'
import { filledTables } from '@/lib/domain/figures/tables'
import { rankingCsv } from '@/lib/files/figures/ranking-csv'
import { rankingXlsx } from '@/lib/files/figures/ranking-xlsx'
import { goldenFolder, loadFolder } from '@/lib/testing/transfer'
import { pastCommand } from './past'
import { rankingCommand } from './ranking'

const directory = await mkdtemp(join(tmpdir(), 'yanxin-past-'))
afterAll(() => rm(directory, { recursive: true, force: true }))
const tables = filledTables(rank(golden2020Q3))
const files = tables.map(({ table }) => `${table}.csv`)

beforeAll(async () => {
  const { 'units.csv': units, 'rules.csv': rules } = goldenFolder()
  await loadFolder({ 'units.csv': units, 'rules.csv': rules.map((line) => line.replace(/2020Q\d/, '2019Q1')) })
  for (const one of tables) await write(`${one.table}.csv`, rankingCsv(one))
  await write('all.xlsx', await rankingXlsx('排名', rankSpan([golden2020Q3])))
})

const write = (name: string, content: string | Uint8Array) => writeFile(join(directory, name), content)

const yanxin = (...line: string[]) => commandLine([pastCommand, rankingCommand], directory, line)

test('four CSV files come in, are ranked, and change nothing once more, as a workbook either', async () => {
  const said = { code: 0, err: [] }
  expect(await yanxin('past', '2019Q3', ...files, '--source', '某号文')).toEqual({
    ...said,
    out: '已录入2019年三季度：57 个单位，报送 1386 条。\n',
  })
  expect(JSON.parse((await yanxin('ranking', '2019Q3')).out)).toMatchObject({ totals: { items: 1386, district: 81 } })
  for (const again of [files, ['all.xlsx']]) {
    expect(await yanxin('past', '2019Q3', ...again, '--source', '某号文')).toEqual({
      ...said,
      out: '没有变化，2019年三季度：57 个单位，报送 1386 条。\n',
    })
  }
})

test('every fault is one line with file and line; nothing comes in', async () => {
  const text = (await readFile(join(directory, 'submission-department.csv'), 'utf8')).replace('316.67%', '316.76%')
  await write('wrong.csv', text.replace('区统计局', '区统计所'))
  const { code, out, err } = await yanxin('past', '2019Q2', 'wrong.csv', ...files.slice(1), '--source', '某号文')
  expect({ code, out, err }).toEqual({
    code: 1,
    out: '',
    err: [
      'wrong.csv:2: 单位：名册中没有“区统计所”',
      'wrong.csv:3: 完成率：“316.76%”不符，按报送 38 条、任务 12 条应为 316.67%',
      'wrong.csv:1: 单位：报送统计表中没有“区统计局”；名册中的单位须逐一列出',
    ],
  })
  expect(JSON.parse((await yanxin('ranking', '2019Q2')).out)).toMatchObject({ totals: { items: 0 } })
})

test.each([
  [['past', '2019Q3', ...files], 2, '缺少 --source'],
  [['past', '2019Q3', '--source', '某号文'], 2, '缺少参数'],
  [['past', '2019Q5', ...files, '--source', '某号文'], 2, '不是季度'],
  [['past', '2019Q3', 'nope.csv', '--source', '某号文'], 1, 'nope.csv: 文件无法读取'],
  [['past', '2019Q3', ...files, '--source', ' '], 1, '请填写来源'],
])('%j is refused', async (line, code, words) => {
  expect(await yanxin(...line)).toEqual({ code, out: '', err: [expect.stringContaining(words)] })
})
