import type { Quarter } from '../time/quarter'
import { columnName } from './columns'
import { differing, hunksOf } from './diff'
import type { PrintedNotice } from './document'
import { plainLinesOf, squash } from './plain'
import { type CheckReport, openReport, type PrintedFault, type Say } from './report'

/**
 * A notice as it was issued: the text of what was frozen, whether its stored digest fits, and sentences on what has changed
 * since ("印发时为…，现应为…").
 */
export type IssuedCopy = {
  code: string
  number: string
  quarter: Quarter
  text: string
  intact: boolean
  current: string[]
}

type Read = (text: string) => PrintedNotice
type Check = (notice: PrintedNotice) => CheckReport

/** A line for comparing: white space and emphasis do not count, the borders of cells do. */
type Line = { key: string; bare: string; at: number }
type Original = { lines: Line[]; keys: ReadonlySet<string>; stream: string; notice: PrintedNotice }

const WHY = '与印发件不一致。'
/** From which share of equal lines on a document is plainly a copy, and with the same number. */
const COPY = 0.8
const NUMBERED = 0.5

// Not a memory of the process: what was read of a copy goes with the caller's copy.
const originals = new WeakMap<IssuedCopy, Original>()
const reports = new WeakMap<IssuedCopy, CheckReport>()

/** Checks a document; where it is a copy of one that was issued, against that one line by line. */
export function compareIssued(text: string, issued: readonly IssuedCopy[], read: Read, check: Check): CheckReport {
  const notice = read(text)
  const lines = comparable(text)
  const copy = issued.length ? bestOf(issued, notice, lines, read) : null
  if (!copy) return check(notice)
  if (!copy.sure) {
    const { faults, remarks } = check(notice)
    return { faults, remarks: [...remarks, `文号与已印发的${copy.issued.number}相同，内容却大不相同，未逐行对照。`] }
  }
  const original = originalOf(copy.issued, read)
  const asIssued = reports.get(copy.issued) ?? check(original.notice)
  reports.set(copy.issued, asIssued)
  const report = openReport()
  if (!copy.issued.intact) {
    report.say(
      'record',
      '系统中保存的印发件',
      '与印发时的摘要不符',
      '与印发时一致',
      '系统中保存的印发件已被改动，请核查。',
    )
  }
  const changes = changesFrom(copy.issued, original, text, lines, notice)
  // Only a cell may have a better reason than that it differs.
  const own = changes.some(({ place }) => place.includes('统计表 第')) ? check(notice).faults : []
  return {
    faults: [...report.faults, ...asIssued.faults, ...changes.map((change) => explained(change, own))],
    remarks: [...asIssued.remarks, ...copy.issued.current],
  }
}

/** How a paper in hand stands to what was issued, and where it differs; never what stands there. */
export type Compared = { verdict: 'equal' | 'differs' | 'other'; places: string[] }

/** Holds a document against one issued copy alone, telling nothing of its words. */
export function compareCopy(text: string, copy: IssuedCopy, read: Read): Compared {
  const notice = read(text)
  const lines = comparable(text)
  if (!bestOf([copy], notice, lines, read)?.sure) return { verdict: 'other', places: [] }
  const changes = changesFrom(copy, originalOf(copy, read), text, lines, notice)
  return { verdict: changes.length > 0 ? 'differs' : 'equal', places: changes.map(({ place }) => place) }
}

function comparable(text: string): Line[] {
  return plainLinesOf(text).flatMap((line, at) => {
    const plain = line.replaceAll('**', '')
    const bare = plain.replace(/\s+/g, '')
    if (bare === '') return []
    return [{ key: plain.includes('\t') ? withoutLastTabs(plain.replace(/[^\S\t]+/g, '')) : bare, bare, at }]
  })
}

// A pattern for it would take the square of the time on a line of tabs.
function withoutLastTabs(line: string): string {
  let end = line.length
  while (line[end - 1] === '\t') end--
  return line.slice(0, end)
}

const streamOf = (lines: readonly Line[]) => lines.map(({ bare }) => bare).join('')

function originalOf(copy: IssuedCopy, read: Read): Original {
  const known = originals.get(copy)
  if (known) return known
  const lines = comparable(copy.text)
  const keys = new Set(lines.map(({ key }) => key))
  const made = { lines, keys, stream: streamOf(lines), notice: read(copy.text) }
  originals.set(copy, made)
  return made
}

/** The issued notice that a document is a copy of: it carries its code, or most lines are the same. */
function bestOf(issued: readonly IssuedCopy[], notice: PrintedNotice, lines: readonly Line[], read: Read) {
  const stream = streamOf(lines)
  const number = notice.number?.text ?? ''
  let best: { issued: IssuedCopy; share: number; sure: boolean } | null = null
  for (const copy of issued) {
    const original = originalOf(copy, read)
    const shares = [lines.filter(({ key }) => original.keys.has(key)).length / Math.max(1, lines.length)]
    // A copy whose lines are broken elsewhere still holds the words of each line.
    if ((shares[0] ?? 0) < COPY) {
      shares.push(
        original.lines.filter(({ bare }) => stream.includes(bare)).length / Math.max(1, original.lines.length),
      )
    }
    const carries = copy.code !== '' && stream.includes(copy.code)
    const numbered = number !== '' && number === squash(copy.number)
    const share = Math.max(...shares) + (carries ? 1 : 0)
    const sure = share >= (numbered ? NUMBERED : COPY)
    if ((sure || numbered) && share > (best?.share ?? -1)) best = { issued: copy, share, sure }
  }
  return best
}

function changesFrom(
  copy: IssuedCopy,
  original: Original,
  text: string,
  lines: Line[],
  notice: PrintedNotice,
): PrintedFault[] {
  const { faults, say } = openReport()
  const code = /校验码[:：]?\s*([0-9A-Za-z][0-9A-Za-z-]{3,30})/.exec(text)?.[1]
  if (code && code !== copy.code && !copy.text.includes(copy.code)) say('issued', '校验码', code, copy.code, WHY)
  let printed = streamOf(lines) === original.stream ? original.lines : withoutFurniture(lines, original)
  if (streamOf(printed) === original.stream) return faults
  const tablesOnly = holdsTablesAlone(lines, notice)
  const wanted = tablesOnly ? tableLines(original.lines, original.notice, notice) : original.lines
  if (tablesOnly) printed = tableLines(printed, notice, original.notice)
  const moved = movedKeys(wanted, printed)
  for (const { left, right } of hunksOf(
    wanted.map(({ key }) => key),
    printed.map(({ key }) => key),
  )) {
    compareHunk(wanted.slice(...left), printed.slice(...right), original.notice, notice, moved, say)
  }
  return faults
}

/** Lines that paper has and a text may lack: page numbers, the blank page, letterhead, imprint, code. */
const FURNITURE = [
  /^[—–-]+\d+[—–-]+$/,
  /^[(（]此页无正文[)）]$/,
  /^.{4,30}文件$/,
  /^抄送[:：]/,
  /^.{4,30}\d日印发$/,
  /^校验码/,
]

/** The lines of a copy without furniture of a sort that the issued text has none of. */
function withoutFurniture(lines: Line[], { lines: wanted }: Original): Line[] {
  const strange = FURNITURE.filter((sort) => !wanted.some(({ bare }) => sort.test(bare)))
  return lines.filter(({ bare }) => !strange.some((sort) => sort.test(bare)))
}

/** A file may hold tables alone: it is then held against the tables alone. */
function holdsTablesAlone(lines: readonly Line[], { tables, title, number }: PrintedNotice): boolean {
  const caption = /^附件\d*$|表$|^(?:说明|备注|注)[:：]/
  return (
    tables.length > 0 && !title && !number && lines.every(({ key, bare }) => key.includes('\t') || caption.test(bare))
  )
}

/** The rows, heads and legends of the tables that the other document has too. */
function tableLines(lines: readonly Line[], { tables }: PrintedNotice, other: PrintedNotice): Line[] {
  const own = new Set<number>()
  for (const table of tables) {
    const twin = other.tables.find(({ kind, category }) => kind === table.kind && category === table.category)
    if (!twin) continue
    for (const line of [...table.headLines, ...table.rows.map(({ line }) => line)]) own.add(line)
    if (twin.legend) for (const line of table.legendLines) own.add(line)
  }
  return lines.filter(({ at }) => own.has(at))
}

/** Lines that stand in both, at another place. */
function movedKeys(wanted: readonly Line[], printed: readonly Line[]): ReadonlySet<string> {
  const there = new Set(printed.map(({ key }) => key))
  return new Set(wanted.flatMap(({ key }) => (there.has(key) ? [key] : [])))
}

function compareHunk(
  wanted: readonly Line[],
  printed: readonly Line[],
  original: PrintedNotice,
  copy: PrintedNotice,
  moved: ReadonlySet<string>,
  say: Say,
): void {
  if (streamOf(wanted) === streamOf(printed)) return
  const prose = [...wanted, ...printed].every(({ key }) => !key.includes('\t'))
  if (wanted.length && printed.length && wanted.length !== printed.length && prose) {
    compareText(streamOf(wanted), streamOf(printed), copy.places[printed[0]?.at ?? 0] ?? '', say)
    return
  }
  const pairs = Math.min(wanted.length, printed.length)
  for (let index = 0; index < pairs; index++) {
    const [one, other] = [wanted[index], printed[index]]
    if (!one || !other || one.bare === other.bare) continue
    const place = copy.places[other.at] ?? ''
    if (one.key.includes('\t') && other.key.includes('\t')) compareRow(one, other, place, original, say)
    else compareText(one.bare, other.bare, place, say)
  }
  for (const { bare, key, at } of wanted.slice(pairs)) {
    say('issued', original.places[at] ?? '', moved.has(key) ? '移到了别处' : '缺少', shownRow(key, bare), WHY)
  }
  for (const { bare, key, at } of printed.slice(pairs)) {
    say('issued', copy.places[at] ?? '', shownRow(key, bare), moved.has(key) ? '在印发件的原处' : '没有这一行', WHY)
  }
}

const shownRow = (key: string, bare: string) => (key.includes('\t') ? key.split('\t').join(' ') : bare)

function compareText(wanted: string, printed: string, place: string, say: Say): void {
  const { left, right } = differing(wanted, printed)
  say('issued', place, right, left, WHY)
}

/** Cell by cell; a row with another number of cells as a whole. */
function compareRow(wanted: Line, printed: Line, place: string, original: PrintedNotice, say: Say): void {
  const [cells, now] = [wanted.key.split('\t'), printed.key.split('\t')]
  if (cells.length !== now.length) {
    say('issued', place, now.join(' '), cells.join(' '), WHY)
    return
  }
  const table = original.tables.find(({ rows }) => rows.some(({ line }) => line === wanted.at))
  for (const [index, cell] of cells.entries()) {
    if (cell === now[index]) continue
    const column = table?.columns[index]
    say('issued', column ? `${place} ${columnName(column)}` : place, now[index] ?? '', cell, WHY)
  }
}

/** A cell that its own row contradicts too is told once, with the better reason. */
function explained(change: PrintedFault, own: readonly PrintedFault[]): PrintedFault {
  const same = own.find(({ place, expected }) => place === change.place && squash(expected) === squash(change.expected))
  return same ? { ...change, why: `${same.why.replace(/。$/, '')}；${WHY}` } : change
}
