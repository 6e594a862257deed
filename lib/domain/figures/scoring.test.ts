import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KINDS, noCounts } from '../adoptions/kinds'
import { type RuleRow, rulesInForce } from '../rules/book'
import { usualRule } from '../rules/submission'
import type { Quarter } from '../time/quarter'
import { adoptionPoints, completion, legend, onTrack, share, submissionLegend, submissionScore } from './scoring'

const q = (s: string) => s as Quarter
const row = (kind: RuleRow['kind'], points: number, validFrom = '2020Q1'): RuleRow => ({
  category: 'department',
  validFrom: q(validFrom),
  kind,
  points,
  source: null,
})
const departments = [
  row('forwarded', 500),
  row('district_full', 600),
  row('district_brief', 300),
  row('city_full', 1000),
  row('city_brief', 800),
  row('province', 2000),
  row('submission', 500),
]
const inForce = (rows: RuleRow[], quarter = '2020Q3') => rulesInForce(rows, 'department', q(quarter))

describe('the rules in force', () => {
  const dated = [row('forwarded', 300, '2020Q4'), row('forwarded', 100), row('forwarded', 200, '2020Q3')]

  test.each([
    ['2019Q4', undefined],
    ['2020Q1', 100],
    ['2020Q2', 100],
    ['2020Q3', 200],
    ['2021Q1', 300],
  ])('in %s give %s', (quarter, points) => {
    expect(inForce(dated, quarter).get('forwarded')?.points).toBe(points)
  })

  test('are those of one category', () => {
    expect(rulesInForce(dated, 'town', q('2021Q1')).size).toBe(0)
  })

  test('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(dated, { minLength: 3 }), (rows) => {
        expect(inForce(rows)).toEqual(inForce(dated))
      }),
    )
  })
})

describe('scores', () => {
  test('of submissions, as printed in 2020 Q3', () => {
    expect([submissionScore(63, 18, usualRule(500)), completion(63, 18)]).toEqual(['5.00', '350.00%'])
    expect([submissionScore(11, 18, usualRule(500)), completion(11, 18)]).toEqual(['3.06', '61.11%'])
    expect([submissionScore(0, 12, usualRule(500)), completion(0, 12)]).toEqual(['0.00', '0.00%'])
    expect(() => completion(1, 0)).toThrow(RangeError)
  })

  test('of submissions lie between 0 and full marks and never fall with one item more', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.integer({ min: 1, max: 999 }), fc.nat(100_000), (items, target, full) => {
        const score = Number(submissionScore(items, target, usualRule(full)))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(full / 100)
        expect(Number(submissionScore(items + 1, target, usualRule(full)))).toBeGreaterThanOrEqual(score)
      }),
    )
  })

  test('of adoptions add up; a kind without a rule scores nothing', () => {
    const finance = { ...noCounts(), forwarded: 5, district_full: 3, district_brief: 1, province: 1 }
    expect(adoptionPoints(finance, inForce(departments))).toBe(6600)
    expect(adoptionPoints(finance, inForce([row('province', 2000)]))).toBe(2000)
    expect(adoptionPoints(finance, new Map())).toBe(0)
  })

  test('as a share have one decimal more where rounding would cross the line that the document draws', () => {
    // 13 of 53 is 24.53 %: below the line, and printed so.
    expect([share(1300, 5300), onTrack(1300, 5300)]).toEqual(['24.5%', false])
    expect([share(2490, 10000), share(2440, 10000), share(2500, 10000), share(4960, 10000)]).toEqual([
      '24.9%',
      '24%',
      '25%',
      '50%',
    ])
    // The line of half a year is at 50 %, that of a year at 100 %.
    expect([share(4960, 10000, 2), share(9999, 10000, 4), share(2490, 10000, 4)]).toEqual(['49.6%', '99.99%', '25%'])
    expect([completion(19999, 20000), completion(20000, 20000), completion(199, 200)]).toEqual([
      '99.995%',
      '100.00%',
      '99.50%',
    ])
  })

  test('as a share are rounded half up; the line is inclusive and exact', () => {
    expect([share(3000, 4800), share(1100, 4800), share(1500, 6400)]).toEqual(['63%', '23%', '23%'])
    expect([onTrack(600, 2400), onTrack(599, 2400), share(599, 2400)]).toEqual([true, false, '24.96%'])
    expect([onTrack(1199, 2400, 2), onTrack(1200, 2400, 2)]).toEqual([false, true])
  })
})

describe('the legend', () => {
  test('prints every rule', () => {
    expect(legend(inForce(departments))).toBe(
      '说明：采编上报计 5 分/条，区级采用信息计 6 分/条、简讯计 3 分/条，市级采用信息计 10 分/条、简讯计 8 分/条，省级采用计 20 分/条。',
    )
    expect(submissionLegend(inForce(departments))).toBe(
      '说明：报送得分满分 5 分，按报送条数与报送任务之比计算，超额完成不加分；完成率不封顶。',
    )
  })

  test('leaves out what has no rule', () => {
    expect(legend(inForce([row('district_brief', 250), row('submission', 500)]))).toBe(
      '说明：区级采用简讯计 2.5 分/条。',
    )
    expect(legend(inForce([row('submission', 500)]))).toBe('说明：未设定采用计分办法，采用不计分。')
    expect(submissionLegend(new Map())).toBe('说明：未设定报送计分办法，不计报送得分；完成率不封顶。')
  })

  test('of submissions says what an office counts otherwise: beyond full marks, at least so much, all or nothing', () => {
    const said = (...more: RuleRow[]) => submissionLegend(inForce([row('submission', 500), ...more]))
    const start = '说明：报送得分满分 5 分，按报送条数与报送任务之比计算'
    expect(said(row('submission_cap', 800))).toBe(`${start}，最高计 8 分；完成率不封顶。`)
    expect(said(row('submission_floor', 100))).toBe(`${start}，超额完成不加分，有报送的最低计 1 分；完成率不封顶。`)
    expect(said({ ...row('submission', 500), choice: 'all_or_nothing' })).toBe(
      '说明：报送得分满分 5 分，完成报送任务的计满分，未完成的不计分，超额完成不加分；完成率不封顶。',
    )
  })

  test('names the points of exactly the rules given, in the order of the columns', () => {
    fc.assert(
      fc.property(fc.subarray(departments), (rows) => {
        const rules = inForce(rows)
        const expected = KINDS.flatMap(({ kind }) => rules.get(kind)?.points ?? [])
        expect([...legend(rules).matchAll(/计 (\d+) 分/g)].map((m) => Number(m[1]) * 100)).toEqual(expected)
      }),
    )
  })
})
