import fc from 'fast-check'
import { KINDS, kindsOfLevels, type Level } from '../adoptions/kinds'
import type { CategoryRow } from '../office/category'
import { SOME_CATEGORIES } from '../office/testing'
import { RULE_KINDS, type RuleKind } from '../rules/book'
import type { Quarter } from '../time/quarter'
import type { RankingInput } from './ranking-input'

/** Which of a district's categories is meant, however many it has. */
const place = fc.nat(6)
const keyAt = (categories: readonly CategoryRow[], n: number) => categories[n % categories.length]?.key ?? ''

/**
 * For tests only: any small district of one, two, three or seven categories, with and without targets, items, adoptions
 * and rules, and many ties.
 */
const unit = fc.record({
  place,
  quarterlyItems: fc.option(fc.integer({ min: 1, max: 6 })),
  annualPoints: fc.option(fc.integer({ min: 1, max: 40 }).map((points) => points * 50)),
  items: fc.oneof(fc.constant(0), fc.nat(12)),
  counts: fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat(2), { maxLength: KINDS.length })),
})

const rules = fc.array(
  fc.record({
    place,
    validFrom: fc.constantFrom('2020Q1', '2020Q3', '2020Q4').map((q) => q as Quarter),
    kind: fc.constantFrom(...RULE_KINDS),
    points: fc.nat(20).map((points) => points * 50),
    source: fc.constant(null),
  }),
  { maxLength: 24 },
)

export const rankingInputs: fc.Arbitrary<RankingInput> = fc
  .tuple(fc.array(unit, { maxLength: 14 }), rules, fc.constantFrom(...SOME_CATEGORIES))
  .map(([units, rules, categories]) => {
    const named = units.map(({ place, ...row }, index) => ({
      ...row,
      category: keyAt(categories, place),
      id: `u${index}`,
      name: `第${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[index]}局`,
    }))
    return {
      quarter: '2020Q3' as Quarter,
      categories,
      units: named.map(({ id, name, category }, index) => ({ id, name, category, position: index + 1 })),
      targets: new Map(named.map(({ id, quarterlyItems, annualPoints }) => [id, { quarterlyItems, annualPoints }])),
      items: new Map(named.map(({ id, items }) => [id, items])),
      adoptions: named.flatMap(({ id, counts }) =>
        counts.map((count, index) => ({ unitId: id, kind: KINDS[index]?.kind ?? 'province', count })),
      ),
      rules: rules.map(({ place, ...rule }) => ({ ...rule, category: keyAt(categories, place) })),
    }
  })

const choices = [0, 1].flatMap((place) =>
  [
    ['repeated', ['add', 'highest', 'multiply']],
    ['joint', ['even', 'full', 'fixed']],
    ['submission', ['proportional', 'all_or_nothing']],
    ['rank_submission', ['completion', 'score']],
    ['rank_adoption', ['share', 'points', 'completion']],
    ['ties', ['competition', 'dense', 'ordinal']],
    ['submission_cap', [null]],
    ['submission_floor', [null]],
    ['instruction_city', [null]],
    ['unanswered', [null]],
    ['publication:每日要情', [null]],
    ['国家级采用·信息', [null]],
  ].map(([kind, of]) =>
    fc.record({
      place: fc.constant(place),
      validFrom: fc.constant('2020Q2' as Quarter),
      kind: fc.constant(kind as RuleKind),
      points: fc.nat(16).map((points) => points * 50),
      choice: fc.constantFrom(...(of as (string | null)[])),
      source: fc.constant(null),
    }),
  ),
)

/** The same with all that the rules may speak of: single adoptions, shared ones, instructions, commissions, a level more. */
export const scoredDistricts: fc.Arbitrary<RankingInput> = fc
  .tuple(
    rankingInputs.filter(({ units }) => units.length > 1),
    fc.tuple(...choices).chain((all) => fc.subarray(all)),
    fc.array(
      fc.record({
        unit: fc.nat(13),
        item: fc.nat(1),
        kind: fc.constantFrom(...KINDS.map(({ kind }) => kind), '国家级采用·信息' as const),
        publication: fc.constantFrom(null, '每日要情'),
        others: fc.array(fc.nat(13), { maxLength: 3 }),
      }),
      { maxLength: 16 },
    ),
    fc.array(fc.nat(13), { maxLength: 4 }),
  )
  .map(([input, rules, adopted, some]) => {
    const unitOf = (n: number) => input.units[n % input.units.length]?.id ?? ''
    return {
      ...input,
      kinds: kindsOfLevels([
        ...['forwarded', 'district', 'city', 'province'].map((level, position) => {
          return { level: level as Level, formed: false, position }
        }),
        { level: '国家级采用', formed: true, position: 9 },
      ]),
      rules: [
        ...input.rules,
        ...rules.map(({ place, ...rule }) => ({ ...rule, category: keyAt(input.categories ?? [], place) })),
      ],
      adoptions: adopted.map(({ unit, item, others, ...row }, index) => {
        const unitId = unitOf(unit)
        const partners = [...new Set(others.map(unitOf))].filter((id) => id !== unitId)
        const shared = { with: partners, sharers: partners.length + 1 }
        return { ...row, ...shared, unitId, count: 1, id: `a${index}`, itemId: `${unitId}-${item}` }
      }),
      instructions: some.slice(0, 2).map((unit, index) => {
        return { id: `i${index}`, itemId: `x${index}`, unitId: unitOf(unit), level: 'city' as const }
      }),
      unanswered: some.map((unit, index) => ({ commissionId: `c${index}`, unitId: unitOf(unit) })),
    }
  })
