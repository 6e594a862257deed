import { isHead } from '@/lib/domain/checking/columns'
import { squash } from '@/lib/domain/checking/plain'
import type { PdfLine } from './pdf-lines'

/** Letters that stand close together; `y` counts on from page to page. */
export type PdfRun = { text: string; left: number; right: number; size: number; y: number }
export type PdfRow = { runs: PdfRun[]; y: number }

const MM = 25.4 / 72
/** A gap wider than this part of a letter parts two cells. */
const CELL_GAP = 0.4
const MOST_HEAD_LINES = 3

/** The letters of a line that stand together. */
export function pdfRunsOf({ words, baseline }: PdfLine, above: number): PdfRow {
  const runs: PdfRun[] = []
  const y = above + baseline
  for (const { text, left, right, size } of words) {
    const last = runs.at(-1)
    if (last && left - last.right < CELL_GAP * size * MM) {
      last.text += text
      last.right = Math.max(last.right, right)
    } else runs.push({ text, left, right, size, y })
  }
  return { runs, y }
}

type Span = { left: number; right: number }
type Cell = Span & { text: string }

/** The head of a table that begins at a line: its cells, and how many lines it takes; null where none begins. */
export function headAt(rows: readonly PdfRow[], at: number): { cells: Cell[]; lines: number } | null {
  for (let lines = MOST_HEAD_LINES; lines > 0; lines--) {
    const own = rows.slice(at, at + lines)
    const [first] = own
    const last = own.at(-1)
    if (!first || !last || own.length < lines) continue
    const height = Math.max(...own.flatMap(({ runs }) => runs.map(({ size }) => size))) * MM
    if (last.y - first.y > 1.6 * height * (lines - 1) + 0.1) continue
    const cells = columnsOf(own.flatMap(({ runs }) => runs)).flatMap(headCells)
    if (cells.length > 2 && isHead(cells.map(({ text }) => squash(text)))) return { cells, lines }
  }
  return null
}

/** Runs that stand above each other, from the left. */
function columnsOf(runs: readonly PdfRun[]): (Span & { runs: PdfRun[] })[] {
  const columns: (Span & { runs: PdfRun[] })[] = []
  for (const run of runs.toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    if (last && run.left < last.right - 0.3) {
      last.runs.push(run)
      last.right = Math.max(last.right, run.right)
    } else columns.push({ left: run.left, right: run.right, runs: [run] })
  }
  return columns
}

/** A head may stand over several columns, each with a word of its own below it. */
function headCells({ left, right, runs }: Span & { runs: PdfRun[] }): Cell[] {
  const sorted = runs.toSorted((a, b) => a.y - b.y || a.left - b.left)
  const top = sorted[0]?.y ?? 0
  const under = sorted.filter(({ y }) => y > top + 0.5)
  const over = sorted.filter(({ y }) => y <= top + 0.5)
  const parts = columnsOf(under)
  if (over.length === 1 && parts.length > 1) {
    const level = over[0]?.text ?? ''
    return parts.map((part) => ({ left: part.left, right: part.right, text: level + textOf(part.runs) }))
  }
  return [{ left, right, text: textOf(sorted) }]
}

const textOf = (runs: readonly PdfRun[]) =>
  runs
    .toSorted((a, b) => a.y - b.y || a.left - b.left)
    .map(({ text }) => text)
    .join('')

/** The rows below a head, as cells; `lines` is how many lines they take. */
export function rowsBelow(
  rows: readonly PdfRow[],
  from: number,
  head: readonly Cell[],
): { table: string[][]; lines: number } {
  const cores: PdfRow[] = []
  const beside: PdfRow[] = []
  let lines = 0
  for (let at = from; at < rows.length; at++) {
    const row = rows[at] as PdfRow
    const text = squash(row.runs.map((run) => run.text).join(''))
    if (/^(?:说明|备注|注):|^附件|^校验码|统计表$|日印发$/.test(text) || headAt(rows, at)) break
    if (row.runs.length > 2 || (row.runs.length === 2 && head.length < 4)) cores.push(row)
    // A name that takes two lines stands above and below the numbers of its row.
    else if (row.runs.some(({ left, right }) => right - left > widest(head))) break
    else beside.push(row)
    lines = at - from + 1
  }
  const pitch = pitchOf(cores)
  const all = cores.map((core) => ({ y: core.y, runs: [...core.runs] }))
  for (const { y, runs } of beside) {
    const nearest = all.toSorted((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0]
    if (nearest && Math.abs(nearest.y - y) < pitch * 0.8) nearest.runs.push(...runs)
  }
  const columns = columnsOf([...cores.flatMap((core) => core.runs), ...asRuns(head)])
  return { table: all.map(({ runs }) => cellsOf(runs, head, columns)), lines }
}

const asRuns = (head: readonly Cell[]): PdfRun[] => head.map((cell) => ({ ...cell, size: 0, y: 0 }))

const widest = (head: readonly Cell[]) => ((head.at(-1)?.right ?? 0) - (head[0]?.left ?? 0)) / 2

function pitchOf(cores: readonly PdfRow[]): number {
  const steps = cores.slice(1).map(({ y }, i) => y - (cores[i]?.y ?? 0))
  return steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 8
}

/** Each run under the head that it stands below: by the columns that all rows leave free between them, else by the nearest. */
function cellsOf(runs: readonly PdfRun[], head: readonly Cell[], columns: readonly Span[]): string[] {
  const under: PdfRun[][] = head.map(() => [])
  const middle = ({ left, right }: Span) => (left + right) / 2
  for (const run of runs) {
    const own = columns.findIndex(({ left, right }) => run.left >= left - 0.1 && run.right <= right + 0.1)
    const off = head.map((cell) => Math.abs(middle(cell) - middle(run)))
    under[columns.length === head.length && own >= 0 ? own : off.indexOf(Math.min(...off))]?.push(run)
  }
  return under.map(textOf)
}
