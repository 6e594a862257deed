import type { Kind } from '../adoptions/kinds'
import { type Centi, compareFractions, type Fraction, fraction, minus, NOTHING, plus, sumOf } from '../base/exact'
import type { InstructionLevel } from '../items/instruction'
import { pointsOf } from './adoption'
import type { Rules } from './book'
import { instructionCredit } from './instruction'
import { creditOf } from './joint'
import { repeated, repeatedBy } from './repeated'
import { unansweredCost } from './unanswered'

/**
 * Adoptions of one kind of a unit's items. With `itemId` it is one adoption and all is known of it; without, it is a
 * count as printed (old quarters), scored by its kind alone. `with`: who else shares it.
 */
export type Adopted = {
  unitId: string
  kind: Kind
  count: number
  id?: string
  itemId?: string
  day?: string
  publication?: string | null
  sharers?: number
  with?: readonly string[]
}

/** An instruction that scores: the first of its level on its item. `with`: who else shares the item (合报). */
export type Instructed = {
  id: string
  itemId: string
  unitId: string
  level: InstructionLevel
  day?: string
  with?: readonly string[]
}
/** A commission that a unit left unanswered until it was ended. */
export type Unanswered = { commissionId: string; unitId: string; day?: string }

export type Scores = {
  adoptions: readonly Adopted[]
  instructions?: readonly Instructed[]
  unanswered?: readonly Unanswered[]
}

/**
 * One line of a unit's points: what it scores, and what it would by count × points of its kind alone (`plain`, 0 for what
 * is no adoption of an item of its own). `lesser`: another adoption of the same item counts in its place. `floor` takes
 * back what deductions would bring below zero.
 */
export type PointLine = { points: Fraction; plain: Centi } & (
  | { of: 'adoption'; adopted: Adopted; own: boolean; lesser: boolean }
  | { of: 'instruction'; instructed: Instructed }
  | { of: 'unanswered'; unanswered: Unanswered }
  | { of: 'floor' }
)

/**
 * Every line behind the points of the units of one category, by unit. A unit is scored by the rules of its category, for
 * its share in the adoptions of others too. The sum of a unit's lines is its points, and never below zero.
 */
export function pointLinesOf(
  { adoptions, instructions = [], unanswered = [] }: Scores,
  units: ReadonlySet<string>,
  rules: Rules,
): ReadonlyMap<string, PointLine[]> {
  const lines = new Map<string, PointLine[]>()
  const add = (unitId: string, line: PointLine) => {
    if (!units.has(unitId)) return
    const known = lines.get(unitId)
    if (known) known.push(line)
    else lines.set(unitId, [line])
  }
  for (const { unitId, adopted, points, lesser } of creditsOf(adoptions, units, rules)) {
    const own = unitId === adopted.unitId
    const plain = own ? adopted.count * (rules.get(adopted.kind)?.points ?? 0) : 0
    add(unitId, { of: 'adoption', adopted, own, points, plain, lesser })
  }
  for (const instructed of instructions) {
    const all = [instructed.unitId, ...(instructed.with ?? [])]
    const points = instructionCredit(instructed.level, all.length, rules)
    if (points.n > 0) for (const unitId of all) add(unitId, { of: 'instruction', instructed, points, plain: 0 })
  }
  const cost = unansweredCost(rules)
  for (const one of cost > 0 ? unanswered : [])
    add(one.unitId, { of: 'unanswered', unanswered: one, points: fraction(-cost), plain: 0 })
  for (const own of lines.values()) {
    const sum = totalOf(own)
    if (compareFractions(sum, NOTHING) < 0) own.push({ of: 'floor', points: minus(NOTHING, sum), plain: 0 })
  }
  return lines
}

/** What lines come to. */
export function totalOf(lines: readonly PointLine[]): Fraction {
  return sumOf(lines.map(({ points }) => points))
}

/** 加减分: by how much lines come to more, or less, than count × points. */
export function extraOf(lines: readonly PointLine[]): Fraction {
  return lines.reduce((sum, { points, plain }) => plus(sum, minus(points, fraction(plain))), NOTHING)
}

type Credit = { unitId: string; adopted: Adopted; points: Fraction; lesser: boolean }

/** What each unit gets of each adoption, item by item, by what the rules say of shares and of repeated adoptions. */
function creditsOf(adoptions: readonly Adopted[], units: ReadonlySet<string>, rules: Rules): Credit[] {
  const by = repeatedBy(rules)
  const credits: Credit[] = []
  const together = new Map<string, Credit[]>()
  for (const adopted of adoptions) {
    const { itemId, count, sharers = 1 } = adopted
    for (const unitId of [adopted.unitId, ...(adopted.with ?? [])]) {
      if (!units.has(unitId)) continue
      const alone = creditOf(pointsOf(adopted, rules), sharers, rules)
      const credit = { unitId, adopted, points: { n: alone.n * count, d: alone.d }, lesser: false }
      credits.push(credit)
      if (itemId === undefined || by === 'add') continue
      const key = `${unitId} ${itemId}`
      const known = together.get(key)
      if (known) known.push(credit)
      else together.set(key, [credit])
    }
  }
  for (const ofOne of together.values()) {
    const points = repeated(
      ofOne.map((credit) => credit.points),
      by,
    )
    for (const [i, credit] of ofOne.entries()) {
      const counted = points[i] ?? credit.points
      credit.lesser = compareFractions(counted, credit.points) < 0
      credit.points = counted
    }
  }
  return credits
}
