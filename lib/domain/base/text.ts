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

/** Line ends as "\n", no white space at either end. */
export function normalizeText(s: string): string {
  return s.replace(/\r\n?/g, '\n').trim()
}

/** Length in characters as a person counts them: code points, so that a rare character outside the BMP is one. */
export function countCharacters(s: string): number {
  let count = 0
  for (const _ of s) count++
  return count
}
