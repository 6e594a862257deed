import type { Kind } from '@/lib/domain/adoptions/kinds'
import type { InstructionLevel } from '@/lib/domain/items/instruction'
import type { RuleKind } from '@/lib/domain/rules/book'
import type { Quarter } from '@/lib/domain/time/quarter'

/* For tests only: what units scored, counted again by code that shares nothing with what it is held against. */

/** Everything in 1/2520 of a hundredth: whatever up to ten units share is whole in it, without any fraction. */
export const PART = 2520
export const UNIT_NAMES = { dept: '样例一局', dept2: '样例二局', town: '样例一镇' } as const
export type UnitId = keyof typeof UNIT_NAMES
export const BOOK_UNITS = Object.keys(UNIT_NAMES) as UnitId[]
export const CLOSED = '2023Q4' as Quarter
export const QUARTERS = ['2024Q1', '2024Q2'] as Quarter[]
export const DAYS = ['2023-12-20', '2024-02-01', '2024-03-31', '2024-04-01', '2024-05-01']

export type RecountBook = {
  repeated: 'add' | 'highest' | 'multiply'
  joint: 'even' | 'full' | 'fixed'
  points: Partial<Record<RuleKind, number>>
}
export type BookAdopted = {
  id: string
  item: string
  unit: UnitId
  kind: Kind
  publication: string
  quarter: Quarter
  sharers: number
  others: UnitId[]
  stands: boolean
}
export type BookInstructed = {
  id: string
  at: number
  item: string
  unit: UnitId
  level: InstructionLevel
  quarter: Quarter
  /** Who shares its item now. */
  others: () => UnitId[]
  stands: boolean
}

/** As they were recorded; in these tests the days come in any order. */
const inOrder = (all: readonly BookInstructed[]) => all.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))

/** What a unit scored in a quarter, by the books of the test: written down from the rule book, and by nothing of ours. */
export function recount(
  unit: UnitId,
  quarter: Quarter,
  book: RecountBook,
  adopted: BookAdopted[],
  instructed: BookInstructed[],
  silent: [UnitId, Quarter][],
) {
  const worth = ({ kind, publication }: BookAdopted) =>
    (book.points[`publication:${publication}`] ?? book.points[kind] ?? 0) * PART
  const credit = (one: BookAdopted) => {
    if (one.sharers === 1 || book.joint === 'full') return worth(one)
    return book.joint === 'fixed' ? (book.points.joint ?? 0) * PART : worth(one) / one.sharers
  }
  const items = new Map<string, number[]>()
  for (const one of adopted) {
    if (!one.stands || one.quarter !== quarter || (one.unit !== unit && !one.others.includes(unit))) continue
    items.set(one.item, [...(items.get(one.item) ?? []), credit(one)])
  }
  let sum = 0
  for (const credits of items.values()) {
    const most = Math.max(...credits)
    if (book.repeated === 'add') for (const each of credits) sum += each
    else sum += book.repeated === 'highest' ? most : most * credits.length
  }
  const counted = new Set<string>()
  for (const { item, unit: of, level, quarter: when, others, stands } of inOrder(instructed)) {
    if (!stands || counted.has(`${item} ${level}`)) continue
    counted.add(`${item} ${level}`)
    const all = [of, ...others()]
    const whole = (book.points[`instruction_${level}`] ?? 0) * PART
    if (all.includes(unit) && when === quarter) sum += book.joint === 'full' ? whole : whole / all.length
  }
  for (const [of, when] of silent) if (of === unit && when === quarter) sum -= (book.points.unanswered ?? 0) * PART
  return Math.max(0, sum)
}
