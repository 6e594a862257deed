import fc from 'fast-check'
import { KINDS } from './kinds'
import type { Quarter } from './quarter'
import type { RankingInput } from './ranking'
import { RULE_KINDS } from './rules/book'

/** For tests only: any small district, with and without targets, items, adoptions and rules, and many ties. */
const unit = fc.record({
  category: fc.constantFrom('department' as const, 'town' as const),
  quarterlyItems: fc.option(fc.integer({ min: 1, max: 6 })),
  annualPoints: fc.option(fc.integer({ min: 1, max: 40 }).map((points) => points * 50)),
  items: fc.oneof(fc.constant(0), fc.nat(12)),
  counts: fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat(2), { maxLength: KINDS.length })),
})

const rules = fc.array(
  fc.record({
    category: fc.constantFrom('department' as const, 'town' as const),
    validFrom: fc.constantFrom('2020Q1', '2020Q3', '2020Q4').map((q) => q as Quarter),
    kind: fc.constantFrom(...RULE_KINDS),
    points: fc.nat(20).map((points) => points * 50),
    source: fc.constant(null),
  }),
  { maxLength: 24 },
)

export const rankingInputs: fc.Arbitrary<RankingInput> = fc
  .tuple(fc.array(unit, { maxLength: 14 }), rules)
  .map(([units, rules]) => {
    const named = units.map((row, index) => ({
      ...row,
      id: `u${index}`,
      name: `第${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[index]}局`,
    }))
    return {
      quarter: '2020Q3' as Quarter,
      units: named.map(({ id, name, category }, index) => ({ id, name, category, position: index + 1 })),
      targets: new Map(named.map(({ id, quarterlyItems, annualPoints }) => [id, { quarterlyItems, annualPoints }])),
      items: new Map(named.map(({ id, items }) => [id, items])),
      adoptions: named.flatMap(({ id, counts }) =>
        counts.map((count, index) => ({ unitId: id, kind: KINDS[index]?.kind ?? 'province', count })),
      ),
      rules,
    }
  })
