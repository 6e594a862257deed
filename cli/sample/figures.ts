import type { SampleKind, SampleUnit } from './types'

/**
 * The counts of the third quarter of 2020 as the notice printed them, in a plausible official order. A line names a
 * unit, its alias (`=`), then quarterly target, items, annual target, and its adoptions in the order of `kinds`.
 */
const departments = `
区发改局  24 19 64 1 0 0 0 0 0
区教育和体育局  24 30 64 4 1 0 2 0 0
区经科信局  24 13 64 3 0 2 0 0 0
区公安分局  12 16 28 0 0 0 0 0 0
区民政局  24 18 64 1 1 1 0 0 0
区司法局  18 19 48 2 2 0 1 0 0
区财政局  12 13 24 5 3 1 0 0 1
区人社局  24 29 64 2 3 1 0 0 0
区自然资源规划局  18 21 48 1 0 0 0 0 0
区国土分局  12 0 28 0 0 0 0 0 0
雁江生态环境局  24 39 64 3 0 0 0 0 0
区住建局  =区住房城乡建设局  24 32 64 2 1 1 1 0 0
区交运局  18 33 48 5 2 2 1 0 0
区水务局  18 22 48 1 1 0 0 0 0
区农业农村局  24 26 64 2 0 1 2 0 0
区商务局  24 43 64 3 1 1 0 0 0
区文广旅局  24 31 64 1 1 0 0 0 0
区卫生健康局  24 27 64 3 0 5 0 0 0
区退役军人事务局  12 21 24 1 1 0 0 0 0
区应急管理局  24 18 64 3 3 0 1 0 0
区审计局  12 25 24 0 0 0 0 0 0
区市场监督管理局  =区市场监管局  24 55 64 5 2 0 2 0 0
区统计局  18 63 45 2 0 2 0 0 0
区医保局  12 12 24 3 1 1 1 0 0
区综合行政执法局  18 28 48 0 1 0 1 0 0
区信访局  12 9 24 0 0 0 0 0 0
区行政审批局  12 26 28 2 2 0 0 0 0
区投促局  18 25 48 1 2 1 1 0 0
区金融工作局  12 12 24 2 2 1 1 0 1
区成资同城化工作局  18 11 48 2 0 0 0 0 0
城东新区管委会  =区东管委  12 4 28 0 0 0 0 0 0
区工管委  18 6 48 0 0 0 0 0 0
区供销社  12 38 24 0 1 0 0 0 0
区公共资源交易中心  12 6 24 1 0 1 0 0 0
区不动产登记中心  12 14 24 1 0 1 0 0 0
区房屋征收局  12 12 24 0 0 0 0 0 0
区残联  12 12 24 0 0 0 0 0 0
区税务局  18 24 48 1 1 0 0 0 0
区气象局  12 8 24 0 1 0 0 0 0
`

const towns = `
莲花街道办事处  =莲花街道  24 33 32 0 0 0 0 0 0
三贤祠街道办事处  =三贤祠街道  24 34 32 0 0 0 0 0 0
资溪街道办事处  =资溪街道  24 30 32 1 1 0 0 0 0
宝莲街道办事处  =宝莲街道  24 24 32 0 0 0 0 0 0
丰裕镇  27 2 40 0 1 0 0 0 0
保和镇  24 26 32 0 3 0 0 0 0
中和镇  24 88 32 0 1 0 0 0 0
丹山镇  27 25 40 0 2 0 0 0 0
南津镇  24 34 32 0 1 0 0 0 0
老君镇  24 25 32 0 2 0 0 0 0
迎接镇  24 25 32 0 3 0 0 0 0
伍隍镇  24 25 32 0 1 0 0 0 0
石岭镇  24 27 32 0 1 0 0 0 0
祥符镇  24 17 32 0 1 1 0 0 0
小院镇  24 8 32 0 0 0 0 0 0
堪嘉镇  24 12 32 0 2 0 0 0 0
东峰镇  24 49 32 1 4 0 0 0 0
宝台镇  24 42 32 0 2 0 0 0 0
`

/** The six kinds of adoption, in the order of the notice's columns. */
export const kinds: readonly SampleKind[] = [
  'forwarded',
  'district_full',
  'district_brief',
  'city_full',
  'city_brief',
  'province',
]

function units(table: string, category: SampleUnit['category']): SampleUnit[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const words = line.split(/\s+/)
      const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number)
      const [quarterlyTarget = 0, items = 0, annualTarget = 0, ...counts] = numbers
      return {
        name: words[0] ?? '',
        category,
        aliases: words.filter((word) => word.startsWith('=')).map((word) => word.slice(1)),
        quarterlyTarget,
        items,
        annualTarget,
        adoptions: Object.fromEntries(
          kinds.map((kind, column) => [kind, counts[column] ?? 0]),
        ) as SampleUnit['adoptions'],
      }
    })
}

export const figures: readonly SampleUnit[] = [...units(departments, 'department'), ...units(towns, 'town')]
