import { notice2020Q3 } from '@/lib/domain/figures/golden/2020Q3-notice'
import { type Page, type Part, paginate } from '@/lib/domain/notices/pages'
import { docxOf } from '@/lib/files/notices/docx'
import { type ReadPage, readPdf } from '@/lib/files/notices/pdf.testing'
import { officePdf } from './convert'

/** Makes the .docx of the 2020 Q3 notice, lets LibreOffice set it, and compares page by page, line by line. */
const notice = { ...notice2020Q3(), code: '7F3K-9Q2M-4T' }
const ours = paginate(notice)
const theirs = await readPdf(await officePdf(process.argv[2] ?? 'soffice', await docxOf(notice)))

const faults: string[] = []
if (ours.length !== theirs.length) faults.push(`页数不同：应为 ${ours.length} 页，Word 文档为 ${theirs.length} 页`)
for (const [index, page] of ours.entries()) {
  const [expected, found] = [linesOf(page), linesRead(theirs[index])]
  const differs = expected.find((line, at) => line !== found[at])
  if (differs !== undefined) {
    faults.push(`第 ${index + 1} 页不同：应有“${differs}”，实为“${found[expected.indexOf(differs)] ?? ''}”`)
  }
}
for (const fault of faults) process.stderr.write(`${fault}\n`)
if (faults.length === 0) process.stdout.write(`Word 文档与 PDF 版面一致：${ours.length} 页，逐行相同。\n`)
process.exitCode = faults.length === 0 ? 0 : 1

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

/** The same as read; the heads of tables, page numbers and the code are passed over. */
function linesRead(page: ReadPage | undefined): string[] {
  const lines: { baseline: number; words: ReadPage['words'] }[] = []
  for (const word of page?.words ?? []) {
    if (word.baseline > 262 || Math.abs(word.size - 10.5) < 0.1) continue
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

function bare(text: string): string {
  return text.replace(/[\s　]/g, '')
}
