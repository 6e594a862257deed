import { createHash } from 'node:crypto'
import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { craftedPdf } from '../base/crafted-pdf.testing'
import { craftedZip } from '../base/zip.testing'
import { readAttachments } from './attachments'

const utf8 = (text: string) => new TextEncoder().encode(text)
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])

async function docx(children: (Paragraph | Table)[], header?: string): Promise<Uint8Array> {
  const headers = header ? { default: new Header({ children: [new Paragraph(header)] }) } : {}
  return Packer.toBuffer(new Document({ sections: [{ headers, children }] }))
}

const xlsx = (cells: (string | number)[][]) =>
  writeExcelFile(cells.map((row) => row.map((value) => ({ value })))).toBuffer()

const read = async (name: string, bytes: Uint8Array) => {
  const [one] = await readAttachments([{ name, bytes }])
  return one
}
const refused = (name: string, bytes: Uint8Array) =>
  read(name, bytes).then(
    () => null,
    (error: { code: string; fields: Record<string, string> }) =>
      error.code === 'invalid' ? error.fields.attachments : error,
  )

describe('the text of a file', () => {
  test('of Word: paragraphs, tables, headers; a word that formatting parts is whole', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
    const table = new Table({ rows: [new TableRow({ children: [cell('亩产'), cell('九百公斤 & 以上')] })] })
    const runs = new Paragraph({ children: [new TextRun('柑'), new TextRun({ text: '橘', bold: true })] })
    const one = await read('橘.docx', await docx([runs, table], '样例一局'))
    expect(one?.text).toContain('柑橘\n')
    expect(one?.text).toContain('九百公斤 & 以上')
    expect(one?.text).toContain('样例一局')
    expect(one?.text).not.toMatch(/[<>]/)
  })
  test('of Excel: names of sheets and cells as numbers and words', async () => {
    const one = await read(
      '表.xlsx',
      await xlsx([
        ['品种', '亩产'],
        ['春见', 1250],
      ]),
    )
    expect(one?.text).toContain('品种\t亩产\n春见\t1250')
  })
  test('of text in UTF-8 and in GBK', async () => {
    expect((await read('a.txt', utf8('鲜茧收购')))?.text).toBe('鲜茧收购')
    expect((await read('a.txt', new Uint8Array([0xd6, 0xd0, 0xce, 0xc4])))?.text).toBe('中文')
  })
  test('of PDF: its lines; of pictures and scans there is none', async () => {
    expect(await read('图.png', png)).toMatchObject({ type: 'png', text: null, warnings: [] })
    const pdf = craftedPdf({ pages: [[[72, 700, '秘密']]] })
    expect(await read('报告.pdf', pdf)).toMatchObject({ type: 'pdf', text: '秘密', warnings: ['秘密'] })
    expect(await read('扫描.pdf', craftedPdf({ pages: [[]] }))).toMatchObject({ text: null })
  })
  test('comes with the size and digest of the file, under its name alone', async () => {
    const one = await read('C:\\桌面\\a.txt', utf8('一'))
    const sha256 = createHash('sha256').update('一').digest('hex')
    expect(one).toMatchObject({ name: 'a.txt', size: 3, sha256, type: 'txt' })
  })
})

describe('a marking stops a file, wherever it stands', () => {
  const marked = '机密★10年'
  test.each([
    ['in a paragraph', async () => docx([new Paragraph(marked)])],
    ['in a header', async () => docx([new Paragraph('正文')], marked)],
    ['parted by formatting', async () => docx([new Paragraph({ children: [new TextRun('机密'), new TextRun('★')] })])],
  ])('of Word: %s', async (_where, make) => expect(await refused('a.docx', await make())).toContain('机要渠道'))

  test('of Excel, of text, of a name', async () => {
    expect(await refused('a.xlsx', await xlsx([['甲', marked]]))).toContain('机要渠道')
    expect(await refused('a.txt', utf8(marked))).toContain('附件“a.txt”中有密级标志')
    expect(await refused('秘密★.png', png)).toContain('机要渠道')
  })

  test('beyond what search keeps of a text', async () => {
    expect(await refused('a.txt', utf8(`${'长'.repeat(250_000)}${marked}`))).toContain('机要渠道')
  })

  test('but a word alone only asks for a second look', async () => {
    expect((await read('a.docx', await docx([new Paragraph('涉及工作秘密的')])))?.warnings).toEqual(['工作秘密'])
  })
})

describe('what a file is not, is said in words', () => {
  test.each([
    ['a picture under the name of a document', '图.docx', png],
    ['a text under the name of a picture', '图.png', utf8('不是图')],
    ['a broken Word document', '坏.docx', utf8('PK\u0003\u0004 and no more')],
    ['a broken workbook', '坏.xlsx', utf8('PK\u0003\u0004 and no more')],
    ['a broken PDF', '坏.pdf', utf8('%PDF-1.7 and no more')],
    ['a document with a password', '密.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
    ['a picture under the name of a text', '图.txt', png],
  ])('%s', async (_what, name, bytes) => expect(await refused(name, bytes)).toContain('不是完好的'))

  test('a workbook under the name of a document, and the other way round', async () => {
    expect(await refused('表.docx', await xlsx([['甲']]))).toContain('不是完好的Word 文档')
    expect(await refused('文.xlsx', await docx([new Paragraph('甲')]))).toContain('不是完好的Excel 工作簿')
  })

  test('a document that unpacks to far more than it is', async () => {
    const bomb = craftedZip([{ name: 'word/document.xml', data: Buffer.alloc(64 * 1024 * 1024, '<') }])
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await refused('炸弹.docx', bomb)).toContain('内容过多')
  })
})

test('the same file chosen twice is one', async () => {
  const bytes = utf8('一')
  const read = await readAttachments([
    { name: 'a.txt', bytes },
    { name: 'a.txt', bytes },
    { name: 'b.txt', bytes },
  ])
  expect(read.map(({ name }) => name)).toEqual(['a.txt', 'b.txt'])
})
