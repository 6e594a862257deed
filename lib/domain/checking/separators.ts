import { isHead } from './columns'
import { plainLinesOf, squash } from './plain'

/** A cell that was pasted with a line break in it stands in quotes, between tabs or at an end of its row. */
const QUOTED = /(^|\t)"((?:[^"\n]|""){0,60}(?:\n(?:[^"\n]|""){0,60}){1,4})"(?=(\t|\n|$))/gm

const RULE = /^[\s|｜│+:=\-—─┼├┤┌┐└┘┬┴]+$/
const BAR = /[|｜│]/

/** The cells of a row that blanks parted, of which some may be missing: it has not as many as its head. */
export const TORN = '\u0000'

/**
 * The lines of a notice with the cells of its tables parted by tabs, however they were: by tabs with a line broken
 * within a cell, by bars, or by blanks. As many lines for the same text, always.
 */
export function noticeLines(text: string): string[] {
  const lines = plainLinesOf(text.includes('"') ? mended(text) : text)
  return withoutBlanks(lines.map((line) => (line.includes('\t') || !BAR.test(line) ? line : barred(line))))
}

function mended(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(QUOTED, (whole, before: string, cell: string, after: string) =>
    // Between quotes alone on its lines it is speech.
    before === '' && after !== '\t' ? whole : `${before}${cell.replaceAll('""', '"').replace(/\s*\n\s*/g, '')}`,
  )
}

function barred(line: string): string {
  if (RULE.test(line)) return ''
  const cells = line.trim().split(BAR)
  if (cells.length < 4) return line
  if (cells[0]?.trim() === '') cells.shift()
  if (cells.at(-1)?.trim() === '') cells.pop()
  return cells.map((cell) => cell.trim()).join('\t')
}

type Piece = { text: string; from: number; to: number }

/** Rows whose cells are parted by blanks, known by the head that stands above them. */
function withoutBlanks(lines: readonly string[]): string[] {
  let head: { pieces: Piece[]; by: RegExp } | null = null
  return lines.map((line) => {
    if (line.includes('\t') || line.length > 400) {
      head = null
      return line
    }
    const found = headIn(line)
    if (found) {
      head = found
      return found.pieces.map(({ text }) => text).join('\t')
    }
    if (!head || line.trim() === '') return line
    const pieces = piecesOf(line, head.by)
    const numbers = pieces.filter(({ text }) => /^[+-]?\d[\d.,]*%?$/.test(squash(text))).length
    if (pieces.length < 3 || numbers < 2) return line
    const cells = pieces.length < head.pieces.length ? aligned(pieces, head.pieces) : pieces.map(({ text }) => text)
    return cells ? cells.join('\t') : [...pieces.map(({ text }) => text), TORN].join('\t')
  })
}

function headIn(line: string) {
  if (!/单\s*位|序\s*号|[名排位]\s*[次名]/.test(line)) return null
  for (const by of [/(?:\s{2,}|\u3000)\s*/g, /\s+/g]) {
    const pieces = piecesOf(line, by)
    if (pieces.length > 2 && isHead(pieces.map(({ text }) => squash(text)))) return { pieces, by }
  }
  return null
}

/** The pieces between blanks, each with where it begins and ends on paper, where a Chinese letter is as wide as two others. */
function piecesOf(line: string, by: RegExp): Piece[] {
  const pieces: Piece[] = []
  let [at, place] = [0, 0]
  const add = (text: string) => {
    const wide = widthOf(text)
    if (text.trim() !== '') pieces.push({ text, from: place, to: place + wide })
    place += wide
  }
  for (const match of line.matchAll(by)) {
    add(line.slice(at, match.index))
    place += widthOf(match[0])
    at = match.index + match[0].length
  }
  add(line.slice(at))
  return pieces
}

const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0)

/** Each piece under the head that it stands below; null where two would stand below one. */
function aligned(pieces: readonly Piece[], heads: readonly Piece[]): string[] | null {
  const cells = heads.map(() => '')
  let last = -1
  for (const { text, from, to } of pieces) {
    const middle = (piece: { from: number; to: number }) => (piece.from + piece.to) / 2
    const off = heads.map((head) => Math.abs(middle(head) - middle({ from, to })))
    const nearest = off.indexOf(Math.min(...off))
    if (nearest <= last || (off[nearest] ?? 0) > 4) return null
    cells[nearest] = text
    last = nearest
  }
  return cells
}
