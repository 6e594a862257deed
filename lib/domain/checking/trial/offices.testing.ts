import type { Kind } from '../../adoptions/kinds'
import { KINDS } from '../../adoptions/kinds'
import type { RankingInput } from '../../figures/ranking-input'
import { SEVEN_CATEGORIES } from '../../office/testing'
import type { Quarter } from '../../time/quarter'

/** For tests only: chance that falls the same way for the same seed. */
export type FixedChance = {
  /** 0 up to, but not, n. */
  below(n: number): number
  between(least: number, most: number): number
  pick<T>(of: readonly T[]): T
  /** So many of them, in their order. */
  some<T>(of: readonly T[], n: number): T[]
}

/** For tests only. */
export function chanceOf(seed: number): FixedChance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  const pick = <T>(of: readonly T[]) => of[below(of.length)] as T
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    pick,
    some(of, n) {
      const keys = of.map(() => next())
      const least = keys.toSorted((a, b) => b - a)[Math.min(n, of.length) - 1] ?? 2
      return of.filter((_, i) => (keys[i] ?? 0) >= least)
    },
  }
}

const SYLLABLES = [...'安宁和平永兴东南西北金石龙凤丰庆清河山林江湖云泉双新高长']
const WORKS = [
  ...['财政', '教育', '商务', '统计', '审计', '司法', '民政', '水务', '交通运输', '应急管理', '农业农村'],
  ...['卫生健康', '市场监管', '自然资源', '生态环境', '退役军人', '医疗保障', '信访', '林业', '科技', '文旅'],
  ...['住建', '发改', '人社', '气象', '残疾人', '供销', '粮食', '机关事务', '大数据', '档案'],
]
const QUARTERS = ['2020Q3', '2023Q4', '2025Q1', '2026Q2'] as const

/** For tests only: a district as there might be one: some tens of units in one to three categories, and a quarter of it. */
export function officeOf(chance: FixedChance): RankingInput {
  const categories = SEVEN_CATEGORIES.slice(0, chance.pick([1, 2, 2, 2, 3]))
  const headName = categories.flatMap(({ key }) => {
    const n = chance.between(6, key === 'department' ? 28 : 18)
    return namesFor(key, n, chance).map((name) => ({ name, category: key }))
  })
  const classes: Record<string, readonly (readonly [number, number])[]> = Object.fromEntries(
    categories.map(({ key }) => {
      return [
        key,
        chance.pick([
          [
            [24, 64],
            [18, 48],
            [12, 24],
          ],
          [
            [24, 32],
            [27, 40],
          ],
          [[20, 60]],
        ] as const),
      ]
    }),
  )
  const units = headName.map(({ name, category }, i) => {
    const [target, annual] = chance.pick(classes[category] ?? [[12, 24]])
    return { id: `u${i}`, name, category, position: i + 1, target, annual }
  })
  const weights = categories.map(() => [5, chance.pick([6, 8]), chance.pick([3, 5]), 10, 8, 20])
  return {
    quarter: chance.pick(QUARTERS) as Quarter,
    categories,
    units: units.map(({ id, name, category, position }) => ({ id, name, category, position })),
    targets: new Map(
      units.map(({ id, target, annual }) => [id, { quarterlyItems: target, annualPoints: annual * 100 }]),
    ),
    items: new Map(
      units.map(({ id, target }) => [id, chance.below(8) === 0 ? 0 : chance.between(1, Math.round(target * 2.2))]),
    ),
    adoptions: units.flatMap(({ id }) => {
      if (chance.below(4) === 0) return []
      return KINDS.flatMap(({ kind }, k) => {
        const most = [4, 4, 3, 2, 1, 1][k] ?? 1
        const count = chance.below(2) ? chance.between(0, most) : 0
        return count ? [{ unitId: id, kind, count }] : []
      })
    }),
    rules: categories.flatMap(({ key }, c) => [
      rule(key, 'submission', 5),
      ...KINDS.map(({ kind }, k) => rule(key, kind, weights[c]?.[k] ?? 1)),
    ]),
  }
}

const rule = (category: string, kind: Kind | 'submission', points: number) => {
  return { category, validFrom: '2020Q1' as Quarter, kind, points: points * 100, source: null }
}

function namesFor(key: string, n: number, chance: FixedChance): string[] {
  if (key === 'department') return chance.some(WORKS, n).map((work) => `区${work}局`)
  const names = new Set<string>()
  while (names.size < n) {
    const [one, other] = [chance.pick(SYLLABLES), chance.pick(SYLLABLES)]
    if (one !== other) names.add(`${one}${other}${key === 'town' ? chance.pick(['镇', '镇', '街道办事处']) : '园区'}`)
  }
  return [...names]
}
