import { type CategoryRow, categoriesIn } from '../office/category'
import type { Quarter } from '../time/quarter'
import { ENDINGS, literally } from './names'
import { squash } from './plain'

/** By what words documents speak of the categories. */
export type CategoryWords = {
  rows: readonly CategoryRow[]
  /** All of them as alternatives of a pattern, the longest first; what matches nothing where there is none. */
  any: string
  /** Those that mean a category wherever they stand: "街道" alone may be the end of a unit's name. */
  whole: string
  /** Those with which the title of a table names a category. */
  titled: string
  /** The category that a word means. */
  of(word: string): CategoryRow | null
  /** The one category that a text names; null for none and for several. */
  in(text: string): CategoryRow | null
  /** Those that must have tables in a quarter; all where it is not known. */
  expected(quarter: Quarter | null): readonly CategoryRow[]
}

const ENDING = new RegExp(`^(?:${ENDINGS})$`)
const NOTHING = '(?!)'

// Not a memory of the process: it goes with the caller's categories.
const made = new WeakMap<readonly CategoryRow[], CategoryWords>()

/** What can be asked of the words for these categories; the answer is kept for as long as they are. */
export function wordsFor(rows: readonly CategoryRow[]): CategoryWords {
  const known = made.get(rows) ?? makeWords(rows)
  made.set(rows, known)
  return known
}

function makeWords(rows: readonly CategoryRow[]): CategoryWords {
  const meant = new Map<string, CategoryRow>()
  for (const row of rows.toReversed()) {
    for (const word of [...row.aliases, row.title, row.words, row.name]) meant.set(squash(word), row)
  }
  meant.delete('')
  const words = [...meant.keys()].toSorted((a, b) => b.length - a.length)
  const titles = new Set(rows.map(({ title }) => squash(title)))
  const any = alternatives(words)
  const pattern = new RegExp(any, 'g')
  return {
    rows,
    any,
    whole: alternatives(words.filter((word) => !ENDING.test(word))),
    titled: alternatives(words.filter((word) => !ENDING.test(word) || titles.has(word))),
    of: (word) => meant.get(word) ?? null,
    in(text) {
      const found = new Set([...text.matchAll(pattern)].map(([word]) => meant.get(word)))
      const [only = null] = found
      return found.size === 1 ? only : null
    },
    expected: (quarter) => (quarter === null ? rows : categoriesIn(rows, quarter)),
  }
}

function alternatives(words: readonly string[]): string {
  return words.length ? words.map(literally).join('|') : NOTHING
}
