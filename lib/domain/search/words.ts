import { fold } from './fold'

/** More words than anybody types; a pasted page of text is cut here. */
export const WORDS_MAX = 16

/** “…”, "…" and 「…」 hold a phrase; anything else between white space is a word. A mark without its partner is white space. */
const PHRASE_OR_WORD = /“([^”]*)”|"([^"]*)"|「([^」]*)」|([^\s“”"「」]+)/gu

/**
 * The words and phrases that a person asks for, folded, each once, at most `WORDS_MAX`; all of them must be found. What is
 * part of another one is left out: it asks nothing more. Never throws.
 */
export function wordsOf(query: string): string[] {
  const asked = [...query.matchAll(PHRASE_OR_WORD)].map((match) =>
    fold((match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim()),
  )
  const words = [...new Set(asked)].filter((word) => word !== '')
  return words.filter((word) => !words.some((other) => other !== word && other.includes(word))).slice(0, WORDS_MAX)
}
