import { isUtf8 } from 'node:buffer'
import type { Unread } from '@/lib/domain/attachments/unread'
import { glimpsesOf } from './glimpses'
import { isUnreadable, linesOfPage } from './pdf-lines'
import { xmlText } from './xml'
import { wordsOfXml } from './xml-words'
import { Unzippable, unzip } from './zip'

/** What all that lies in a file may take together. */
export type Work = { elements: number; paragraphs: number; bytes: number }

/** A file or a part of one, under its path: parts of a file within a file stand behind a “!”. */
export type FilePart = { path: string; bytes: Buffer }

/** What a piece says: its text with the name of its root, what is only judged, what lies in it, what cannot be read. */
export type OpenedPart = { root?: string; text?: string; judged?: string[]; within?: FilePart[]; unread?: Unread[] }

type Container = {
  is: (piece: FilePart) => boolean
  open: (piece: FilePart, work: Work) => OpenedPart | Promise<OpenedPart>
}

const begins = (...heads: (readonly number[])[]) => {
  const known = heads.map((head) => Buffer.from(head))
  return ({ bytes }: FilePart) => known.some((head) => bytes.subarray(0, head.length).equals(head))
}
const signs = (text: string) => [...Buffer.from(text, 'latin1')]
const called =
  (name: RegExp) =>
  ({ path }: FilePart) =>
    name.test(path)
const seen =
  (...unread: Unread[]) =>
  ({ bytes }: FilePart): OpenedPart => ({ judged: glimpsesOf(bytes), unread })

/** Every kind of file in which words may stand, the first that fits: by what the bytes are, since a part may be named anything. */
export const CONTAINERS: readonly Container[] = [
  // What every office writes and no author sees: settings of printers, fonts, the small picture of the first page.
  { is: called(/(?:\/printerSettings\d*\.bin|\.odttf|docProps\/thumbnail\.\w+)$/i), open: seen() },
  { is: begins(signs('PK\x03\x04')), open: zipped },
  { is: called(/\.(?:xml|rels)$/i), open: xml },
  { is: begins(signs('%PDF-')), open: pdf },
  {
    is: begins(
      [0xff, 0xd8, 0xff],
      signs('\x89PNG'),
      signs('GIF8'),
      signs('BM'),
      signs('II*\0'),
      signs('MM\0*'),
      signs('RIFF'),
      [1, 0, 0, 0],
      [0xd7, 0xcd, 0xc6, 0x9a],
    ),
    open: seen('picture'),
  },
  { is: isMarkup, open: markup },
  { is: isText, open: ({ bytes }) => ({ text: textOf(bytes) }) },
  { is: () => true, open: seen('object') },
]

function zipped({ path, bytes }: FilePart, work: Work): OpenedPart {
  const parts = unzip(bytes, work.bytes, () => true)
  work.bytes -= [...parts.values()].reduce((sum, { length }) => sum + length, 0)
  const inner = (name: string) => (path === '' ? name : `${path}!${name}`)
  const within = [...parts].flatMap(([name, part]) => (part.length > 0 ? [{ path: inner(name), bytes: part }] : []))
  return { judged: [...parts.keys()], within }
}

function xml({ bytes }: FilePart, work: Work): OpenedPart {
  const { root, text, aside } = wordsOfXml(xmlText(bytes), work)
  return { root, text, judged: aside }
}

async function pdf({ path, bytes }: FilePart): Promise<OpenedPart> {
  const { pdfIn, UnreadablePdf } = await import('./read-pdf')
  const read = await pdfIn(bytes).catch((error: unknown) => {
    throw error instanceof UnreadablePdf ? new Unzippable('broken') : error
  })
  const { pages, skipped, aside, within } = read
  // Lines end where the page does, so a word may go on behind them.
  const flowing = pages.map(({ text }) => text.replaceAll('\n', ''))
  // The head of a picture is never packed, whatever else is.
  const pictures = /\/Subtype\s*\/Image\b/.test(bytes.toString('latin1'))
  return {
    text: pages
      .map((page) =>
        linesOfPage(page)
          .map((line) => line.text)
          .join('\n'),
      )
      .join('\n'),
    judged: [...flowing, ...aside],
    within: within.map((one) => ({ path: `${path}!${one.name}`, bytes: Buffer.from(one.bytes) })),
    unread: [
      ...(pages.some(isUnreadable) ? (['page'] as const) : []),
      ...(pictures ? (['picture'] as const) : []),
      ...(skipped > 0 ? (['rest'] as const) : []),
    ],
  }
}

/** Whether the first thing in it is a tag, in whichever code. */
function isMarkup({ bytes }: FilePart): boolean {
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(bytes.toString('latin1', 0, 64))
}

/** Markup that is no XML, or more than its own, is text between tags all the same. */
function markup(piece: FilePart, work: Work): OpenedPart {
  try {
    return xml(piece, work)
  } catch (error) {
    if (!(error instanceof Unzippable) || error.why !== 'broken') throw error
    const text = isText(piece) ? textOf(piece.bytes) : piece.bytes.toString('utf16le')
    return { text: text.replace(/<[^<>]*>/g, ''), judged: [text] }
  }
}

function isText({ bytes }: FilePart): boolean {
  return !bytes.includes(0) && (isUtf8(bytes) || decoded(bytes) !== null)
}

function textOf(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : (decoded(bytes) ?? '')
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
