import type { Kind } from '../adoptions/kinds'
import type { Category } from '../office/category'
import type { Quarter } from '../time/quarter'
import { publicationKind, scoresAdoptions } from './adoption'
import { type RuleRow, rulesInForce } from './book'

/**
 * Whether an adoption scores nothing for units of a category because nobody valued it for them. Where the rules of a quarter
 * give points to no adoption at all, that is no oversight.
 */
export function isUnvalued(
  rows: readonly RuleRow[],
  category: Category,
  { kind, publication, quarter }: { kind: Kind; publication?: string | null; quarter: Quarter },
): boolean {
  const own = rulesInForce(rows, category, quarter)
  if (own.has(kind) || (publication && own.has(publicationKind(publication)))) return false
  return [...new Set(rows.map((row) => row.category))].some((one) => scoresAdoptions(rulesInForce(rows, one, quarter)))
}

/** What is said of adoptions that were loaded though nobody valued their kind for the category of their units. */
export function unvaluedLoadedInWords(kind: string, category: string, n: number): string {
  return `计分办法没有为${category}设定“${kind}”的分值，这次导入的 ${n} 条计 0 分。`
}
