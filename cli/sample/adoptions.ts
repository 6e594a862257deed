import { weekday, workingDays } from './calendar'
import { type Chance, chance } from './chance'
import { figures, kinds } from './figures'
import type { Adoption, Item, Kind, Unit } from './types'

const lastDay = '2020-09-30'

type Publication = { name: string; weekdays: number[]; firstIssue?: number }

/** Where each kind is printed, on which weekdays, and the number of its first issue in July where issues are numbered. */
const publications: Record<Kind, Publication> = {
  forwarded: { name: '', weekdays: [1, 2, 3, 4, 5] },
  district_full: { name: '《雁江政务信息》（样例）', weekdays: [2, 5], firstIssue: 53 },
  district_brief: { name: '《雁江政务信息·简讯》（样例）', weekdays: [1, 4], firstIssue: 52 },
  city_full: { name: '《资阳政务信息》（样例）', weekdays: [3], firstIssue: 27 },
  city_brief: { name: '《资阳政务信息·简讯》（样例）', weekdays: [3], firstIssue: 27 },
  province: { name: '《省级政务信息》（样例）', weekdays: [1, 2, 3, 4, 5] },
}

/** Every adoption of the quarter, earliest first. */
export function adoptions(items: readonly Item[]): Adoption[] {
  const key = ({ adopted_on, item, kind }: Adoption) => `${adopted_on} ${item} ${kinds.indexOf(kind)}`
  return figures
    .flatMap((unit) =>
      adoptionsOf(
        unit,
        items.filter((item) => item.unit === unit.name),
      ),
    )
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function adoptionsOf(unit: Unit, items: Item[]): Adoption[] {
  const luck = chance(`adoptions of ${unit.name}`)
  const made: Adoption[] = []
  for (const kind of kinds) {
    for (let count = 0; count < unit.adoptions[kind]; count++) {
      const item = choose(kind, items, made, luck)
      made.push(adopt(kind, item, made, luck))
    }
  }
  return made
}

/** What the city takes was mostly forwarded before, what the province takes was mostly known to the city. */
const comesFrom: Partial<Record<Kind, Kind>> = {
  city_full: 'forwarded',
  city_brief: 'forwarded',
  province: 'forwarded',
}

function choose(kind: Kind, items: Item[], made: Adoption[], { weighted, between }: Chance): Item {
  const has = (item: Item, kindOfIt: Kind) => made.some((one) => one.item === item.ref && one.kind === kindOfIt)
  const open = items.filter((item) => !has(item, kind))
  const before = comesFrom[kind]
  const followed = before && between(1, 10) <= 8 ? open.filter((item) => has(item, before)) : []
  // One form is enough for a level: an item printed in full is not printed again in brief.
  const otherForm = kind === 'district_brief' ? open.filter((item) => !has(item, 'district_full')) : open
  const from = [followed, otherForm, open].find((list) => list.length > 0) ?? []
  return weighted(from, (item) => (item.submitted_at < '2020-09-22' ? 12 : item.submitted_at < '2020-09-28' ? 2 : 0.01))
}

function adopt(kind: Kind, item: Item, made: Adoption[], { between }: Chance): Adoption {
  const { name, weekdays, firstIssue } = publications[kind]
  const earlier = made.filter((one) => one.item === item.ref && one.kind === comesFrom[kind])
  const from = [item.submitted_at.slice(0, 10), ...earlier.map((one) => one.adopted_on)].reduce((a, b) =>
    a > b ? a : b,
  )
  const days = workingDays.filter((day) => day >= from && weekdays.includes(weekday(day)))
  const adopted_on = days[Math.min(between(0, kind === 'forwarded' ? 3 : 2), days.length - 1)] ?? lastDay
  const issuedBefore = workingDays.filter((day) => day <= adopted_on && weekdays.includes(weekday(day))).length
  const issue_no = firstIssue === undefined ? '' : String(firstIssue + Math.max(issuedBefore, 1) - 1)
  return { item: item.ref, kind, adopted_on, publication: name, issue_no }
}
