/**
 * Why this text cannot be stored, for the person who typed it, or null.
 * A lone surrogate cannot be written as UTF-8: a browser sends U+FFFD in its place, so that stands for a lost character
 * too. PostgreSQL refuses U+0000; other control characters are invisible.
 */
export function textFault(s: string): string | null {
  if (!s.isWellFormed() || s.includes('\ufffd')) return '文字中有残缺的字符，无法保存，请删除后重新输入。'
  // Everything of Unicode's class Cc but line feed and tab.
  const control = /[^\P{Cc}\n\t]/u.exec(s)
  if (!control) return null
  const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  const place = countCharacters(s.slice(0, control.index)) + 1
  return `文字中有不可见的控制字符（第 ${place} 个字符，U+${code}），请删除后再保存。`
}

/** What ends a line for a person: also Word's soft ends of lines and pages, and Unicode's own. */
const SOFT_ENDS = /[\v\f\u0085\u2028\u2029]/g
/** What nobody sees and a clipboard brings along: Word's ends of cells and its hyphens, zero width, directions. */
const UNSEEN = /[\p{Cf}\p{Cc}]/gu
const OF_WORD = '\u0007\u001e\u001f'
const isUnseen = (c: string) => OF_WORD.includes(c) || /\p{Cf}/u.test(c)

/** Line ends as "\n", nothing that cannot be seen, no white space at either end. */
export function normalizeText(s: string): string {
  return s
    .replace(/\r\n?/g, '\n')
    .replace(SOFT_ENDS, '\n')
    .replace(UNSEEN, (c) => (isUnseen(c) ? '' : c))
    .trim()
}

/** The same for a text of one line: what would end a line softly goes, as a browser does away with a pasted line end. */
export function normalizeLine(s: string): string {
  return normalizeText(s.replace(SOFT_ENDS, ''))
}

/** Letters, figures and signs of full width in half width, as a Chinese keyboard mixes them. */
export function halfWidth(s: string): string {
  return s.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')
}

/** A number, a day, a code as typed, as every rule for such reads it. */
export function narrow(s: string): string {
  return halfWidth(s).trim()
}

/** Length in characters as a person counts them: code points, so that a rare character outside the BMP is one. */
export function countCharacters(s: string): number {
  let count = 0
  for (const _ of s) count++
  return count
}
