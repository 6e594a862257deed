import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { checkNotice } from '@/lib/domain/checking/consistency'
import { golden2020Q3 } from '@/lib/domain/figures/golden/2020Q3'
import { printed2020Q3 } from '@/lib/domain/figures/golden/2020Q3-printed'
import { rankSpan } from '@/lib/domain/figures/ranking'
import { filledTables } from '@/lib/domain/figures/tables'
import { USUAL_CATEGORIES } from '@/lib/domain/office/category'
import { rankingCsv } from '../figures/ranking-csv'
import { rankingXlsx } from '../figures/ranking-xlsx'
import { readNotice } from './read'
import { craftedZip } from './zip.testing'

const register = golden2020Q3.units.map(({ name, category }) => ({ name, category, aliases: [] }))
const categories = USUAL_CATEGORIES
const told = (text: string) =>
  checkNotice(text, { register, categories }).faults.map(
    ({ place, printed, expected }) => `${place} | ${printed} | ${expected}`,
  )
const bytesOf = (text: string) => new TextEncoder().encode(text)
const printed = printed2020Q3()
const faults = told(printed)
const ranking = rankSpan([golden2020Q3])
const csvFiles = filledTables(ranking).map((one) => ({
  name: `2020Q3-${one.table}s.csv`,
  bytes: bytesOf(rankingCsv(one)),
}))

/** Node decodes GB 18030 but does not encode it: every character of two bytes, read back. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) codes.set(decoder.decode(new Uint8Array([high, low])), [high, low])
  }
  return new Uint8Array([...text].flatMap((letter) => codes.get(letter) ?? [letter.charCodeAt(0)]))
}

/** A text as a Word document: rows of cells become tables. */
async function docxOf(text: string): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = []
  let rows: TableRow[] = []
  const close = () => {
    if (rows.length) children.push(new Table({ rows }))
    rows = []
  }
  for (const line of text.split('\n')) {
    const cells = line.split('\t')
    if (cells.filter((cell) => cell.trim() !== '').length > 1) {
      rows.push(new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }))
    } else if (line.trim() !== '') {
      close()
      children.push(new Paragraph(line.trim()))
    }
  }
  close()
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

describe('the printed notice has the same faults', () => {
  test.each([
    ['as text', bytesOf(printed)],
    ['with a byte order mark and Windows line ends', bytesOf(`\uFEFF${printed.replace(/\n/g, '\r\n')}`)],
    ['in GB 18030', gb18030(printed)],
  ])('%s', async (_, bytes) => {
    const [document, ...more] = await readNotice([{ name: '通报.txt', bytes }], categories)
    expect(more).toEqual([])
    expect(told(document?.text ?? '')).toEqual(faults)
  })

  test('as a Word document', async () => {
    const [document] = await readNotice([{ name: '通报.docx', bytes: await docxOf(printed) }], categories)
    expect(told(document?.text ?? '')).toEqual(faults)
  })
})

test('a merged cell of a Word table stands once, blank wherever else it reaches', async () => {
  const cell = (text: string, more = {}) => new TableCell({ children: [new Paragraph(text)], ...more })
  const head = [cell('单位', { rowSpan: 2 }), cell('区级采用', { columnSpan: 2 }), cell('总分', { rowSpan: 2 })]
  const table = new Table({
    rows: [
      new TableRow({ children: head }),
      new TableRow({ children: [cell('信息'), cell('简讯')] }),
      new TableRow({ children: ['区财政局', '3', '1', '21'].map((text) => cell(text)) }),
    ],
  })
  const children = [new Paragraph('关于2020年三季度的通报'), table]
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }))
  const [document] = await readNotice([{ name: 'a.docx', bytes }], categories)
  expect(document?.text).toBe('关于2020年三季度的通报\n单位\t区级采用\t\t总分\n\t信息\t简讯\t\n区财政局\t3\t1\t21')
})

describe('tables', () => {
  test('in CSV files are one document, and ours has no faults', async () => {
    const [document, ...more] = await readNotice(csvFiles, categories)
    expect(more).toEqual([])
    expect(told(document?.text ?? '')).toEqual([])
    expect(document?.text).toContain('附件2\n\n2020年三季度区级部门政务信息采用统计表\n')
  })

  test('in a workbook are read as they are shown', async () => {
    const [document] = await readNotice(
      [{ name: '2020Q3.xlsx', bytes: await rankingXlsx('三季度', ranking) }],
      categories,
    )
    expect(document?.text).toContain('区统计局\t18\t63\t5\t350.00%')
    expect(told(document?.text ?? '')).toEqual([])
  })

  test('join the only document that has none', async () => {
    const text = '关于2020年三季度的通报\n各部门：\n三季度各单位共报送信息1387条。\n'
    const documents = await readNotice([{ name: '正文.txt', bytes: bytesOf(text) }, ...csvFiles], categories)
    expect(documents.map(({ name }) => name)).toEqual(['正文.txt'])
    expect(told(documents[0]?.text ?? '')).toEqual(['正文第1段 | 报送信息1387条 | 1386'])
  })

  test('without categories in their names are told by their units', async () => {
    const files = csvFiles.map(({ bytes }, index) => ({ name: `${index}.csv`, bytes }))
    const [document] = await readNotice(files, categories)
    expect(told(document?.text ?? '')).toEqual([])
  })
})

describe('what cannot be read is refused in words', () => {
  const bomb = craftedZip([{ name: 'word/document.xml', data: Buffer.alloc(21 * 1024 * 1024) }])
  test.each([
    ['空.txt', new Uint8Array(), '空文件'],
    ['扫描.pdf', bytesOf('%PDF-1.7'), '不是可读的 PDF'],
    ['图.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]), '不是文本文件'],
    ['坏.docx', bytesOf('PK\u0003\u0004 and no more'), '不是可读的 Word 文档'],
    ['坏.xlsx', bytesOf('PK\u0003\u0004 and no more'), '不是可读的 Excel 工作簿'],
    ['炸弹.docx', bomb, '内容过多'],
    ['大.txt', new Uint8Array(5 * 1024 * 1024).fill(65), '超过 4 MB'],
    ['别的.txt', bytesOf('今天天气很好。'), '没有通报'],
    ['别的.csv', bytesOf('甲,乙\n1,2\n'), '没有认出表头'],
  ])('%s', async (name, bytes, message) => {
    await expect(readNotice([{ name, bytes }], categories)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(message),
    })
  })

  test('a workbook without such tables', async () => {
    const bytes = await writeExcelFile([[{ value: '甲' }, { value: '乙' }]]).toBuffer()
    await expect(readNotice([{ name: 'a.xlsx', bytes }], categories)).rejects.toMatchObject({ code: 'invalid' })
  })

  test('no file at all', async () => {
    await expect(readNotice([], categories)).rejects.toMatchObject({ code: 'invalid' })
  })
})
