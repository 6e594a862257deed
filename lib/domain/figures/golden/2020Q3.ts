import { KINDS, type Kind } from '../../adoptions/kinds'
import type { RuleRow } from '../../rules/book'
import type { Quarter } from '../../time/quarter'
import type { RankingInput } from '../ranking-input'

/**
 * The third quarter of 2020 as the notice printed it: unit, quarterly target, items, annual target, then the counts in
 * the order of KINDS. The order of the units is that of the printed adoption tables; the official one is not known.
 */
type Line = [unit: string, target: number, items: number, annualTarget: number, ...counts: number[]]

const DEPARTMENTS: Line[] = [
  ['区交运局', 18, 33, 48, 5, 2, 2, 1, 0, 0],
  ['区市场监督管理局', 24, 55, 64, 5, 2, 0, 2, 0, 0],
  ['区行政审批局', 12, 26, 28, 2, 2, 0, 0, 0, 0],
  ['区教育和体育局', 24, 30, 64, 4, 1, 0, 2, 0, 0],
  ['区司法局', 18, 19, 48, 2, 2, 0, 1, 0, 0],
  ['区投促局', 18, 25, 48, 1, 2, 1, 1, 0, 0],
  ['区农业农村局', 24, 26, 64, 2, 0, 1, 2, 0, 0],
  ['区财政局', 12, 13, 24, 5, 3, 1, 0, 0, 1],
  ['区人社局', 24, 29, 64, 2, 3, 1, 0, 0, 0],
  ['区卫生健康局', 24, 27, 64, 3, 0, 5, 0, 0, 0],
  ['区退役军人事务局', 12, 21, 24, 1, 1, 0, 0, 0, 0],
  ['区住建局', 24, 32, 64, 2, 1, 1, 1, 0, 0],
  ['区商务局', 24, 43, 64, 3, 1, 1, 0, 0, 0],
  ['区统计局', 18, 63, 45, 2, 0, 2, 0, 0, 0],
  ['区综合行政执法局', 18, 28, 48, 0, 1, 0, 1, 0, 0],
  ['区公共资源交易中心', 12, 6, 24, 1, 0, 1, 0, 0, 0],
  ['区经科信局', 24, 13, 64, 3, 0, 2, 0, 0, 0],
  ['区气象局', 12, 8, 24, 0, 1, 0, 0, 0, 0],
  ['区供销社', 12, 38, 24, 0, 1, 0, 0, 0, 0],
  ['雁江生态环境局', 24, 39, 64, 3, 0, 0, 0, 0, 0],
  ['区水务局', 18, 22, 48, 1, 1, 0, 0, 0, 0],
  ['区成资同城化工作局', 18, 11, 48, 2, 0, 0, 0, 0, 0],
  ['区文广旅局', 24, 31, 64, 1, 1, 0, 0, 0, 0],
  ['区自然资源规划局', 18, 21, 48, 1, 0, 0, 0, 0, 0],
  ['区不动产登记中心', 12, 14, 24, 1, 0, 1, 0, 0, 0],
  ['区发改局', 24, 19, 64, 1, 0, 0, 0, 0, 0],
  ['城东新区管委会', 12, 4, 28, 0, 0, 0, 0, 0, 0],
  ['区公安分局', 12, 16, 28, 0, 0, 0, 0, 0, 0],
  ['区税务局', 18, 24, 48, 1, 1, 0, 0, 0, 0],
  ['区工管委', 18, 6, 48, 0, 0, 0, 0, 0, 0],
  ['区信访局', 12, 9, 24, 0, 0, 0, 0, 0, 0],
  ['区应急管理局', 24, 18, 64, 3, 3, 0, 1, 0, 0],
  ['区民政局', 24, 18, 64, 1, 1, 1, 0, 0, 0],
  ['区金融工作局', 12, 12, 24, 2, 2, 1, 1, 0, 1],
  ['区房屋征收局', 12, 12, 24, 0, 0, 0, 0, 0, 0],
  ['区医保局', 12, 12, 24, 3, 1, 1, 1, 0, 0],
  ['区审计局', 12, 25, 24, 0, 0, 0, 0, 0, 0],
  ['区国土分局', 12, 0, 28, 0, 0, 0, 0, 0, 0],
  ['区残联', 12, 12, 24, 0, 0, 0, 0, 0, 0],
]

const TOWNS: Line[] = [
  ['东峰镇', 24, 49, 32, 1, 4, 0, 0, 0, 0],
  ['保和镇', 24, 26, 32, 0, 3, 0, 0, 0, 0],
  ['堪嘉镇', 24, 12, 32, 0, 2, 0, 0, 0, 0],
  ['宝台镇', 24, 42, 32, 0, 2, 0, 0, 0, 0],
  ['老君镇', 24, 25, 32, 0, 2, 0, 0, 0, 0],
  ['祥符镇', 24, 17, 32, 0, 1, 1, 0, 0, 0],
  ['资溪街道办事处', 24, 30, 32, 1, 1, 0, 0, 0, 0],
  ['丹山镇', 27, 25, 40, 0, 2, 0, 0, 0, 0],
  ['丰裕镇', 27, 2, 40, 0, 1, 0, 0, 0, 0],
  ['宝莲街道办事处', 24, 24, 32, 0, 0, 0, 0, 0, 0],
  ['莲花街道办事处', 24, 33, 32, 0, 0, 0, 0, 0, 0],
  ['小院镇', 24, 8, 32, 0, 0, 0, 0, 0, 0],
  ['三贤祠街道办事处', 24, 34, 32, 0, 0, 0, 0, 0, 0],
  ['南津镇', 24, 34, 32, 0, 1, 0, 0, 0, 0],
  ['石岭镇', 24, 27, 32, 0, 1, 0, 0, 0, 0],
  ['中和镇', 24, 88, 32, 0, 1, 0, 0, 0, 0],
  ['伍隍镇', 24, 25, 32, 0, 1, 0, 0, 0, 0],
  ['迎接镇', 24, 25, 32, 0, 3, 0, 0, 0, 0],
]

// The departments' points are those that fit the table, 6 and 3, not the 8 and 5 of its legend (DESIGN, section 1).
const POINTS = { department: [5, 6, 3, 10, 8, 20], town: [5, 8, 5, 10, 8, 20] }
const validFrom = '2020Q1' as Quarter

const lines = [
  ...DEPARTMENTS.map((line, index) => ({ category: 'department', line, position: index + 1 })),
  ...TOWNS.map((line, index) => ({ category: 'town', line, position: index + 1 })),
]

const rules: RuleRow[] = (['department', 'town'] as const).flatMap((category) => [
  { category, validFrom, kind: 'submission' as const, points: 500, source: null },
  ...KINDS.map(({ kind }, index) => {
    return { category, validFrom, kind, points: (POINTS[category][index] ?? 0) * 100, source: null }
  }),
])

/** What ranks to 2020Q3-ranking.json; a unit's id is its name. */
export const golden2020Q3: RankingInput = {
  quarter: '2020Q3' as Quarter,
  units: lines.map(({ category, line: [name], position }) => ({ id: name, name, category, position })),
  targets: new Map(
    lines.map(({ line: [unit, quarterlyItems, , annual] }) => {
      return [unit, { quarterlyItems, annualPoints: annual * 100 }]
    }),
  ),
  items: new Map(lines.map(({ line: [unit, , items] }) => [unit, items])),
  adoptions: lines.flatMap(({ line: [unitId, , , , ...counts] }) =>
    KINDS.map(({ kind }: { kind: Kind }, index) => ({ unitId, kind, count: counts[index] ?? 0 })),
  ),
  rules,
}
