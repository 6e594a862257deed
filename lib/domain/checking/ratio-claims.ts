import type { Level } from '../adoptions/kinds'
import type { CategoryRow } from '../office/category'
import type { Claim, RatioClaim, TotalClaim } from './claim'
import type { ClaimPatterns } from './claim-patterns'

const PERCENT = '(\\d{1,4}(?:\\.\\d{1,2})?)%'
const IS = '(?:均)?(?:达到|达|为|是|约为)?'
const OF_UNIT = new RegExp(
  `([\\uE000-\\uF8FF])(?:的)?(?:[一二三四本]?季度)?(?:信息)?(?:报送)?(?:任务)?(完成率|占年度任务的?(?:比重|比例)?|采用得分占比|占比)${IS}${PERCENT}(?!以)`,
  'g',
)
const COMPLETIONS = new RegExp(`(?:信息)?(?:报送)?(?:任务)?(?:总|总体|综合)?完成率${IS}${PERCENT}(?!以)`, 'g')
const ADOPTED = new RegExp(`(区级|市级|省级)?(?:信息)?采用率${IS}${PERCENT}(?!以)`, 'g')
const PART = new RegExp(
  `(?:占|占比)(?:全部|全区|考核|各)?(?:考核)?(?:单位|部门|镇街|信息|报送信息)?(?:总数|总量|数)?(?:的)?${IS}${PERCENT}(?!以)`,
  'g',
)
const LEVELS: Record<string, Level> = { 区级: 'district', 市级: 'city', 省级: 'province' }

/** The percentages of a clause whose parts are plain; those that draw a line between units are not among them. */
export function ratiosIn(
  clause: string,
  at: number,
  place: string,
  before: { claims: readonly Claim[]; totals: readonly TotalClaim[] },
  { ends, of: categoryOf }: ClaimPatterns,
): RatioClaim[] {
  const found: RatioClaim[] = []
  if (!clause.includes('%')) return found
  const add = (match: RegExpExecArray, printed: string, of: RatioClaim['of']) => {
    const span = [at + match.index, at + match.index + match[0].length] as const
    if (found.some((one) => one.span[0] < span[1] && span[0] < one.span[1])) return
    const decimals = printed.split('.')[1]?.length ?? 0
    found.push({ place, words: match[0], printed: Math.round(Number(printed) * 100), decimals, of, span })
  }
  for (const match of clause.matchAll(OF_UNIT)) {
    const figure = match[2] === '完成率' ? 'completion' : 'share'
    add(match, match[3] ?? '', { figure, unit: match[1] ?? '' })
  }
  const categoryBefore = (match: RegExpExecArray): CategoryRow | null =>
    categoryOf(ends.exec(clause.slice(0, match.index).replace(/的$/, ''))?.[1] ?? '')
  const ofUnit = (match: RegExpExecArray) =>
    /[\uE000-\uF8FF局镇办委]$/.test(clause.slice(0, match.index).replace(/的$/, ''))
  for (const match of clause.matchAll(COMPLETIONS)) {
    if (!ofUnit(match)) add(match, match[1] ?? '', { figure: 'completions', category: categoryBefore(match) })
  }
  for (const match of clause.matchAll(ADOPTED)) {
    if (!ofUnit(match))
      add(match, match[2] ?? '', {
        figure: 'adopted',
        level: LEVELS[match[1] ?? ''] ?? null,
        category: categoryBefore(match),
      })
  }
  for (const match of clause.matchAll(PART)) {
    const of = partOf(match, at, before)
    if (of) add(match, match[1] ?? '', of)
  }
  return found
}

/** The number that stands last before 占…%: of units, or of what was adopted. */
function partOf(
  match: RegExpExecArray,
  at: number,
  { claims, totals }: { claims: readonly Claim[]; totals: readonly TotalClaim[] },
): RatioClaim['of'] | null {
  const here = at + match.index
  const groups = claims.flatMap(({ group }) =>
    group.span && group.span[1] <= here && typeof group.n === 'number' ? [group] : [],
  )
  // "41个单位（28个部门、13个镇街）……，占": the first is meant, those in brackets are its parts.
  const [first] = groups
  const group = groups.length > 1 && first?.category === null ? first : groups.at(-1)
  const total = totals
    .filter(({ span, figure, unit }) => span[1] <= here && figure !== 'units' && figure !== 'items' && unit === null)
    .at(-1)
  if (total && (!group?.span || total.span[0] > group.span[0])) return { figure: 'items', n: total.n, span: total.span }
  if (!group?.span || typeof group.n !== 'number') return null
  return { figure: 'units', n: group.n, category: group.category, span: group.span }
}
