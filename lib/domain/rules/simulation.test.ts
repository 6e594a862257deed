import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fraction, plus } from '../base/exact'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { ofCategory, rank } from '../figures/ranking'
import { rankingInputs } from '../figures/testing'
import { type CategoryRow, USUAL_CATEGORIES } from '../office/category'
import { SEVEN_CATEGORIES, USUAL_KEYS } from '../office/testing'
import { RULE_KINDS, rulesInForce } from './book'
import {
  differences,
  effectInShort,
  effectWords,
  examplesFor,
  type RuleChange,
  ruleChangeInWords,
  type Simulation,
  simulate,
} from './simulation'
import { rulesOf } from './testing'

const [department, town] = USUAL_CATEGORIES as [CategoryRow, CategoryRow]
const compared = (simulation: Simulation, category: string) => {
  const found = simulation.compared.find((of) => of.category.key === category)
  if (!found) throw new Error(`nothing of ${category}`)
  return found
}

const changes: fc.Arbitrary<RuleChange[]> = fc.array(
  fc.record({
    category: fc.constantFrom(...USUAL_KEYS),
    kind: fc.constantFrom(...RULE_KINDS),
    points: fc.nat(40).map((halves) => halves * 50),
  }),
  { maxLength: 6 },
)

describe('the legend that was printed under the tables of 2020 Q3, tried on its departments', () => {
  const simulation = simulate(golden2020Q3, examplesFor(USUAL_CATEGORIES)[0]?.changes ?? [])
  const { real, trial } = simulation
  const { rows, effect } = compared(simulation, 'department')
  const row = (unit: string) => rows.find((r) => r.unit === unit)

  test('gives every unit two points more for each district item and brief', () => {
    expect(row('区财政局')).toMatchObject({
      real: { points: fraction(6600), share: '275%' },
      trial: { points: fraction(7400), share: '308%' },
    })
    for (const r of ofCategory(real, 'department').adoption) {
      const { district_full, district_brief } = r.counts
      expect(row(r.unit)?.trial.points).toEqual(plus(r.points, fraction(200 * (district_full + district_brief))))
    }
  })

  test('counts who rises, falls and reaches the line, by hand', () => {
    const ranked = (table: typeof real) =>
      new Map(ofCategory(table, 'department').adoption.map((r) => [r.unit, r.rank ?? 0]))
    const [now, then] = [ranked(real), ranked(trial)]
    const moves = [...now].map(([unit, place]) => place - (then.get(unit) ?? 0))
    expect(effect).toEqual({
      risen: moves.filter((m) => m > 0).length,
      fallen: moves.filter((m) => m < 0).length,
      reached: (trial.totals.onTrack.department ?? 0) - (real.totals.onTrack.department ?? 0),
      lost: 0,
      scored: 0,
    })
    expect(effect.risen).toBeGreaterThan(0)
    expect(row('区供销社')).toMatchObject({ real: { share: '25%' }, trial: { share: '33%' }, crossed: null })
  })

  test('leaves the towns as they are', () => {
    const { effect } = compared(simulation, 'town')
    expect(effect).toEqual({ risen: 0, fallen: 0, reached: 0, lost: 0, scored: 0 })
    expect(effectWords(town, effect)).toBe('镇、街道：名次没有变化，达到 25% 的单位没有变化。')
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
          ...tried.map((c) => {
            const now = rulesInForce(input.rules, c.category, input.quarter).get(c.kind)
            return { ...c, choice: now?.choice ?? null, validFrom: input.quarter, source: null }
          }),
        ]
        const { trial, compared } = simulate(input, tried)
        expect(trial).toEqual(rank({ ...input, rules: made }))
        for (const { category, rows } of compared) {
          for (const row of rows) {
            const made = ofCategory(trial, category.key).adoption.find((r) => r.unitId === row.unitId)
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
        const { tables } = rank(input)
        const none = tables.flatMap(({ category, rules }) =>
          [...rules].map(([kind, { points }]) => ({ category: category.key, kind, points })),
        )
        expect(differences(none, tables)).toEqual([])
        expect(effectInShort(simulate(input, none).compared)).toBe(
          tables.map(({ category }) => `${category.title}没有变化`).join('；'),
        )
        expect(simulate(input, differences(tried, tables)).compared).toEqual(simulate(input, tried).compared)
      }),
    )
  })
})

test('other full marks change scores and no rank', () => {
  const simulation = simulate(golden2020Q3, [{ category: 'town', kind: 'submission', points: 1000 }])
  const { effect, scores } = compared(simulation, 'town')
  expect(effect).toMatchObject({ risen: 0, fallen: 0, scored: 18 })
  expect(scores.find(({ unit }) => unit === '中和镇')).toMatchObject({ real: '5.00', trial: '10.00' })
})

test('other points change no way of counting: what was all or nothing stays so', () => {
  const rule = { category: 'department', kind: 'submission', choice: 'all_or_nothing', source: null } as const
  const input = {
    ...golden2020Q3,
    rules: [...golden2020Q3.rules, { ...rule, validFrom: golden2020Q3.quarter, points: 500 }],
  }
  const { scores } = compared(
    simulate(input, [{ category: 'department', kind: 'submission', points: 800 }]),
    'department',
  )
  expect(new Set(scores.map(({ real, trial }) => `${real} ${trial}`))).toEqual(new Set(['5.00 8.00', '0.00 0.00']))
})

test('what happens is said in one sentence', () => {
  const none = { risen: 0, fallen: 0, reached: 0, lost: 0, scored: 0 }
  expect(effectWords(department, { ...none, risen: 3, fallen: 2, reached: 1 })).toBe(
    '区级部门：3 个单位名次上升，2 个下降，1 个单位由未达到变为达到 25%。',
  )
  expect(effectWords(town, { ...none, fallen: 2, lost: 1, scored: 4 })).toBe(
    '镇、街道：2 个单位名次下降，1 个单位由达到变为未达到 25%，4 个单位报送得分变化。',
  )
  expect(
    effectInShort([
      { category: department, effect: { ...none, risen: 7, fallen: 5 } },
      { category: town, effect: none },
    ]),
  ).toBe('区级部门 12 个单位名次变化；镇、街道没有变化')
})

test('an example is offered where its categories are', () => {
  expect(examplesFor(SEVEN_CATEGORIES)).toHaveLength(1)
  expect(examplesFor(SEVEN_CATEGORIES.slice(1))).toEqual([])
})

test('in short only what happens is said', () => {
  const none = { risen: 0, fallen: 0, reached: 0, lost: 0, scored: 0 }
  expect(
    effectInShort([
      { category: department, effect: { ...none, fallen: 1 } },
      { category: town, effect: { ...none, reached: 1, lost: 2, scored: 3 } },
    ]),
  ).toBe('区级部门 1 个单位名次变化；镇、街道 1 个单位变为达到 25%、2 个单位变为未达到 25%、3 个单位报送得分变化')
  expect(effectWords(town, { ...none, reached: 1 })).toBe('镇、街道：名次没有变化，1 个单位由未达到变为达到 25%。')
  expect(effectWords(town, { ...none, risen: 1, fallen: 1 })).toBe(
    '镇、街道：1 个单位名次上升，1 个下降，达到 25% 的单位没有变化。',
  )
})

test('a change stands beside what holds now, or beside nothing where there is no such rule', () => {
  const inForce = [
    { category: department, rules: rulesOf({ district_full: 6 }) },
    { category: town, rules: rulesOf({}) },
  ]
  const to8 = { kind: 'district_full', points: 850 } as const
  expect(ruleChangeInWords({ ...to8, category: 'department' }, inForce)).toBe('6→8.5')
  expect(ruleChangeInWords({ ...to8, category: 'town' }, inForce)).toBe('无→8.5')
})

test('a unit without a rank moves nowhere; points that pass the line, either way, are told', () => {
  const { units, ...input } = golden2020Q3
  const targets = new Map(input.targets)
  const [first, second] = units.filter(({ category }) => category === 'town')
  targets.delete(first?.id ?? '')
  const without = { ...input, units, targets }
  const half: RuleChange[] = [{ category: 'town', kind: 'district_full', points: 100 }]
  const { rows, effect } = compared(simulate(without, half), 'town')
  const row = (id = '') => rows.find(({ unitId }) => unitId === id)
  expect(row(first?.id)).toMatchObject({ moved: null, real: { rank: null } })
  expect(row(second?.id)?.moved).toEqual(expect.any(Number))
  const lost = rows.filter(({ real, trial }) => real.onTrack && !trial.onTrack)
  expect(lost.length).toBeGreaterThan(0)
  expect(lost.every(({ crossed }) => crossed === 'lost')).toBe(true)
  expect(effect).toMatchObject({ lost: lost.length, reached: 0 })
  const back = compared(simulate(without, [{ category: 'town', kind: 'district_full', points: 4000 }]), 'town')
  expect(back.effect.reached).toBe(back.rows.filter(({ crossed }) => crossed === 'reached').length)
  expect(back.effect.reached).toBeGreaterThan(0)
})
