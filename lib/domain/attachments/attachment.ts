import { findMarkings, findWarnings, markingMessage } from '../base/secrecy'
import { countCharacters, textFault } from '../base/text'
import type { Unread } from './unread'

const MB = 1024 * 1024

export const ATTACHMENTS_MAX = 5
export const ATTACHMENT_BYTES_MAX = 10 * MB
export const ATTACHMENTS_BYTES_MAX = 20 * MB
export const ATTACHMENT_NAME_MAX = 100
/** As much of a file's text as search reads, in UTF-16 units. */
export const ATTACHMENT_TEXT_MAX = 200_000

type Kind = { name: string; endings: readonly string[]; mime: string; magic: readonly number[] }

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** What may be attached: how such a file's name ends, what it begins with (text: with anything), and what it is served as. */
export const ATTACHMENT_TYPES = {
  docx: { name: 'Word 文档', endings: ['docx'], mime: `${OFFICE}.wordprocessingml.document`, magic: ZIP },
  xlsx: { name: 'Excel 工作簿', endings: ['xlsx'], mime: `${OFFICE}.spreadsheetml.sheet`, magic: ZIP },
  pdf: { name: 'PDF 文档', endings: ['pdf'], mime: 'application/pdf', magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  txt: { name: '文本文件', endings: ['txt'], mime: 'text/plain', magic: [] },
  jpg: { name: '图片', endings: ['jpg', 'jpeg'], mime: 'image/jpeg', magic: [0xff, 0xd8, 0xff] },
  png: {
    name: '图片',
    endings: ['png'],
    mime: 'image/png',
    magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
} as const satisfies Record<string, Kind>

export type AttachmentType = keyof typeof ATTACHMENT_TYPES

/** What may be chosen in a browser: ".docx,.xlsx,…". */
export const ATTACHMENT_ACCEPT = Object.values(ATTACHMENT_TYPES)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',')

/** An attachment as it is shown. */
export type Attachment = {
  id: string
  name: string
  size: number
  type: AttachmentType
  warnings: readonly string[]
  unread: readonly Unread[]
  /** Nobody opens it any more: its name is gone too. */
  isolated: boolean
}

/** The limits in one sentence, for the form. */
export const ATTACHMENTS_HELP = `可附 ${ATTACHMENTS_MAX} 个以内的 .docx、.xlsx、.pdf、.txt、.jpg、.png 文件，每个不超过 ${sizeInWords(ATTACHMENT_BYTES_MAX)}，合计不超过 ${sizeInWords(ATTACHMENTS_BYTES_MAX)}。`

/** The last part of a name as a browser sent it: no folder, no white space around it. */
export function baseName(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? '').trim().normalize('NFC')
}

/** What kind of file a name says it is, or null. */
export function typeOfName(name: string): AttachmentType | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  const types = Object.keys(ATTACHMENT_TYPES) as AttachmentType[]
  return types.find((type) => (ATTACHMENT_TYPES[type].endings as readonly string[]).includes(ending ?? '')) ?? null
}

/** Why this file may not be attached, judged by its name and size, or null. */
export function attachmentFault({ name, size }: { name: string; size: number }): string | null {
  const odd = textFault(name)
  if (name === '' || odd) return odd ? `附件名称：${odd}` : '附件没有名称。'
  const length = countCharacters(name)
  if (length > ATTACHMENT_NAME_MAX)
    return `附件名称最多 ${ATTACHMENT_NAME_MAX} 字，“${name.slice(0, 20)}…”有 ${length} 字。`
  if (/[\n\t/\\]/.test(name) || /[\p{Bidi_Control}]/u.test(name)) return '附件名称中有不能使用的字符，请改名后再选。'
  const [marking] = findMarkings(name)
  if (marking) return markingMessage('附件名称', marking.marking)
  if (typeOfName(name) === null) return `“${name}”不是可以附上的文件，只收 .docx、.xlsx、.pdf、.txt、.jpg、.png。`
  if (size === 0) return `“${name}”是空文件。`
  if (size > ATTACHMENT_BYTES_MAX) {
    return `“${name}”有 ${sizeInWords(size)}，单个附件不能超过 ${sizeInWords(ATTACHMENT_BYTES_MAX)}。`
  }
  return null
}

/** Why these files, all that an item would then have, are too many or too large together, or null. */
export function togetherFault(files: readonly { size: number }[]): string | null {
  if (files.length > ATTACHMENTS_MAX) return `附件最多 ${ATTACHMENTS_MAX} 个，现有 ${files.length} 个。`
  const total = files.reduce((sum, { size }) => sum + size, 0)
  if (total <= ATTACHMENTS_BYTES_MAX) return null
  return `附件合计不能超过 ${sizeInWords(ATTACHMENTS_BYTES_MAX)}，现有 ${sizeInWords(total)}。`
}

/** Whether a file begins as its kind does; a text holds no NUL. */
export function looksLike(type: AttachmentType, bytes: Uint8Array): boolean {
  if (type === 'txt') return !bytes.includes(0)
  return ATTACHMENT_TYPES[type].magic.every((byte, i) => bytes[i] === byte)
}

/** Why a file with this text may not be attached, or null: a classification marking stops it. */
export function contentFault(name: string, text: string): string | null {
  const [marking] = findMarkings(text)
  return marking ? markingMessage(`附件“${name}”`, marking.marking) : null
}

/** The words of a file's name and text that ask for a second look. */
export function attachmentWarnings(name: string, text: string): string[] {
  return findWarnings(`${name}。${text}`)
}

/** A text as it is kept for search: nothing that a database refuses or nobody sees, cut at the limit. */
export function searchableText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .slice(0, ATTACHMENT_TEXT_MAX)
    .toWellFormed()
}

/** "10 MB", "1.5 MB", "24 KB"; half up, a megabyte being 1024 × 1024 bytes, at least 1 KB. */
export function sizeInWords(bytes: number): string {
  if (bytes < MB) return `${Math.max(1, Math.floor((bytes + 512) / 1024))} KB`
  const tenths = Math.floor((bytes * 10 + MB / 2) / MB)
  return tenths % 10 === 0 ? `${tenths / 10} MB` : `${Math.floor(tenths / 10)}.${tenths % 10} MB`
}

/** Where an attachment is opened. */
export function attachmentAddress(itemId: string, id: string): string {
  return `/items/${itemId}/attachments/${id}`
}
