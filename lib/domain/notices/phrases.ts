import type { AddedLevel } from '../adoptions/kinds'
import { categoriesOf, type Ranking } from '../figures/ranking'
import { ofAll } from '../figures/totals'
import type { Category, CategoryRow } from '../office/category'
import type { FigureRun, Run } from './document'
import { listRun, unitsNamed } from './lists'

/** A piece of a sentence; null and false say nothing. */
export type PhrasePart = string | Run | null | false | readonly PhrasePart[]

/** One paragraph's runs: parts laid flat, neighbouring plain text made one. */
export function runsOf(...parts: PhrasePart[]): Run[] {
  const runs: Run[] = []
  for (const run of flat(parts)) {
    const last = runs.at(-1)
    if (last && isPlain(last) && isPlain(run)) last.text += run.text
    else runs.push({ ...run })
  }
  return runs
}

/** True for words alone: no figure, no list of names, no measure. */
export function isPlain(run: Run): boolean {
  return !('figure' in run) && !('names' in run) && !('value' in run)
}

function flat(part: PhrasePart): Run[] {
  if (!part) return []
  if (typeof part === 'string') return [{ text: part }]
  return 'text' in part ? [part] : part.flatMap(flat)
}

/** A number that opens its list. */
export function countPhrase(n: number, figure: FigureRun | AddedLevel, category?: Category): Run {
  return { text: String(n), figure: category ? { figure, category } : { figure } }
}

/** The parts that say something, with a word between them, or another one before the last; null when none does. */
export function joined(parts: readonly PhrasePart[], between: string, last = between): PhrasePart {
  const said = parts.filter((part) => part !== null)
  const before = (index: number) => (index === said.length - 1 ? last : between)
  return said.length ? said.map((part, index) => (index ? [before(index), part] : part)) : null
}

/** "甲、乙、丙等24个部门，丁、戊2个镇街和己1个园区", without a category that has none; null when all have none. */
export function named(ranking: Ranking, figure: FigureRun): PhrasePart {
  return joined(
    categoriesOf(ranking).map(({ key, words }) => {
      const ref = { names: figure, category: key }
      const list = listRun(ranking, ref)
      return list && [list, countPhrase(unitsNamed(ranking, ref).length, figure, key), `个${words}`]
    }),
    '，',
    '和',
  )
}

/** "41个单位（28个部门、13个镇街）", or "28个部门" when no other category has any; null when all have none. */
export function tallied(
  figure: FigureRun,
  counts: Readonly<Record<Category, number>>,
  categories: readonly CategoryRow[],
): PhrasePart {
  const parts = categories.flatMap(({ key, words }): PhrasePart[] => {
    const n = counts[key] ?? 0
    return n > 0 ? [[countPhrase(n, figure, key), `个${words}`]] : []
  })
  if (parts.length < 2) return joined(parts, '、')
  return [countPhrase(ofAll(counts), figure), '个单位（', joined(parts, '、'), '）']
}
