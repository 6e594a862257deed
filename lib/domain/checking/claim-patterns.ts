import type { CategoryWords } from './category-words'

/** The patterns that speak of categories. */
export type ClaimPatterns = CategoryWords & { group: RegExp; stops: RegExp; leaders: RegExp; ends: RegExp }

/** The patterns for these words. */
export function claimPatterns(words: CategoryWords): ClaimPatterns {
  const { any, whole } = words
  return {
    ...words,
    group: new RegExp(`(等)?(\\d+)[个家](部门单位|${any}|单位)|(等)(部门单位|${whole}|单位)`, 'g'),
    stops: new RegExp(`^.*(?:其中|的有|(?:单位|${whole})有|分别[是为]|包括|以及)`),
    leaders: new RegExp(`^(${any})中(.+?)(等?)居前$`),
    ends: new RegExp(`(${whole})$`),
  }
}

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
