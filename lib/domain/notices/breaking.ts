import type { Run } from './document'

// 避头尾: what may not begin a line, and what may not end one.
const NO_START = new Set('，。、；：？！）》〉」』】〕〗”’…·％‰℃,.;:?!)]}%')
const NO_END = new Set('（《〈「『【〔〖“‘￥([{')
/** Full-width in the fonts of official documents, though Latin-1. */
const WIDE_LATIN = new Set('°±·×÷§¨')

/** The width of a text in characters of Chinese; a digit or a Latin letter is half of one, as 仿宋_GB2312 has it. */
export function textWidthOf(text: string): number {
  let width = 0
  for (const char of text) width += charWidth(char)
  return width
}

function charWidth(char: string): number {
  return (char.codePointAt(0) ?? 0) < 0x250 && !WIDE_LATIN.has(char) ? 0.5 : 1
}

/**
 * A paragraph in lines: a break stands where 避头尾 allows it, never within a number or a Latin word that fits a line; what
 * may not begin a line takes the character before it along. `room` gives the width of a line, from 0, in characters.
 */
export function brokenLinesOf(runs: readonly Run[], room: (line: number) => number): Run[][] {
  const chars = runs.flatMap((run, at) => [...run.text.replace(/\s/g, ' ')].map((char) => ({ char, at })))
  const lines: Run[][] = []
  let start = 0
  while (start < chars.length) {
    const end = endOfLine(chars, start, room(lines.length))
    lines.push(pieces(chars.slice(start, end), runs))
    start = end
    while (chars[start]?.char === ' ') start++
  }
  return lines.length > 0 ? lines : [[]]
}

/** The same for plain text. */
export function textLines(text: string, room: number): string[] {
  return brokenLinesOf([{ text }], () => room).map((line) => line.map((run) => run.text).join(''))
}

type Char = { char: string; at: number }

function endOfLine(chars: readonly Char[], start: number, room: number): number {
  let width = 0
  let end = start
  for (; end < chars.length; end++) {
    const char = chars[end]?.char ?? ''
    width += charWidth(char)
    if (width > room && char !== ' ') break
  }
  if (end === chars.length) return end
  for (let at = end; at > start; at--) {
    if (mayBreak(chars[at - 1]?.char ?? '', chars[at]?.char ?? '')) return at
  }
  return Math.max(end, start + 1)
}

function mayBreak(before: string, after: string): boolean {
  if (before === ' ') return true
  if (after === ' ' || NO_START.has(after) || NO_END.has(before)) return false
  if (before === after && (before === '—' || before === '…')) return false
  return !(isWord(before) && isWord(after))
}

function isWord(char: string): boolean {
  return char > ' ' && char <= '~'
}

/** Characters back into runs; a blank at the end of the line is dropped. */
function pieces(chars: readonly Char[], runs: readonly Run[]): Run[] {
  const line: { at: number; text: string }[] = []
  for (const { char, at } of chars) {
    const last = line.at(-1)
    if (last?.at === at) last.text += char
    else line.push({ at, text: char })
  }
  const end = line.at(-1)
  if (end) end.text = end.text.trimEnd()
  return line.flatMap(({ at, text }) => (text === '' ? [] : [{ ...(runs[at] as Run), text }]))
}
