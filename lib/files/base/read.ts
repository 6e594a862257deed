import { isUtf8 } from 'node:buffer'
import { Fault } from '@/lib/domain/base/fault'
import { isNotice } from '@/lib/domain/checking/consistency'
import type { CategoryRow } from '@/lib/domain/office/category'
import { pdfText } from './pdf-text'
import { docxText } from './read-docx'
import { tablesText } from './read-tables'
import type { NamedBytes } from './tables'

/** A document to be checked: where it came from, its text as checkNotice takes it, and what of it was not read. */
export type ReadDocument = { name: string; text: string; remarks?: readonly string[] }

const MOST = 4 * 1024 * 1024
/** Characters; a notice has some ten thousand. */
const LONGEST = 500_000
const SHEETS = /\.(?:csv|xlsx)$/i
/** "%PDF". */
const PDF = [0x25, 0x50, 0x44, 0x46]
const STRANGE = /\.(?:doc|wps|xls|et|ods|odt|rtf|zip|rar|7z|ofd|pptx?|jpe?g|png|gif|tiff?)$/i

/**
 * What was handed in, as documents: text (UTF-8 or GB 18030), .docx and PDF are one each; all CSV files and workbooks together
 * are one, joined to the only other document where that has no tables of its own. Throws Fault("invalid") for a file
 * that cannot be read, is empty or too large, or holds no notice.
 */
export async function readNotice(
  files: readonly NamedBytes[],
  categories: readonly CategoryRow[],
): Promise<ReadDocument[]> {
  if (files.length === 0) throw new Fault('invalid', '没有文件，请选择要核对的通报或表格。')
  for (const file of files) refuse(file)
  const sheets = files.filter(({ name }) => SHEETS.test(name))
  const documents: ReadDocument[] = []
  for (const file of files)
    if (!SHEETS.test(file.name)) documents.push({ name: file.name, text: await textOfFile(file) })
  if (sheets.length > 0) {
    const { text, remarks } = await tablesText(sheets, categories)
    const [only, ...more] = documents
    if (only && more.length === 0 && !only.text.includes('\t'))
      Object.assign(only, { text: `${only.text}\n${text}`, remarks })
    else documents.push({ name: sheets.map(({ name }) => name).join('、'), text, remarks })
  }
  for (const { name, text } of documents) {
    if (text.length > LONGEST) throw new Fault('invalid', `“${name}”的文字过多，不像一份通报。`)
    if (!isNotice(text)) throw new Fault('invalid', `“${name}”中没有通报：既没有通报标题，也没有报送或采用统计表。`)
  }
  return documents
}

function refuse({ name, bytes }: NamedBytes): void {
  if (bytes.length === 0) throw new Fault('invalid', `“${name}”是空文件。`)
  if (bytes.length > MOST) throw new Fault('invalid', `“${name}”超过 4 MB，不能核对。`)
  if (STRANGE.test(name)) {
    throw new Fault('invalid', `“${name}”的格式不能核对，请另存为 .docx、.pdf、.xlsx、.csv 或文本文件。`)
  }
}

/** The text of a .docx or a PDF, or of a text file in UTF-8 or GB 18030. Throws Fault("invalid") for what is neither. */
export async function textOfFile({ name, bytes }: NamedBytes): Promise<string> {
  if (/\.docx$/i.test(name) || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return docxText(name, bytes)
  if (/\.pdf$/i.test(name) || PDF.every((byte, i) => bytes[i] === byte)) return pdfText(name, bytes)
  const text = decoded(name, bytes)
  if (text.includes('\0')) throw notText(name)
  return text
}

const notText = (name: string) =>
  new Fault('invalid', `“${name}”不是文本文件，请另存为 .docx、.xlsx、.csv 或文本文件。`)

function decoded(name: string, bytes: Uint8Array): string {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes)
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  } catch {
    throw notText(name)
  }
}
