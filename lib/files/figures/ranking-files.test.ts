import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { golden2020Q3 } from '@/lib/domain/figures/golden/2020Q3'
import { ofCategory, rankSpan } from '@/lib/domain/figures/ranking'
import { filledTables } from '@/lib/domain/figures/tables'
import { SOME_CATEGORIES } from '@/lib/domain/office/testing'
import { rankingCsv } from './ranking-csv'
import { rankingXlsx } from './ranking-xlsx'

const ranking = rankSpan([golden2020Q3])
const csvOf = (word: string, of = ranking) => {
  const found = filledTables(of).find(({ table }) => table === word)
  if (!found) throw new Error(`no table ${word}`)
  return rankingCsv(found)
}

describe('the tables as CSV', () => {
  test.each(filledTables(ranking))(
    '$name has a mark for Excel, the columns of the district’s own table, and each unit once',
    (one) => {
      const csv = rankingCsv(one)
      expect(csv.startsWith('﻿序号,单位,')).toBe(true)
      const rows: string[][] = parse(csv, { bom: true, from_line: 2 })
      expect(rows.map((row) => row[1])).toEqual(ofCategory(ranking, one.category.key)[one.kind].map(({ unit }) => unit))
    },
  )

  test('say what the tables say', () => {
    expect(csvOf('submission-department').split('\r\n').slice(0, 2)).toEqual([
      '﻿序号,单位,报送任务,报送条数,报送得分,完成率',
      '1,区统计局,18,63,5.00,350.00%',
    ])
    expect(csvOf('adoption-department').split('\r\n').slice(0, 2)).toEqual([
      '﻿序号,单位,年度任务,采编条数,区级采用信息,区级采用简讯,市级采用信息,市级采用简讯,省级采用,总分,占比',
      '1,区财政局,24,5,3,1,0,0,1,66,275%',
    ])
  })

  test('a name that a spreadsheet would run stays text; what is missing stays empty', () => {
    const [first, ...others] = golden2020Q3.units
    const renamed = { ...golden2020Q3, targets: new Map(), units: [{ ...first, name: '=1+1' } as never, ...others] }
    expect(csvOf('submission-department', rankSpan([renamed]))).toContain(",'=1+1,,")
  })
})

test('the workbook holds the totals and the four tables, numbers as numbers and percentages as such', async () => {
  const sheets = await readExcelFile(await rankingXlsx('样例', ranking))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['合计', ...filledTables(ranking).map(({ name }) => name)])
  const totals = new Map(sheets[0]?.data.map(([name, n]) => [name, n]))
  expect([totals.get('报送'), totals.get('区级采用'), totals.get('完成报送任务的镇街')]).toEqual([1386, 81, 13])
  for (const [i, { name, columns, rows, exact, sums }] of filledTables(ranking).entries()) {
    const [title, groups, head, ...read] = sheets[i + 1]?.data ?? []
    const legend = String(read.pop()?.[0])
    const last = read.pop()
    expect(title?.[0]).toBe(`样例：${name}`)
    expect(groups?.filter(Boolean)).toEqual(name.endsWith('采用') ? ['区级采用', '市级采用'] : [])
    expect(head).toEqual(columns.map((column) => column.head))
    expect(last?.map((cell) => (cell === null ? null : String(cell)))).toEqual(
      sums.map((cell) => (cell === null ? null : String(cell))),
    )
    expect(legend).toMatch(/^说明：/)
    const wanted = rows.map((row, r) =>
      row.map((cell, c) => {
        const as = columns[c]?.as
        return as === 'text' ? cell : as === 'percent' ? exact[r]?.[c] : Number(cell)
      }),
    )
    expect(read).toEqual(wanted)
  }
})

test('a share in the workbook is the share itself: 66 of 24 points are 2.75, 1 of 3 is a third', async () => {
  const thirds = {
    ...golden2020Q3,
    targets: new Map([...golden2020Q3.targets].map(([id, of]) => [id, { ...of, annualPoints: 900 }])),
  }
  const [, , , adoption] = await readExcelFile(await rankingXlsx('样例', rankSpan([thirds])))
  const shares = adoption?.data.slice(3, -2).map((row) => Number(row.at(-1)))
  const points = adoption?.data.slice(3, -2).map((row) => Number(row.at(-2)))
  expect(shares).toEqual(points?.map((n) => expect.closeTo(n / 9, 12)))
  expect(shares?.some((share) => !Number.isInteger(share * 100))).toBe(true)
})

test('the sheets print as wide as a page, with their heads on each', async () => {
  const files = unzipSync(new Uint8Array(await rankingXlsx('样例', ranking)))
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  expect(text('xl/worksheets/sheet2.xml')).toContain('fitToHeight="0"')
  expect(text('xl/worksheets/sheet2.xml')).toContain('<pageSetUpPr fitToPage="1"/>')
  expect(text('xl/workbook.xml')).toContain('localSheetId="1">\'部门报送\'!$1:$3</definedName>')
})

test('the tables follow the categories: in the workbook a sheet each, and two lines of totals a verdict', async () => {
  const units = golden2020Q3.units.map((unit, i) => ({ ...unit, category: i % 9 === 0 ? 'park' : unit.category }))
  for (const categories of SOME_CATEGORIES) {
    const district = rankSpan([{ ...golden2020Q3, units, categories }])
    const sheets = await readExcelFile(await rankingXlsx('样例', district))
    const names = categories.map(({ name }) => name)
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      '合计',
      ...names.map((name) => `${name}报送`),
      ...names.map((name) => `${name}采用`),
    ])
    const verdicts = sheets[0]?.data.filter(([name]) => String(name).startsWith('完成报送任务的')) ?? []
    expect(verdicts).toEqual(categories.map(({ key, name }) => [`完成报送任务的${name}`, district.totals.met[key]]))
    for (const { key } of categories) expect(csvOf(`submission-${key}`, district)).toContain('序号,单位,报送任务')
  }
})
