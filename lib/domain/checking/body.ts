import { KINDS, type Level } from '../adoptions/kinds'
import { formatCenti } from '../base/exact'
import { type Category, type CategoryRow, categoryName } from '../office/category'
import type { LeadBy } from './claim-patterns'
import type { Claim, Class, TotalClaim } from './claims'
import { CLASS_WORDS, type ClassFacts, type Judged, judge, sizeOf } from './classes'
import type { NamedUnit, RegisterNames } from './names'
import { compareRatios } from './ratio'
import type { Say } from './report'
import { ALIAS, NOBODY, unknownTo } from './units'

/** Holds every figure and list of the body against the tables. */
export function checkBody(
  totals: readonly TotalClaim[],
  claims: readonly Claim[],
  facts: ClassFacts,
  names: RegisterNames,
  categories: readonly CategoryRow[],
  say: Say,
): void {
  for (const claim of totals) {
    const { n, place, words, unit: name } = claim
    const unit = name === null ? null : names.find(name)?.unit
    const is = totalOf(claim, unit ? onlyOf(facts, unit) : facts, Boolean(unit))
    if (!is || (n >= is.least && n <= is.most)) continue
    const whose = unit?.name ?? claim.category?.name ?? '各单位'
    say('figure', place, words, String(is.least), `按附件，${whose}共 ${is.least}。`)
  }
  const judged = new Map<string, Judged>()
  for (const claim of claims) {
    const units = namesIn(claim, names, categories, say)
    if (claim.class?.name === 'leaders') checkLeaders(claim, units, facts, say)
    else if (claim.class) checkClass(claim, claim.class, units, judge(claim.class, facts, judged), facts, say)
  }
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
  { figure, category }: TotalClaim,
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
    return whole ? all.filter(({ unit }) => !category || unit.category === category.key) : null
  }
  const [submissions, adoptions] = [of(facts.submissions), of(facts.adoptions)]
  if (figure === 'units') {
    const sizes = [submissions, adoptions].flatMap((rows) => rows?.length ?? [])
    return sizes.length ? { least: Math.min(...sizes), most: Math.max(...sizes) } : null
  }
  const counts =
    figure === 'items'
      ? submissions?.map(({ items }) => items)
      : adoptions?.flatMap((row) => row.counts.filter((_, k) => KINDS[k]?.level === (figure satisfies Level)))
  if (!counts) return null
  const sum = counts.reduce<number>((all, n) => all + (n ?? 0), 0)
  return { least: sum, most: counts.includes(undefined) ? Number.POSITIVE_INFINITY : sum }
}

/** The units that a list names; says which names are wrong. */
function namesIn(
  { group, place }: Claim,
  names: RegisterNames,
  categories: readonly CategoryRow[],
  say: Say,
): NamedUnit[] {
  const found = group.names.map((name) => names.find(name))
  const taken = new Set(found.flatMap((one) => one?.unit ?? []))
  const units = found.flatMap((one, index) => {
    const printed = group.names[index] ?? ''
    if (one?.as === 'alias') say('alias', place, printed, one.unit.name, ALIAS)
    if (one || names.units.length === 0) return one?.unit ?? []
    const likely = names.likely(printed, group.category?.key ?? null, taken)
    say('name', place, printed, likely?.name ?? NOBODY, unknownTo(names, likely))
    if (likely) taken.add(likely)
    return likely ?? []
  })
  for (const [index, unit] of units.entries()) {
    if (units.indexOf(unit) !== index) say('list', place, unit.name, '只列一次', '同一份名单中重复。')
    if (group.category && unit.category !== group.category.key) {
      say(
        'list',
        place,
        unit.name,
        `不列入${group.category.name}`,
        `${unit.name}属${categoryName(categories, unit.category)}。`,
      )
    }
  }
  return units
}

function checkClass(
  { group, place }: Claim,
  { name, percent }: Class,
  units: readonly NamedUnit[],
  judged: Judged,
  facts: ClassFacts,
  say: Say,
): void {
  const words = CLASS_WORDS[name](percent)
  const size = sizeOf(judged, group.category, facts, name)
  const outside = (n: number) => size !== null && (n < size.sure || n > size.sure + size.unknown)
  const n = group.n === 'all' ? (size ? [...judged.keys()].length : null) : group.n
  if (n !== null && size && outside(n)) {
    const printed = group.n === 'all' ? '各单位' : n === 0 ? '没有' : `${n}个${group.word}`
    say('figure', place, printed, `${size.sure}个${group.word}`, `按附件，${words}的有 ${size.sure} 个。`)
  }
  for (const unit of units) {
    if (judged.get(unit) === false)
      say('list', place, unit.name, '不列入', `按附件，${standing(unit, facts)}，不属于${words}的单位。`)
  }
  const listed = group.names.length
  if (listed === 0) return
  const whole = typeof n === 'number' ? n : null
  const complete = group.others
    ? whole === null || listed <= whole
    : whole === null
      ? !outside(listed)
      : listed === whole
  if (!complete) {
    say(
      'list',
      place,
      group.names.join('、'),
      `${whole ?? size?.sure ?? ''}个单位`,
      `名单列了 ${listed} 个单位，与数目不符。`,
    )
  }
}

function standing(unit: NamedUnit, { submissions, adoptions }: ClassFacts): string {
  const sent = submissions.facts.find((fact) => fact.unit === unit)
  const won = adoptions.facts.find((fact) => fact.unit === unit)
  const items =
    sent?.items === undefined ? [] : [`报送 ${sent.items} 条${sent.target ? `、任务 ${sent.target} 条` : ''}`]
  const points =
    won?.points === undefined
      ? []
      : [`采用得 ${formatCenti(won.points)} 分${won.annual ? `、年度任务 ${formatCenti(won.annual)} 分` : ''}`]
  return `${unit.name}${[...items, ...points].join('，')}`
}

/** Those who lead in what the sentence says come first; among equals any may be named. */
function checkLeaders(
  { group, place, class: of }: Claim,
  units: readonly NamedUnit[],
  facts: ClassFacts,
  say: Say,
): void {
  const { category } = group
  if (!category || !facts.adoptions.categories.has(category.key)) return
  const all = leadingValues(of?.by ?? 'share', category, facts)
  if (all === null) return
  const ranked = all.toSorted((a, b) => compareRatios(b.value.n, b.value.d, a.value.n, a.value.d))
  const least = ranked[group.names.length - 1]
  for (const unit of units) {
    const own = ranked.find((one) => one.unit === unit)
    if (own && least && compareRatios(own.value.n, own.value.d, least.value.n, least.value.d) >= 0) continue
    const first = ranked.slice(0, group.names.length).map((one) => one.unit.name)
    say('list', place, unit.name, first.join('、'), `按采用排名，${category.name}中居前的是${first.join('、')}。`)
  }
  if (group.others ? ranked.length <= group.names.length : ranked.length !== group.names.length) {
    const first = ranked.slice(0, 3).map(({ unit }) => unit.name)
    const listed = `${group.names.join('、')}${group.others ? '等' : ''}`
    const complete = `${first.join('、')}${ranked.length > first.length ? '等' : ''}`
    say('list', place, listed, complete, `得分的${category.name}共 ${ranked.length} 个。`)
  }
}

type Leading = { unit: NamedUnit; value: { n: number; d: number } }

/** What every unit of a category that has anything has of what its leaders lead in; null where a cell cannot be read. */
function leadingValues(by: LeadBy, { key }: CategoryRow, { submissions, adoptions }: ClassFacts): Leading[] | null {
  const values =
    by === 'completion'
      ? submissions.facts.map(({ unit, items, target }) => ({ unit, n: items, d: target }))
      : adoptions.facts.map(({ unit, points, annual }) => ({ unit, n: points, d: by === 'points' ? 1 : annual }))
  const own = values.filter(({ unit }) => unit.category === key)
  if (own.some(({ n, d }) => n === undefined || d === undefined)) return null
  return own.flatMap(({ unit, n, d }) => (n && d ? [{ unit, value: { n, d } }] : []))
}
