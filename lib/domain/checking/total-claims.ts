import type { CategoryRow } from '../office/category'
import type { PartsClaim, TotalClaim, TotalFigure } from './claim'
import type { ClaimPatterns } from './claim-patterns'
import { isOfAll } from './conditioned'
import { ENDINGS } from './names'
import { HEADS_OF_UNITS, NUMERAL, numeralOf, PIECES } from './numbers'

const N = `(${NUMERAL})`
const TOTALS: readonly (readonly [RegExp, TotalFigure])[] = [
  [new RegExp(`(?:考核的?单位|单位)共?计?有?${N}${HEADS_OF_UNITS}`), 'units'],
  [new RegExp(`考核${N}${HEADS_OF_UNITS}单位`), 'units'],
  [new RegExp(`(?<!采编)(?:上报|报送)(?:政务)?信息(?:共计?|计|总数为?|总量为?)?${N}${PIECES}`), 'items'],
  [new RegExp(`采编(?:上报)?(?:政务)?(?:信息)?${N}${PIECES}`), 'forwarded'],
  [new RegExp(`(?<!全)区级?采用(?:政务)?(?:信息)?${N}${PIECES}(?:、简讯${N}${PIECES})?`), 'district'],
  [new RegExp(`(?<!全)市级?采用(?:政务)?(?:信息)?${N}${PIECES}(?:、简讯${N}${PIECES})?`), 'city'],
  [new RegExp(`(?<!全)省级?采用(?:政务)?(?:信息)?${N}${PIECES}`), 'province'],
]
const SUFFIX = new RegExp(`(?:${ENDINGS})$`)
const MARK = /[\uE000-\uF8FF]/

/** The totals that a clause states; `at` is where it begins. */
export function totalsIn(
  clause: string,
  at: number,
  place: string,
  { ends, numbered, of: categoryOf }: ClaimPatterns,
): TotalClaim[] {
  if (!/[条篇件份则个家]|单位/.test(clause)) return []
  const all = { place, form: null, step: 1, category: null, unit: null }
  const none = /没有纳入考核的单位/.exec(clause)
  if (none) return [{ ...all, figure: 'units', n: 0, words: '没有', span: [at, at + clause.length] }]
  return TOTALS.flatMap(([pattern, figure]): TotalClaim[] => {
    const match = pattern.exec(clause)
    const first = numeralOf(match?.[1] ?? '')
    if (!match || !first) return []
    const more = match[2] ? numeralOf(match[2]) : null
    const of: TotalClaim = {
      ...all,
      figure,
      n: first.n + (more?.n ?? 0),
      step: first.step,
      words: match[0],
      span: [at + match.index, at + match.index + match[0].length],
    }
    const before = clause.slice(0, match.index).replace(/(?:被|共|共计|累计|[一二三四]季度)+$/, '')
    const after = clause.slice(match.index + match[0].length)
    if (figure === 'units') return isOfAll(before) && /^(?:[(、]|$)/.test(after) ? [of] : []
    const [, others = '', many = '', counted = ''] = numbered.exec(before) ?? []
    const among = numeralOf(many)?.n
    if (among !== undefined)
      return isOfAll(others.replace(/^其中/, '')) ? [{ ...of, category: categoryOf(counted), among }] : []
    if (/各级|单位$/.test(before)) return /的单位$/.test(before) && !isOfAll(before.slice(0, -2)) ? [] : [of]
    const unit = MARK.exec(before.slice(-1))?.[0]
    if (unit) return [{ ...of, unit }]
    const word = ends.exec(before)?.[1]
    if (word) return before.endsWith(`的${word}`) ? [] : [{ ...of, category: categoryOf(word) }]
    return SUFFIX.test(before) ? [] : [of]
  })
}

const WHOLE = new RegExp(
  `${N}(${PIECES}|${HEADS_OF_UNITS}(?:部门)?单位)(?:[,(]*(?:其中|分别[为是]|包括|含):?,?|[(])([^。;)]*)`,
  'gu',
)
/** A part that is what one level took, and the words before a whole that was adopted. */
const LEVEL = new RegExp(`^(?:国家|[区县市省])级[^、,]*${N}${PIECES}`)
const ADOPTED = /(?:全[区县市省]|(?<![区县市省]级?))采用(?:政务)?(?:信息)?(?:共计?|合计|总计)?$/
const PART = new RegExp(`([^、,]*?)${N}(${PIECES}|${HEADS_OF_UNITS})([^、,]*)`, 'g')

/**
 * What a sentence says of parts: "81条，其中信息40条、简讯41条". Parts that are known by their category or form are totals of
 * their own, where the whole is one; all of them together are no more than the whole.
 */
export function partsIn(
  sentence: string,
  at: number,
  place: string,
  totals: readonly TotalClaim[],
  { of: categoryOf, whole: words, rows }: ClaimPatterns,
): { totals: TotalClaim[]; parts: PartsClaim[] } {
  const found: { totals: TotalClaim[]; parts: PartsClaim[] } = { totals: [], parts: [] }
  if (!/其中|分别|包括|含|[(]/.test(sentence)) return found
  const category = new RegExp(`(${words})`)
  for (const match of sentence.matchAll(WHOLE)) {
    const [all, number = '', counter = '', rest = ''] = match
    const n = numeralOf(number)
    const end = at + match.index + number.length + counter.length
    const from = at + match.index + all.length - rest.length
    if (!n) continue
    const whole = totals.find(({ span, unit }) => unit === null && span[0] < end && span[1] >= end - counter.length)
    const [first = '', ...more] = rest.split(',')
    const runs = more.findIndex((piece) => !LEVEL.test(piece))
    const list = LEVEL.test(first) ? [first, ...more.slice(0, runs < 0 ? more.length : runs)].join(',') : first
    const parts = [...list.matchAll(PART)].flatMap((part) => {
      const own = numeralOf(part[2] ?? '')
      if (!own || part[3]?.[0] !== counter[0]) return []
      const label = `${part[1]}${part[4]}`
      const begins = from + part.index + (part[1] ?? '').length
      return [
        {
          n: own.n,
          words: `${part[1]}${part[2]}${part[3]}`,
          span: [begins, begins + (part[2] ?? '').length + 1] as const,
          form: /简讯/.test(label) ? ('brief' as const) : /信息/.test(label) ? ('full' as const) : null,
          category: categoryOf(category.exec(label)?.[1] ?? ''),
          other: /[区市省]级|采编|上报/.test(label),
          level: /(?:国家|[区县市省])级/.exec(label)?.[0] ?? null,
        },
      ]
    })
    const levels = ADOPTED.test(sentence.slice(0, match.index)) && coverLevels(parts.map(({ level }) => level))
    if (parts.length === 0 || MARK.test(list) || (!levels && parts.some(({ other }) => other))) continue
    found.parts.push({
      place,
      n: n.n,
      words: `${number}${counter}`,
      parts: parts.map((part) => part.n),
      complete: !levels && isComplete(parts, rows),
      levels,
      spans: [[end - counter.length - number.length, end], ...parts.map(({ span }) => span)],
    })
    if (!whole || levels) continue
    for (const { form, category, ...part } of parts) {
      const formed = whole.figure === 'district' || whole.figure === 'city'
      if (category ? whole.category === null : form !== null && formed)
        found.totals.push({
          ...whole,
          step: 1,
          n: part.n,
          words: part.words,
          span: part.span,
          form: category ? null : form,
          ...(category && { category }),
        })
    }
  }
  return found
}

/** Whether the parts are adoptions by level, the lowest among them, each once. */
function coverLevels(levels: readonly (string | null)[]): boolean {
  const lowest = levels.some((level) => /[区县]级/.test(level ?? ''))
  return levels.length > 1 && lowest && new Set(levels).size === levels.length && !levels.includes(null)
}

/** Whether the parts are all there can be: both forms, or every category. */
function isComplete(
  parts: readonly { form: 'full' | 'brief' | null; category: CategoryRow | null }[],
  rows: readonly CategoryRow[],
): boolean {
  const forms = new Set(parts.map(({ form, category }) => (category ? null : form)))
  const categories = new Set(parts.flatMap(({ category }) => category?.key ?? []))
  if (parts.length > 1 && forms.has('full') && forms.has('brief')) return true
  return rows.length > 1 && categories.size === rows.length && categories.size === parts.length
}
