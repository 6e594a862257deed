import type { AdoptionRow, CategoryTables } from '../figures/ranking-rows'
import { adoptionRankedBy, type RANK_ADOPTION } from '../rules/order'

/** What a sentence on those who lead begins with, by what their table is ranked by. */
export const SEEN_BY: Record<keyof typeof RANK_ADOPTION, string> = {
  share: '从采用得分占年度任务的比重看',
  points: '从采用总分看',
  completion: '从报送任务完成率看',
}

/** Who leads the table of adoptions of a category, the first first: nobody with nothing of what it is ranked by. */
export function leadersOf({ adoption, submission, rules }: CategoryTables): AdoptionRow[] {
  const sent = new Set(submission.flatMap(({ unitId, items }) => (items > 0 ? [unitId] : [])))
  const byCompletion = adoptionRankedBy(rules) === 'completion'
  return adoption.filter(
    ({ rank, points, unitId }) => rank !== null && (byCompletion ? sent.has(unitId) : points.n > 0),
  )
}
