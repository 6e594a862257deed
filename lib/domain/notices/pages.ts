import { textLines } from './breaking'
import { type SetTable, setTable } from './columns'
import type { Notice, NoticeAttachment } from './document'
import { aboveSignature, bodyOf, listOf, type PaperLine, signatureOf, type Text } from './lines'
import { AREA, HEAD, headHeight, IMPRINT, LINE, LINES_A_PAGE, markSize, TABLE } from './sheet'
import { markOf } from './text'
import { titleLines } from './title'

/** What stands on a page, top down. */
export type Part =
  | { is: 'head'; mark: string; markSize: number; number: string; title: string[] }
  /** A paragraph, or the lines of it that this page holds. */
  | ({ is: 'text'; begins: boolean; ends: boolean } & Text)
  | { is: 'blank'; lines: number }
  | { is: 'label'; text: string }
  | { is: 'caption'; lines: string[] }
  /** Rows from (inclusive) to (exclusive); the head stands over them on every page. */
  | { is: 'table'; set: SetTable; from: number; to: number }
  | { is: 'legend'; lines: string[] }

/** 版记. The lines of copies are broken, "抄送：" apart. */
export type Imprint = { copies: string[]; office: string; date: string; code: string | null }

/**
 * One side of a sheet. `number` is null where none is printed; `early` says that it begins before the page before it was
 * full, so that a heading or the signature does not stand alone; `used` is how much of the type area its parts fill.
 */
export type Page = { number: number | null; parts: Part[]; imprint: Imprint | null; early: boolean; used: number }
type Draft = { parts: Part[]; used: number; early: boolean }

const TABLE_ROOM = LINES_A_PAGE * LINE
/** At least so many rows stand over a legend. */
const WITH_LEGEND = 2

/**
 * A notice as the pages that screen, print, PDF and .docx show alike (GB/T 9704-2012). 版记 stands at the foot of the last
 * even page; where a blank page comes before it, neither bears a number (7.5).
 */
export function paginate(notice: Notice): Page[] {
  const drafts = [...textPages(notice), ...notice.attachments.flatMap(attachmentPages)]
  const pages = drafts.map((draft, index): Page => ({ ...draft, number: index + 1, imprint: null }))
  const imprint = imprintOf(notice)
  const last = pages.at(-1)
  if (last && pages.length % 2 === 0) {
    if (last.used + LINE + imprintHeight(imprint) <= AREA.height) {
      last.imprint = imprint
      return pages
    }
    pages.push({ number: null, parts: [], imprint: null, early: true, used: 0 })
    pages.push({ number: null, parts: [], imprint, early: true, used: 0 })
    return pages
  }
  pages.push({ number: pages.length + 1, parts: [], imprint, early: true, used: 0 })
  return pages
}

export function imprintHeight({ copies }: Imprint): number {
  return (copies.length + 1) * IMPRINT.line
}

function imprintOf({ imprint: { copies, office, date }, code }: Notice): Imprint {
  // One character in from both edges, and under the character after "抄送：".
  const room = Math.floor(AREA.width / IMPRINT.size) - 2 - 3
  return { copies: copies ? textLines(copies, room) : [], office, date: `${date}印发`, code }
}

type Flowing = { text: Text; line: PaperLine } | null

/** Head, text, list of attachments and signature; a blank line flows as null. */
function textPages(notice: Notice): Draft[] {
  const [mark, title] = [markOf(notice), titleLines(notice.title)]
  const head: Part = { is: 'head', mark, markSize: markSize(mark), number: notice.number, title }
  const above = headHeight(mark, title.length)
  const list = [...(notice.attachmentList.length > 0 ? [null] : []), ...listOf(notice).flatMap(flowing)]
  const end = [...Array<null>(aboveSignature(notice)).fill(null), ...signatureOf(notice).flatMap(flowing)]
  const body = bodyOf(notice).flatMap(flowing)
  // The list goes with the signature, unless it is as long as a page.
  const [flow, tail] = list.length + end.length < LINES_A_PAGE ? [body, [...list, ...end]] : [[...body, ...list], end]
  const first = Math.max(1, Math.floor((AREA.height - above) / LINE))
  return withTail(filled(flow, first), tail, first).map(({ lines, early }, index) => ({
    parts: [...(index === 0 ? [head] : []), ...partsOf(lines)],
    used: (index === 0 ? above : 0) + lines.length * LINE,
    early,
  }))
}

function flowing(text: Text): Flowing[] {
  return text.lines.map((line) => ({ text, line }))
}

type Filled = { lines: Flowing[]; early: boolean }

/** Pages filled line by line; a heading never ends one. */
function filled(flow: readonly Flowing[], first: number): Filled[] {
  const pages: Filled[] = []
  let early = false
  for (let at = 0; at < flow.length; ) {
    const lines = flow.slice(at, at + (pages.length === 0 ? first : LINES_A_PAGE))
    const full = lines.length
    if (at + full < flow.length) while (lines.length > 1 && isHeading(lines.at(-1))) lines.pop()
    pages.push({ lines, early })
    early = lines.length < full
    at += lines.length
  }
  return pages
}

/** The tail goes under the text; where it does not fit, the last lines of the text go over with it. */
function withTail(pages: Filled[], tail: readonly Flowing[], first: number): Filled[] {
  const last = pages.at(-1)
  if (!last) return [{ lines: [...tail], early: false }]
  if (last.lines.length + tail.length <= (pages.length === 1 ? first : LINES_A_PAGE)) {
    last.lines.push(...tail)
    return pages
  }
  const over: Flowing[] = []
  // Two lines of one paragraph, if it has them, and never leaving a heading behind.
  const goesOver = () => {
    const next = last.lines.at(-1)
    return over.length === 0 || isHeading(next) || (over.length === 1 && next?.text === over[0]?.text)
  }
  while (last.lines.length > 1 && goesOver()) over.unshift(last.lines.pop() ?? null)
  return [...pages, { lines: [...over, ...tail], early: true }]
}

function isHeading(line: Flowing | undefined): boolean {
  return line?.text.kind === 'heading' || line?.text.kind === 'subheading'
}

/** Lines of one paragraph together again, blank lines counted. */
function partsOf(lines: readonly Flowing[]): Part[] {
  const parts: Part[] = []
  let of: Text | undefined
  for (const flowing of lines) {
    const last = parts.at(-1)
    if (flowing === null) {
      if (last?.is === 'blank') last.lines++
      else parts.push({ is: 'blank', lines: 1 })
      of = undefined
      continue
    }
    const { text, line } = flowing
    const ends = line === text.lines.at(-1)
    if (last?.is === 'text' && of === text) {
      last.lines.push(line)
      last.ends = ends
    } else parts.push({ is: 'text', ...text, lines: [line], begins: line === text.lines[0], ends })
    of = text
  }
  return parts
}

/** An attachment begins a page: its label on the first line, the title of its table on the third. */
function attachmentPages({ label, tables }: NoticeAttachment): Draft[] {
  const pages: Draft[] = [
    {
      parts: [
        { is: 'label', text: label },
        { is: 'blank', lines: 1 },
      ],
      used: 2 * LINE,
      early: true,
    },
  ]
  for (const [index, table] of tables.entries()) {
    const set = setTable(table)
    const caption = textLines(table.title, AREA.width / HEAD.titleSize)
    const legend = set.legend.length * TABLE.legendLine + TABLE.legendGap
    const before = (index > 0 ? LINE : 0) + caption.length * LINE + TABLE.gap
    const rows = set.rows.reduce((sum, { height }) => sum + height, 0)
    let page = pages.at(-1) as Draft
    if (index > 0) {
      if (page.used + before + set.headHeight + rows + legend <= TABLE_ROOM) page.parts.push({ is: 'blank', lines: 1 })
      else {
        page = { parts: [], used: -LINE, early: true }
        pages.push(page)
      }
    }
    page.parts.push({ is: 'caption', lines: caption })
    page.used += before
    for (let from = 0; from < set.rows.length || from === 0; ) {
      const to = rowsThatFit(set, from, TABLE_ROOM - page.used - set.headHeight, legend)
      page.parts.push({ is: 'table', set, from, to })
      page.used += set.headHeight + set.rows.slice(from, to).reduce((sum, { height }) => sum + height, 0)
      from = to
      if (from >= set.rows.length) break
      page = { parts: [], used: 0, early: false }
      pages.push(page)
    }
    page.parts.push({ is: 'legend', lines: set.legend })
    page.used += legend
  }
  return pages
}

/** Where the rows of this page end: as many as fit, and some are kept for the page that bears the legend. */
function rowsThatFit({ rows }: SetTable, from: number, room: number, legend: number): number {
  let to = from
  let height = 0
  for (; to < rows.length; to++) {
    height += rows[to]?.height ?? 0
    if (height > room && to > from) return to
  }
  return height + legend <= room || to - from <= WITH_LEGEND ? to : to - WITH_LEGEND
}
