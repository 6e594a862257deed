import { type Centi, formatCenti } from '../base/exact'
import { type Ranking, rank } from '../figures/ranking'
import type { RankingInput } from '../figures/ranking-input'
import type { AdoptionRow, CategoryTables } from '../figures/ranking-rows'
import type { Category, CategoryRow } from '../office/category'
import { type CategoryRules, type RuleKind, rulesInForce } from './book'

/** One rule as it might be. */
export type RuleChange = { category: Category; kind: RuleKind; points: Centi }

const EXAMPLES: readonly { name: string; changes: readonly RuleChange[] }[] = [
  {
    name: '按 2020 年三季度通报所附说明：8/5',
    changes: [
      { category: 'department', kind: 'district_full', points: 800 },
      { category: 'department', kind: 'district_brief', points: 500 },
    ],
  },
]

/** Simulations offered for one click, as far as there are such categories. */
export function examplesFor(categories: readonly CategoryRow[]): typeof EXAMPLES {
  return EXAMPLES.filter(({ changes }) =>
    changes.every(({ category }) => categories.some(({ key }) => key === category)),
  )
}

type Standing = Pick<AdoptionRow, 'rank' | 'points' | 'share' | 'onTrack'>

/** A unit's adoptions as they count and as they would. moved: ranks gained (above 0) or lost; null where unranked. */
export type ComparedRow = {
  unitId: string
  unit: string
  real: Standing
  trial: Standing
  moved: number | null
  crossed: 'reached' | 'lost' | null
}

/** A unit's score for what it sent, as it is and as it would be; null without a target or a rule. */
export type ComparedScore = { unitId: string; unit: string; real: string | null; trial: string | null }

/** How many units of a category the changes touch. scored: whose score for submissions differs. */
export type Effect = { risen: number; fallen: number; reached: number; lost: number; scored: number }

/** What other rules come to for the units of one category. Rows stand in the order of the real tables. */
export type ComparedCategory = {
  category: CategoryRow
  rows: ComparedRow[]
  scores: ComparedScore[]
  effect: Effect
}

/** A ranking beside what it would be by other rules. */
export type Simulation = { real: Ranking; trial: Ranking; compared: ComparedCategory[] }

/** Ranks a quarter once by its rules and once with the changes; nothing of what it is given is altered. */
export function simulate(input: RankingInput, changes: readonly RuleChange[]): Simulation {
  const changed = changes.map((change) => {
    // Other points leave the way of counting as it is.
    const now = rulesInForce(input.rules, change.category, input.quarter).get(change.kind)
    return { ...change, choice: now?.choice ?? null, validFrom: input.quarter, source: null }
  })
  const real = rank(input)
  // Of two rules for one quarter the later row holds.
  const trial = rank({ ...input, rules: [...input.rules, ...changed] })
  // Both rank the same categories.
  const compared = real.tables.map((of, i) => comparedCategory(of, trial.tables[i] ?? of))
  return { real, trial, compared }
}

function comparedCategory(real: CategoryTables, trial: CategoryTables): ComparedCategory {
  const rows = beside(real.adoption, trial.adoption, compare)
  const scores = beside(real.submission, trial.submission, ({ unitId, unit, score }, other) => {
    return { unitId, unit, real: score, trial: other.score }
  })
  return { category: real.category, rows, scores, effect: effectOf(rows, scores) }
}

/** The changes that differ from the rules in force; of two for one rule the later one. */
export function differences(changes: readonly RuleChange[], inForce: readonly CategoryRules[]): RuleChange[] {
  const last = new Map(changes.map((change) => [`${change.category} ${change.kind}`, change]))
  return [...last.values()].filter((change) => pointsNow(change, inForce) !== change.points)
}

function pointsNow({ category, kind }: RuleChange, inForce: readonly CategoryRules[]): Centi | undefined {
  return inForce.find((of) => of.category.key === category)?.rules.get(kind)?.points
}

function beside<Row extends { unitId: string }, T>(
  real: readonly Row[],
  trial: readonly Row[],
  make: (a: Row, b: Row) => T,
) {
  const byUnit = new Map(trial.map((row) => [row.unitId, row]))
  // Both tables list the same units.
  return real.map((row) => make(row, byUnit.get(row.unitId) ?? row))
}

function compare(real: AdoptionRow, trial: AdoptionRow): ComparedRow {
  const standing = ({ rank, points, share, onTrack }: AdoptionRow): Standing => ({ rank, points, share, onTrack })
  return {
    unitId: real.unitId,
    unit: real.unit,
    real: standing(real),
    trial: standing(trial),
    moved: real.rank === null || trial.rank === null ? null : real.rank - trial.rank,
    crossed: real.onTrack === trial.onTrack ? null : trial.onTrack ? 'reached' : 'lost',
  }
}

function effectOf(rows: readonly ComparedRow[], scores: readonly ComparedScore[]): Effect {
  return {
    risen: rows.filter(({ moved }) => moved !== null && moved > 0).length,
    fallen: rows.filter(({ moved }) => moved !== null && moved < 0).length,
    reached: rows.filter(({ crossed }) => crossed === 'reached').length,
    lost: rows.filter(({ crossed }) => crossed === 'lost').length,
    scored: scores.filter(({ real, trial }) => real !== trial).length,
  }
}

/** "区级部门：3 个单位名次上升，2 个下降，1 个单位由未达到变为达到 25%。" */
export function effectWords({ title }: CategoryRow, { risen, fallen, reached, lost, scored }: Effect): string {
  const parts = [
    risen > 0 && `${risen} 个单位名次上升`,
    fallen > 0 && (risen > 0 ? `${fallen} 个下降` : `${fallen} 个单位名次下降`),
    risen + fallen === 0 && '名次没有变化',
    reached > 0 && `${reached} 个单位由未达到变为达到 25%`,
    lost > 0 && `${lost} 个单位由达到变为未达到 25%`,
    reached + lost === 0 && '达到 25% 的单位没有变化',
    scored > 0 && `${scored} 个单位报送得分变化`,
  ]
  return `${title}：${parts.filter(Boolean).join('，')}。`
}

/** "区级部门 12 个单位名次变化；镇、街道没有变化". */
export function effectInShort(compared: readonly Pick<ComparedCategory, 'category' | 'effect'>[]): string {
  return compared
    .map(({ category: { title }, effect: { risen, fallen, reached, lost, scored } }) => {
      const parts = [
        risen + fallen > 0 && `${risen + fallen} 个单位名次变化`,
        reached > 0 && `${reached} 个单位变为达到 25%`,
        lost > 0 && `${lost} 个单位变为未达到 25%`,
        scored > 0 && `${scored} 个单位报送得分变化`,
      ].filter(Boolean)
      return parts.length ? `${title} ${parts.join('、')}` : `${title}没有变化`
    })
    .join('；')
}

/** "6→8": a rule as it is and as it might be. */
export function ruleChangeInWords(change: RuleChange, inForce: readonly CategoryRules[]): string {
  const now = pointsNow(change, inForce)
  return `${now === undefined ? '无' : formatCenti(now)}→${formatCenti(change.points)}`
}
