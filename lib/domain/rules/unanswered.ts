import type { Centi } from '../base/exact'
import type { Rules } from './book'

/** 约稿未回复: what a commission costs that a unit left unanswered until it was ended; 0 unless the rules say so. */
export function unansweredCost(rules: Rules): Centi {
  return rules.get('unanswered')?.points ?? 0
}
