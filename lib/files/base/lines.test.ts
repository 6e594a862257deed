import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readUpper } from '@/lib/domain/upper/upper'
import { listsIn } from './lines'

const utf8 = (text: string) => new TextEncoder().encode(text)
const cells = async (...given: Parameters<typeof listsIn>) =>
  (await listsIn(...given)).tables.map(({ rows }) => rows.map((r) => r.cells))

describe('a list from above comes as rows of cells', () => {
  test('pasted: a row a line, cells by tabs, blank lines left out, a table apart from the lines around it', async () => {
    expect(await cells([], '目录\r\n\r\n标题\t单位\n甲\t乙\n1. 丙（丁）')).toEqual([
      [['目录']],
      [
        ['标题', '单位'],
        ['甲', '乙'],
      ],
      [['1. 丙（丁）']],
    ])
  })

  test('from text files in either encoding, and from CSV', async () => {
    const gbk = Uint8Array.from([0xb5, 0xa5, 0xce, 0xbb])
    expect(await cells([{ name: 'a.txt', bytes: gbk }], '')).toEqual([[['单位']]])
    expect(await cells([{ name: 'a.csv', bytes: utf8('标题,单位\n甲,乙\n') }], '')).toEqual([
      [
        ['标题', '单位'],
        ['甲', '乙'],
      ],
    ])
  })

  test('from a workbook, whose dates are days', async () => {
    const sheet = [
      [{ value: '标题' }, { value: '采用日期' }],
      [{ value: '减税降费落实见效' }, { value: new Date('2020-09-28T00:00:00Z'), format: 'yyyy-mm-dd' }],
    ]
    const bytes = await writeExcelFile(sheet, { sheet: '表' }).toBuffer()
    const { tables } = await listsIn([{ name: 'a.xlsx', bytes }], '')
    const usual = { kind: 'city_full', adoptedOn: null, publication: null, issueNo: null } as const
    expect(readUpper(tables, usual, { isUnit: () => false, kinds: [] }, '2020-10-20').lines).toMatchObject([
      { title: '减税降费落实见效', adoptedOn: '2020-09-28' },
    ])
  })
})

test('what cannot be read is named, and hides no other file', async () => {
  const files = [
    { name: 'a.pdf', bytes: utf8('%PDF') },
    { name: 'b.docx', bytes: utf8('no document') },
    { name: 'c.txt', bytes: new Uint8Array() },
    { name: 'd.txt', bytes: utf8('甲') },
  ]
  const { tables, faults } = await listsIn(files, '')
  expect(faults.map(({ file }) => file)).toEqual(['a.pdf', 'b.docx', 'c.txt'])
  expect(tables.map(({ file }) => file)).toEqual(['d.txt'])
})
