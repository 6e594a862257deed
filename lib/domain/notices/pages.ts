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
 * full, so that a heading or the signature does not stand alone; `used` is how much of the type area its parts fill;
 * `line` is the height of a line of text on it.
 */
export type Page = Draft & { number: number | null; imprint: Imprint | null }
type Draft = { parts: Part[]; used: number; early: boolean; line: number }

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
    pages.push({ ...emptyPage(), number: null, imprint: null })
    pages.push({ ...emptyPage(), number: null, imprint })
    return pages
  }
  pages.push({ ...emptyPage(), number: pages.length + 1, imprint })
  return pages
}

const emptyPage = (): Draft => ({ parts: [], used: 0, early: true, line: LINE })

export function imprintHeight({ copies }: Imprint): number {
  return (copies.length + 1) * IMPRINT.line
}

function imprintOf({ imprint: { copies, office, date }, code }: Notice): Imprint {
  // One character in from both edges, and under the character after "抄送：".
  const room = Math.floor(AREA.width / IMPRINT.size) - 2 - 3
  return { copies: copies ? textLines(copies, room) : [], office, date: `${date}印发`, code }
}

type Flowing = { text: Text; line: PaperLine } | null

/** Lines a page that may be taken where 22 would part the text badly: up to two more, or two fewer (5.2.3). */
const TIGHTER = [LINES_A_PAGE + 1, LINES_A_PAGE + 2]
const LOOSER = [LINES_A_PAGE - 1, LINES_A_PAGE - 2]
/** More blank lines than these under a text that goes on are too many. */
const BLANK_MOST = 4

/**
 * Head, text, list of attachments and signature, all in one line pitch: the usual one, a tighter one where up to two lines
 * are missing for list and signature, or whichever leaves least of a page blank where much of it would be. A text of a few lines
 * cannot fill a page so: then the list begins under it, and its last lines alone go over with the signature.
 */
function textPages(notice: Notice): Draft[] {
  const usual = setText(notice, LINES_A_PAGE)
  if (usual.blank === 0) return usual.pages
  const tighter = TIGHTER.map((lines) => setText(notice, lines))
  const fitting = tighter.find(({ blank, pages }) => blank === 0 && pages.length < usual.pages.length)
  if (fitting) return fitting.pages
  if (usual.blank <= BLANK_MOST) return usual.pages
  const together = leastBlank([usual, ...LOOSER.map((lines) => setText(notice, lines)), ...tighter])
  if (together.blank <= BLANK_MOST) return together.pages
  const apart = [LINES_A_PAGE, ...LOOSER, ...TIGHTER].map((lines) => setText(notice, lines, false))
  return leastBlank([together, ...apart]).pages
}

const leastBlank = (all: readonly Paged[]) => all.reduce((best, other) => (other.blank < best.blank ? other : best))
type Paged = { pages: Draft[]; blank: number }

/** The text with so many lines a page, and how many stay blank where list and signature go over; a blank line flows as null. */
function setText(notice: Notice, linesAPage: number, together = true): Paged {
  const [mark, title] = [markOf(notice), titleLines(notice.title)]
  const head: Part = { is: 'head', mark, markSize: markSize(mark), number: notice.number, title }
  const above = headHeight(mark, title.length)
  const list = [...(notice.attachmentList.length > 0 ? [null] : []), ...listOf(notice).flatMap(flowing)]
  const end = [...Array<null>(aboveSignature(notice)).fill(null), ...signatureOf(notice).flatMap(flowing)]
  const body = bodyOf(notice).flatMap(flowing)
  // The list goes with the signature, unless it is as long as a page.
  const pitch = linesAPage === LINES_A_PAGE ? LINE : Math.floor(AREA.height / linesAPage)
  const [flow, tail] =
    together && list.length + end.length < linesAPage ? [body, [...list, ...end]] : [[...body, ...list], end]
  const room = { first: Math.max(1, Math.floor((AREA.height - above) / pitch)), others: linesAPage }
  const text = filled(flow, room)
  const all = withTail(text, tail, room)
  const before = all.length > text.length ? all.at(-2) : undefined
  return {
    pages: all.map(({ lines, early }, index) => ({
      parts: [...(index === 0 ? [head] : []), ...partsOf(lines)],
      used: (index === 0 ? above : 0) + lines.length * pitch,
      early,
      line: pitch,
    })),
    blank: before ? (all.length === 2 ? room.first : room.others) - before.lines.length : 0,
  }
}

function flowing(text: Text): Flowing[] {
  return text.lines.map((line) => ({ text, line }))
}

type Filled = { lines: Flowing[]; early: boolean }
/** How many lines the first page and the others hold. */
type Room = { first: number; others: number }

/** Pages filled line by line; a heading never ends one. */
function filled(flow: readonly Flowing[], room: Room): Filled[] {
  const pages: Filled[] = []
  let early = false
  for (let at = 0; at < flow.length; ) {
    const lines = flow.slice(at, at + (pages.length === 0 ? room.first : room.others))
    const full = lines.length
    if (at + full < flow.length) while (lines.length > 1 && isHeading(lines.at(-1))) lines.pop()
    pages.push({ lines, early })
    early = lines.length < full
    at += lines.length
  }
  return pages
}

/** The tail goes under the text; where it does not fit, the last lines of the text go over with it. */
function withTail(pages: Filled[], tail: readonly Flowing[], room: Room): Filled[] {
  const last = pages.at(-1)
  if (!last) return [{ lines: [...tail], early: false }]
  if (last.lines.length + tail.length <= (pages.length === 1 ? room.first : room.others)) {
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
  // A blank line before what went over is no line of this page, nor of the next.
  if (last.lines.at(-1) === null) last.lines.pop()
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
      line: LINE,
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
        page = { ...emptyPage(), used: -LINE }
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
      page = { ...emptyPage(), early: false }
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
