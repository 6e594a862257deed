import type { Kind } from '../adoptions/kinds'
import { findMarkings, markingMessage } from '../base/secrecy'
import { countCharacters, normalizeLine, textFault } from '../base/text'
import type { RawTable, TableFault } from '../figures/past'
import { headOf, rowByColumns } from './columns'
import { FreeRows } from './free'
import { type Around, type FoundPiece, type KnownPieces, ownPublication } from './pieces'

/** 剔除原因: why a line is no adoption of ours. A closed list, so that the log may hold it. */
export const DROP_REASONS = {
  elsewhere: '不是本区报送的信息',
  recorded: '已另行登记采用',
  repeated: '与其他行重复',
  no_title: '不是信息标题',
  misread: '清单读错',
} as const

export type DropReason = keyof typeof DROP_REASONS

/** A line of a list from above: what was adopted, as what, when, and where it was printed. */
export type UpperLine = {
  title: string
  unit: string | null
  kind: Kind
  /** null until somebody says it: a list may leave it out. */
  adoptedOn: string | null
  publication: string | null
  issueNo: string | null
}

/** A line in its list. */
export type PlacedLine = UpperLine & { id: string; position: number }

/** A stored line as it reads, without the rest of its row; a day that is not known is stored empty. */
export function placedLine(row: PlacedLine): PlacedLine {
  const { id, position, title, unit, kind, adoptedOn, publication, issueNo } = row
  return { id, position, title, unit, kind, adoptedOn: adoptedOn || null, publication, issueNo }
}

/** What holds for lines that do not say it themselves. */
export type Usual = { kind: Kind; adoptedOn: string | null; publication: string | null; issueNo: string | null }

/**
 * Whether an adoption is the one that a line tells of: kind and day are equal, publication and issue as far as both name
 * one. A record kept by hand may say more than the list, or less.
 */
export function sameRecord(
  a: Pick<UpperLine, 'kind' | 'adoptedOn' | 'publication' | 'issueNo'>,
  b: Pick<UpperLine, 'kind' | 'adoptedOn' | 'publication' | 'issueNo'>,
): boolean {
  const agree = (one: string | null, other: string | null) =>
    one === null || other === null || one.replace(/[《》\s]/g, '') === other.replace(/[《》\s]/g, '')
  return (
    a.kind === b.kind &&
    a.adoptedOn === b.adoptedOn &&
    agree(a.publication, b.publication) &&
    agree(a.issueNo, b.issueNo)
  )
}

export const MOST_LINES = 300
const LONGEST = { title: 200, unit: 100, publication: 60, issueNo: 30 } as const
const NAMES: Record<keyof typeof LONGEST, string> = {
  title: '标题',
  unit: '单位',
  publication: '刊物',
  issueNo: '期号',
}

/**
 * The lines of lists from above: columns by their heads, free lines such as "1. 关于……的报告（区财政局）" by pattern.
 * `usual` fills what a line does not say; `today` bounds the dates and gives the year that a line leaves out. With any
 * fault there are no lines.
 */
export function readUpper(
  tables: readonly RawTable[],
  usual: Usual,
  known: KnownPieces,
  today: string,
): { lines: UpperLine[]; faults: TableFault[] } {
  const lines: UpperLine[] = []
  const faults: TableFault[] = []
  const heads = new Map<string, FreeRows>()
  for (const table of tables) {
    // What heads the lines goes on below a table in between, up to the end of the file.
    const free = heads.get(table.file) ?? new FreeRows({ ...known, usual, today })
    heads.set(table.file, free)
    for (const { line, found } of rowsOf(table, free, { ...known, usual, today })) {
      const say = (what: string, why: string) => void faults.push({ file: table.file, line, what, why })
      lines.push(complete(found, usual, today, say))
    }
  }
  const [file = ''] = tables.map((table) => table.file)
  const whole = (why: string) => ({ lines: [], faults: [{ file, line: 1, what: '清单', why }] })
  if (faults.length > 0) return { lines: [], faults }
  if (lines.length === 0) return whole('没有认出一条信息标题。')
  if (lines.length > MOST_LINES) return whole(`共 ${lines.length} 条，一份清单最多 ${MOST_LINES} 条，请分成几份。`)
  return { lines, faults }
}

type Row = { line: number; found: FoundPiece }

function rowsOf(table: RawTable, free: FreeRows, around: Around): Row[] {
  const head = headOf(table.rows)
  const rows: Row[] = []
  let above: FoundPiece = { title: '', ...free.section }
  table.rows.forEach(({ line, cells }, i) => {
    if (head && i === head.at) return
    const section = head ? free.heading(cells) : null
    if (section) above = { title: '', ...section }
    if (section || (head && i < head.at)) return
    const found = head ? rowByColumns(cells, head.columns, above, around) : free.read(cells)
    if (!found) return
    if (head) found.kind ??= free.section.kind
    above = found
    rows.push({ line, found })
  })
  return rows
}

function complete(found: FoundPiece, usual: Usual, today: string, say: (what: string, why: string) => void): UpperLine {
  const { title, unit = null, strange = [] } = found
  for (const [what, why] of strange) say(what, why)
  const adoptedOn = found.adoptedOn ?? usual.adoptedOn
  if (adoptedOn !== null && adoptedOn > today) say('采用日期', `${adoptedOn} 晚于今天。`)
  const own = ownPublication(found)
  const publication = own ? (found.publication ?? null) : usual.publication
  const issueNo = own ? (found.issueNo ?? null) : usual.issueNo
  const mended = (text: string | null) => text && normalizeLine(text.replace(/\n/g, ''))
  const texts = {
    title: normalizeLine(title),
    unit: mended(unit),
    publication: mended(publication),
    issueNo: mended(issueNo),
  }
  for (const [name, most] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) {
    const text = texts[name] ?? ''
    if (countCharacters(text) > most) say(NAMES[name], `最多 ${most} 字，现有 ${countCharacters(text)} 字。`)
    const wrong = textFault(text)
    if (wrong) say(NAMES[name], wrong)
    const [marking] = findMarkings(text)
    if (marking) say(NAMES[name], markingMessage(NAMES[name], marking.marking))
  }
  return { ...texts, kind: found.kind ?? usual.kind, adoptedOn }
}
