import mammoth from 'mammoth'
import { Fault } from '@/lib/domain/base/fault'
import { withOlderBoxes } from './text-boxes'
import { walkXml, xmlText } from './xml'
import { type Parts, Unzippable, unzip, zip } from './zip'

/** A notice with its tables unpacks to well below a megabyte. */
const MOST_INFLATED = 20 * 1024 * 1024
/** A notice of a hundred units has some thirty thousand elements, and three thousand paragraphs. */
const WORK = { elements: 120_000, paragraphs: 20_000 }

/** The text of a Word document: a line a paragraph, a table's row as its cells joined by tabs. Throws Fault("invalid"). */
export async function docxText(name: string, bytes: Uint8Array): Promise<string> {
  try {
    return linesOfHtml(await htmlOf(documentIn(bytes, MOST_INFLATED, WORK))).join('\n')
  } catch (error) {
    if (!(error instanceof Unzippable)) throw error
    if (error.why === 'large')
      throw new Fault('invalid', `“${name}”内容过多，不像一份通报，不能读取。请只保留正文和表格，另存后再试。`)
    throw new Fault('invalid', `“${name}”不是可读的 Word 文档（.docx），请重新另存为 .docx 后再核对。`)
  }
}

/** The XML of a Word document, when it is one and no more than may be read. Throws Unzippable. */
export function documentIn(bytes: Uint8Array, most: number, work: { elements: number; paragraphs: number }): Parts {
  const parts = unzip(bytes, most, (name) => /\.(?:xml|rels)$/.test(name))
  const budget = { elements: work.elements }
  let { paragraphs } = work
  for (const part of parts.values())
    walkXml(xmlText(part), budget, (name) => {
      if (name === 'p' && --paragraphs < 0) throw new Unzippable('large')
    })
  return parts
}

async function htmlOf(parts: Parts): Promise<string> {
  // Pictures say nothing here, and inlined they would be most of the text.
  const options = { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) }
  const older = new Map([...parts].map(([name, part]) => [name, boxesIn(name, part)]))
  const { value } = await mammoth.convertToHtml({ buffer: zip(older) }, options).catch(() => {
    throw new Unzippable('broken')
  })
  return value
}

function boxesIn(name: string, part: Buffer): Buffer {
  if (!name.endsWith('.xml') || !part.includes('txbxContent')) return part
  return Buffer.from(withOlderBoxes(xmlText(part)).replace(/^(<\?xml[^>]*?encoding=["'])[^"']*/, '$1UTF-8'))
}

type Span = { text: string; left: number }

/** Lines of mammoth's HTML. A merged cell stands once, blank wherever else it reaches. */
function linesOfHtml(html: string): string[] {
  const lines: string[] = []
  let text = ''
  let depth = 0
  let row: string[] = []
  let below: Span[] = []
  let [across, down] = [1, 1]
  const flush = () => {
    if (text.trim() !== '') lines.push(...text.split('\n').map((line) => line.replace(/\t/g, '　')))
    text = ''
  }
  const fill = () => {
    for (let span = below[row.length]; span && span.left > 0; span = below[row.length]) {
      span.left--
      row.push('')
    }
  }
  for (const piece of html.split(/(<[^<>]*>)/)) {
    const tag = /^<(\/?)([a-z0-9]+)/.exec(piece)
    if (!tag) text += decoded(piece)
    else if (tag[2] === 'br') text += depth ? '' : '\n'
    else if (tag[2] === 'table') {
      flush()
      depth += tag[1] ? -1 : 1
      below = []
    } else if (depth !== 1) {
      if (depth === 0 && /^(?:p|li|h[1-6]|ul|ol)$/.test(tag[2] ?? '')) flush()
    } else if (tag[2] === 'tr') {
      if (tag[1]) {
        fill()
        lines.push(row.join('\t'))
      }
      row = []
    } else if (tag[2] === 'td' || tag[2] === 'th') {
      if (!tag[1]) {
        text = ''
        across = Number(/colspan="(\d{1,3})"/.exec(piece)?.[1] ?? 1)
        down = Number(/rowspan="(\d{1,4})"/.exec(piece)?.[1] ?? 1)
        continue
      }
      fill()
      for (let i = 0; i < across; i++) {
        below[row.length] = { text: '', left: down - 1 }
        row.push(i === 0 ? text.replace(/\s+/g, ' ').trim() : '')
      }
      text = ''
    }
  }
  flush()
  return lines
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|([a-z]+));/g, (whole, code: string | undefined, name: string | undefined) =>
    code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : (ENTITIES[name ?? ''] ?? whole),
  )
}
