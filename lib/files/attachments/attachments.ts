import { createHash } from 'node:crypto'
import {
  ATTACHMENT_TYPES,
  type AttachmentType,
  attachmentFault,
  attachmentWarnings,
  baseName,
  contentFault,
  looksLike,
  searchableText,
  typeOfName,
} from '@/lib/domain/attachments/attachment'
import { Fault } from '@/lib/domain/base/fault'
import { textOfFile } from '../base/read'
import { documentIn } from '../base/read-docx'
import type { NamedBytes } from '../base/tables'
import { workbookIn } from '../base/xlsx'
import { xmlText } from '../base/xml'
import { type Parts, Unzippable } from '../base/zip'

/** A file that may be attached, read: what is kept of it, and its bytes. */
export type ReadAttachment = {
  name: string
  type: AttachmentType
  size: number
  sha256: string
  /** What search reads of it; null for what holds no text that we read. */
  text: string | null
  warnings: string[]
  bytes: Uint8Array
}

/** Ten megabytes of pictures hardly unpack to more; what unpacks to gigabytes stops here. */
const MOST_INFLATED = 40 * 1024 * 1024
/** A thousand pages. */
const WORK = { elements: 800_000, paragraphs: 50_000 }

/** Reads files to be attached. Throws Fault("invalid") at the field `attachments` for the first that may not be. */
export async function readAttachments(files: readonly NamedBytes[]): Promise<ReadAttachment[]> {
  const read: ReadAttachment[] = []
  for (const file of files) {
    const one = await readAttachment(file)
    if (!read.some(({ name, sha256 }) => name === one.name && sha256 === one.sha256)) read.push(one)
  }
  return read
}

/** The same without their bytes, which whoever asked has: `at` says of which file each is. */
export async function attachmentsIn(
  files: readonly NamedBytes[],
): Promise<(Omit<ReadAttachment, 'bytes'> & { at: number })[]> {
  const read = await readAttachments(files)
  return read.map(({ bytes, ...one }) => ({ ...one, at: files.findIndex((file) => file.bytes === bytes) }))
}

async function readAttachment({ name: given, bytes }: NamedBytes): Promise<ReadAttachment> {
  const name = baseName(given)
  const size = bytes.byteLength
  refuse(attachmentFault({ name, size }))
  const type = typeOfName(name) ?? 'txt'
  if (!looksLike(type, bytes)) throw strange(name, type)
  const { all, searched } = await TEXT[type](name, bytes).catch((error: unknown) => {
    if (!(error instanceof Unzippable)) throw error
    throw error.why === 'large' ? tooMuch(name) : strange(name, type)
  })
  refuse(contentFault(name, all))
  return {
    ...{ name, type, size, bytes },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text: searched === null ? null : searchableText(searched),
    warnings: attachmentWarnings(name, all),
  }
}

function refuse(fault: string | null): void {
  if (fault) throw new Fault('invalid', '有 1 处需要修改，内容没有提交。', { attachments: fault })
}

function strange(name: string, type: AttachmentType): Fault {
  const { name: what, endings } = ATTACHMENT_TYPES[type]
  return new Fault('invalid', '有 1 处需要修改，内容没有提交。', {
    attachments: `“${name}”打不开，不是完好的${what}（.${endings[0]}）；加了密码的请先去掉密码，再重新选择。`,
  })
}

function tooMuch(name: string): Fault {
  return new Fault('invalid', '有 1 处需要修改，内容没有提交。', {
    attachments: `“${name}”内容过多，展开后超过上限，没有附上。请拆成几份，或另存为 PDF 后再附。`,
  })
}

/** `all`: every text in the file, in which a marking may stand; `searched`: what of it search reads. */
type Texts = { all: string; searched: string | null }

const none = async (): Promise<Texts> => ({ all: '', searched: null })

const TEXT: Record<AttachmentType, (name: string, bytes: Uint8Array) => Promise<Texts>> = {
  docx: async (_name, bytes) => {
    const all = xmlOf(documentIn(bytes, MOST_INFLATED, WORK), /^word\/[^/]+\.xml$/, 'word/document.xml').join('\n')
    return { all, searched: all }
  },
  xlsx: async (_name, bytes) => {
    const { sheets, parts } = await workbookIn(bytes, MOST_INFLATED)
    const texts = xmlOf(parts, /^xl\/.+\.xml$/, 'xl/workbook.xml')
    const lines = sheets.flatMap(({ sheet, data }) => [sheet, ...data.map((row) => row.map(cellText).join('\t'))])
    const searched = lines.filter((line) => line.trim() !== '').join('\n')
    return { all: [searched, ...texts].join('\n'), searched }
  },
  txt: async (name, bytes) => {
    const text = await textOfFile({ name, bytes }).catch(() => {
      throw strange(name, 'txt')
    })
    return { all: text, searched: text }
  },
  pdf: none,
  jpg: none,
  png: none,
}

/** The texts of an office file's parts, the main one first: headers, text boxes and notes are where markings stand. */
function xmlOf(parts: Parts, wanted: RegExp, main: string): string[] {
  if (!parts.has(main)) throw new Unzippable('broken')
  const names = [main, ...[...parts.keys()].filter((name) => name !== main && wanted.test(name))]
  return names.map((name) => textOfXml(xmlText(parts.get(name) ?? Buffer.of())))
}

function cellText(cell: unknown): string {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')
}

const ENDS_LINE = /<\/(?:w:p|a:p|row|si|c|comment|oddHeader|oddFooter)>|<(?:w:br|w:cr)\b[^<>]*>/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** What stands between the tags, a line a paragraph; words that only formatting parts are joined. */
function textOfXml(xml: string): string {
  return xml
    .replace(ENDS_LINE, '\n')
    .replace(/<w:tab\b[^<>]*>/g, '\t')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, entity: string | undefined) => {
      if (entity) return ENTITIES[entity] ?? whole
      return String.fromCodePoint(Math.min(Number.parseInt(decimal ?? hex, decimal ? 10 : 16), 0x10ffff))
    })
    .replace(/\n{2,}/g, '\n')
    .trim()
}
