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
import type { Unread } from '@/lib/domain/attachments/unread'
import { Fault } from '@/lib/domain/base/fault'
import { textOfFile } from '../base/read'
import { type FileWords, saidIn } from '../base/said'
import type { NamedBytes } from '../base/tables'
import { workbookIn } from '../base/xlsx'
import { Unzippable } from '../base/zip'

/** A file that may be attached, read: what is kept of it, and its bytes. */
export type ReadAttachment = {
  name: string
  type: AttachmentType
  size: number
  sha256: string
  /** What search reads of it; null for what holds no text that we read. */
  text: string | null
  warnings: string[]
  /** What of it could not be checked. */
  unread: Unread[]
  bytes: Uint8Array
}

/** Ten megabytes of pictures hardly unpack to more; what unpacks to gigabytes stops here. */
const MOST_INFLATED = 40 * 1024 * 1024
/** A thousand pages. */
const WORK = { elements: 800_000, paragraphs: 50_000, bytes: MOST_INFLATED }

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
  const {
    all,
    judged = [],
    searched,
    unread = [],
  } = await TEXT[type](name, bytes).catch((error: unknown) => {
    if (!(error instanceof Unzippable)) throw error
    throw error.why === 'large' ? tooMuch(name) : strange(name, type)
  })
  refuse(contentFault(name, [all, ...judged].join(APART)))
  return {
    ...{ name, type, size, bytes, unread },
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

/** `all`: every text in the file; `judged`: what may hold a marking besides; `searched`: what of it search reads. */
type Texts = { all: string; judged?: string[]; searched: string | null; unread?: Unread[] }

/** Between texts that have nothing to do with each other. */
const APART = '\n。\n'

async function everything(bytes: Uint8Array): Promise<FileWords & { all: string }> {
  const said = await saidIn(bytes, { ...WORK })
  return { ...said, all: said.parts.map(({ text }) => text).join(APART) }
}

const TEXT: Record<AttachmentType, (name: string, bytes: Uint8Array) => Promise<Texts>> = {
  docx: async (_name, bytes) => {
    const { parts, ...said } = await everything(bytes)
    const main = parts.find(({ path, root }) => root === 'document' && !path.includes('!'))
    if (!main) throw new Unzippable('broken')
    // Headers, notes and remarks after it.
    const more = parts.filter((part) => part !== main && /^word\/[^/]+\.xml$/.test(part.path))
    return { ...said, searched: [main, ...more].map(({ text }) => text).join('\n') }
  },
  xlsx: async (_name, bytes) => {
    const { sheets } = await workbookIn(bytes, MOST_INFLATED)
    const { all, judged, unread } = await everything(bytes)
    const lines = sheets.flatMap(({ sheet, data }) => [sheet, ...data.map((row) => row.map(cellText).join('\t'))])
    const searched = lines.filter((line) => line.trim() !== '').join('\n')
    return { all: searched, judged: [all, ...judged], unread, searched }
  },
  pdf: async (_name, bytes) => {
    const { all, judged, unread } = await everything(bytes)
    return { all, judged, unread, searched: all.trim() === '' ? null : all }
  },
  txt: async (name, bytes) => {
    const text = await textOfFile({ name, bytes }).catch(() => {
      throw strange(name, 'txt')
    })
    return { all: text, searched: text }
  },
  jpg: picture,
  png: picture,
}

async function picture(_name: string, bytes: Uint8Array): Promise<Texts> {
  return { ...(await everything(bytes)), searched: null }
}

function cellText(cell: unknown): string {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')
}
