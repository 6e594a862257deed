import type { Quarter } from '../time/quarter'
import { quarterName } from '../time/quarter'
import type { Rules } from './book'

const HEAD = '说明：'

/**
 * The line under a table of several quarters, by `legend` or `submissionLegend`: said once where all quarters say the
 * same, and quarter by quarter where the rules changed within the span.
 */
export function legendOver(
  rulesOf: readonly { quarter: Quarter; rules: Rules }[],
  legend: (rules: Rules) => string,
): string {
  const said = new Map<string, Quarter[]>()
  for (const { quarter, rules } of rulesOf) said.set(legend(rules), [...(said.get(legend(rules)) ?? []), quarter])
  const [only] = said.keys()
  if (said.size <= 1) return only ?? ''
  const parts = [...said].map(([words, quarters]) => {
    const names = quarters.map((quarter) => quarterName(quarter).slice('2020年'.length)).join('、')
    return `${names}：${words.replace(HEAD, '').replace(/。$/, '')}`
  })
  return `${HEAD}${parts.join('；')}。`
}
