import type { Fraction } from '../base/exact'
import { chosen, type Rules } from './book'

/** What the table of submissions is ranked by. */
export const RANK_SUBMISSION = {
  completion: '报送按完成率排名',
  score: '报送按报送得分排名',
} as const

/** What the table of adoptions is ranked by. */
export const RANK_ADOPTION = {
  share: '采用按占年度任务的比重排名',
  points: '采用按总分排名',
  completion: '采用按报送任务完成率排名',
} as const

/** 并列: which ranks equals get, and which the next one gets. */
export const TIES = {
  competition: '相同的名次并列，其后名次顺延（1、1、3）',
  dense: '相同的名次并列，其后名次连续（1、1、2）',
  ordinal: '相同的按单位顺序各占一个名次（1、2、3）',
} as const
export type Ties = keyof typeof TIES

export type SubmissionMeasures = Record<keyof typeof RANK_SUBMISSION, Fraction | null>
export type AdoptionMeasures = Record<keyof typeof RANK_ADOPTION, Fraction | null>

/** The fraction that a unit is ranked by among those that sent items; null: unranked. */
export function submissionMeasure(measures: SubmissionMeasures, rules: Rules): Fraction | null {
  return measures[chosen(rules, 'rank_submission', Object.keys(RANK_SUBMISSION) as (keyof SubmissionMeasures)[])]
}

/** The fraction that a unit is ranked by among those that were adopted; null: unranked. */
export function adoptionMeasure(measures: AdoptionMeasures, rules: Rules): Fraction | null {
  return measures[adoptionRankedBy(rules)]
}

/** What the table of adoptions of a category is ranked by. */
export function adoptionRankedBy(rules: Rules): keyof AdoptionMeasures {
  return chosen(rules, 'rank_adoption', Object.keys(RANK_ADOPTION) as (keyof AdoptionMeasures)[])
}

/** What the rules say of equals. */
export function tiesBy(rules: Rules): Ties {
  return chosen(rules, 'ties', Object.keys(TIES) as Ties[])
}
