import { withoutPrivate } from '../base/names'
import { DRAFT_MARK } from '../notices/document'

/**
 * A line without what a copy adds to it: tags, marks of emphasis and lists, angle brackets around an address. No private
 * character is left in it: they are the check's own marks.
 */
export function plainLine(line: string): string {
  if (/^[\d.%]*$/.test(line)) return line
  return withoutPrivate(line)
    .replace(/\*\*|<\/?(?:p|br|b|i|u|strong|em|span|div|font)(?:\s[^<>]{0,200})?\/?>/gi, '')
    .replace(/^\s*[-•·]\s+/, '')
}

/** Letters alone, for comparing and for patterns: half-width figures and punctuation, no white space, no quotes. */
export function squash(text: string): string {
  // Most cells are figures, and there are a thousand of them.
  if (/^[\d.%]*$/.test(text)) return text
  return withoutPrivate(text)
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .normalize('NFKC')
    .replace(/[\s\p{Cf}"'“”‘’「」]+/gu, '')
}

/** The lines of a text, whatever ends them; no byte order mark, and not what pages say of not being issued yet. */
export function plainLinesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\f\v\u2028\u2029]/)
  return lines.filter((line) => line.trim() !== DRAFT_MARK)
}
