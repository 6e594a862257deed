import type { NoticeChange } from '../notices/changes'
import type { Quarter } from '../time/quarter'
import { checkCorrection, correctedBy } from './corrected'
import { hunksOf } from './diff'
import type { PrintedNotice } from './document'
import { type ComparedLine, compareHunk, DIFFERS, movedKeys, streamOf } from './hunks'
import { squash } from './plain'
import { type CheckReport, openReport, type PrintedFault } from './report'
import { noticeLines } from './separators'

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
  /** The same as data, by which a correction that is not issued yet is judged. */
  changes?: readonly NoticeChange[]
}

type Read = (text: string) => PrintedNotice
type Check = (notice: PrintedNotice) => CheckReport

type Original = { lines: ComparedLine[]; keys: ReadonlySet<string>; stream: string; notice: PrintedNotice }

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
  const corrects = copy?.sure ? null : correctedBy(notice, issued)
  if (corrects?.changes) {
    return checkCorrection(text, corrects.changes, { report: check(notice), check: (text) => check(read(text)) })
  }
  if (!copy) return check(notice)
  if (!copy.sure) {
    const report = check(notice)
    return {
      ...report,
      remarks: [...report.remarks, `文号与已印发的${copy.issued.number}相同，内容却大不相同，未逐行对照。`],
    }
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
    unjudged: [],
    judged: asIssued.judged + 1,
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

function comparable(text: string): ComparedLine[] {
  return noticeLines(text).flatMap((line, at) => {
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
function bestOf(issued: readonly IssuedCopy[], notice: PrintedNotice, lines: readonly ComparedLine[], read: Read) {
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
  lines: ComparedLine[],
  notice: PrintedNotice,
): PrintedFault[] {
  const { faults, say } = openReport()
  const code = /校验码[:：]?\s*([0-9A-Za-z][0-9A-Za-z-]{3,30})/.exec(text)?.[1]
  if (code && code !== copy.code && !copy.text.includes(copy.code)) say('issued', '校验码', code, copy.code, DIFFERS)
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
function withoutFurniture(lines: ComparedLine[], { lines: wanted }: Original): ComparedLine[] {
  const strange = FURNITURE.filter((sort) => !wanted.some(({ bare }) => sort.test(bare)))
  return lines.filter(({ bare }) => !strange.some((sort) => sort.test(bare)))
}

/** A file may hold tables alone: it is then held against the tables alone. */
function holdsTablesAlone(lines: readonly ComparedLine[], { tables, title, number }: PrintedNotice): boolean {
  const caption = /^附件\d*$|表$|^(?:说明|备注|注)[:：]/
  return (
    tables.length > 0 && !title && !number && lines.every(({ key, bare }) => key.includes('\t') || caption.test(bare))
  )
}

/** The rows, heads and legends of the tables that the other document has too. */
function tableLines(lines: readonly ComparedLine[], { tables }: PrintedNotice, other: PrintedNotice): ComparedLine[] {
  const own = new Set<number>()
  for (const table of tables) {
    const twin = other.tables.find(({ kind, category }) => kind === table.kind && category === table.category)
    if (!twin) continue
    for (const line of [...table.headLines, ...table.rows.map(({ line }) => line)]) own.add(line)
    if (twin.legend) for (const line of table.legendLines) own.add(line)
  }
  return lines.filter(({ at }) => own.has(at))
}

/** A cell that its own row contradicts too is told once, with the better reason. */
function explained(change: PrintedFault, own: readonly PrintedFault[]): PrintedFault {
  const same = own.find(({ place, expected }) => place === change.place && squash(expected) === squash(change.expected))
  return same ? { ...change, why: `${same.why.replace(/。$/, '')}；${DIFFERS}` } : change
}
