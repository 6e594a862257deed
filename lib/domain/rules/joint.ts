import { type Centi, type Fraction, fraction } from '../base/exact'
import { chosen, type Rules } from './book'

/** Among how many units points may be divided; so few that every sum of shares stays exact. Undivided, any number may share. */
export const SHARERS_MOST = 10

/** 合报: what each unit gets of an adoption that several share. */
export const JOINT = {
  even: '合报、综合采用的，由各单位平分得分',
  full: '合报、综合采用的，各单位均计全部得分',
  fixed: '合报、综合采用的，各单位均计固定得分',
} as const
export type Joint = keyof typeof JOINT

/** What the rules say of shared adoptions; an even split where they say nothing. */
export function jointBy(rules: Rules): Joint {
  return chosen(rules, 'joint', Object.keys(JOINT) as Joint[])
}

/**
 * The credit of one unit for an adoption of so many points, shared among so many units: exactly, three thirds are one.
 * Throws RangeError without any sharer.
 */
export function creditOf(points: Centi, sharers: number, rules: Rules): Fraction {
  const by = sharers > 1 ? jointBy(rules) : 'full'
  if (by === 'even') return fraction(points, sharers)
  return fraction(by === 'fixed' ? (rules.get('joint')?.points ?? 0) : points)
}
