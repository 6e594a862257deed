import { isKind, KINDS, type Kind, kindRow, type Level } from '../adoptions/kinds'
import { type Centi, formatCenti } from '../base/exact'
import type { Ties } from '../rules/order'
import type { SubmissionRule } from '../rules/submission'
import type { Printed } from './printed'
import { centiOf } from './ratio'
import type { Weights } from './weights'

/**
 * In the order of the six kinds; null where the legend says nothing of a kind. `added`: points of kinds of levels that
 * the office has added.
 */
export type PrintedLegend = { weights: Weights; silent: readonly boolean[]; added: ReadonlyMap<Kind, Centi> }

const LEVELS: readonly (readonly [RegExp, Level])[] = [
  [/省/, 'province'],
  [/市/, 'city'],
  [/区|县/, 'district'],
  [/上报|采编/, 'forwarded'],
]
/** Sentences of a legend about other things than the points of the kinds. */
const ASIDE = /^《|批示|约稿|合报|综合采用|多次采用/

/**
 * The points that a legend prints; a kind that it leaves out scores nothing. Null where no legend stands or none of its
 * words is one of points.
 */
export function adoptionLegend(legend: Printed | null): PrintedLegend | null {
  if (!legend) return null
  if (/未设定采用计分办法/.test(legend.text)) return filled(new Map())
  const found = new Map<Kind, Centi>()
  let level: Level | null = null
  const sentences = legend.text.replace(/^.*?(?:说明|备注|注):/, '').split('。')
  for (const part of sentences.filter((sentence) => !ASIDE.test(sentence)).flatMap((s) => s.split(/[,、;]/))) {
    if (part.length > 100) continue
    const match = /^(.*?)计?每?条?(\d+(?:\.\d+)?)分/.exec(part)
    const points = centiOf(match?.[2] ?? '')
    if (!match || points === null) continue
    const words = match[1] ?? ''
    const added = /^(.+级采用)(信息|简讯)?$/.exec(words)?.[1] ?? ''
    level = isKind(added) ? kindRow(added).level : (LEVELS.find(([pattern]) => pattern.test(words))?.[1] ?? level)
    const form = /简讯/.test(words) ? 'brief' : 'full'
    const row = KINDS.find((kind) => kind.level === level && (kind.form === null || kind.form === form))
    if (row) found.set(row.kind, points)
    else if (level)
      for (const kind of [level, `${level}·${form === 'full' ? '信息' : '简讯'}`].filter(isKind))
        found.set(kind, points)
  }
  return found.size > 0 || OTHERS.test(legend.text) ? filled(found) : null
}

/** Where only publications or instructions are said to score, the kinds do not. */
const OTHERS = /》采用的计|批示的加/

function filled(found: ReadonlyMap<Kind, Centi>): PrintedLegend {
  return {
    weights: KINDS.map(({ kind }) => found.get(kind) ?? 0),
    silent: KINDS.map(({ kind }) => !found.has(kind)),
    added: new Map([...found].filter(([kind]) => !KINDS.some((row) => row.kind === kind))),
  }
}

/** How submissions are scored as printed under their table; `none`: no marks are given; null: it does not say. */
export function submissionLegendIn(legend: Printed | null): SubmissionRule | 'none' | null {
  if (!legend) return null
  if (/未设定报送计分办法/.test(legend.text)) return 'none'
  const points = (pattern: RegExp) => centiOf(pattern.exec(legend.text)?.[1] ?? '')
  const full = points(/满分(?:为|计)?(\d+(?:\.\d+)?)分/)
  if (full === null) return null
  return {
    by: /未完成的不计分/.test(legend.text) ? 'all_or_nothing' : 'proportional',
    full,
    cap: points(/最高计(\d+(?:\.\d+)?)分/) ?? full,
    floor: points(/最低计(\d+(?:\.\d+)?)分/) ?? 0,
  }
}

/** What a table says it is ranked by and how equals are; null where it does not say. */
export function orderLegend(legend: Printed | null): {
  by: 'usual' | 'score' | 'points' | 'completion'
  ties: Ties | null
} {
  const text = legend?.text ?? ''
  const by = /按报送得分排名/.test(text)
    ? 'score'
    : /按总分排名/.test(text)
      ? 'points'
      : /任务完成率排名/.test(text)
        ? 'completion'
        : 'usual'
  return { by, ties: /名次连续/.test(text) ? 'dense' : /各占一个名次/.test(text) ? 'ordinal' : null }
}

/** "6 分". */
export const pointsText = (points: Centi) => `${formatCenti(points)} 分`
