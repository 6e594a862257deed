import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A word where it stands: millimetres from the left and upper edges of the page, `size` in points. */
export type PdfWord = { text: string; left: number; right: number; baseline: number; size: number }

/** A page: its words in the order in which they were written, and the same as a text, a line where the file ends one. */
export type PdfPage = { width: number; height: number; words: PdfWord[]; text: string }

/** A PDF, read: its pages, whatever else is written in it (properties, bookmarks, remarks, forms, alt texts), files within. */
export type PdfRead = {
  pages: PdfPage[]
  /** How many pages were not read, since there are too many. */
  skipped: number
  aside: string[]
  within: { name: string; bytes: Uint8Array }[]
}

/** Why a PDF is not read: it is no PDF, or asks for a password. */
export class UnreadablePdf extends Error {}

/** A quarter's report with its tables has some thirty. */
const MOST_PAGES = 200
const MOST_CHARACTERS = 2_000_000
const MM = 25.4 / 72

/** Reads a PDF. Only in a process for files (lib/files/pool): what it may take is bounded there. Throws UnreadablePdf. */
export async function pdfIn(bytes: Uint8Array): Promise<PdfRead> {
  const task = getDocument({ ...OPTIONS, ...maps(), data: Uint8Array.from(bytes) })
  try {
    const document = await task.promise
    const { aside, ...pages } = await pagesOf(document)
    const beside = await besideIn(document)
    return { ...pages, within: beside.within, aside: [...aside, ...beside.aside] }
  } catch (error) {
    throw new UnreadablePdf(String(error))
  } finally {
    await task.destroy()
  }
}

// No code is made of a font's programs, and no font of this machine stands in: text is all that is asked.
const OPTIONS = { useSystemFonts: false, disableFontFace: true, isEvalSupported: false, verbosity: 0 }

/** Where the kept tables of Chinese encodings lie, without which older files say nothing. */
function maps() {
  const folder = dirname(createRequire(join(process.cwd(), 'package.json')).resolve('pdfjs-dist/package.json'))
  return { cMapUrl: `${folder}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${folder}/standard_fonts/` }
}

async function pagesOf(document: PDFDocumentProxy) {
  const pages: PdfPage[] = []
  const aside: string[] = []
  let characters = 0
  for (let n = 1; n <= Math.min(document.numPages, MOST_PAGES) && characters < MOST_CHARACTERS; n++) {
    const page = await document.getPage(n)
    const read = await pageOf(page)
    aside.push(...stringsIn(await page.getAnnotations({ intent: 'any' })), ...stringsIn(await page.getStructTree()))
    page.cleanup()
    pages.push(read)
    characters += read.text.length
  }
  return { pages, skipped: document.numPages - pages.length, aside }
}

async function pageOf(page: PDFPageProxy): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const words: PdfWord[] = []
  let text = ''
  for (const item of items) {
    if (!('str' in item)) continue
    const said = characters(item.str)
    text += item.hasEOL ? `${said}\n` : said
    if (said.trim() === '') continue
    const [, , c = 0, d = 0, x = 0, y = 0] = Util.transform(transform, item.transform) as number[]
    const [left, right] = [x * MM, (x + item.width) * MM]
    words.push(...parted({ text: said, left, right, baseline: y * MM, size: Math.hypot(c, d) }))
  }
  return { width: width * MM, height: height * MM, words, text }
}

/** A blank between words wider than this part of a letter may be the border of two narrow columns. */
const WIDE_BLANK = 0.4

/** Letters that were drawn apart come as one word with a blank between them: its parts where the blanks are wide. */
function parted(word: PdfWord): PdfWord[] {
  const parts = word.text.trim().split(/ +/)
  const letter = word.size * MM
  const wide = (text: string) => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? letter : letter / 2), 0)
  const blank = (word.right - word.left - parts.reduce((sum, text) => sum + wide(text), 0)) / (parts.length - 1)
  if (parts.length === 1 || blank < WIDE_BLANK * letter) return [word]
  let left = word.left
  return parts.map((text, i) => {
    const own = { ...word, text, left, right: i === parts.length - 1 ? word.right : left + wide(text) }
    left = own.right + blank
    return own
  })
}

async function besideIn(document: PDFDocumentProxy) {
  const { info, metadata } = await document.getMetadata()
  const [outline, labels, files] = [
    await document.getOutline(),
    await document.getPageLabels(),
    await document.getAttachments(),
  ]
  const within = Object.values((files ?? {}) as Record<string, { filename: string; content: Uint8Array }>)
  const said = [info, metadata?.getRaw(), outline, labels, within.map(({ filename }) => filename)]
  return { aside: said.flatMap(stringsIn), within: within.map((one) => ({ name: one.filename, bytes: one.content })) }
}

/** All strings in a value, however deep. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  return Object.values(value).flatMap(stringsIn)
}

// In some fonts a character and its radical share a glyph, and the PDF names the radical.
const RADICALS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻓': '长',
  '⻅': '见',
  '⻋': '车',
  '⻔': '门',
  '⻢': '马',
  '⻄': '西',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻪': '黾',
  '⻳': '龟',
  '⻁': '虎',
  '⻆': '角',
  '⻉': '贝',
  '⻤': '鬼',
  '⻣': '骨',
  '⻘': '青',
}

function characters(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, (one) => RADICALS[one] ?? one.normalize('NFKC'))
}
