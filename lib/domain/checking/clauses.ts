import type { Claim, Class, ClassName, Group, TextSpan } from './claim'
import type { ClaimPatterns } from './claim-patterns'
import { conditionedIn } from './conditioned'
import { type LeadBy, leadIn } from './lead-by'
import { ENDINGS } from './names'
import { numeralOf } from './numbers'

/** A clause of a sentence, and where it begins in its paragraph. */
export type TextPiece = { text: string; at: number }

/** Of the quarterly target: a year's is another one, and so is anything else that may be completed. */
const DONE = '完成了?(?:[一二三四本]?季度)?(?:政务)?(?:信息)?(?:报送)?(?:目标)?(?:任务)?(?:的|#|$)'
/**
 * A clause that asks for something states nothing, be it of the units right before or right after the asking; nor does
 * a completion rate that draws no line.
 */
const UNJUDGED = /(?:要|应|须|力争|确保|争取)#?[^#]*完成|完成率/

/** A line drawn by the completion of the quarterly target. */
const COMPLETED = '(?:完成率|完成(?:了)?(?:(?:[一二三四本]?季度|信息|报送)+(?:目标)?任务|报送任务)(?:的)?)'
const BELOW = '(?:未|低于|不足|不到)'

/** What the words of a clause say of the units in it, the first that fits; "#" stands for the units. */
const CLASSES: readonly (readonly [RegExp, ClassName])[] = [
  [/未下达任务/, 'noTarget'],
  [/未下达报送任务/, 'noItemTarget'],
  [/未下达年度任务/, 'noPointTarget'],
  [/报送(?:条数|篇数|信息|数)?(?:均|全部|都)?为[0零]|^#?[^#]{0,6}(?:零报送|未报送)/, 'noItems'],
  [/得分(?:均|全部|都)?为[0零]/, 'noPoints'],
  [/超额(?:完成)?[^#%]*?\d+%/, 'exceededBy'],
  [
    new RegExp(`${COMPLETED}${BELOW}[^#%]*?\\d+%|${BELOW}[^#%]*?${COMPLETED}[^#%]*?\\d+%|${COMPLETED}[^#%]*?\\d+%以下`),
    'completedBelow',
  ],
  [new RegExp(`${COMPLETED}[^#%]*?\\d+%(?:\\(含\\))?以上|${COMPLETED}(?:达到?|超过|高于)[^#%]*?\\d+%`), 'completedTo'],
  [/(?:未|低于|不足|不到)[^#]*?\d+%|\d+%以下/, 'behind'],
  [/\d+%/, 'onTrack'],
  [new RegExp(`超额${DONE}`), 'exceeded'],
  [new RegExp(`(?:未|没有|尚未)(?:能|全部|按时)*${DONE}`), 'unmet'],
  [new RegExp(DONE), 'met'],
]
/** What draws a line, though it speaks of completion rates. */
const LINES: readonly ClassName[] = ['exceededBy', 'completedTo', 'completedBelow']

/** A clause about another time is not about these tables. */
export const ELSEWHEN = /去年|上年|上一?季度|同期|相比|较/
/** What lists the units that were counted right before. */
const LISTED = /^(?:分别[是为]|即(?![将使可时日]))/
const MARK = /[\uE000-\uF8FF]/
const SUFFIX = new RegExp(`(?:${ENDINGS})$`)
const JOINTS = /^(?:以及|和|及|与|、|\(|还有)+/

type Clause = { groups: Group[]; pre: string; post: string; class: Class | null }

/** The lists and numbers of units that a sentence states, each with what it says of them. */
export function classesIn(sentence: readonly TextPiece[], place: string, patterns: ClaimPatterns): Claim[] {
  const clauses = sentence.map((clause) => readClause(clause, patterns))
  const claims: Claim[] = []
  const by = leadIn(sentence.map(({ text }) => text))
  for (const [index, clause] of clauses.entries()) {
    const { text = '', at = 0 } = sentence[index] ?? {}
    const spans = [...text.matchAll(/\d+%|为[0零]/g)].map(
      ({ 0: { length }, index }): TextSpan => [at + index, at + index + length],
    )
    const said = ELSEWHEN.test(text) ? null : (clause.class ?? inherited(clauses, index))
    const whole = groupOfWhole(text)
    if (whole) {
      const of =
        /报送/.test(text) && whole.n === 0 && /均有/.test(text)
          ? classIn('报送为0')
          : classIn(text.replace(/没有单位/, ''))
      if (of) claims.push({ place, class: of, group: whole, spans })
    } else if (clause.groups.length) {
      claims.push(...clause.groups.map((group) => ({ place, class: said, group, spans })))
    } else if (LISTED.test(text) && clauses[index - 1]?.groups.length) {
      const above = clauses[index - 1]?.groups.at(-1)
      const list = namesBefore(text.replace(/等$/, ''), false, patterns).names
      const group = above && { ...above, names: list, others: /等$/.test(text) }
      if (group) claims.push({ place, class: clauses[index - 1]?.class ?? null, group, spans })
    } else if (by && /居前$/.test(text)) {
      claims.push(...leadersIn(text, by, place, patterns))
    } else if (clause.class && ['noItems', 'noPoints'].includes(clause.class.name)) {
      claims.push(...bareList(text, clauses[index - 1], clause.class, place).map((claim) => ({ ...claim, spans })))
    }
  }
  return claims
}

const NOBODY_NAMED: Group = { names: [], others: false, n: null, words: '', word: '单位', category: null, span: null }

/** Sentences about none and about all: 没有单位…, 各单位均…. */
function groupOfWhole(text: string): Group | null {
  const group = (n: Group['n']): Group => ({ ...NOBODY_NAMED, n })
  if (/没有单位/.test(text) || /各单位均有信息报送/.test(text)) return group(0)
  return /^(?:各单位)?均?未下达(?:报送|年度)?任务$/.test(text) ? group('all') : null
}

function readClause({ text: clause, at }: TextPiece, patterns: ClaimPatterns): Clause {
  const counted = conditionedIn(clause, at, patterns)
  if (counted) {
    const { said, bare, parts, group } = counted
    const own = classIn(said)
    const inside = groupsIn(parts, at + clause.indexOf(parts), patterns).groups
    // What is not understood takes nothing from the words around it, nor gives it on.
    return { groups: [group, ...inside], pre: said, post: own || bare ? '' : '?', class: own }
  }
  const { groups, pre, rest } = groupsIn(clause, at, patterns)
  const post = groups.length ? rest.replace(/^\)/, '') : ''
  return { groups, pre, post, class: classIn(groups.length ? `${pre}#${post}` : clause) }
}

/** The numbers of units and the names before them, with the words before the first and behind the last. */
function groupsIn(clause: string, at: number, patterns: ClaimPatterns): { groups: Group[]; pre: string; rest: string } {
  const groups: Group[] = []
  let from = 0
  let pre = ''
  for (const match of clause.matchAll(patterns.group)) {
    const before = clause.slice(from, match.index)
    const list = namesBefore(before, Boolean(match[1] ?? match[4]), patterns)
    if (groups.length === 0) pre = list.pre
    from = match.index + match[0].length
    const word = match[3] ?? match[5] ?? ''
    const number = match[2] ? numeralOf(match[2]) : null
    const words = number ? match[0].slice(match[1]?.length ?? 0) : ''
    groups.push({
      names: list.names,
      others: Boolean(match[1] ?? match[4]),
      n: number?.n ?? null,
      words,
      span: number ? [at + from - words.length, at + from] : null,
      word,
      category: /^(?:部门)?单位$/.test(word) ? null : patterns.of(word),
    })
  }
  return { groups, pre, rest: clause.slice(from) }
}

/** How large a part of all something is: it says nothing of a class. */
const PART_OF_ALL = /占(?!年度|比(?:达|未|在|不|超|高|低))[^年任#]{0,8}?\d+(?:\.\d+)?%(?!以|\(含)/g

function classIn(words: string): Class | null {
  const text = words.replace(PART_OF_ALL, '')
  const name = CLASSES.find(([pattern]) => pattern.test(text))?.[1]
  if (!name || (UNJUDGED.test(text) && !LINES.includes(name))) return null
  const percent = Number(/(\d{1,4})%/.exec(text)?.[1] ?? 25)
  return { name, percent, ...(LINES.includes(name) && /超过|高于/.test(text) && { beyond: true }) }
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
  const group = { ...NOBODY_NAMED, names: list.split('、'), others: Boolean(others), word, category: categoryOf(word) }
  return [{ place, class: { name: 'leaders', percent: 25, by }, group, spans: [] }]
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
        group: { ...NOBODY_NAMED, names, others: /等/.test(text) },
        spans: [],
      },
    ]
  }
  return above && /^得分/.test(text) ? above.groups.map((group) => ({ place, class: of, group, spans: [] })) : []
}
