import type { Category, CategoryRow } from '../office/category'
import type { Column, TableKind } from './columns'
import type { Dress } from './dress'

/**
 * A row: squashed cells without their dress, and as they are printed; index counts the rows of its table from 1. `torn`:
 * blanks parted its cells, and nobody can tell which of them are missing.
 */
export type PrintedRow = {
  line: number
  index: number
  cells: string[]
  printed: readonly string[]
  place: string
  torn?: boolean
  /** Whose row it is in a table over all categories. */
  category?: Category
}

export type PrintedTable = {
  kind: TableKind
  /** Null until the title or the register tells, and for a table over all categories. */
  category: CategoryRow | null
  mixed?: true
  /** "附件1" where it is printed. */
  attachment: string
  title: Printed | null
  columns: (Column | null)[]
  /** How each column is dressed. */
  dress: Dress[]
  head: string[]
  /** Lines of the head. */
  headLines: number[]
  /** Heads that are not known, by column. */
  odd: number[]
  /** The rows of units. */
  rows: PrintedRow[]
  /** Rows of sums and of means. */
  sums: PrintedRow[]
  /** Lines of explanation under the table. */
  legend: Printed | null
  legendLines: number[]
  /** The points that its rows use, in the order of the kinds, once they were solved. */
  weights?: readonly (number | null)[]
}

/** "附件1 区级部门报送统计表". */
export function labelOf({ attachment, category, kind }: PrintedTable): string {
  return `${attachment} ${category?.title ?? ''}${kind === 'submission' ? '报送' : '采用'}统计表`.trim()
}

/** A line of it; cells are its parts between tabs, text all of them. */
export type Printed = { raw: string; text: string; line: number; cells: string[] }
