import { golden2020Q3 } from '@/lib/domain/figures/golden/2020Q3'
import { notice2020Q3 } from '@/lib/domain/figures/golden/2020Q3-notice'
import type { Notice } from '@/lib/domain/notices/document'
import { paginate } from '@/lib/domain/notices/pages'
import { docxOf } from '@/lib/files/notices/docx'
import { readPdf } from '@/lib/files/notices/pdf.testing'
import { officePdf } from './convert'
import { differencesOf } from './differences'

/**
 * Makes .docx as they are handed out, of an issued notice, of a draft and of a text of few lines, lets LibreOffice set them, and
 * compares page by page, line by line. What differs is told; it is a fault unless LibreOffice alone is to blame for it: it
 * stands right once the two settings that LibreOffice misreads are put as Word reads them.
 */
const issued = { ...notice2020Q3(), code: '7F3K-9Q2M-4T' }
const notices: readonly [name: string, notice: Notice][] = [
  [`${golden2020Q3.quarter} 通报`, issued],
  ['送审稿', { ...issued, code: null, unissued: true }],
  ['正文只有几行的通报', { ...issued, blocks: issued.blocks.slice(0, 2) }],
]
const soffice = process.argv[2] ?? 'soffice'
let faults = 0
for (const [name, notice] of notices) {
  const [docx, ours] = [await docxOf(notice), paginate(notice)]
  const said = differencesOf(ours, await readPdf(await officePdf(soffice, docx, 'as handed out')))
  const wrong =
    said.length > 0 ? differencesOf(ours, await readPdf(await officePdf(soffice, docx, 'as Word reads'))) : []
  faults += wrong.length
  for (const words of wrong) process.stderr.write(`${name}：${words}\n`)
  if (wrong.length > 0) continue
  process.stdout.write(`${name}：Word 文档与 PDF 版面一致，${ours.length} 页。\n`)
  if (said.length === 0) continue
  process.stdout.write(
    `  LibreOffice 没有按文档的设定处理中西文间距和行尾标点，按原样打开时有 ${said.length} 行与此不同：\n`,
  )
  for (const words of said) process.stdout.write(`    ${words}\n`)
}
process.exitCode = faults === 0 ? 0 : 1
