import { Fault } from '@/lib/domain/base/fault'
import { isUnreadable, linesOfPage, type PdfLine } from './pdf-lines'
import { headAt, type PdfRow, pdfRunsOf, rowsBelow } from './pdf-tables'
import { type PdfPage, pdfIn, UnreadablePdf } from './read-pdf'

const MM = 25.4 / 72
const PAGE_NUMBER = /^[—–-]\s*\d+\s*[—–-]$/
/** A bare number is one of a page only where a page ends; elsewhere it may be a cell whose 分 stands on the next line. */
const BARE = /^\d{1,3}$/

/** The text of a PDF as a notice is read: a line a paragraph, a table's row as its cells joined by tabs. Throws Fault("invalid"). */
export async function pdfText(name: string, bytes: Uint8Array): Promise<string> {
  const { pages, skipped } = await pdfIn(bytes).catch((error: unknown) => {
    if (!(error instanceof UnreadablePdf)) throw error
    throw new Fault('invalid', `“${name}”不是可读的 PDF，或者设有密码，不能核对。`)
  })
  if (skipped > 0) throw new Fault('invalid', `“${name}”页数过多，不像一份通报。`)
  if (pages.every(isUnreadable)) {
    throw new Fault(
      'invalid',
      `“${name}”中没有可读的文字，像是扫描件，不能核对。请用 Word 文档或者由它直接转成的 PDF。`,
    )
  }
  return textOfPages(pages)
}

type Line = PdfRow & { text: string; left: number; right: number; size: number }

/** Tables by their heads and columns, all else in paragraphs. */
export function textOfPages(pages: readonly PdfPage[]): string {
  const lines = pages.flatMap((page, n) => {
    const above = pages.slice(0, n).reduce((sum, { height }) => sum + height, 0)
    return linesOfPage(page)
      .filter(({ text }, i, { length }) => !PAGE_NUMBER.test(text.trim()) && !(i === length - 1 && BARE.test(text)))
      .map((line) => lineOf(line, above))
  })
  const area = areaOf(lines)
  const said: string[] = []
  let last: Line | null = null
  let above = ''
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const head = headAt(lines, at)
    if (head) {
      const { table, lines: taken } = rowsBelow(lines, at + head.lines, head.cells)
      const heading = head.cells.map(({ text }) => text).join('\t')
      // On the next page the head is drawn once more, above rows that go on.
      if (last !== null || heading !== above) said.push(heading)
      said.push(...table.map((cells) => cells.join('\t')))
      above = heading
      at += head.lines + taken - 1
      last = null
      continue
    }
    if (last && goesOn(last, line, area)) said[said.length - 1] += line.text
    else said.push(line.text)
    last = line
  }
  return said.join('\n')
}

function lineOf(line: PdfLine, above: number): Line {
  const row = pdfRunsOf(line, above)
  const [left, right] = [row.runs[0]?.left ?? 0, row.runs.at(-1)?.right ?? 0]
  return { ...row, text: line.text, left, right, size: Math.max(...line.words.map(({ size }) => size)) }
}

type Area = { left: number; right: number }

/** Between which edges most lines stand. */
function areaOf(lines: readonly Line[]): Area {
  const often = (edges: readonly number[]) => {
    const votes = new Map<number, number>()
    for (const edge of edges) votes.set(Math.round(edge), (votes.get(Math.round(edge)) ?? 0) + 1)
    return [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  }
  const long = lines.filter(({ runs, left, right }) => runs.length === 1 && right - left > 60)
  return { left: often(long.map(({ left }) => left)), right: Math.max(0, ...long.map(({ right }) => right)) }
}

/** Whether a line belongs to the paragraph of the one above it: that was full, or both are of one large heading. */
function goesOn(above: Line, line: Line, { left, right }: Area): boolean {
  const letter = line.size * MM
  if (Math.abs(above.size - line.size) > 0.6) return false
  if (line.size > 18) return line.y - above.y < 2.2 * letter
  const full = above.right > right - 2.2 * letter
  const indent = (line.left - left) / letter
  return full && !/^[\d０-９]{1,2}[.．、]|^附件/.test(line.text) && (indent < 0.8 || indent > 2.6)
}
