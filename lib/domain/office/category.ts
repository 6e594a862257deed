import type { Quarter } from '../time/quarter'

/** 类别: a class of units with tables of its own, by its key. Which there are is a matter of the register. */
export type Category = string

export type CategoryRow = {
  key: Category
  /** What it is called in lists and over columns: "镇街". */
  name: string
  /** What its tables are headed by: "镇、街道". */
  title: string
  /** What a sentence of the notice counts: "12个镇街". */
  words: string
  /** What other documents call it: "街镇", "乡镇". */
  aliases: readonly string[]
  /** Its place among the others, as in every document. */
  position: number
  /** The first quarter in which it has tables; null: from the beginning. */
  validFrom: Quarter | null
}

/** The two that this district has had from the beginning; a database starts with them. */
export const USUAL_CATEGORIES: readonly CategoryRow[] = [
  {
    key: 'department',
    name: '部门',
    title: '区级部门',
    words: '部门',
    aliases: ['区直部门'],
    position: 1,
    validFrom: null,
  },
  {
    key: 'town',
    name: '镇街',
    title: '镇、街道',
    words: '镇街',
    aliases: ['街镇', '乡镇', '镇(街道)', '街道', '街办', '镇', '乡'],
    position: 2,
    validFrom: null,
  },
]

const KEY = /^[a-z][a-z0-9_]{0,30}$/

/** True for what may be a key: it stands in addresses, files and names of fields. */
export function isCategoryKey(s: unknown): s is Category {
  return typeof s === 'string' && KEY.test(s)
}

/** Those that have tables in a quarter, in their order. */
export function categoriesIn(rows: readonly CategoryRow[], quarter: Quarter): CategoryRow[] {
  return rows
    .filter(({ validFrom }) => validFrom === null || validFrom <= quarter)
    .toSorted((a, b) => a.position - b.position)
}

/** "镇街"; the key itself where the register has no such category. */
export function categoryName(rows: readonly CategoryRow[], key: Category): string {
  return rows.find((row) => row.key === key)?.name ?? key
}

/** Where a category stands among these; one that is none of them comes last. */
export function categoryPlace(rows: readonly CategoryRow[], key: Category): number {
  const place = rows.findIndex((row) => row.key === key)
  return place < 0 ? rows.length : place
}

/** "部门、镇街和园区". */
export function categoriesInWords(names: readonly string[]): string {
  const [last, ...others] = [...names].reverse()
  return others.length ? `${others.reverse().join('、')}和${last}` : (last ?? '')
}
