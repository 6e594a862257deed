import type { Page, Part } from '@/lib/domain/notices/pages'
import type { ReadPage } from '@/lib/files/notices/pdf.testing'

/** Every line in which pages as read differ from ours, in words; a page more or less is one difference. */
export function differencesOf(ours: readonly Page[], theirs: readonly ReadPage[]): string[] {
  const said = ours.length === theirs.length ? [] : [`应为 ${ours.length} 页，实为 ${theirs.length} 页`]
  for (const [index, page] of ours.entries()) {
    const [expected, found] = [linesOf(page), linesRead(theirs[index])]
    for (let at = 0; at < Math.max(expected.length, found.length); at++) {
      if (expected[at] === found[at]) continue
      said.push(`第 ${index + 1} 页第 ${at + 1} 行：应为“${expected[at] ?? ''}”，实为“${found[at] ?? ''}”`)
    }
  }
  return said
}

/** The lines of a page as we set them, without blanks; of a table, its rows. */
function linesOf({ parts, imprint }: Page): string[] {
  const foot = imprint ? [`抄送：${imprint.copies.join('')}`, `${imprint.office}${imprint.date}`] : []
  return [...parts.flatMap(linesIn), ...foot].map(bare)
}

function linesIn(part: Part): readonly string[] {
  switch (part.is) {
    case 'head':
      return [part.mark, part.number, ...part.title]
    case 'text':
      return part.lines.map((line) => line.runs.map(({ text }) => text).join(''))
    case 'label':
      return [part.text]
    case 'caption':
    case 'legend':
      return part.lines
    case 'table':
      return part.set.rows.slice(part.from, part.to).map(({ cells }) => cells.flat().join(''))
    case 'blank':
      return []
  }
}

/** The same as read; the heads of tables, page numbers, the code and the mark of a draft are passed over. */
function linesRead(page: ReadPage | undefined): string[] {
  const lines: { baseline: number; words: ReadPage['words'] }[] = []
  for (const word of page?.words ?? []) {
    if (word.baseline > FOOT || word.baseline < TOP || Math.abs(word.size - 10.5) < 0.1) continue
    const line = lines.find(({ baseline }) => Math.abs(baseline - word.baseline) < 1)
    if (line) line.words.push(word)
    else lines.push({ baseline: word.baseline, words: [word] })
  }
  return lines
    .toSorted((a, b) => a.baseline - b.baseline)
    .map(({ words }) =>
      bare(
        words
          .toSorted((a, b) => a.left - b.left)
          .map(({ text }) => text)
          .join(''),
      ),
    )
}
/** Millimetres down the sheet between which the type area lies. */
const TOP = 37
const FOOT = 262

function bare(text: string): string {
  return text.replace(/[\s　]/g, '')
}
