import { CATEGORIES, categoryName } from '@/lib/domain/adoptions/kinds'
import { formatCenti } from '@/lib/domain/base/exact'
import type { Ranking } from '@/lib/domain/figures/ranking'
import { type RuleChange, ruleChangeInWords } from '@/lib/domain/rules/simulation'
import { RULE_FIELDS } from '@/lib/schemas/rules'

/** "部门：区级采用·信息 6→8，区级采用·简讯 3→5。" */
export function changesInWords(changes: readonly RuleChange[], rules: Ranking['rules']): string {
  return CATEGORIES.flatMap((category) => {
    const parts = RULE_FIELDS.flatMap(({ category: of, kind, label }) => {
      const change = of === category && changes.find((c) => c.category === category && c.kind === kind)
      return change ? [`${label} ${ruleChangeInWords(change, rules)}`] : []
    })
    return parts.length ? [`${categoryName(category)}：${parts.join('，')}`] : []
  }).join('；')
}

/** The address under which changes of a quarter can be tried. */
export function trialPath(quarter: string, changes: readonly RuleChange[]): string {
  const query = new URLSearchParams({ quarter })
  for (const { category, kind, points } of changes) query.set(`${category}.${kind}`, formatCenti(points))
  return `/simulations/new?${query}`
}
