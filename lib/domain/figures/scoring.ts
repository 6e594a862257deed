import { byLevel, type Counts, countOf, KINDS, type Kind, type KindRow, levelName } from '../adoptions/kinds'
import {
  type Centi,
  compareFractions,
  type Fraction,
  formatCenti,
  fraction,
  roundedQuotient,
  sumOf,
} from '../base/exact'
import type { Rules } from '../rules/book'
import { departures, otherScores } from '../rules/sentences'
import { SUBMISSION, type SubmissionRule, submissionRule, submissionValue } from '../rules/submission'

/**
 * Full marks × min(1, items ÷ target), two decimals, half up (the notice of 2020 Q3, table 1), or what the rules say
 * instead. Throws RangeError when the target is not 1 or more.
 */
export function submissionScore(items: number, target: number, rule: SubmissionRule): string {
  return submissionScores([{ items, target, rule }]) as string
}

/**
 * The sum of the scores of several quarters, added up as exact fractions and rounded once; null when there is none.
 * Throws RangeError when a target is not 1 or more.
 */
export function submissionScores(
  quarters: readonly { items: number; target: number; rule: SubmissionRule }[],
): string | null {
  const sum = submissionSum(quarters)
  return sum && roundedQuotient(sum.n, BigInt(sum.d) * 100n, 2)
}

/** The same sum, exact, in hundredths. */
export function submissionSum(
  quarters: readonly { items: number; target: number; rule: SubmissionRule }[],
): Fraction | null {
  if (quarters.length === 0) return null
  return sumOf(quarters.map(({ items, target, rule }) => submissionValue(items, target, rule)))
}

/** Items ÷ target as a percentage without a cap, "350.00%". Throws RangeError when the target is not 1 or more. */
export function completion(items: number, target: number): string {
  return percentBy(BigInt(items), target, 2, 100)
}

/** With so many decimals, half up; one more, and again, where what is below the line would be printed as on it. */
function percentBy(n: bigint, d: bigint | number, decimals: number, line: number): string {
  const below = n * 100n < BigInt(d) * BigInt(line)
  for (let more = decimals; ; more++) {
    const printed = roundedQuotient(n * 100n, d, more)
    if (!below || Number(printed) < line) return `${printed}%`
  }
}

/** The sum of count × points; a kind without a rule scores 0. */
export function adoptionPoints(counts: Counts, rules: Rules): Centi {
  return (Object.keys(counts) as Kind[]).reduce(
    (sum, kind) => sum + countOf(counts, kind) * (rules.get(kind)?.points ?? 0),
    0,
  )
}

/**
 * Points ÷ annual target as a whole percentage, half up: 62.5 gives "63%"; one decimal more where that would cross the
 * line of so many quarters: 13 of 53 is below 25 % and gives "24.5%". Throws RangeError on a target of 0.
 */
export function share(points: Fraction | Centi, annualTarget: Centi, quartersElapsed = 1): string {
  const { n, d } = typeof points === 'number' ? fraction(points) : points
  return percentBy(BigInt(n), BigInt(d) * BigInt(annualTarget), 0, 25 * quartersElapsed)
}

/** True at 25 % of the annual target or more for each quarter elapsed; judged exactly, not on the printed percentage. */
export function onTrack(points: Fraction | Centi, annualTarget: Centi, quartersElapsed = 1): boolean {
  const of = typeof points === 'number' ? fraction(points) : points
  return compareFractions(ofTarget(of, annualTarget), { n: quartersElapsed, d: 4 }) >= 0
}

/** Points ÷ annual target, exactly. */
export function ofTarget(points: Fraction, annualTarget: Centi): Fraction {
  return fraction(points.n, points.d * annualTarget)
}

const NO_SCORES = '未设定采用计分办法，采用不计分。'
const FORM_NAMES = { full: '信息', brief: '简讯' }

/**
 * The line under an adoption table, made of the very rules that computed it; a kind without a rule is left out. What the
 * office counts otherwise than usual follows in sentences.
 */
export function legend(rules: Rules, kinds: readonly KindRow[] = KINDS): string {
  const levels = byLevel(kinds).flatMap(({ level, kinds: own }) => {
    const parts = own.flatMap(({ kind, form }) => {
      const rule = rules.get(kind)
      return rule ? [`${form ? FORM_NAMES[form] : ''}计 ${formatCenti(rule.points)} 分/条`] : []
    })
    return parts.length ? [levelName(level) + parts.join('、')] : []
  })
  const scores = levels.length > 0 ? `${levels.join('，')}。` : otherScores(rules).length > 0 ? '' : NO_SCORES
  return ['说明：', scores, ...departures(rules, 'adoption')].join('')
}

/** The line under a submission table, made of the rules in force. */
export function submissionLegend(rules: Rules): string {
  const rule = submissionRule(rules)
  const others = departures(rules, 'submission')
  if (!rule) return ['说明：未设定报送计分办法，不计报送得分；完成率不封顶。', ...others].join('')
  const { by, full, cap, floor } = rule
  const usual = by === 'proportional' && cap === full && floor === 0
  const how = usual
    ? '按报送条数与报送任务之比计算，超额完成不加分；完成率不封顶'
    : `${SUBMISSION[by]}${cap === full ? '，超额完成不加分' : `，最高计 ${formatCenti(cap)} 分`}${floor > 0 ? `，有报送的最低计 ${formatCenti(floor)} 分` : ''}；完成率不封顶`
  return [`说明：报送得分满分 ${formatCenti(full)} 分，${how}。`, ...others].join('')
}
