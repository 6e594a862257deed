import type { Level } from '../adoptions/kinds'
import type { CategoryRow } from '../office/category'
import type { CategoryWords } from './category-words'
import { type ClaimPatterns, claimPatterns, type LeadBy, leadIn } from './claim-patterns'
import type { TextParagraph } from './document'
import { ENDINGS, type RegisterNames } from './names'

/** The classes of units that a sentence may count and name. */
export type ClassName =
  | 'noTarget'
  | 'noItemTarget'
  | 'noPointTarget'
  | 'noItems'
  | 'noPoints'
  | 'behind'
  | 'onTrack'
  | 'exceeded'
  | 'unmet'
  | 'met'
  | 'leaders'
/** percent is the line that the sentence draws, where it draws one; `by`: what those who lead are said to lead in. */
export type Class = { name: ClassName; percent: number; by?: LeadBy }

/** "甲、乙等12个部门": n is null where no number stands; 'all' says every unit. */
export type Group = {
  names: string[]
  others: boolean
  n: number | 'all' | null
  word: string
  category: CategoryRow | null
}
export type Claim = { place: string; class: Class | null; group: Group }
export type TotalFigure = 'units' | 'items' | Level
/** Of all units, of one category, or of the one unit that is named. */
export type TotalClaim = {
  place: string
  figure: TotalFigure
  n: number
  words: string
  category: CategoryRow | null
  unit: string | null
}

/** Of the quarterly target: a year's is another one, and so is anything else that may be completed. */
const DONE = '完成了?(?:[一二三四本]?季度)?(?:政务)?(?:信息)?(?:报送)?(?:目标)?(?:任务)?(?:的|$)'
/**
 * A clause that asks for something states nothing, be it of the units right before or right after the asking; completion
 * rates draw lines of their own.
 */
const UNJUDGED = /(?:要|应|须|力争|确保|争取)#?[^#]*完成|完成率/

/** What the words of a clause say of the units in it, the first that fits; "#" stands for the units. */
const CLASSES: readonly (readonly [RegExp, ClassName])[] = [
  [/未下达任务/, 'noTarget'],
  [/未下达报送任务/, 'noItemTarget'],
  [/未下达年度任务/, 'noPointTarget'],
  [/报送(?:条数|信息|数)?(?:均|全部|都)?为[0零]|^#?[^#]{0,6}(?:零报送|未报送)/, 'noItems'],
  [/得分(?:均|全部|都)?为[0零]/, 'noPoints'],
  [/(?:未|低于|不足|不到)[^#]*?\d+%|\d+%以下/, 'behind'],
  [/\d+%/, 'onTrack'],
  [new RegExp(`超额${DONE}`), 'exceeded'],
  [new RegExp(`(?:未|没有|尚未)(?:能|全部|按时)*${DONE}`), 'unmet'],
  [new RegExp(DONE), 'met'],
]

const TOTALS: readonly (readonly [RegExp, TotalFigure])[] = [
  [/(?:考核的?单位|单位)共?计?有?(\d+)个/, 'units'],
  [/考核(\d+)个单位/, 'units'],
  [/(?<!采编)(?:上报|报送)(?:政务)?信息共?计?(\d+)条/, 'items'],
  [/采编(?:上报)?(?:政务)?(?:信息)?(\d+)条/, 'forwarded'],
  [/区级?采用(?:政务)?(?:信息)?(\d+)条(?:、简讯(\d+)条)?/, 'district'],
  [/市级?采用(?:政务)?(?:信息)?(\d+)条(?:、简讯(\d+)条)?/, 'city'],
  [/省级?采用(?:政务)?(?:信息)?(\d+)条/, 'province'],
]

/** A clause about another time is not about these tables. */
const ELSEWHEN = /去年|上年|上一?季度|同期|相比|较/
const MARK = /[\uE000-\uF8FF]/
const SUFFIX = new RegExp(`(?:${ENDINGS})$`)
const JOINTS = /^(?:以及|和|及|与|、|\(|还有)+/

/** Every figure and every list of names that the body states. */
export function claimsOf(
  paragraphs: readonly TextParagraph[],
  names: RegisterNames,
  words: CategoryWords,
): { totals: TotalClaim[]; claims: Claim[] } {
  const totals: TotalClaim[] = []
  const claims: Claim[] = []
  const patterns = claimPatterns(words)
  for (const { text, place } of paragraphs) {
    for (const sentence of names.mask(text).split(/[。;!?]/)) {
      const clauses = sentence.split(/[,:]/).map((clause) => clause.slice(0, LONGEST_CLAUSE))
      if (claims.length + totals.length > MOST_CLAIMS) break
      for (const clause of clauses) if (!ELSEWHEN.test(clause)) totals.push(...totalsIn(clause, place, patterns))
      claims.push(...classesIn(clauses, place, patterns))
    }
  }
  return {
    totals: totals.map((claim) => ({ ...claim, unit: claim.unit && names.open(claim.unit) })),
    claims: claims.map((claim) => ({ ...claim, group: { ...claim.group, names: claim.group.names.map(names.open) } })),
  }
}

function totalsIn(clause: string, place: string, { ends, of: categoryOf }: ClaimPatterns): TotalClaim[] {
  const all = { place, category: null, unit: null }
  if (/没有纳入考核的单位/.test(clause)) return [{ ...all, figure: 'units', n: 0, words: '没有' }]
  return TOTALS.flatMap(([pattern, figure]): TotalClaim[] => {
    const match = pattern.exec(clause)
    if (!match) return []
    const of = { ...all, figure, n: Number(match[1]) + Number(match[2] ?? 0), words: match[0] }
    const before = clause.slice(0, match.index).replace(/(?:被|共|共计|累计|[一二三四]季度)+$/, '')
    if (figure === 'units' || /各级|单位$/.test(before)) return [of]
    const unit = MARK.exec(before.slice(-1))?.[0]
    if (unit) return [{ ...of, unit }]
    const word = ends.exec(before)?.[1]
    if (word) return [{ ...of, category: categoryOf(word) }]
    return SUFFIX.test(before) ? [] : [of]
  })
}

/** What is longer, or states more, is no notice, and would only take time. */
const LONGEST_CLAUSE = 500
const MOST_CLAIMS = 1000

type Clause = { groups: Group[]; pre: string; post: string; class: Class | null }

function classesIn(sentence: readonly string[], place: string, patterns: ClaimPatterns): Claim[] {
  const clauses = sentence.map((clause) => readClause(clause, patterns))
  const claims: Claim[] = []
  const by = leadIn(sentence)
  for (const [index, clause] of clauses.entries()) {
    const text = sentence[index] ?? ''
    const said = ELSEWHEN.test(text) ? null : (clause.class ?? inherited(clauses, index))
    const whole = groupOfWhole(text)
    if (whole) {
      const of =
        /报送/.test(text) && whole.n === 0 && /均有/.test(text)
          ? classIn('报送为0')
          : classIn(text.replace(/没有单位/, ''))
      if (of) claims.push({ place, class: of, group: whole })
    } else if (clause.groups.length) {
      claims.push(...clause.groups.map((group) => ({ place, class: said, group })))
    } else if (/^分别[是为]/.test(text) && clauses[index - 1]?.groups.length) {
      const above = clauses[index - 1]?.groups.at(-1)
      const list = namesBefore(text.replace(/等$/, ''), false, patterns).names
      const group = above && { ...above, names: list, others: /等$/.test(text) }
      if (group) claims.push({ place, class: clauses[index - 1]?.class ?? null, group })
    } else if (by && /居前$/.test(text)) {
      claims.push(...leadersIn(text, by, place, patterns))
    } else if (clause.class && ['noItems', 'noPoints'].includes(clause.class.name)) {
      claims.push(...bareList(text, clauses[index - 1], clause.class, place))
    }
  }
  return claims
}

/** Sentences about none and about all: 没有单位…, 各单位均…. */
function groupOfWhole(text: string): Group | null {
  const group = (n: Group['n']): Group => ({ names: [], others: false, n, word: '单位', category: null })
  if (/没有单位/.test(text) || /各单位均有信息报送/.test(text)) return group(0)
  return /^(?:各单位)?均?未下达(?:报送|年度)?任务$/.test(text) ? group('all') : null
}

function readClause(clause: string, patterns: ClaimPatterns): Clause {
  const groups: Group[] = []
  let from = 0
  let pre = ''
  for (const match of clause.matchAll(patterns.group)) {
    const before = clause.slice(from, match.index)
    const list = namesBefore(before, Boolean(match[1] ?? match[4]), patterns)
    if (groups.length === 0) pre = list.pre
    from = match.index + match[0].length
    const word = match[3] ?? match[5] ?? ''
    groups.push({
      names: list.names,
      others: Boolean(match[1] ?? match[4]),
      n: match[2] ? Number(match[2]) : null,
      word,
      category: /^(?:部门)?单位$/.test(word) ? null : patterns.of(word),
    })
  }
  const post = groups.length ? clause.slice(from).replace(/^\)/, '') : ''
  return { groups, pre, post, class: classIn(groups.length ? `${pre}#${post}` : clause) }
}

function classIn(text: string): Class | null {
  if (UNJUDGED.test(text)) return null
  const name = CLASSES.find(([pattern]) => pattern.test(text))?.[1]
  return name ? { name, percent: Number(/(\d{1,4})%/.exec(text)?.[1] ?? 25) } : null
}

/** A list that runs on over a comma belongs to the words before it or, where nothing is said yet, to those after it. */
function inherited(clauses: readonly Clause[], index: number): Class | null {
  const bare = (clause: Clause | undefined) => Boolean(clause?.groups.length && clause.post === '')
  if (!bare(clauses[index])) return null
  for (let at = index - 1; bare(clauses[at]); at--) {
    const above = clauses[at]?.class
    if (above) return above
  }
  const below = clauses[index + 1]
  return below?.groups.length && below.pre === '' && !clauses[index]?.pre ? below.class : null
}

/** The names right before a number or 等, and the words before them. */
function namesBefore(text: string, others: boolean, { stops }: ClaimPatterns): { names: string[]; pre: string } {
  const parts = text.replace(JOINTS, '').split('、')
  const [first = '', ...rest] = parts
  const listed = others || rest.length > 0
  const mark = /^(.*?)([\uE000-\uF8FF]+(?:[和与及][\uE000-\uF8FF])*)$/.exec(first)
  const stop = mark ? (mark[1] ?? '') : (stops.exec(first)?.[0] ?? '')
  const head = first.slice(stop.length)
  const isName =
    Boolean(mark) ||
    (head.length > 1 && head.length <= 20 && (listed || SUFFIX.test(head)) && !/^(?:各|全区|所有)/.test(head))
  const names = [...(isName ? [head] : []), ...rest].flatMap(parted).filter((name) => name !== '' && name.length <= 20)
  return { names, pre: isName ? stop : first }
}

/** "甲和乙" is two names where both are known. */
const parted = (part: string) =>
  /^[\uE000-\uF8FF](?:(?:以及|[和与及])[\uE000-\uF8FF])+$/.test(part)
    ? [...part].filter((letter) => MARK.test(letter))
    : [part]

function leadersIn(text: string, by: LeadBy, place: string, { leaders, of: categoryOf }: ClaimPatterns): Claim[] {
  const match = leaders.exec(text)
  if (!match) return []
  const [, word = '', list = '', others] = match
  const group = { names: list.split('、'), others: Boolean(others), n: null, word, category: categoryOf(word) }
  return [{ place, class: { name: 'leaders', percent: 25, by }, group }]
}

/** "其中某局报送为0", and "得分均为0" said of the lists just before. */
function bareList(text: string, above: Clause | undefined, of: Class, place: string): Claim[] {
  const known = /^(?:其中)?(?:有)?([\uE000-\uF8FF](?:(?:、|以及|[和与及])?[\uE000-\uF8FF])*)/.exec(text)?.[1]
  const raw = /^(?:其中)?(?:有)?(.*?)等?(?:[一二三四本]季度)?(?:信息)?(?:未?报送|采用|得分)/.exec(text)?.[1]
  const names = (known ?? raw ?? '').split('、').flatMap(parted)
  if (names.every((name) => MARK.test(name) || SUFFIX.test(name))) {
    return [
      {
        place,
        class: of,
        group: { names, others: /等/.test(text), n: null, word: '单位', category: null },
      },
    ]
  }
  return above && /^得分/.test(text) ? above.groups.map((group) => ({ place, class: of, group })) : []
}
