import type { Category } from '../office/category'
import type { CategoryWords } from './category-words'
import { datesInFigures } from './date-words'
import { plainLine, squash } from './plain'
import type { Printed, PrintedTable } from './printed'
import { noticeLines } from './separators'
import { readTables, tableTitle } from './tables'

/** A paragraph of the body, its page breaks mended; text is squashed, raw as printed. */
export type TextParagraph = { text: string; place: string; lines: number[] }

/** A notice as read. Line numbers count from 0; `places` says of every line where it stands. */
export type PrintedNotice = {
  lines: readonly string[]
  places: readonly string[]
  title: Printed | null
  number: Printed | null
  addressees: Printed | null
  paragraphs: TextParagraph[]
  list: Printed[]
  tables: PrintedTable[]
}

const NUMBER = /^[^。,;:、]{2,16}[〔[(【]\d{4}[〕\])】]\d{0,5}号$/

const TITLE = /关于.*(?:通报|情况)$|通报$/

const LIST_BEGIN = /^附件:|^附:/

const ATTACHMENT = /^附件\d*$/

const DATE = /^\d{4}年\d{1,2}月\d{1,2}日$/

const HEADING = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^。]{1,20}$/

/** Reads any text as a notice: what is not found is null or empty. Never throws. categoryOf asks the register. */
export function readNoticeText(
  text: string,
  words: CategoryWords,
  categoryOf: (unit: string) => Category | null,
): PrintedNotice {
  const lines = noticeLines(text)
  const all = lines.map(printedLine)
  const tablesFrom = startOfTables(all)
  const places: string[] = lines.map((_, index) => `第${index + 1}行`)
  const front = all.slice(0, tablesFrom).filter((line) => line.text !== '')
  const listFrom = front.findIndex((line) => LIST_BEGIN.test(line.text))
  const text0 = listFrom < 0 ? front : front.slice(0, listFrom)
  const tail = listFrom < 0 ? [] : front.slice(listFrom)
  const number = text0.find((line, index) => index < 8 && NUMBER.test(line.text)) ?? null
  const title = text0.find((line, index) => index < 8 && TITLE.test(line.text.slice(0, 200)) && line !== number) ?? null
  const addressees = text0.find((line, index) => index < 10 && /:$/.test(line.text) && line !== title) ?? null
  for (const [what, line] of [
    ['标题', title],
    ['文号', number],
    ['主送机关', addressees],
  ] as const) {
    if (line) places[line.line] = what
  }
  const bodyFrom = Math.max(-1, ...[title, number, addressees].map((line) => (line ? text0.indexOf(line) : -1)))
  const { paragraphs, rest } = paragraphsOf(text0.slice(bodyFrom + 1))
  for (const { place, lines: own } of paragraphs) for (const line of own) places[line] = place
  const list = tail.filter((line, index) => index === 0 || isListed(line.text, tail.slice(1, index)))
  for (const line of list) places[line.line] = '附件清单'
  for (const line of [...rest, ...tail.filter((line) => !list.includes(line))]) {
    places[line.line] = DATE.test(line.text) ? '成文日期' : '落款'
  }
  const tables = readTables(all, tablesFrom, places, words, categoryOf)
  return { lines, places, title, number, addressees, paragraphs, list: list.map(withoutNumber), tables }
}

function printedLine(line: string, index: number): Printed {
  if (!line.includes('\t')) {
    const plain = plainLine(line)
    const text = datesInFigures(squash(plain))
    return { raw: plain.trim(), text, line: index, cells: [text] }
  }
  const cells = line.split('\t').map((cell) => squash(plainLine(cell)))
  return { raw: line.trim(), text: cells.join(''), line: index, cells }
}

function startOfTables(all: readonly Printed[]): number {
  const row = all.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length > 1)
  const label = all.findLastIndex(({ text }, index) => ATTACHMENT.test(text) && (row < 0 || index < row))
  if (label >= 0) return label
  if (row < 0) return all.length
  // The title of a table stands right above it.
  let from = row
  for (let index = row - 1, left = 3; index >= 0 && left > 0; index--) {
    const text = all[index]?.text ?? ''
    if (text === '') continue
    left--
    if (tableTitle(text)) from = index
  }
  return from
}

/** An entry of the list: right below the first, as long as nothing else came between. */
function isListed(text: string, between: readonly Printed[]): boolean {
  const entry = /统计表|^\d{1,2}[.、]/.test(text) && !DATE.test(text)
  return entry && (between.length === 0 || isListed(between.at(-1)?.text ?? '', between.slice(0, -1)))
}

function withoutNumber({ raw, line }: Printed): Printed {
  const bare = raw.replace(/^\s*附件?\s*[:：]\s*/, '').replace(/^\s*[\d０-９]{1,2}\s*[.．、]\s*(?=\D|20\d\d)/, '')
  return { raw: bare, text: squash(bare), line, cells: [] }
}

/** Lines joined where a page broke a sentence. Without a list of attachments, what stands below is the signature. */
function paragraphsOf(lines: readonly Printed[]): { paragraphs: TextParagraph[]; rest: Printed[] } {
  const date = lines.findIndex((line) => DATE.test(line.text))
  const named = date > 0 && !/[。:;]$/.test(lines[date - 1]?.text ?? '')
  const end = date < 0 ? lines.length : named ? date - 1 : date
  const paragraphs: TextParagraph[] = []
  let open = false
  for (const { text, line } of lines.slice(0, end)) {
    const last = paragraphs.at(-1)
    if (open && last && !HEADING.test(text)) {
      last.text += text
      last.lines.push(line)
    } else paragraphs.push({ text, place: `正文第${paragraphs.length + 1}段`, lines: [line] })
    open = !HEADING.test(text) && !/[。:;!?)]$/.test(text)
  }
  return { paragraphs, rest: lines.slice(end) }
}
