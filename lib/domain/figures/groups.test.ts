import { describe, expect, test } from 'vitest'
import { noCounts } from '../adoptions/kinds'
import { fraction } from '../base/exact'
import { adoptionLines, hasLine, submissionLines, type TableLine } from './groups'
import type { AdoptionRow, SubmissionRow } from './ranking-rows'
import { standings } from './standings'

const adopted = (unit: string, points: number, target: number | null, rank: number | null = 1): AdoptionRow => ({
  unitId: unit,
  unit,
  annualTarget: target === null ? null : target * 100,
  counts: noCounts(),
  extra: fraction(0),
  points: fraction(points * 100),
  share: null,
  position: 1,
  rank,
  rate: null,
  onTrack: target === null ? null : points * 4 >= target,
})
const sent = (unit: string, items: number, target: number | null): SubmissionRow => {
  return { unitId: unit, unit, target, items, score: null, completion: null, position: 1, rank: 1, rate: null }
}
const read = (lines: readonly TableLine<{ unit: string }>[]) =>
  lines.map((line) => {
    if ('line' in line) return `-- ${line.line}`
    return 'group' in line ? `== ${line.group}` : [line.row.unit, ...line.marks].join(' ')
  })

test('where nobody has anything, the words stand over the first row', () => {
  const none = [sent('甲', 0, 5), sent('乙', 0, 5)]
  expect(read(submissionLines(none))).toEqual(['== 报送条数为0', '甲', '乙'])
})

describe('a table of adoptions', () => {
  test('has the line where the order parts the rows, then those with nothing and those without a target', () => {
    const lines = adoptionLines(
      [
        adopted('甲', 66, 24),
        adopted('乙', 6, 24),
        adopted('丙', 1, 24),
        adopted('丁', 0, 24),
        adopted('戊', 3, null, null),
      ],
      1,
    )
    expect(read(lines)).toEqual([
      '甲',
      '乙',
      '-- 25% 线',
      '丙',
      '== 采用得分为0',
      '丁',
      '== 未下达年度任务，不参加排名',
      '戊',
    ])
  })

  test('ranked by something else, says in each row that it is below the line', () => {
    // By points: 18 of 24 (75 %) stands below 20 of 100 (20 %).
    const lines = adoptionLines([adopted('甲', 20, 100), adopted('乙', 18, 24), adopted('丙', 9, null)], 1)
    expect(hasLine(lines)).toBe(false)
    expect(read(lines)).toEqual(['甲 未达25% 线', '乙', '== 未下达年度任务', '丙'])
    expect(read(adoptionLines([adopted('甲', 9, null), adopted('乙', 8, 24)], 1))).toEqual([
      '甲 未下达年度任务',
      '乙',
      '-- 25% 线',
    ])
  })

  test('ranked by completion, says of each that it has nothing', () => {
    expect(read(adoptionLines([adopted('甲', 0, 24), adopted('乙', 8, 24)], 1))).toEqual([
      '甲 未达25% 线 采用得分为0',
      '乙',
    ])
  })

  test('has the line on top where nobody reached it, and at the end where all did', () => {
    expect(read(adoptionLines([adopted('甲', 1, 24), adopted('乙', 0, 24)], 1))).toEqual([
      '-- 25% 线',
      '甲',
      '== 采用得分为0',
      '乙',
    ])
    expect(read(adoptionLines([adopted('甲', 18, 24)], 3))).toEqual(['甲', '-- 25% × 3 = 75% 线'])
  })
})

test('a table of submissions asks each row', () => {
  expect(read(submissionLines([sent('甲', 3, 2), sent('乙', 0, 2), sent('丙', 4, null)]))).toEqual([
    '甲',
    '== 报送条数为0',
    '乙',
    '== 未下达报送任务，不参加排名',
    '丙',
  ])
  // By a score that both of them miss, 14 items may stand below none.
  expect(read(submissionLines([sent('乙', 0, 20), sent('甲', 14, 20)]))).toEqual(['乙 报送条数为0', '甲'])
})

test('where nobody has anything, nobody is ranked', () => {
  const entry = (n: number | null, at: number) => {
    return { row: {}, value: n === null ? null : fraction(n), officialPosition: at }
  }
  expect(standings([entry(0, 1), entry(0, 2), entry(null, 3)]).map(({ rank }) => rank)).toEqual([null, null, null])
  expect(standings([entry(0, 1), entry(1, 2)]).map(({ rank }) => rank)).toEqual([1, 2])
})
