import type { CategoryWords } from './category-words'
import { HEADS_OF_UNITS, NUMERAL } from './numbers'

/** The patterns that speak of categories. */
export type ClaimPatterns = CategoryWords & {
  group: RegExp
  stops: RegExp
  leaders: RegExp
  ends: RegExp
  counted: RegExp
  among: RegExp
  numbered: RegExp
}

// Not a memory of the process: it goes with the words.
const made = new WeakMap<CategoryWords, ClaimPatterns>()

/** The patterns for these words. */
export function claimPatterns(words: CategoryWords): ClaimPatterns {
  const known = made.get(words) ?? makePatterns(words)
  made.set(words, known)
  return known
}

function makePatterns(words: CategoryWords): ClaimPatterns {
  const { any, whole } = words
  const is = '(?:共计|共有|合计|总计|一共|共|计|有|为|是|达)'
  return {
    ...words,
    // A name behind the number would make it the number of a list.
    counted: new RegExp(
      `^(.*?)(?:(部门单位|${any}|单位)${is}{0,2}|的${is}{1,2})(${NUMERAL})(${HEADS_OF_UNITS})(?!部门|单位|${any})`,
    ),
    numbered: new RegExp(`^(.*?)(${NUMERAL})${HEADS_OF_UNITS}(部门单位|${any}|单位)$`),
    among: new RegExp(`(${any})(?:中|里|方面)`),
    group: new RegExp(
      `(等)?(?<![每某任这那同第几数])(${NUMERAL})${HEADS_OF_UNITS}(部门单位|${any}|单位)|(等)(部门单位|${whole}|单位)`,
      'g',
    ),
    stops: new RegExp(`^(?:.*(?:其中|的有|(?:单位|${whole})有|分别[是为]|包括|以及)|即)`),
    leaders: new RegExp(`^(${any})中(.+?)(等?)居前$`),
    ends: new RegExp(`(${whole})$`),
  }
}
