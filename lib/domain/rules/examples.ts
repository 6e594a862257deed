import { type Kind, type KindRow, kindName } from '../adoptions/kinds'
import { compareFractions, type Fraction, formatPoints, fraction, NOTHING } from '../base/exact'
import { submissionScore } from '../figures/scoring'
import { standings } from '../figures/standings'
import { INSTRUCTION_KINDS, type InstructionKind, type RuleKind, type Rules } from './book'
import { onceALevel } from './instruction'
import { type Adopted, pointLinesOf, type Scores, totalOf } from './lines'
import { tiesBy } from './order'
import { instructionName, levelOfInstruction, publicationName, publicationsIn } from './sentences'
import { submissionRule } from './submission'

const UNIT = 'unit'

/** 报送得分: one unit below its target and one above it. */
export function submissionExample(rules: Rules): string {
  const rule = submissionRule(rules)
  if (!rule) return '例：任务 18 条，报送 11 条，不计报送得分。'
  const [below, above] = [11, 27].map((items) => submissionScore(items, 18, rule))
  return `例：任务 18 条，报送 11 条，计 ${below} 分；报送 27 条，计 ${above} 分。`
}

/** 采用得分: three items, and one in a publication that has points of its own; null where nothing scores. */
export function adoptionExample(rules: Rules, kinds: readonly KindRow[]): string | null {
  const ways = waysToScore(rules, kinds)
  const [first, second] = ways
  if (!first) return null
  const three = scored({ adoptions: [one('a', first), one('b', first), ...(second ? [one('c', second)] : [])] }, rules)
  const own = ways.slice(2).find(({ publication }) => publication !== null)
  const printed = own && `；一条信息${own.words}，计 ${scored({ adoptions: [one('d', own)] }, rules)} 分`
  return `例：两条信息${first.words}${second ? `、一条${second.words}` : ''}，计 ${three} 分${printed ?? ''}。`
}

/** 重复采用: one item that was adopted twice. */
export function repeatedExample(rules: Rules, kinds: readonly KindRow[]): string | null {
  const [first, second] = waysToScore(rules, kinds)
  if (!first) return null
  const both = scored({ adoptions: [one('a', first), one('a', second ?? first)] }, rules)
  if (!second) return `例：同一条信息先后两次${first.words}，计 ${both} 分。`
  const also = second.publication === null ? kindName(second.kind) : second.words
  return `例：同一条信息先后${first.words}、${also}，计 ${both} 分。`
}

/** 合报: one item of three units. */
export function jointExample(rules: Rules, kinds: readonly KindRow[]): string | null {
  const [first] = waysToScore(rules, kinds)
  if (!first) return null
  const each = scored({ adoptions: [{ ...one('a', first), sharers: 3 }] }, rules)
  return `例：三个单位合报一条信息，${first.words}，各计 ${each} 分。`
}

/** 批示: two leaders of one level and, where two levels score, one of another, on one item. */
export function instructionExample(rules: Rules): string {
  const levels = INSTRUCTION_KINDS.filter((kind) => (rules.get(kind)?.points ?? 0) > 0).slice(-2)
  const [twice = 'instruction_city', once] =
    levels.length > 0 ? levels : (['instruction_city', 'instruction_province'] as const)
  const given = [twice, twice, ...(once ? [once] : [])].map((kind, id) => {
    return { id: String(id), itemId: 'a', unitId: UNIT, level: levelOfInstruction(kind) }
  })
  const words = [`两位${leaders(twice)}`, ...(once ? [`一位${leaders(once)}`] : [])].join('、')
  const sum = scored({ adoptions: [], instructions: onceALevel(given) }, rules)
  return `例：同一条信息得到${words}批示，加 ${sum} 分。`
}

/** 约稿: two that were left unanswered, beside one adoption. */
export function unansweredExample(rules: Rules, kinds: readonly KindRow[]): string | null {
  const ways = waysToScore(rules, kinds)
  const way = ways.find(({ kind }) => kind === 'district_brief') ?? ways[0]
  if (!way) return null
  const unanswered = ['1', '2'].map((commissionId) => ({ commissionId, unitId: UNIT }))
  const lines = pointLinesOf({ adoptions: [one('a', way)], unanswered }, new Set([UNIT]), rules).get(UNIT) ?? []
  return `例：一条信息${way.words}、两次约稿未回复的单位，计 ${formatPoints(totalOf(lines))} 分。`
}

/** 排名: two equals and one behind them. */
export function tiesExample(rules: Rules): string {
  const entries = [2, 2, 1].map((value, officialPosition) => {
    return { row: {}, value: fraction(value), officialPosition }
  })
  const ranks = standings(entries, tiesBy(rules)).map(({ rank }) => rank)
  return `例：甲、乙两个单位相同，丙单位在后，三个单位的名次依次为 ${ranks.join('、')}。`
}

/** A way in which an item scores by these rules: by its kind, or by the publication that took it. */
type Way = { kind: Kind; publication: string | null; words: string }

/** These are shown first, where they score. */
const FIRST: readonly Kind[] = ['district_full', 'city_brief']

function waysToScore(rules: Rules, kinds: readonly KindRow[]): Way[] {
  const scores = (kind: RuleKind) => (rules.get(kind)?.points ?? 0) > 0
  const all = [...FIRST, ...kinds.map(({ kind }) => kind).filter((kind) => !FIRST.includes(kind))]
  return [
    ...all.filter(scores).map((kind) => ({ kind, publication: null, words: `登记为${kindName(kind)}` })),
    ...publicationsIn(rules)
      .filter(scores)
      .map((rule): Way => {
        const publication = publicationName(rule)
        return { kind: 'district_full', publication, words: `刊于${publication}` }
      }),
  ]
}

function one(itemId: string, { kind, publication }: Way): Adopted {
  return { unitId: UNIT, itemId, kind, publication, count: 1 }
}

/** "市级领导". */
function leaders(kind: InstructionKind): string {
  return instructionName(kind).replace(/批示$/, '')
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
