import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CATEGORIES } from '../adoptions/kinds'
import { fraction, plus } from '../base/exact'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { rank } from '../figures/ranking'
import { rankingInputs } from '../figures/testing'
import { RULE_KINDS } from './book'
import {
  differences,
  EXAMPLES,
  effectInShort,
  effectWords,
  type RuleChange,
  ruleChangeInWords,
  simulate,
} from './simulation'
import { rulesOf } from './testing'

const changes: fc.Arbitrary<RuleChange[]> = fc.array(
  fc.record({
    category: fc.constantFrom(...CATEGORIES),
    kind: fc.constantFrom(...RULE_KINDS),
    points: fc.nat(40).map((halves) => halves * 50),
  }),
  { maxLength: 6 },
)

describe('the legend that was printed under the tables of 2020 Q3, tried on its departments', () => {
  const { rows, effect, real, trial } = simulate(golden2020Q3, EXAMPLES[0]?.changes ?? [])
  const row = (unit: string) => rows.department.find((r) => r.unit === unit)

  test('gives every unit two points more for each district item and brief', () => {
    expect(row('区财政局')).toMatchObject({
      real: { points: fraction(6600), share: '275%' },
      trial: { points: fraction(7400), share: '308%' },
    })
    for (const r of real.adoption.department) {
      const { district_full, district_brief } = r.counts
      expect(row(r.unit)?.trial.points).toEqual(plus(r.points, fraction(200 * (district_full + district_brief))))
    }
  })

  test('counts who rises, falls and reaches the line, by hand', () => {
    const ranked = (table: typeof real) => new Map(table.adoption.department.map((r) => [r.unit, r.rank ?? 0]))
    const [now, then] = [ranked(real), ranked(trial)]
    const moves = [...now].map(([unit, place]) => place - (then.get(unit) ?? 0))
    expect(effect.department).toEqual({
      risen: moves.filter((m) => m > 0).length,
      fallen: moves.filter((m) => m < 0).length,
      reached: trial.totals.onTrack.department - real.totals.onTrack.department,
      lost: 0,
      scored: 0,
    })
    expect(effect.department.risen).toBeGreaterThan(0)
    expect(row('区供销社')).toMatchObject({ real: { share: '25%' }, trial: { share: '33%' }, crossed: null })
  })

  test('leaves the towns as they are', () => {
    expect(effect.town).toEqual({ risen: 0, fallen: 0, reached: 0, lost: 0, scored: 0 })
    expect(effectWords('town', effect.town)).toBe('镇、街道：名次没有变化，达到 25% 的单位没有变化。')
  })
})

describe('any simulation', () => {
  test('leaves the real ranking, and all that it was given, as they were', () => {
    fc.assert(
      fc.property(rankingInputs, changes, (input, tried) => {
        const before = structuredClone({ ...input, targets: [...input.targets], items: [...input.items] })
        expect(simulate(input, tried).real).toEqual(rank(input))
        expect({ ...input, targets: [...input.targets], items: [...input.items] }).toEqual(before)
      }),
    )
  })

  test('is the ranking that those rules would make', () => {
    fc.assert(
      fc.property(rankingInputs, changes, (input, tried) => {
        const touched = (r: { category: string; kind: string }) =>
          tried.some((c) => c.category === r.category && c.kind === r.kind)
        const made = [
          ...input.rules.filter((r) => !touched(r)),
          ...tried.map((c) => ({ ...c, validFrom: input.quarter, source: null })),
        ]
        const { trial, rows } = simulate(input, tried)
        expect(trial).toEqual(rank({ ...input, rules: made }))
        for (const category of CATEGORIES) {
          for (const row of rows[category]) {
            const made = trial.adoption[category].find((r) => r.unitId === row.unitId)
            expect(row.trial).toEqual({
              rank: made?.rank,
              points: made?.points,
              share: made?.share,
              onTrack: made?.onTrack,
            })
          }
        }
      }),
    )
  })

  test('without a difference has no effect; its differences are all of it', () => {
    fc.assert(
      fc.property(rankingInputs, changes, (input, tried) => {
        const rules = rank(input).rules
        const none = CATEGORIES.flatMap((category) =>
          [...rules[category]].map(([kind, { points }]) => ({ category, kind, points })),
        )
        expect(differences(none, rules)).toEqual([])
        expect(effectInShort(simulate(input, none).effect)).toBe('区级部门没有变化；镇、街道没有变化')
        expect(simulate(input, differences(tried, rules)).rows).toEqual(simulate(input, tried).rows)
      }),
    )
  })
})

test('other full marks change scores and no rank', () => {
  const { effect, scores } = simulate(golden2020Q3, [{ category: 'town', kind: 'submission', points: 1000 }])
  expect(effect.town).toMatchObject({ risen: 0, fallen: 0, scored: 18 })
  expect(scores.town.find(({ unit }) => unit === '中和镇')).toMatchObject({ real: '5.00', trial: '10.00' })
})

test('what happens is said in one sentence', () => {
  const none = { risen: 0, fallen: 0, reached: 0, lost: 0, scored: 0 }
  expect(effectWords('department', { ...none, risen: 3, fallen: 2, reached: 1 })).toBe(
    '区级部门：3 个单位名次上升，2 个下降，1 个单位由未达到变为达到 25%。',
  )
  expect(effectWords('town', { ...none, fallen: 2, lost: 1, scored: 4 })).toBe(
    '镇、街道：2 个单位名次下降，1 个单位由达到变为未达到 25%，4 个单位报送得分变化。',
  )
  expect(effectInShort({ department: { ...none, risen: 7, fallen: 5 }, town: none })).toBe(
    '区级部门 12 个单位名次变化；镇、街道没有变化',
  )
})

test('in short only what happens is said', () => {
  const none = { risen: 0, fallen: 0, reached: 0, lost: 0, scored: 0 }
  const town = { ...none, reached: 1, lost: 2, scored: 3 }
  expect(effectInShort({ department: { ...none, fallen: 1 }, town })).toBe(
    '区级部门 1 个单位名次变化；镇、街道 1 个单位变为达到 25%、2 个单位变为未达到 25%、3 个单位报送得分变化',
  )
  expect(effectWords('town', { ...none, reached: 1 })).toBe('镇、街道：名次没有变化，1 个单位由未达到变为达到 25%。')
  expect(effectWords('town', { ...none, risen: 1, fallen: 1 })).toBe(
    '镇、街道：1 个单位名次上升，1 个下降，达到 25% 的单位没有变化。',
  )
})

test('a change stands beside what holds now, or beside nothing where there is no such rule', () => {
  const rules = { department: rulesOf({ district_full: 6 }), town: rulesOf({}) }
  const to8 = { kind: 'district_full', points: 850 } as const
  expect(ruleChangeInWords({ ...to8, category: 'department' }, rules)).toBe('6→8.5')
  expect(ruleChangeInWords({ ...to8, category: 'town' }, rules)).toBe('无→8.5')
})

test('a unit without a rank moves nowhere; points that pass the line, either way, are told', () => {
  const { units, ...input } = golden2020Q3
  const targets = new Map(input.targets)
  const [first, second] = units.filter(({ category }) => category === 'town')
  targets.delete(first?.id ?? '')
  const without = { ...input, units, targets }
  const half: RuleChange[] = [{ category: 'town', kind: 'district_full', points: 100 }]
  const { rows, effect } = simulate(without, half)
  const row = (id = '') => rows.town.find(({ unitId }) => unitId === id)
  expect(row(first?.id)).toMatchObject({ moved: null, real: { rank: null } })
  expect(row(second?.id)?.moved).toEqual(expect.any(Number))
  const lost = rows.town.filter(({ real, trial }) => real.onTrack && !trial.onTrack)
  expect(lost.length).toBeGreaterThan(0)
  expect(lost.every(({ crossed }) => crossed === 'lost')).toBe(true)
  expect(effect.town).toMatchObject({ lost: lost.length, reached: 0 })
  const back = simulate(without, [{ category: 'town', kind: 'district_full', points: 4000 }])
  expect(back.effect.town.reached).toBe(back.rows.town.filter(({ crossed }) => crossed === 'reached').length)
  expect(back.effect.town.reached).toBeGreaterThan(0)
})
