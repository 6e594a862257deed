import { formatCenti } from '../base/exact'
import { type CategoryRow, categoryName } from '../office/category'
import type { Claim, Class } from './claim'
import { CLASS_WORDS, type ClassFacts, type ClassSize, type Judged, sizeOf } from './classes'
import type { LeadBy } from './lead-by'
import type { NamedUnit, RegisterNames } from './names'
import { withNumber } from './numbers'
import { compareRatios } from './ratio'
import type { Say } from './report'
import { ALIAS, NOBODY, unknownTo } from './units'

/** The units that a list names; says which names are wrong, and means by them those that belong to the list. */
export function namesIn(
  { group, place }: Claim,
  names: RegisterNames,
  categories: readonly CategoryRow[],
  inside: Judged | null,
  say: Say,
): NamedUnit[] {
  const found = group.names.map((name) => names.find(name))
  const taken = new Set(found.flatMap((one) => one?.unit ?? []))
  const units = found.flatMap((one, index) => {
    const printed = group.names[index] ?? ''
    if (one?.as === 'alias') say('alias', place, printed, one.unit.name, ALIAS)
    if (one || names.units.length === 0) return one?.unit ?? []
    const category = group.category?.key ?? null
    const outside = { has: (unit: NamedUnit) => taken.has(unit) || inside?.get(unit) === false }
    const likely = names.likely(printed, category, outside) ?? names.likely(printed, category, taken)
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

/** Holds the number and the names of a class against the tables; gives how many there are, null where no table tells. */
export function checkClass(
  { group, place }: Claim,
  { name, percent }: Class,
  units: readonly NamedUnit[],
  judged: Judged,
  facts: ClassFacts,
  say: Say,
): ClassSize | null {
  const words = CLASS_WORDS[name](percent)
  const size = sizeOf(judged, group.category, facts, name)
  const outside = (n: number) => size !== null && (n < size.sure || n > size.sure + size.unknown)
  const n = group.n === 'all' ? (size ? [...judged.keys()].length : null) : group.n
  const off = n !== null && outside(n)
  if (off && size) {
    const printed = group.n === 'all' ? '各单位' : n === 0 && !group.words ? '没有' : group.words
    const expected = group.words ? withNumber(group.words, size.sure) : `${size.sure}个${group.word}`
    say('figure', place, printed, expected, `按附件，${words}的有 ${size.sure} 个。`)
  }
  for (const unit of units) {
    // That it belongs to another category is told already.
    const here = !group.category || unit.category === group.category.key
    if (here && judged.get(unit) === false)
      say('list', place, unit.name, '不列入', `按附件，${standing(unit, facts)}，不属于${words}的单位。`)
  }
  const listed = group.names.length
  // Where the number is wrong and the list has as many as it should, the number alone is.
  if (listed === 0 || (off && !group.others && listed === size?.sure)) return size
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
  return size
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

/** Who is among as many as a list of leaders names; null where that cannot be told. */
export function leadersAmong({ group, class: of }: Claim, facts: ClassFacts): Judged | null {
  const all = group.category && leadingValues(of?.by ?? 'share', group.category, facts)
  return all && new Map(ranked(all).map(({ unit }, i) => [unit, i < group.names.length]))
}

/** Those who lead in what the sentence says come first; among equals any may be named. */
export function checkLeaders(
  { group, place, class: of }: Claim,
  units: readonly NamedUnit[],
  facts: ClassFacts,
  say: Say,
): void {
  const { category } = group
  if (!category || !facts.adoptions.categories.has(category.key)) return
  const values = leadingValues(of?.by ?? 'share', category, facts)
  if (values === null) return
  const all = ranked(values)
  const least = all[group.names.length - 1]
  for (const unit of units) {
    const own = all.find((one) => one.unit === unit)
    if (own && least && compareRatios(own.value.n, own.value.d, least.value.n, least.value.d) >= 0) continue
    const first = all.slice(0, group.names.length).map((one) => one.unit.name)
    say('list', place, unit.name, first.join('、'), `按采用排名，${category.name}中居前的是${first.join('、')}。`)
  }
  if (group.others ? all.length <= group.names.length : all.length !== group.names.length) {
    const first = all.slice(0, 3).map(({ unit }) => unit.name)
    const listed = `${group.names.join('、')}${group.others ? '等' : ''}`
    const complete = `${first.join('、')}${all.length > first.length ? '等' : ''}`
    say('list', place, listed, complete, `得分的${category.name}共 ${all.length} 个。`)
  }
}

type Leading = { unit: NamedUnit; value: { n: number; d: number } }

const ranked = (all: readonly Leading[]) =>
  all.toSorted((a, b) => compareRatios(b.value.n, b.value.d, a.value.n, a.value.d))

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
