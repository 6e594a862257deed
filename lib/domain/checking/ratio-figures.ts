import { KINDS } from '../adoptions/kinds'
import type { RatioClaim, TextSpan } from './claim'
import type { ClassFacts } from './classes'
import type { RegisterNames } from './names'
import { percentOf } from './ratio'
import type { Say } from './report'
import { percentIn } from './rounding'

type Quotient = { n: number; d: number }

/**
 * Holds a percentage against the tables; false where they do not tell. One way to mean it that fits is enough. `right`: what
 * the numbers should be that are wrong themselves.
 */
export function checkRatio(
  claim: RatioClaim,
  right: ReadonlyMap<TextSpan, number>,
  facts: ClassFacts,
  names: RegisterNames,
  say: Say,
): boolean {
  const { place, words, printed, decimals } = claim
  const quotients = quotientsOf(claim, right, facts, names).filter(({ d }) => d > 0)
  const [first] = quotients
  if (!first) return false
  const shown = (down: boolean) => quotients.map(({ n, d }) => percentIn(n, d, { decimals, down }))
  if ([...shown(false), ...shown(true)].some((percent) => percentOf(percent) === printed)) return true
  say('figure', place, words, shown(false)[0] ?? '', `按附件，${first.n} ÷ ${first.d}。`)
  return true
}

function quotientsOf(
  { of }: RatioClaim,
  right: ReadonlyMap<TextSpan, number>,
  { expected, submissions, adoptions }: ClassFacts,
  names: RegisterNames,
): Quotient[] {
  if (of.figure === 'completion' || of.figure === 'share') {
    const unit = names.find(of.unit)?.unit
    const sent = submissions.facts.find((fact) => fact.unit === unit)
    const won = adoptions.facts.find((fact) => fact.unit === unit)
    if (of.figure === 'completion')
      return sent?.target && sent.items !== undefined ? [{ n: sent.items, d: sent.target }] : []
    return won?.annual && won.points !== undefined ? [{ n: won.points, d: won.annual }] : []
  }
  const category = 'category' in of ? of.category : null
  const wanted = category ? [category] : expected
  if (!wanted.every(({ key }) => submissions.categories.has(key))) return []
  const sent = submissions.facts.filter(({ unit }) => !category || unit.category === category.key)
  const items = sumOfAll(sent.map((fact) => fact.items))
  if (items === null) return []
  if (of.figure === 'items') return [{ n: right.get(of.span) ?? of.n, d: items }]
  if (of.figure === 'units') {
    const all = submissions.facts.length
    const n = right.get(of.span) ?? of.n
    return [...(sent.length === all ? [] : [{ n, d: sent.length }]), { n, d: all }]
  }
  if (of.figure === 'completions') {
    const targets = sumOfAll(sent.map(({ target }) => target ?? undefined))
    const met = sent.filter(({ target, items = 0 }) => target && items >= target).length
    return targets === null
      ? []
      : [
          { n: items, d: targets },
          { n: met, d: sent.length },
        ]
  }
  if (!wanted.every(({ key }) => adoptions.categories.has(key))) return []
  const won = adoptions.facts.filter(({ unit }) => !category || unit.category === category.key)
  const counted = (level: string | null) =>
    sumOfAll(
      won.flatMap(({ counts }) =>
        counts.filter((_, k) => (level === null ? KINDS[k]?.level !== 'forwarded' : KINDS[k]?.level === level)),
      ),
    )
  const level = 'level' in of ? of.level : null
  const [own, district] = [counted(level), counted('district')]
  return [
    ...(own === null ? [] : [{ n: own, d: items }]),
    ...(level === null && district !== null ? [{ n: district, d: items }] : []),
  ]
}

/** Null where one is not known. */
function sumOfAll(numbers: readonly (number | undefined)[]): number | null {
  return numbers.includes(undefined) ? null : numbers.reduce<number>((a, b) => a + (b ?? 0), 0)
}
