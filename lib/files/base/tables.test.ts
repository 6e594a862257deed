import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { golden2020Q3 } from '@/lib/domain/figures/golden/2020Q3'
import { readPast } from '@/lib/domain/figures/past'
import { rank, rankSpan } from '@/lib/domain/figures/ranking'
import { filledTables } from '@/lib/domain/figures/tables'
import { rankingCsv } from '../figures/ranking-csv'
import { rankingXlsx } from '../figures/ranking-xlsx'
import { tablesIn } from './tables'

const utf8 = (text: string) => new TextEncoder().encode(text)
const units = golden2020Q3.units.map((unit) => ({ ...unit, aliases: [] }))
const ranking = rank(golden2020Q3)

test('what we export ourselves, workbook or CSV, is read back as an old quarter', async () => {
  const workbook = { name: 'a.xlsx', bytes: await rankingXlsx('排名', rankSpan([golden2020Q3])) }
  const csvs = filledTables(ranking).map((one) => ({ name: `${one.table}.csv`, bytes: utf8(rankingCsv(one)) }))
  for (const files of [[workbook], csvs]) {
    const { tables, faults } = await tablesIn(files)
    expect(faults).toEqual([])
    const past = readPast(tables, { units, categories: ranking.tables })
    expect(past.faults).toEqual([])
    expect(past.figures.map(({ unitId, items }) => [unitId, items])).toEqual(
      golden2020Q3.units.map(({ id }) => [id, golden2020Q3.items.get(id) ?? 0]),
    )
  }
})

test('rows know their line: blank rows and cells of several lines counted, whatever ends a line', async () => {
  const text = '\ufeff单位,数\r\n\r\n"甲\r\n局",1\r\n,\r\n乙镇,2\r\n'
  expect((await tablesIn([{ name: 'a.csv', bytes: utf8(text) }])).tables).toEqual([
    {
      file: 'a.csv',
      rows: [
        { line: 1, cells: ['单位', '数'] },
        { line: 3, cells: ['甲\n局', '1'] },
        { line: 6, cells: ['乙镇', '2'] },
      ],
    },
  ])
  const sheet = [[{ value: '单位' }], [null], [{ value: '甲局' }]]
  const bytes = await writeExcelFile(sheet, { sheet: '表' }).toBuffer()
  expect((await tablesIn([{ name: 'a.xlsx', bytes }])).tables).toMatchObject([
    {
      file: 'a.xlsx',
      rows: [
        { line: 1, cells: ['单位'] },
        { line: 3, cells: ['甲局'] },
      ],
    },
  ])
})

test('a CSV in the encoding of a Chinese Excel is read', async () => {
  const bytes = Uint8Array.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xca, 0xfd, 0x0a])
  expect((await tablesIn([{ name: 'a.csv', bytes }])).tables[0]?.rows).toEqual([{ line: 1, cells: ['单位', '数'] }])
})

test('what can’t be read is named, and nothing breaks', async () => {
  const files = {
    'empty.csv': utf8('\n , \n'),
    'noise.csv': Uint8Array.from([0xff, 0xff, 0xfe, 0x00, 0x80]),
    'quote.csv': utf8('单位,数\n"甲局,1\n'),
    'torn.xlsx': (await rankingXlsx('x', rankSpan([golden2020Q3]))).subarray(0, 4000),
    'false.xlsx': utf8('PK\u0003\u0004 nothing of the kind'),
  }
  const { tables, faults } = await tablesIn(Object.entries(files).map(([name, bytes]) => ({ name, bytes })))
  expect(tables).toEqual([])
  expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'empty.csv:1',
    'noise.csv:1',
    'quote.csv:2',
    'torn.xlsx:1',
    'false.xlsx:1',
  ])
})
