import { kindName } from '../adoptions/kinds'
import { compareFractions, type Fraction, formatPoints, fraction, NOTHING } from '../base/exact'
import { submissionScore } from '../figures/scoring'
import { standings } from '../figures/standings'
import type { Rules } from './book'
import { onceALevel } from './instruction'
import { type Adopted, pointLinesOf, type Scores, totalOf } from './lines'
import { tiesBy } from './order'
import { publicationName, publicationsIn } from './sentences'
import { submissionRule } from './submission'

const FULL = kindName('district_full')
const BRIEF = kindName('district_brief')
const CITY = kindName('city_brief')
const UNIT = 'unit'

/** 报送得分: one unit below its target and one above it. */
export function submissionExample(rules: Rules): string {
  const rule = submissionRule(rules)
  if (!rule) return '例：任务 18 条，报送 11 条，不计报送得分。'
  const [below, above] = [11, 27].map((items) => submissionScore(items, 18, rule))
  return `例：任务 18 条，报送 11 条，计 ${below} 分；报送 27 条，计 ${above} 分。`
}

/** 采用得分: three items, and one in a publication that has points of its own. */
export function adoptionExample(rules: Rules): string {
  const three = scored(
    { adoptions: [one('a', 'district_full'), one('b', 'district_full'), one('c', 'city_brief')] },
    rules,
  )
  const [own] = publicationsIn(rules)
  const printed =
    own && scored({ adoptions: [{ ...one('d', 'district_full'), publication: publicationName(own) }] }, rules)
  return `例：两条信息登记为${FULL}、一条登记为${CITY}，计 ${three} 分${printed ? `；一条信息刊于${publicationName(own)}，计 ${printed} 分` : ''}。`
}

/** 重复采用: one item that was adopted twice. */
export function repeatedExample(rules: Rules): string {
  const both = scored({ adoptions: [one('a', 'district_full'), one('a', 'city_brief')] }, rules)
  return `例：同一条信息先后登记为${FULL}、${CITY}，计 ${both} 分。`
}

/** 合报: one item of three units. */
export function jointExample(rules: Rules): string {
  const each = scored({ adoptions: [{ ...one('a', 'district_full'), sharers: 3 }] }, rules)
  return `例：三个单位合报一条信息，登记为${FULL}，各计 ${each} 分。`
}

/** 批示: two leaders of one level and one of another, on one item. */
export function instructionExample(rules: Rules): string {
  const given = (['city', 'city', 'province'] as const).map((level, id) => {
    return { id: String(id), itemId: 'a', unitId: UNIT, level }
  })
  return `例：同一条信息得到两位市级领导、一位省级领导批示，加 ${scored({ adoptions: [], instructions: onceALevel(given) }, rules)} 分。`
}

/** 约稿: two that were left unanswered, beside one adoption. */
export function unansweredExample(rules: Rules): string {
  const unanswered = ['1', '2'].map((commissionId) => ({ commissionId, unitId: UNIT }))
  const lines =
    pointLinesOf({ adoptions: [one('a', 'district_brief')], unanswered }, new Set([UNIT]), rules).get(UNIT) ?? []
  return `例：一条信息登记为${BRIEF}、两次约稿未回复的单位，计 ${formatPoints(totalOf(lines))} 分。`
}

/** 排名: two equals and one behind them. */
export function tiesExample(rules: Rules): string {
  const entries = [2, 2, 1].map((value, officialPosition) => {
    return { row: {}, value: fraction(value), officialPosition }
  })
  const ranks = standings(entries, tiesBy(rules)).map(({ rank }) => rank)
  return `例：甲、乙两个单位相同，丙单位在后，三个单位的名次依次为 ${ranks.join('、')}。`
}

function one(itemId: string, kind: Adopted['kind']): Adopted {
  return { unitId: UNIT, itemId, kind, count: 1 }
}

/** "6＋8＝14": what scores, and its sum. */
function scored(given: Scores, rules: Rules): string {
  const lines = pointLinesOf(given, new Set([UNIT]), rules).get(UNIT) ?? []
  const parts = lines.map(({ points }) => points).filter(scores)
  const sum = formatPoints(totalOf(lines))
  return parts.length > 1 ? `${parts.map(formatPoints).join('＋')}＝${sum}` : sum
}

function scores(points: Fraction): boolean {
  return compareFractions(points, NOTHING) !== 0
}
