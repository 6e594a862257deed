import type { CellChange, NoticeChange } from '../notices/changes'
import { saidInWords } from '../notices/correction'
import type { PrintedNotice } from './document'
import { squash } from './plain'
import { type CheckReport, NO_TABLES, openReport } from './report'
import { noticeLines } from './separators'

const PIECE = /(正文|[^。；：，“”]{2,40})“([^”]{1,500})”更正为“([^”]{1,500})”/g
const TABLES = ['报送', '采用']

/** The newest of the quarter whose notice a correction, which is not issued yet, names; null for any other document. */
export function correctedBy<Copy extends { number: string; quarter: string; changes?: readonly NoticeChange[] }>(
  notice: PrintedNotice,
  issued: readonly Copy[],
): Copy | null {
  if (!notice.title?.text.includes('更正')) return null
  const words = notice.paragraphs.map(({ text }) => text).join('')
  const named = issued.find(({ number }) => number !== '' && words.includes(squash(number)))
  return issued.findLast((copy) => copy.quarter === named?.quarter && copy.changes !== undefined) ?? null
}

/** Holds a correction against all that the data change of what it corrects; `without` is the check of any other words. */
export function checkCorrection(
  text: string,
  changes: readonly NoticeChange[],
  { report, check }: { report: CheckReport; check: (text: string) => CheckReport },
): CheckReport {
  const { faults, say } = openReport()
  const words = text.replace(/\s+/g, '')
  const pieces = [...words.matchAll(PIECE)].map(([, place = '', before = '', after = '']) => ({ place, before, after }))
  const rows = rowsIn(text)
  const unnamed = (expected: string) => say('figure', '正文', '未写明', expected, '更正须写明原通报中每一处变动。')
  for (const change of changes) {
    if (change.of === 'cell') {
      const row = rows.find((one) => isOf(one, change))
      if (!row) {
        unnamed(`${change.unit}${change.table}表${change.column}由${change.before}更正为${change.after}`)
        continue
      }
      for (const [at, head] of [[4, '原通报'] as const, [5, '更正为'] as const]) {
        const right = at === 4 ? change.before : change.after
        const why = at === 4 ? '原通报印发时的数据。' : '按现有数据。'
        if (row.cells[at] !== squash(right)) say('value', `${row.place} ${head}`, row.cells[at] ?? '', right, why)
      }
      continue
    }
    const [before, after] = [change.before, change.after].map((part) => part.replace(/\s+/g, ''))
    const piece = pieces.find((one) => before !== '' && one.before === before)
    if (piece && after !== '') {
      if (piece.after !== after)
        say('figure', '正文', piece.after, change.after, `原通报“${change.before}”，按现有数据应更正为此。`)
    } else if (!words.includes(saidInWords(change).replace(/\s+/g, ''))) unnamed(saidInWords(change))
  }
  const NONE = '按现有数据，原通报没有这处变动。'
  for (const { before, after } of pieces) {
    const known = changes.some((one) => one.of === 'text' && one.before.replace(/\s+/g, '') === before)
    if (!known) say('figure', '正文', `${before}更正为${after}`, '不更正', NONE)
  }
  for (const row of rows) {
    if (!changes.some((one) => one.of === 'cell' && isOf(row, one))) {
      say('value', row.place, row.cells.slice(1).join(' '), '不列', NONE)
    }
  }
  const judged = changes.length + pieces.length + rows.length
  return asCorrection(report, check(withoutNamed(text)), faults, judged)
}

/** A correction without the words that it corrects: what is left is judged as the words of any other document. */
export const withoutNamed = (text: string) => text.replace(PIECE, '')

/** The report of a correction: what it names was compared with what it corrects, though it has no tables of its own. */
export function asCorrection(
  report: CheckReport,
  others: CheckReport,
  faults: CheckReport['faults'],
  judged: number,
): CheckReport {
  if (judged === 0) return { ...report, faults: [...report.faults, ...faults] }
  return {
    ...report,
    faults: [...report.faults, ...faults],
    remarks: [
      ...report.remarks.filter((remark) => remark !== NO_TABLES),
      '更正所列的各处，已与原通报和现有数据逐处对照。',
    ],
    unjudged: others.unjudged,
    judged: report.judged + judged,
  }
}

type Row = { place: string; cells: string[] }

/** The rows of the table of what is corrected. */
function rowsIn(text: string): Row[] {
  const rows = noticeLines(text).map((line) => line.split('\t').map(squash))
  return rows
    .filter((cells) => cells.length === 6 && TABLES.includes(cells[2] ?? ''))
    .map((cells, index) => ({ place: `更正对照表 第${index + 1}行`, cells }))
}

const isOf = ({ cells }: Row, { unit, table, column }: CellChange) =>
  cells[1] === squash(unit) && cells[2] === squash(table) && cells[3] === squash(column)
