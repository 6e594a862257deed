import { brokenLinesOf, textWidthOf } from '../notices/breaking'
import type { Block } from '../notices/document'
import { setText, type Text } from '../notices/lines'
import { type Imprint, imprintHeight, type Page, type Part } from '../notices/pages'
import { AREA, CHARACTERS_A_LINE, HEAD, LINE, LINES_A_PAGE } from '../notices/sheet'
import { titleLines } from '../notices/title'
import { chineseDate } from '../time/quarter'
import { editionShort, type Numbered, type Publication } from './publication'

/** What stands in an edition: the text, and who contributed it. */
export type PaperEntry = { title: string; paragraphs: string[]; credit: string }

/** An edition as a document in data, to be set as page and file. */
export type EditionPaper = {
  name: string
  /** "第12期". */
  number: string
  issuer: string
  /** "2026年11月24日". */
  date: string
  entries: PaperEntry[]
}

/** 报头: the red name, the number, who publishes it and when, over a red rule. */
export type Masthead = Pick<EditionPaper, 'name' | 'number' | 'issuer' | 'date'> & { is: 'masthead'; size: number }
export type EditionPart = Masthead | Part
export type EditionPage = Omit<Page, 'parts' | 'line'> & { parts: EditionPart[] }

/** "（区财政局、中和镇供稿）". */
export function creditLineOf(units: readonly string[]): string {
  return `（${units.join('、')}供稿）`
}

/**
 * The body of an entry as it is released: who contributed it is its last line, so that a unit that is renamed later
 * changes nothing of what was released.
 */
export function releasedBody(body: string, units: readonly string[]): string {
  return `${body.trim()}\n${creditLineOf(units)}`
}

/** An entry of its title and of a body that ends with who contributed it. */
export function paperEntryOf(title: string, released: string): PaperEntry {
  const lines = released
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
  return { title, paragraphs: lines.slice(0, -1), credit: lines.at(-1) ?? '' }
}

/** An edition with its entries as a document. */
export function editionPaper(
  { name, issuer }: Pick<Publication, 'name' | 'issuer'>,
  edition: Numbered & { day: string },
  entries: readonly PaperEntry[],
): EditionPaper {
  return { name, issuer, number: editionShort(edition), date: chineseDate(edition.day), entries: [...entries] }
}

/** Lengths of the masthead in twips: from the top of the type area to the name, and the largest name. */
export const MASTHEAD = { above: 2 * LINE, largest: 1200 } as const

function nameSize(name: string): number {
  return Math.min(MASTHEAD.largest, Math.floor((AREA.width - 240) / [...name].length / 20) * 20)
}

/** With the blank line under the rule. */
export function mastheadHeight({ size }: Pick<Masthead, 'size'>): number {
  return MASTHEAD.above + size + 4 * LINE + HEAD.ruleAfterNumberLine + HEAD.rule + LINE
}

/** What flows over the pages; `binds`: it never ends one. */
type Row = { lines: number; binds: boolean } & (
  | { is: 'line'; text: Text; at: number }
  | { is: 'caption'; title: string[] }
  | { is: 'blank' }
)

/**
 * An edition as the pages that screen, print and .docx show alike: 28 characters by 22 lines, a title never parted from
 * its text, nor the contributors from the last line of it; 版记 at the foot of the last page.
 */
export function editionPages(paper: EditionPaper): EditionPage[] {
  const { name, number, issuer, date } = paper
  const masthead: Masthead = { is: 'masthead', name, number, issuer, date, size: nameSize(name) }
  const above = mastheadHeight(masthead)
  const pages = filled(rowsOf(paper), Math.floor((AREA.height - above) / LINE)).map(
    ({ rows, early }, index): EditionPage => ({
      number: index + 1,
      parts: [...(index === 0 ? [masthead] : []), ...partsOf(rows)],
      imprint: null,
      early,
      used: (index === 0 ? above : 0) + heightOf(rows) * LINE,
    }),
  )
  const imprint: Imprint = { copies: [], office: issuer, date: `${date}发刊`, code: null }
  const last = pages.at(-1)
  if (last && last.used + LINE + imprintHeight(imprint) <= AREA.height) last.imprint = imprint
  else pages.push({ number: pages.length + 1, parts: [], imprint, early: true, used: 0 })
  return pages
}

function rowsOf({ entries }: EditionPaper): Row[] {
  const contents = entries.length > 1 ? contentsOf(entries) : []
  return [
    ...contents,
    ...entries.flatMap((entry, index): Row[] => {
      const title = titleLines(entry.title)
      const texts = [...entry.paragraphs.map(paragraphOf), creditLines(entry.credit)]
      return [
        ...(index > 0 || contents.length > 0 ? [blank(false)] : []),
        { is: 'caption', title, lines: title.length, binds: true },
        blank(true),
        ...texts.flatMap((text, at) => linesIn(text, at === texts.length - 2)),
      ]
    }),
  ]
}

/** 本期要目. */
function contentsOf(entries: readonly PaperEntry[]): Row[] {
  const words = '本期要目'
  const indent = (CHARACTERS_A_LINE - textWidthOf(words)) / 2
  const runs = [{ text: words }]
  const head: Text = { kind: 'heading', runs, hang: indent, lines: [{ runs, indent, full: false }] }
  return [
    ...linesIn(head),
    ...entries.flatMap(({ title }, index) => {
      const number = `${index + 1}. `
      return linesIn(setText('attachments', [{ text: number + title }], 2, 2 + textWidthOf(number)))
    }),
  ]
}

const blank = (binds: boolean): Row => ({ is: 'blank', lines: 1, binds })

/** The lines of a text; a heading binds what follows, and so does the last line where `bound` says so. */
function linesIn(text: Text, bound = false): Row[] {
  const heading = text.kind === 'heading' || text.kind === 'subheading'
  return text.lines.map((_, at) => {
    const last = at === text.lines.length - 1
    return { is: 'line', text, at, lines: 1, binds: heading || (bound && last) }
  })
}

/** "一、" and "（一）" head a part of a text when they are no sentence. */
function paragraphOf(words: string): Text {
  const heading = !/[。；：！？]/.test(words)
  const kind: Block['kind'] =
    heading && /^[一二三四五六七八九十]+、/.test(words)
      ? 'heading'
      : heading && /^（[一二三四五六七八九十]+）/.test(words)
        ? 'subheading'
        : 'paragraph'
  return setText(kind, [{ text: words }], 2, 0)
}

/** Who contributed a text: flush right. */
function creditLines(words: string): Text {
  const runs = [{ text: words }]
  const lines = brokenLinesOf(runs, () => CHARACTERS_A_LINE).map((line, at, all) => {
    const width = textWidthOf(line.map((run) => run.text).join(''))
    return { runs: line, indent: CHARACTERS_A_LINE - width, full: at < all.length - 1 }
  })
  return { kind: 'signature', runs, hang: 0, lines }
}

type Filled = { rows: Row[]; early: boolean }

/** Pages filled row by row, one at the least. `first`: how many lines the first page holds. */
function filled(rows: readonly Row[], first: number): Filled[] {
  const pages: Filled[] = []
  let early = false
  for (let at = 0; at < rows.length; ) {
    const room = pages.length === 0 ? first : LINES_A_PAGE
    let full = at + 1
    while (full < rows.length && heightOf(rows.slice(at, full + 1)) <= room) full++
    let end = full
    if (end < rows.length) while (end > at + 1 && rows[end - 1]?.binds) end--
    // What binds from the top of a page to its foot is longer than a page.
    if (end === at + 1) end = full
    const words = withoutBlankEnd(rows.slice(at, end))
    pages.push({ rows: words, early })
    // Where a page is not full to its last line, a program that flows text would go on there.
    early = heightOf(words) < room
    at = end
    // A page begins with words.
    while (rows[at]?.is === 'blank') at++
  }
  return pages.length > 0 ? pages : [{ rows: [], early: false }]
}

function withoutBlankEnd(rows: Row[]): Row[] {
  while (rows.at(-1)?.is === 'blank') rows.pop()
  return rows
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { lines }) => sum + lines, 0)
}

/** Lines of one paragraph together again, blank lines counted. */
function partsOf(rows: readonly Row[]): Part[] {
  const parts: Part[] = []
  let of: Text | undefined
  for (const row of rows) {
    const last = parts.at(-1)
    if (row.is === 'line') {
      const { text, at } = row
      const [line, ends] = [text.lines[at], at === text.lines.length - 1]
      if (!line) continue
      if (last?.is === 'text' && of === text) {
        last.lines.push(line)
        last.ends = ends
      } else parts.push({ is: 'text', ...text, lines: [line], begins: at === 0, ends })
      of = text
      continue
    }
    of = undefined
    parts.push(row.is === 'blank' ? { is: 'blank', lines: 1 } : { is: 'caption', lines: row.title })
  }
  return parts
}
