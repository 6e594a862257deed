import { KINDS, type Level } from '../adoptions/kinds'
import type { Category, CategoryRow } from '../office/category'
import type { PartsClaim, TextSpan, TotalClaim } from './claim'
import type { Claims } from './claims'
import { type ClassFacts, type Judged, judge } from './classes'
import { checkClass, checkLeaders, leadersAmong, namesIn } from './lists'
import type { NamedUnit, RegisterNames } from './names'
import { withNumber } from './numbers'
import { checkRatio } from './ratio-figures'
import type { Say } from './report'

/** What was judged of the paragraph at a place. */
export type Covered = Map<string, TextSpan[]>

/** Holds every figure and list of the body against the tables; gives what of it was judged. */
export function checkBody(
  { totals, claims, parts, ratios }: Claims,
  facts: ClassFacts,
  names: RegisterNames,
  categories: readonly CategoryRow[],
  say: Say,
): Covered {
  const covered: Covered = new Map()
  const cover = (place: string, ...spans: readonly TextSpan[]) =>
    covered.set(place, [...(covered.get(place) ?? []), ...spans])
  const right = new Map<TextSpan, number>()
  for (const claim of totals) {
    const { n, step, place, words, unit: name } = claim
    const unit = name === null ? null : names.find(name)?.unit
    const is = totalOf(claim, unit ? onlyOf(facts, unit) : facts, Boolean(unit))
    if (!is) continue
    cover(place, claim.span)
    const rounded = step > 1 && Math.abs(n - is.least) * 2 <= step
    if ((n >= is.least && n <= is.most) || rounded) continue
    right.set(claim.span, is.least)
    const whose = unit?.name ?? claim.category?.name ?? '各单位'
    say('figure', place, words, numberLike(words, is.least), `按附件，${whose}共 ${is.least}。`)
  }
  const judged = new Map<string, Judged>()
  for (const claim of claims) {
    const { class: of, group, spans, place } = claim
    const inside = of && of.name !== 'leaders' ? judge(of, facts, judged) : null
    const leading = of?.name === 'leaders' ? leadersAmong(claim, facts) : inside
    const units = namesIn(claim, names, categories, leading, say)
    if (of?.name === 'leaders') checkLeaders(claim, units, facts, say)
    const size = of && inside ? checkClass(claim, of, units, inside, facts, say) : null
    if (!size) continue
    cover(place, ...spans, ...(group.span ? [group.span] : []))
    if (group.span && size.unknown === 0) right.set(group.span, size.sure)
  }
  for (const claim of ratios) if (checkRatio(claim, right, facts, names, say)) cover(claim.place, claim.span)
  for (const claim of parts) {
    const known = covered.get(claim.place) ?? []
    // What the tables have judged one by one is told already.
    if (claim.spans.every((span) => known.some((one) => one[0] < span[1] && span[0] < one[1]))) continue
    checkParts(claim, say)
    if (claim.parts.length > 1) cover(claim.place, ...claim.spans)
  }
  return covered
}

/** A number as the words write theirs. */
const numberLike = (words: string, n: number) =>
  /\d/.test(words) ? String(n) : withNumber(/[壹贰叁肆陆柒捌玖拾佰仟]/.test(words) ? '壹' : '一', n)

/** Parts are no more than the whole together, and all of it where nothing else is left. */
function checkParts({ place, n, words, parts, complete, levels }: PartsClaim, say: Say): void {
  const sum = parts.reduce((a, b) => a + b, 0)
  if (levels) {
    const most = Math.max(...parts)
    if (sum < n)
      say(
        'figure',
        place,
        words,
        `不多于 ${withNumber(words, sum)}`,
        `各级采用 ${parts.join(' + ')} = ${sum}，合起来还不到总数。`,
      )
    if (most > n) say('figure', place, words, `不少于 ${withNumber(words, most)}`, `其中一级采用 ${most}，多于总数。`)
    return
  }
  if (complete ? sum === n : sum <= n) return
  say('figure', place, words, withNumber(words, sum), `其中各部分 ${parts.join(' + ')} = ${sum}，与总数不符。`)
}

function onlyOf({ expected, submissions, adoptions }: ClassFacts, unit: NamedUnit): ClassFacts {
  return {
    expected,
    submissions: { ...submissions, facts: submissions.facts.filter((fact) => fact.unit === unit) },
    adoptions: { ...adoptions, facts: adoptions.facts.filter((fact) => fact.unit === unit) },
  }
}

/** A total by the tables, with the room that unreadable rows leave; null where a table is missing. */
function totalOf(
  { figure, form, category, among }: TotalClaim,
  facts: ClassFacts,
  single: boolean,
): { least: number; most: number } | null {
  const of = <Fact extends { unit: NamedUnit }>({
    facts: all,
    categories,
  }: {
    facts: Fact[]
    categories: ReadonlySet<Category>
  }) => {
    const whole = single
      ? all.length > 0
      : (category ? [category] : facts.expected).every(({ key }) => categories.has(key))
    const rows = all.filter(({ unit }) => !category || unit.category === category.key)
    return whole && (among === undefined || rows.length === among) ? rows : null
  }
  const [submissions, adoptions] = [of(facts.submissions), of(facts.adoptions)]
  if (figure === 'units') {
    const sizes = [submissions, adoptions].flatMap((rows) => rows?.length ?? [])
    return sizes.length ? { least: Math.min(...sizes), most: Math.max(...sizes) } : null
  }
  const counts =
    figure === 'items'
      ? submissions?.map(({ items }) => items)
      : adoptions?.flatMap((row) =>
          row.counts.filter(
            (_, k) => KINDS[k]?.level === (figure satisfies Level) && (form === null || KINDS[k]?.form === form),
          ),
        )
  if (!counts) return null
  const sum = counts.reduce<number>((all, n) => all + (n ?? 0), 0)
  return { least: sum, most: counts.includes(undefined) ? Number.POSITIVE_INFINITY : sum }
}
