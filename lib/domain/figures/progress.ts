import { isKind, type Kind, kindRow } from '../adoptions/kinds'
import { type Centi, compareFractions, type Fraction, fraction, minus } from '../base/exact'
import type { Rules } from '../rules/book'
import { onTrack } from './scoring'

/** How many items are still wanting to the quarter's target. */
export function itemsWanting(items: number, target: number): number {
  return Math.max(0, target - items)
}

/** How many items would be due by now if they came in evenly, to the nearest whole one. `progress` is 0..1. */
export function itemsDue(target: number, progress: number): number {
  return Math.round(target * progress)
}

/** What leads over the 25 % line: so many adoptions of one kind. */
export type WayToLine = { kind: Kind; count: number }

/**
 * The nearest way over the 25 % line by the rules in force: the least district adoption of which one is enough, or else
 * as few as can be of the greatest. Other kinds speak only where the district's score nothing. Null when the line is
 * passed, or when nothing scores.
 */
export function wayToLine(points: Fraction, annualTarget: Centi, rules: Rules): WayToLine | null {
  if (onTrack(points, annualTarget)) return null
  const gap = minus(fraction(annualTarget, 4), points)
  const scoring = [...rules]
    .flatMap(([kind, { points: worth }]) => {
      return isKind(kind) && worth > 0 ? [{ kind, level: kindRow(kind).level, worth }] : []
    })
    .toSorted((a, b) => a.worth - b.worth)
  const district = scoring.filter(({ level }) => level === 'district')
  const ways = district.length > 0 ? district : scoring
  const way = ways.find(({ worth }) => compareFractions(fraction(worth), gap) >= 0) ?? ways.at(-1)
  return way ? { kind: way.kind, count: wholeAbove(gap, way.worth) } : null
}

/** The least whole number of times that `worth` reaches the gap. */
function wholeAbove({ n, d }: Fraction, worth: Centi): number {
  return Math.ceil(n / (d * worth))
}
