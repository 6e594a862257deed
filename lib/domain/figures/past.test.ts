import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KINDS, noCounts } from '../adoptions/kinds'
import { noticeAttachments } from '../notices/tables'
import { SOME_CATEGORIES } from '../office/testing'
import { golden2020Q3 } from './golden/2020Q3'
import { endedQuarters, type PastUnit, pastFilesInWords, type RawTable, readPast } from './past'
import { sameFigure } from './past-row'
import { rank } from './ranking'
import type { RankingInput } from './ranking-input'
import { rankingInputs } from './testing'

/** The tables of a ranking as our own notice prints them, each as a file. */
function printed(input: RankingInput): RawTable[] {
  return noticeAttachments(rank(input)).flatMap(({ tables }) =>
    tables.map(({ title, head, rows }) => ({
      file: `${title}.csv`,
      rows: [head, ...rows.map(({ cells }) => cells)].map((cells, i) => ({ line: i + 1, cells })),
    })),
  )
}

const named = (input: RankingInput): PastUnit[] => input.units.map((unit) => ({ ...unit, aliases: [] }))
const read = (input: RankingInput, tables = printed(input)) =>
  readPast(tables, { units: named(input), categories: rank(input).tables })

/** What a ranking is counted from, a line a unit. */
function figuresOf({ units, targets, items, adoptions }: RankingInput) {
  return units.map(({ id }) => {
    const counts = noCounts()
    for (const { unitId, kind, count } of adoptions) if (unitId === id) counts[kind] += count
    const { quarterlyItems = null, annualPoints = null } = targets.get(id) ?? {}
    return { unitId: id, quarterlyItems, items: items.get(id) ?? 0, annualPoints, counts }
  })
}

describe('tables that we print ourselves', () => {
  test('come back as the figures that they were made of: the third quarter of 2020', () => {
    expect(read(golden2020Q3)).toEqual({ figures: figuresOf(golden2020Q3), faults: [] })
  })

  test('and any other quarter with units', () => {
    const inhabited = rankingInputs.filter(({ units }) => units.length > 0)
    fc.assert(
      fc.property(inhabited, (input) => {
        expect(read(input)).toEqual({ figures: figuresOf(input), faults: [] })
      }),
    )
  })
})

test('the files that are asked for follow the categories', () => {
  expect(pastFilesInWords(SOME_CATEGORIES[0] ?? [])).toBe(
    '报送统计表和采用统计表：两个 CSV 文件一起选，或者一个含两张表的 Excel 工作簿（.xlsx）。',
  )
  expect(pastFilesInWords(SOME_CATEGORIES[2] ?? [])).toBe(
    '报送统计表和采用统计表，部门和镇街都要有：四个 CSV 文件一起选，或者一个含四张表的 Excel 工作簿（.xlsx）。',
  )
  expect(pastFilesInWords(SOME_CATEGORIES[4] ?? [])).toContain('都要有： 14 个 CSV 文件一起选')
})

const UNITS: PastUnit[] = [
  { id: 'a', name: '甲局', category: 'department', aliases: ['甲委'] },
  { id: 'b', name: '乙镇', category: 'town', aliases: [] },
]
const REGISTER = { units: UNITS, categories: rank(golden2020Q3).tables }
const SENT = '序号,单位,报送任务,报送条数,报送得分,完成率'
const TAKEN = '序号,单位,年度任务,采编条数,区级采用信息,区级采用简讯,市级采用信息,市级采用简讯,省级采用,总分,占比'
const right = {
  a: ['1,甲局,12,9,3.75,75.00%', '1,甲局,24,1,,1,,,,8,33%'],
  b: ['1,乙镇,24,30,5,125%', '1,乙镇,32,,1,,,,,8,25%'],
}

/** Reads two files, the lines below their heads given. */
function tables(sent: readonly string[], taken: readonly string[]) {
  const file = (name: string, lines: readonly string[]) => ({
    file: name,
    rows: lines.map((line, i) => ({ line: i + 1, cells: line.split(',') })),
  })
  const { figures, faults } = readPast([file('s.csv', [SENT, ...sent]), file('t.csv', [TAKEN, ...taken])], REGISTER)
  return { figures, faults: faults.map(({ file, line, what, why }) => `${file}:${line}: ${what}：${why}`) }
}
const sent = (line: string) => tables([line, right.b[0] ?? ''], [right.a[1] ?? '', right.b[1] ?? '']).faults
const taken = (line: string) => tables([right.a[0] ?? '', right.b[0] ?? ''], [line, right.b[1] ?? '']).faults

test('the heads of the old paper are known, a blank adoption is a 0, an alias names its unit', () => {
  const { figures, faults } = tables(
    ['1,甲委,12,9,3.75,75.00%', '1,乙镇,24,30,5,125%'],
    [right.a[1] ?? '', right.b[1] ?? ''],
  )
  expect(faults).toEqual([])
  expect(figures).toEqual([
    {
      unitId: 'a',
      quarterlyItems: 12,
      items: 9,
      annualPoints: 2400,
      counts: { ...noCounts(), forwarded: 1, district_brief: 1 },
    },
    { unitId: 'b', quarterlyItems: 24, items: 30, annualPoints: 3200, counts: { ...noCounts(), district_full: 1 } },
  ])
})

describe('a blank', () => {
  test('in 报送条数 is a 0 where completion or score print 0, and else a fault', () => {
    expect(sent('1,甲局,12,,,0.00%')).toEqual([])
    expect(sent('1,甲局,12,,0,')).toEqual([])
    for (const line of ['1,甲局,12,,,', '1,甲局,12,,3.75,75.00%'])
      expect(sent(line)).toEqual(['s.csv:2: 报送条数：不能为空；完成率或得分印为 0 的，空白才作 0 计。'])
  })

  test('in a column that follows from the counts says nothing', () => {
    expect(sent('1,甲局,12,9,,75.00%')).toEqual([])
    expect(taken('1,甲局,24,1,,1,,,,,')).toEqual([])
  })

  test('in a target is a fault, unless nothing was judged by it', () => {
    expect(sent('1,甲局,,9,,')).toEqual([])
    expect(sent('1,甲局,—,9,—,—')).toEqual([])
    expect(sent('1,甲局,—,9,3.75,')).toMatchObject([expect.stringContaining('应为 —')])
    expect(sent('1,甲局,,9,3.75,75.00%')).toEqual(['s.csv:2: 报送任务：不能为空；没有任务的写“—”。'])
    expect(taken('1,甲局,,1,,1,,,,8,33%')).toEqual(['t.csv:2: 年度任务：不能为空；没有任务的写“—”。'])
  })
})

test.each([
  ['1,甲局,12,9,3.76,75.00%', '报送得分：“3.76”不符，按报送 9 条、任务 12 条、满分 5 分应为 3.75。'],
  ['1,甲局,12,9,3.75,76%', '完成率：“76%”不符，按报送 9 条、任务 12 条应为 75.00%。'],
  ['1,甲局,0,9,3.75,75%', '报送任务：“0”无效，须是 1 以上的数字。'],
  ['1,甲局,12,九,3.75,75%', '报送条数：“九”无效，须是 0 以上的整数。'],
  ['1,甲局,12,-9,3.75,75%', '报送条数：“-9”无效，须是 0 以上的整数。'],
  ['1,甲局,12,9,3.75,75%,0', '整行：有 7 列，表头只有 6 列。'],
])('%s: the fault is named with what is expected', (line, fault) => {
  expect(sent(line)).toEqual([`s.csv:2: ${fault}`])
})

test.each([
  ['1,甲局,24,1,,1,,,,9,33%', '总分：“9”不符，按计分办法应为 8。'],
  ['1,甲局,24,1,,1,,,,8,34%', '占比：“34%”不符，按计分办法应为 33%。'],
  ['1,甲局,24,1.5,,1,,,,8,33%', '采编上报：“1.5”无效，须是 0 以上的整数，空白作 0 计。'],
])('%s: so is a fault of an adoption', (line, fault) => {
  expect(taken(line)).toEqual([`t.csv:2: ${fault}`])
})

describe('units', () => {
  test('unknown, twice and missing are named', () => {
    expect(sent('1,丙局,12,9,3.75,75.00%')).toEqual([
      's.csv:2: 单位：名册中没有“丙局”。',
      's.csv:1: 文件：报送统计表中没有任何部门，可能缺少一个文件。',
    ])
    const twice = tables(
      [right.a[0] ?? '', '2,甲委,12,9,3.75,75%', right.b[0] ?? ''],
      [right.a[1] ?? '', right.b[1] ?? ''],
    )
    expect(twice.faults).toEqual(['s.csv:3: 单位：“甲委”与第 2 行重复。'])
  })

  test('of two categories may stand in one file or in several', () => {
    const one = {
      file: 'x',
      rows: [TAKEN, right.a[1], '', SENT, right.a[0], right.b[0], TAKEN, right.b[1], '说明：略。'],
    }
    const rows = one.rows.map((line, i) => ({ line: i + 1, cells: (line ?? '').split(',') }))
    expect(readPast([{ file: 'x', rows }], REGISTER)).toMatchObject({
      faults: [],
      figures: [{ unitId: 'a' }, { unitId: 'b' }],
    })
  })
})

describe('a file', () => {
  const one = (lines: string[]) =>
    readPast([{ file: 'x', rows: lines.map((l, i) => ({ line: i + 1, cells: l.split(',') })) }], REGISTER).faults

  test('without a head, with an unknown column, without a column, and a missing table are faults', () => {
    expect(one(['甲局,12'])).toMatchObject([{ what: '表头', why: expect.stringContaining('没有找到表头') }])
    const rows = [{ line: 1, cells: ['合计', '1386'] }]
    const sheet = (book: string) => ({ file: `${book}（合计）`, book, rows })
    const found = (book: string) =>
      readPast([...printed(golden2020Q3).map((t) => ({ ...t, book: 'x' })), sheet(book)], {
        ...REGISTER,
        units: named(golden2020Q3),
      })
    expect(found('x').faults).toEqual([])
    expect(found('y').faults).toMatchObject([{ file: 'y（合计）', what: '表头' }])
    expect(one([SENT.replace('报送得分', '得票'), right.a[0] ?? ''])).toMatchObject([
      { line: 1, why: expect.stringContaining('“得票”') },
      { line: 1, why: expect.stringContaining('缺少列 报送得分') },
    ])
    expect(one([SENT.replace(',报送得分', ''), '1,甲局,12,9,75%'])).toMatchObject([
      { why: expect.stringContaining('缺少列') },
    ])
    expect(one([SENT, right.a[0] ?? '', right.b[0] ?? ''])).toMatchObject([
      { what: '文件', why: expect.stringContaining('缺少采用统计表') },
    ])
  })
})

test.each([
  ['5', '5.00', true],
  ['5.000', '5.00', true],
  ['4.5833333333', '4.58', true],
  ['4.583', '4.58', false],
  ['350％', '350.00%', false],
  ['350%', '350.00%', true],
  ['3.5', '350.00%', true],
  ['2.2916666666666665', '229%', true],
  ['229', '229%', false],
  ['0.625', '63%', true],
  ['5%', '5', false],
  ['', '5', false],
  ['1e3', '1000', false],
])('“%s” for “%s”: %s', (given, expected, same) => {
  expect(sameFigure(given, expected)).toBe(same)
})

test('every kind of adoption has its column', () => {
  const cells = KINDS.map(() => '1')
  const line = `1,甲局,24,${cells.join(',')},52,217%`
  expect(taken(line)).toEqual([])
})

test('the quarters of ten years that are over can be chosen, the one just over first', () => {
  const quarters = endedQuarters(Date.parse('2026-04-01T00:00:00+08:00'))
  expect(quarters).toHaveLength(40)
  expect([quarters[0], quarters.at(-1)]).toEqual(['2026Q1', '2016Q2'])
  expect(endedQuarters(Date.parse('2026-03-31T23:59:59+08:00'))[0]).toBe('2025Q4')
})
