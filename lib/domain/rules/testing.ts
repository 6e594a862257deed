import type { Quarter } from '../time/quarter'
import { type RuleKind, type RuleRow, type Rules, rulesInForce } from './book'

/** For tests only: lines of a rule book, points as people write them. */
export type Written = Partial<Record<RuleKind, number | string | readonly [choice: string, points: number]>>

/** The rows of a category's rule book from a quarter on. */
export function rowsOf(written: Written, category: RuleRow['category'] = 'department', from = '2020Q1'): RuleRow[] {
  return Object.entries(written).map(([kind, said = 0]) => {
    const [choice, points] = typeof said === 'number' ? [null, said] : typeof said === 'string' ? [said, 0] : said
    return {
      category,
      validFrom: from as Quarter,
      kind: kind as RuleKind,
      points: points * 100,
      choice,
      source: null,
    }
  })
}

/** What is in force by such lines. */
export function rulesOf(written: Written): Rules {
  return rulesInForce(rowsOf(written), 'department', '2020Q3' as Quarter)
}

/** The points of 2020 Q3's departments. */
export const DEPARTMENT = {
  forwarded: 5,
  district_full: 6,
  district_brief: 3,
  city_full: 10,
  city_brief: 8,
  province: 20,
  submission: 5,
} as const satisfies Written
