import { formatCenti } from '../base/exact'
import type { Category } from '../office/category'
import { type Quarter, quarterName } from '../time/quarter'
import { chosen, type RuleKind, type RuleRow, type Rules, rulesInForce } from './book'
import { SUBMISSION, type Submission } from './submission'

/** Two lines of one rule book that can't both hold. */
export type Contradiction = { between: readonly [RuleKind, RuleKind]; message: string }

/** Every pair of lines that hold together and speak against each other, in words that name both. */
export function contradictionsIn(rules: Rules): Contradiction[] {
  const [full, cap, floor] = (['submission', 'submission_cap', 'submission_floor'] as const).map(
    (kind) => rules.get(kind)?.points ?? null,
  ) as [number | null, number | null, number | null]
  const whole = chosen(rules, 'submission', Object.keys(SUBMISSION) as Submission[]) === 'all_or_nothing'
  return [
    ...(cap === null ? [] : against('submission', 'submission_cap', capFault(full, cap, whole))),
    ...(floor === null ? [] : against('submission', 'submission_floor', floorFault(full, floor, whole))),
    ...(cap === null || floor === null || floor <= cap
      ? []
      : against('submission_cap', 'submission_floor', `报送得分最低计${marks(floor)}，高于最高的${marks(cap)}`)),
    ...(full !== null || rules.get('rank_submission')?.choice !== 'score'
      ? []
      : against('submission', 'rank_submission', '没有设定报送满分，不计报送得分，却按报送得分排名')),
  ]
}

function capFault(full: number | null, cap: number, whole: boolean): string | null {
  if (full === null) return `没有设定报送满分，报送得分最高的${marks(cap)}无从计算`
  if (cap < full) return `报送满分${marks(full)}，报送得分最高却只计${marks(cap)}`
  return whole && cap > full ? `完成报送任务的计满分${marks(full)}，报送得分到不了最高的${marks(cap)}` : null
}

function floorFault(full: number | null, floor: number, whole: boolean): string | null {
  if (full === null) return `没有设定报送满分，报送得分最低的${marks(floor)}无从计算`
  if (floor > full) return `报送得分最低计${marks(floor)}，高于报送满分${marks(full)}`
  return whole && floor > 0 ? `未完成报送任务的不计分，有报送的最低却计${marks(floor)}` : null
}

function against(one: RuleKind, other: RuleKind, message: string | null): Contradiction[] {
  return message === null ? [] : [{ between: [one, other], message }]
}

function marks(points: number): string {
  return ` ${formatCenti(points)} 分`
}

/**
 * Why lines of these kinds can't stand from a quarter on: what they would contradict in that quarter or in any later one in
 * which the book of their category changes. What contradicts without them is not asked. Null where nothing does.
 */
export function contradictionFrom(
  rows: readonly RuleRow[],
  { category, from, kinds }: { category: Category; from: Quarter; kinds: readonly RuleKind[] },
): string | null {
  const own = rows.filter((row) => row.category === category)
  const later = own.map(({ validFrom }) => validFrom).filter((quarter) => quarter > from)
  for (const quarter of [from, ...new Set(later)].sort()) {
    const found = contradictionsIn(rulesInForce(own, category, quarter)).find(({ between }) =>
      between.some((kind) => kinds.includes(kind)),
    )
    if (found) return `自${quarterName(quarter)}起会前后矛盾：${found.message}。`
  }
  return null
}
