import { type Centi, compareFractions, formatCenti, roundedQuotient } from './exact'
import { type Category, KINDS, type Kind, type Level, RULE_KINDS, type RuleKind } from './kinds'
import type { Quarter } from './quarter'

/** One line of the rule book: points for a kind (full marks for `submission`), from a quarter on, by a document. */
export type RuleRow = { category: Category; validFrom: Quarter; kind: RuleKind; points: Centi; source: string | null }

/** What holds for one category in one quarter; a kind without a rule is absent. */
export type Rules = ReadonlyMap<RuleKind, { points: Centi; source: string | null; validFrom: Quarter }>

/** The newest rule of each kind that is not later than the quarter. Of two rows for one quarter the later one holds. */
export function rulesInForce(rows: readonly RuleRow[], category: Category, quarter: Quarter): Rules {
  const rules = new Map<RuleKind, { points: Centi; source: string | null; validFrom: Quarter }>()
  for (const wanted of RULE_KINDS) {
    for (const { category: of, validFrom, kind, points, source } of rows) {
      if (of !== category || kind !== wanted || validFrom > quarter) continue
      if (validFrom >= (rules.get(kind)?.validFrom ?? '')) rules.set(kind, { points, source, validFrom })
    }
  }
  return rules
}

/**
 * Full marks × min(1, items ÷ target), two decimals, half up (the notice of 2020 Q3, table 1).
 * Throws RangeError when the target is not 1 or more.
 */
export function submissionScore(items: number, target: number, fullMarks: Centi): string {
  return submissionScores([{ items, target, fullMarks }]) as string
}

/**
 * The sum of the scores of several quarters, added up as exact fractions and rounded once; null when there is none.
 * Throws RangeError when a target is not 1 or more.
 */
export function submissionScores(
  quarters: readonly { items: number; target: number; fullMarks: Centi }[],
): string | null {
  if (quarters.length === 0) return null
  let [n, d] = [0n, 1n]
  for (const { items, target, fullMarks } of quarters) {
    if (target < 1) throw new RangeError(`no target: ${target}`)
    n = n * BigInt(target) + BigInt(fullMarks) * BigInt(Math.min(items, target)) * d
    d *= BigInt(target)
  }
  return roundedQuotient(n, d * 100n, 2)
}

/** Items ÷ target as a percentage without a cap, "350.00%". Throws RangeError when the target is not 1 or more. */
export function completion(items: number, target: number): string {
  return `${roundedQuotient(BigInt(items) * 100n, target, 2)}%`
}

/** The sum of count × points; a kind without a rule scores 0. */
export function adoptionPoints(counts: Record<Kind, number>, rules: Rules): Centi {
  return KINDS.reduce((sum, { kind }) => sum + counts[kind] * (rules.get(kind)?.points ?? 0), 0)
}

/** Points ÷ annual target as a whole percentage, half up: 62.5 gives "63%". Throws RangeError on a target of 0. */
export function share(points: Centi, annualTarget: Centi): string {
  return `${roundedQuotient(BigInt(points) * 100n, annualTarget, 0)}%`
}

/** True at 25 % of the annual target or more for each quarter elapsed; judged exactly, not on the printed percentage. */
export function onTrack(points: Centi, annualTarget: Centi, quartersElapsed = 1): boolean {
  return compareFractions({ n: points, d: annualTarget }, { n: quartersElapsed, d: 4 }) >= 0
}

const LEVEL_NAMES: Record<Level, string> = {
  forwarded: '采编上报',
  district: '区级采用',
  city: '市级采用',
  province: '省级采用',
}
const FORM_NAMES = { full: '信息', brief: '简讯' }

/** The line under an adoption table, made of the very rules that computed it; a kind without a rule is left out. */
export function legend(rules: Rules): string {
  const levels = (Object.keys(LEVEL_NAMES) as Level[]).flatMap((level) => {
    const parts = KINDS.flatMap((row) => {
      const rule = row.level === level ? rules.get(row.kind) : undefined
      return rule ? [`${row.form ? FORM_NAMES[row.form] : ''}计 ${formatCenti(rule.points)} 分/条`] : []
    })
    return parts.length ? [LEVEL_NAMES[level] + parts.join('、')] : []
  })
  return levels.length ? `说明：${levels.join('，')}。` : '说明：未设定采用计分办法，采用不计分。'
}

/** The line under a submission table, made of the rules in force. */
export function submissionLegend(rules: Rules): string {
  const rule = rules.get('submission')
  return rule
    ? `说明：报送得分满分 ${formatCenti(rule.points)} 分，按报送条数与报送任务之比计算，超额完成不加分；完成率不封顶。`
    : '说明：未设定报送计分办法，不计报送得分；完成率不封顶。'
}
