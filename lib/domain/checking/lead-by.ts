export type LeadBy = 'share' | 'points' | 'completion'

/** What a sentence on those who lead says that they lead in. */
const LEAD_BY: readonly (readonly [RegExp, LeadBy])[] = [
  [/占年度任务的比重/, 'share'],
  [/从(?:采用)?总分看/, 'points'],
  [/从(?:报送)?(?:任务)?完成率看/, 'completion'],
]

/** In what those who lead are said to lead by a sentence; undefined where it does not say. */
export function leadIn(clauses: readonly string[]): LeadBy | undefined {
  return LEAD_BY.find(([pattern]) => clauses.some((clause) => pattern.test(clause)))?.[1]
}
