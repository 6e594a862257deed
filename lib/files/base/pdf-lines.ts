import type { PdfPage, PdfWord } from './read-pdf'

/** What stands on one height of a page, from the left; `text` has a space where a gap is wider than letters are set. */
export type PdfLine = { words: PdfWord[]; text: string; baseline: number }

/** Words whose baselines differ by less than this part of their size stand on one line. */
const SAME_LINE = 0.4
/** A gap wider than this part of a character is one that a reader sees. */
const GAP = 0.25
const MM = 25.4 / 72

/** The lines of a page as a reader sees them, top down. */
export function linesOfPage({ words }: Pick<PdfPage, 'words'>): PdfLine[] {
  const lines: PdfWord[][] = []
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline)) {
    const [first] = lines.at(-1) ?? []
    const near = SAME_LINE * Math.min(word.size, first?.size ?? 0) * MM
    if (first && word.baseline - first.baseline <= near) lines.at(-1)?.push(word)
    else lines.push([word])
  }
  return lines.map((line) => {
    const sorted = line.toSorted((a, b) => a.left - b.left)
    return { words: sorted, text: joined(sorted), baseline: sorted[0]?.baseline ?? 0 }
  })
}

function joined(words: readonly PdfWord[]): string {
  return words
    .map(({ text, left, size }, i) => (left - (words[i - 1]?.right ?? left) > GAP * size * MM ? ` ${text}` : text))
    .join('')
}

/** Whether nothing on a page can be read: no text (a scan, a drawing), or a font that does not say which characters it draws. */
export function isUnreadable({ text }: Pick<PdfPage, 'text'>): boolean {
  const seen = text.replace(/\s/g, '')
  const strange = seen.match(/[\p{Co}\p{Cc}\p{Cn}\uFFFD]/gu)?.length ?? 0
  return strange * 3 >= seen.length
}
