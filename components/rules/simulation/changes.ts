import { formatCenti } from '@/lib/domain/base/exact'
import type { CategoryRules } from '@/lib/domain/rules/book'
import { type RuleChange, ruleChangeInWords } from '@/lib/domain/rules/simulation'
import { ruleFields } from '@/lib/schemas/rules'

/** "部门：区级采用·信息 6→8，区级采用·简讯 3→5。" */
export function changesInWords(changes: readonly RuleChange[], inForce: readonly CategoryRules[]): string {
  return inForce
    .flatMap(({ category }) => {
      const parts = ruleFields([category]).flatMap(({ kind, label }) => {
        const change = changes.find((c) => c.category === category.key && c.kind === kind)
        return change ? [`${label} ${ruleChangeInWords(change, inForce)}`] : []
      })
      return parts.length ? [`${category.name}：${parts.join('，')}`] : []
    })
    .join('；')
}

/** The address under which changes of a quarter can be tried. */
export function trialPath(quarter: string, changes: readonly RuleChange[]): string {
  const query = new URLSearchParams({ quarter })
  for (const { category, kind, points } of changes) query.set(`${category}.${kind}`, formatCenti(points))
  return `/simulations/new?${query}`
}
