import type { Centi } from './exact'
import { KINDS, type Kind } from './kinds'
import { onTrack, type Rules } from './scoring'

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
export function wayToLine(points: Centi, annualTarget: Centi, rules: Rules): WayToLine | null {
  if (onTrack(points, annualTarget)) return null
  const gap = Math.ceil(annualTarget / 4) - points
  const scoring = KINDS.flatMap(({ kind, level }) => {
    const worth = rules.get(kind)?.points ?? 0
    return worth > 0 ? [{ kind, level, worth }] : []
  }).toSorted((a, b) => a.worth - b.worth)
  const district = scoring.filter(({ level }) => level === 'district')
  const ways = district.length > 0 ? district : scoring
  const way = ways.find(({ worth }) => worth >= gap) ?? ways.at(-1)
  return way ? { kind: way.kind, count: Math.ceil(gap / way.worth) } : null
}
