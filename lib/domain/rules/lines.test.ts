import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KINDS } from '../adoptions/kinds'
import { compareFractions, formatPoints, fraction, NOTHING, sumOf } from '../base/exact'
import { lineRows } from './line-words'
import { type Adopted, extraOf, pointLinesOf, type Scores, totalOf } from './lines'
import { REPEATED } from './repeated'
import { DEPARTMENT, rulesOf, type Written } from './testing'

const units = new Set(['a', 'b', 'c'])
const adopted = (over: Partial<Adopted>): Adopted => {
  return { unitId: 'a', kind: 'district_full', count: 1, id: '1', itemId: 'i', ...over }
}
const pointsOf = (scored: Scores, written: Written, unit = 'a') =>
  formatPoints(totalOf(pointLinesOf(scored, units, rulesOf(written)).get(unit) ?? []))

describe('the points of a unit', () => {
  test('of a joint item are shared with those who have no item of their own', () => {
    const joint = { adoptions: [adopted({ sharers: 3, with: ['b', 'c'] })] }
    expect(['a', 'b', 'c'].map((unit) => pointsOf(joint, DEPARTMENT, unit))).toEqual(['2', '2', '2'])
    const lines = pointLinesOf(joint, units, rulesOf(DEPARTMENT))
    // In its own row 甲 has 1 × 6 = 6, the others nothing: what makes the difference is named.
    expect(['a', 'b', 'c'].map((unit) => formatPoints(extraOf(lines.get(unit) ?? [])))).toEqual(['−4', '2', '2'])
  })

  test('of an item that was adopted twice follow the rule of repeated adoptions, for those who share it too', () => {
    const shared = { sharers: 2, with: ['b'] }
    const twice = { adoptions: [adopted(shared), adopted({ id: '2', kind: 'city_full', ...shared })] }
    expect([pointsOf(twice, DEPARTMENT), pointsOf(twice, DEPARTMENT, 'b')]).toEqual(['8', '8'])
    const highest = { ...DEPARTMENT, repeated: 'highest' }
    expect([pointsOf(twice, highest), pointsOf(twice, highest, 'b')]).toEqual(['5', '5'])
    const rows = lineRows(pointLinesOf(twice, units, rulesOf(highest)).get('a') ?? [], 'points')
    expect(rows.map(({ what, points }) => [what, formatPoints(points)])).toEqual([
      ['区级采用·信息，2 个单位共享，同一信息已计最高的一次', '0'],
      ['市级采用·信息，2 个单位共享', '5'],
    ])
  })

  test('of two items are not one another’s repetition', () => {
    const two = { adoptions: [adopted({}), adopted({ id: '2', itemId: 'j', kind: 'city_full' })] }
    expect(pointsOf(two, { ...DEPARTMENT, repeated: 'highest' })).toBe('16')
  })

  test('of counts as printed are count × points, whatever the rules say of single adoptions', () => {
    const printed = { adoptions: [{ unitId: 'a', kind: 'district_full' as const, count: 3 }] }
    expect(pointsOf(printed, { ...DEPARTMENT, repeated: 'highest', joint: ['fixed', 1] })).toBe('18')
  })

  test('are not given to who is not of the category', () => {
    expect(
      pointLinesOf({ adoptions: [adopted({ unitId: 'x', with: ['b'], sharers: 2 })] }, units, rulesOf(DEPARTMENT)).has(
        'x',
      ),
    ).toBe(false)
  })
})

const someScores: fc.Arbitrary<Scores> = fc.record({
  adoptions: fc.array(
    fc
      .record({
        unitId: fc.constantFrom('a', 'b', 'c'),
        kind: fc.constantFrom(...KINDS.map(({ kind }) => kind)),
        item: fc.nat(3),
        publication: fc.constantFrom(null, '每日要情', '《专报》', '别的'),
        with: fc.subarray(['a', 'b', 'c']),
      })
      .map(({ unitId, item, with: all, ...row }): Adopted => {
        const others = all.filter((unit) => unit !== unitId)
        return { ...row, unitId, count: 1, itemId: `${unitId}${item}`, with: others, sharers: others.length + 1 }
      }),
    { maxLength: 12 },
  ),
  instructions: fc.array(
    fc.record({
      id: fc.uuid(),
      itemId: fc.constantFrom('a1', 'b1'),
      unitId: fc.constantFrom('a', 'b'),
      level: fc.constantFrom('district' as const, 'city' as const),
    }),
    { maxLength: 4 },
  ),
  unanswered: fc.array(fc.record({ commissionId: fc.uuid(), unitId: fc.constantFrom('a', 'c') }), { maxLength: 4 }),
})
const someRules: fc.Arbitrary<Written> = fc.record({
  ...Object.fromEntries(KINDS.map(({ kind }) => [kind, fc.nat(20)])),
  'publication:每日要情': fc.nat(9),
  repeated: fc.constantFrom(...Object.keys(REPEATED)),
  joint: fc.oneof(fc.constantFrom('even', 'full'), fc.tuple(fc.constant('fixed'), fc.nat(9))),
  instruction_city: fc.nat(5),
  unanswered: fc.nat(9),
})

test('a unit’s lines are its list: both lists add up to their figures, and points never fall below zero', () => {
  fc.assert(
    fc.property(someScores, someRules, (scored, written) => {
      for (const lines of pointLinesOf(scored, units, rulesOf(written)).values()) {
        expect(compareFractions(totalOf(lines), NOTHING)).toBeGreaterThanOrEqual(0)
        expect(sumOf(lineRows(lines, 'points').map(({ points }) => points))).toEqual(totalOf(lines))
        expect(sumOf(lineRows(lines, 'extra').map(({ points }) => points))).toEqual(extraOf(lines))
      }
    }),
  )
})

test('split evenly and added up, nothing is lost and nothing is made: all units together have what was adopted', () => {
  fc.assert(
    fc.property(someScores, someRules, ({ adoptions }, written) => {
      const rules = rulesOf({ ...written, repeated: 'add', joint: 'even' })
      const all = [...pointLinesOf({ adoptions }, units, rules).values()].map(totalOf)
      const whole = adoptions.map(({ kind, publication }) => {
        const own = publication === '每日要情' ? rules.get('publication:每日要情') : undefined
        return fraction((own ?? rules.get(kind))?.points ?? 0)
      })
      expect(sumOf(all)).toEqual(sumOf(whole))
    }),
  )
})

describe('an instruction on a joint item', () => {
  const joint = { id: '9', itemId: 'i', unitId: 'a', level: 'city' as const, with: ['b', 'c'] }
  const given = (written: Written) => {
    const lines = pointLinesOf(
      { adoptions: [], instructions: [joint] },
      units,
      rulesOf({ instruction_city: 5, ...written }),
    )
    return ['a', 'b', 'c'].map((unit) => formatPoints(totalOf(lines.get(unit) ?? [])))
  }

  test('goes to all who share it, as the rules say', () => {
    expect(given({})).toEqual(['1.67', '1.67', '1.67'])
    expect(given({ joint: 'full' })).toEqual(['5', '5', '5'])
    expect(given({ joint: ['fixed', 1] })).toEqual(['1.67', '1.67', '1.67'])
  })

  test('says so in its row', () => {
    const lines = pointLinesOf({ adoptions: [], instructions: [joint] }, units, rulesOf({ instruction_city: 5 }))
    expect(lineRows(lines.get('b') ?? [], 'points').map(({ what, unitId }) => [what, unitId])).toEqual([
      ['市级领导批示，3 个单位共享', 'a'],
    ])
  })
})

describe('no line', () => {
  const rules = { ...DEPARTMENT, instruction_city: 4, unanswered: 2 }
  const linesOf = (scored: Scores, written: Written = rules) => pointLinesOf(scored, units, rulesOf(written))
  const one = { id: '9', itemId: 'i', unitId: 'x', level: 'city' as const }

  test('is written for a unit of another category, for whatever it scored', () => {
    const foreign = { adoptions: [], instructions: [one], unanswered: [{ commissionId: 'c', unitId: 'x' }] }
    expect([...linesOf(foreign)]).toEqual([])
  })

  test('stands for an instruction or a commission that scores nothing, nor for a floor that nobody needs', () => {
    const own = { adoptions: [adopted({})], instructions: [{ ...one, unitId: 'a' }] }
    const silent = { unanswered: [{ commissionId: 'c', unitId: 'a' }] }
    const kinds = (scored: Scores, written?: Written) =>
      linesOf(scored, written)
        .get('a')
        ?.map(({ of }) => of)
    expect(kinds({ ...own, ...silent })).toEqual(['adoption', 'instruction', 'unanswered'])
    expect(kinds({ ...own, ...silent }, DEPARTMENT)).toEqual(['adoption'])
    // Three points and a deduction of three: nothing is below zero.
    const even = { ...rules, unanswered: 3 }
    expect(kinds({ adoptions: [adopted({ kind: 'district_brief' })], ...silent }, even)).toEqual([
      'adoption',
      'unanswered',
    ])
  })
})

test('items of which nothing is known but their kind are never each other’s repetition', () => {
  const known = adopted({})
  const { itemId: _, id: __, ...printed } = adopted({ kind: 'city_full' })
  expect(
    pointsOf(
      { adoptions: [printed, { ...printed, kind: 'district_full' }, known] },
      { ...DEPARTMENT, repeated: 'highest' },
    ),
  ).toBe('22')
})
