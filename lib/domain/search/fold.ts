/** Which folding an index was made by: with another one it proposes too little, and is made anew. */
export const FOLDING = 2

/** Most of a text folds to itself and needs no look. */
const PLAIN = /^[\0-@[-`{-~\u4e00-\u9fff。、“”‘’《》]*$/
const ODD = /[^\0-@[-`{-~\u4e00-\u9fff。、“”‘’《》]/gu

/**
 * A text as search compares it: without case, full and half width alike, and so all else that NFKC holds for one thing;
 * character by character, so that a part of a text folds to a part of the folded text (JavaScript alone folds the last Σ of
 * a Greek word by what stands before it).
 */
export function fold(s: string): string {
  return PLAIN.test(s) ? s : s.replace(ODD, foldedCharacter)
}

const WIDE = 0xff01 - 0x21

function foldedCharacter(c: string): string {
  const code = c.charCodeAt(0)
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - WIDE) : c.normalize('NFKC')
  return narrow.toLowerCase().replaceAll('ς', 'σ')
}
