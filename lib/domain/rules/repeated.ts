import { compareFractions, type Fraction, NOTHING } from '../base/exact'
import { chosen, type Rules } from './book'

/** 重复采用: how several adoptions of one item in one quarter come together. Adding up is usual. */
export const REPEATED = {
  add: '同一信息多次采用的，得分累加',
  highest: '同一信息在一个季度内多次采用的，只计得分最高的一次',
  multiply: '同一信息在一个季度内多次采用的，按最高一次的得分乘以采用次数计',
} as const
export type Repeated = keyof typeof REPEATED

/** What the rules say of repeated adoptions. */
export function repeatedBy(rules: Rules): Repeated {
  return chosen(rules, 'repeated', Object.keys(REPEATED) as Repeated[])
}

/**
 * What each adoption of one item scores, given what each would score alone, in their order. Of equals the first one is
 * the highest. Their sum is what the item scores.
 */
export function repeated(alone: readonly Fraction[], by: Repeated): Fraction[] {
  if (by === 'add' || alone.length < 2) return [...alone]
  const best = alone.reduce((most, one, i) => (compareFractions(one, alone[most] as Fraction) > 0 ? i : most), 0)
  const highest = alone[best] as Fraction
  return alone.map((_, i) => (by === 'multiply' || i === best ? highest : NOTHING))
}
