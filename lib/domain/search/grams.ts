import type { Quarter } from '../time/quarter'
import { ordinalOf, yearOf } from '../time/quarter'
import { fold } from './fold'

/**
 * One entry of the index: two neighbouring UTF-16 units of a folded text in one signed 32-bit number, or one unit and 0
 * for words of one character. Whatever a text contains, its grams contain; the converse is for `matches` to verify.
 */
export type Gram = number

// No text holds a control character (lib/domain/base/text), so these two mark what isn't text.
const QUARTER = 1
const UNIT = 2

const pair = (a: number, b: number): Gram => (a << 16) | b

/** The grams of an item's texts, each once: of every text's single characters and pairs, none across two texts. */
export function gramsOf(texts: readonly (string | null)[]): Set<Gram> {
  const grams = new Set<Gram>()
  for (const text of texts) {
    const folded = fold(text ?? '')
    for (let i = 0; i < folded.length; i++) {
      grams.add(pair(folded.charCodeAt(i), 0))
      if (i > 0) grams.add(pair(folded.charCodeAt(i - 1), folded.charCodeAt(i)))
    }
  }
  return grams
}

/** What the grams of a text must contain for the text to contain a folded word: its pairs, or its one character. */
export function gramsOfWord(word: string): Gram[] {
  const grams = new Set<Gram>()
  for (let i = 1; i < word.length; i++) grams.add(pair(word.charCodeAt(i - 1), word.charCodeAt(i)))
  if (word.length === 1) grams.add(pair(word.charCodeAt(0), 0))
  return [...grams]
}

/** The gram of all items submitted in a quarter: a frequent word is read quarter by quarter, newest first. */
export function quarterGram(quarter: Quarter): Gram {
  return pair(QUARTER, yearOf(quarter) * 4 + ordinalOf(quarter))
}

/** The gram of a unit's items. Two units may share one: the index only proposes. */
export function unitGram(unitId: string): Gram {
  let hash = 7
  for (let i = 0; i < unitId.length; i++) hash = (hash * 31 + unitId.charCodeAt(i)) & 0xffff
  return pair(UNIT, hash)
}

/** One demand on the grams of an item: all of these, or else one of those. */
export type Clause = { all: readonly Gram[]; or: readonly Gram[] }
