import { describe, expect, test } from 'vitest'
import { formatPoints, NOTHING } from '../base/exact'
import { lineRows } from './line-words'
import { type Adopted, pointLinesOf, type Scores } from './lines'
import { DEPARTMENT, rulesOf, type Written } from './testing'

const RULES = { ...DEPARTMENT, instruction_city: 4, unanswered: 2, 'publication:每日要情': 7 } satisfies Written
const adopted = (over: Partial<Adopted> = {}): Adopted => {
  return { unitId: 'a', kind: 'district_full', count: 1, id: '1', itemId: 'i', day: '2020-07-02', ...over }
}
const instructed = { id: '9', itemId: 'i', unitId: 'a', level: 'city', day: '2020-07-03' } as const
const unanswered = { commissionId: 'c', unitId: 'a', day: '2020-07-04' }

function rows(scored: Scores, figure: 'points' | 'extra' = 'points', written: Written = RULES) {
  const lines = pointLinesOf(scored, new Set(['a', 'b']), rulesOf(written)).get('a') ?? []
  return lineRows(lines, figure).map(({ points, ...row }) => ({ ...row, points: formatPoints(points) }))
}

describe('a row behind points', () => {
  test('of an adoption names kind, publication and who shares it, and leads to the item', () => {
    expect(rows({ adoptions: [adopted()] })).toEqual([
      {
        key: '1',
        itemId: 'i',
        commissionId: null,
        unitId: 'a',
        day: '2020-07-02',
        kind: 'district_full',
        what: '区级采用·信息',
        plain: '区级采用·信息',
        points: '6',
      },
    ])
    const words = (over: Partial<Adopted>) => rows({ adoptions: [adopted(over)] }).map(({ what }) => what)
    expect(words({ publication: '每日要情' })).toEqual(['区级采用·信息，《每日要情》'])
    expect(words({ publication: '《每日要情》' })).toEqual(['区级采用·信息，《每日要情》'])
    expect(words({ publication: '' })).toEqual(['区级采用·信息'])
    expect(words({ sharers: 1 })).toEqual(['区级采用·信息'])
    expect(words({ sharers: 2, with: ['b'] })).toEqual(['区级采用·信息，2 个单位共享'])
  })

  test('of a count as printed leads nowhere, and has a key all the same', () => {
    const printed = { unitId: 'a', kind: 'district_full', count: 2 } as const
    expect(rows({ adoptions: [adopted(), printed] })[1]).toMatchObject({
      key: '1',
      itemId: null,
      day: null,
      points: '12',
    })
  })

  test('of an instruction and of an unanswered commission names which', () => {
    const scored = { adoptions: [adopted()], instructions: [instructed], unanswered: [unanswered] }
    expect(rows(scored).slice(1)).toEqual([
      {
        key: '9',
        itemId: 'i',
        commissionId: null,
        unitId: 'a',
        day: '2020-07-03',
        kind: null,
        what: '市级领导批示',
        plain: '市级领导批示',
        points: '4',
      },
      {
        key: 'c a',
        itemId: null,
        commissionId: 'c',
        unitId: 'a',
        day: '2020-07-04',
        kind: null,
        what: '约稿未回复',
        plain: '约稿未回复',
        points: '−2',
      },
    ])
  })

  test('gives back what deductions would bring below zero', () => {
    expect(rows({ adoptions: [], unanswered: [unanswered] }).map(({ what, points }) => [what, points])).toEqual([
      ['约稿未回复', '−2'],
      ['扣完为止，不计负分', '2'],
    ])
    expect(rows({ adoptions: [adopted({ kind: 'district_brief' })], unanswered: [unanswered] })).toHaveLength(2)
  })
})

describe('which rows there are', () => {
  test('an adoption that scores nothing is a row of the points; what else scores nothing is none', () => {
    const nothing = { ...RULES, district_full: 0, instruction_city: 0, unanswered: 0 }
    const scored = { adoptions: [adopted()], instructions: [instructed], unanswered: [unanswered] }
    expect(rows(scored, 'points', nothing)).toMatchObject([{ kind: 'district_full', points: '0' }])
    expect(rows(scored, 'extra', nothing)).toEqual([])
  })

  test('加减分 has those alone that come to more or less than count × points', () => {
    const scored = {
      adoptions: [
        adopted(),
        adopted({ id: '2', publication: '每日要情' }),
        adopted({ id: '3', sharers: 2, with: ['b'] }),
      ],
      instructions: [instructed],
    }
    expect(rows(scored, 'extra').map(({ key, points }) => [key, points])).toEqual([
      ['2', '1'],
      ['3', '−3'],
      ['9', '4'],
    ])
    const floor = [{ of: 'floor' as const, points: NOTHING, plain: 0 }]
    expect(lineRows(floor, 'points')).toEqual([])
  })

  test('an item that another adoption stands for says so, in its own row', () => {
    const twice = { adoptions: [adopted(), adopted({ id: '2', kind: 'city_full' })] }
    expect(rows(twice, 'points', { ...RULES, repeated: 'highest' }).map(({ what, points }) => [what, points])).toEqual([
      ['区级采用·信息，同一信息已计最高的一次', '0'],
      ['市级采用·信息', '10'],
    ])
    expect(rows(twice, 'points', { ...RULES, repeated: 'add' }).map(({ points }) => points)).toEqual(['6', '10'])
  })
})
