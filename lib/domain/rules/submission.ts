import { type Centi, compareFractions, type Fraction, fraction } from '../base/exact'
import { chosen, type Rules } from './book'

/** 报送得分: how items against the target become points. In proportion is usual. */
export const SUBMISSION = {
  proportional: '按报送条数与报送任务之比计算',
  all_or_nothing: '完成报送任务的计满分，未完成的不计分',
} as const
export type Submission = keyof typeof SUBMISSION

/** How submissions are scored. cap: not more than this (full marks, unless the rules go beyond); floor: not less, for a unit that sent anything. */
export type SubmissionRule = { by: Submission; full: Centi; cap: Centi; floor: Centi }

/** In proportion, up to the full marks: what 2020 Q3 was scored by. */
export function usualRule(full: Centi): SubmissionRule {
  return { by: 'proportional', full, cap: full, floor: 0 }
}

/** What the rules say of submissions; null when they give no marks for them. */
export function submissionRule(rules: Rules): SubmissionRule | null {
  const full = rules.get('submission')?.points
  const floor = rules.get('submission_floor')?.points ?? 0
  // Full marks of nothing are no marks.
  if (full === undefined || (full === 0 && floor === 0)) return null
  return {
    by: chosen(rules, 'submission', Object.keys(SUBMISSION) as Submission[]),
    full,
    cap: rules.get('submission_cap')?.points ?? full,
    floor,
  }
}

/**
 * The score for so many items of so many asked for, in hundredths and exact: full marks × items ÷ target, between floor
 * and cap (2020 Q3, table 1: floor 0, cap the full marks). Throws RangeError when the target is not 1 or more.
 */
export function submissionValue(items: number, target: number, { by, full, cap, floor }: SubmissionRule): Fraction {
  if (target < 1) throw new RangeError(`no target: ${target}`)
  const earned = by === 'proportional' ? fractionOf(full, items, target) : fraction(items >= target ? full : 0)
  const least = fraction(items > 0 ? Math.min(floor, cap) : 0)
  if (compareFractions(earned, least) < 0) return least
  return compareFractions(earned, fraction(cap)) > 0 ? fraction(cap) : earned
}

function fractionOf(full: Centi, items: number, target: number): Fraction {
  return { n: full * items, d: target }
}
