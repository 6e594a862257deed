import type { Centi } from '../exact'
import { formatCenti } from '../exact'
import { KINDS, type Kind, type Level } from '../kinds'
import type { Printed } from './document'
import { centiOf } from './ratio'
import type { Weights } from './weights'

/** In the order of the kinds; null where the legend says nothing of a kind. */
export type PrintedLegend = { weights: Weights; silent: readonly boolean[] }

const LEVELS: readonly (readonly [RegExp, Level])[] = [
  [/省/, 'province'],
  [/市/, 'city'],
  [/区|县/, 'district'],
  [/上报|采编/, 'forwarded'],
]

/**
 * The points that a legend prints; a kind that it leaves out scores nothing. Null where no legend stands or none of its
 * words is one of points.
 */
export function adoptionLegend(legend: Printed | null): PrintedLegend | null {
  if (!legend) return null
  if (/未设定采用计分办法/.test(legend.text)) return filled(new Map())
  const found = new Map<Kind, Centi>()
  let level: Level | null = null
  for (const part of legend.text.replace(/^.*?(?:说明|备注|注):/, '').split(/[,、;。]/)) {
    if (part.length > 100) continue
    const match = /^(.*?)计?每?条?(\d+(?:\.\d+)?)分/.exec(part)
    const points = centiOf(match?.[2] ?? '')
    if (!match || points === null) continue
    level = LEVELS.find(([pattern]) => pattern.test(match[1] ?? ''))?.[1] ?? level
    const form = /简讯/.test(match[1] ?? '') ? 'brief' : 'full'
    const row = KINDS.find((kind) => kind.level === level && (kind.form === null || kind.form === form))
    if (row) found.set(row.kind, points)
  }
  return found.size ? filled(found) : null
}

function filled(found: ReadonlyMap<Kind, Centi>): PrintedLegend {
  return {
    weights: KINDS.map(({ kind }) => found.get(kind) ?? 0),
    silent: KINDS.map(({ kind }) => !found.has(kind)),
  }
}

/** Full marks as printed under a submission table; `none`: no marks are given; null: it does not say. */
export function submissionLegend(legend: Printed | null): Centi | 'none' | null {
  if (!legend) return null
  if (/未设定报送计分办法/.test(legend.text)) return 'none'
  return centiOf(/满分(?:为|计)?(\d+(?:\.\d+)?)分/.exec(legend.text)?.[1] ?? '')
}

/** "6 分". */
export const pointsText = (points: Centi) => `${formatCenti(points)} 分`
