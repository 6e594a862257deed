import { expect, test } from 'vitest'
import { USUAL_CATEGORIES } from '@/lib/domain/office/category'
import { checkFiles } from './check'
import { craftedZip } from './zip.testing'

const HEADS = ['序号', '单位', '报送任务', '报送条数', '报送得分', '完成率']
const ROWS = [
  ['1', '甲局', '10', '20', '5', '2'],
  ['2', '乙局', '10', '8', '4', '0.8'],
]
const letters = 'ABCDEF'
const cell = (at: string, value: string) =>
  /^[\d.]+$/.test(value)
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
const sheet = (
  rows: readonly (readonly string[])[],
  change: (at: string, cell: string) => string = (_, cell) => cell,
) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map((row, r) => {
      const cells = row.map((value, c) => change(`${letters[c]}${r + 1}`, cell(`${letters[c]}${r + 1}`, value)))
      return `<row r="${r + 1}">${cells.join('')}</row>`
    })
    .join('')}</sheetData></worksheet>`

/** A workbook of sheets as Excel writes them. */
function workbook(sheets: readonly { name: string; xml: string; state?: string }[]): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/officeDocument/2006'
  const named = sheets.map(({ name, state }, i) => {
    return `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${state ? ` state="${state}"` : ''}/>`
  })
  const relations = sheets.map((_, i) => {
    return `<Relationship Id="rId${i + 1}" Type="${main}/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`
  })
  const rels = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  return craftedZip([
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      data: rels(`<Relationship Id="rId1" Type="${main}/relationships/officeDocument" Target="xl/workbook.xml"/>`),
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${main}/relationships"><sheets>${named.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', data: rels(relations.join('')) },
    ...sheets.map(({ xml }, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data: xml })),
  ])
}

const register = ['甲局', '乙局'].map((name) => ({ name, category: 'department', aliases: [] }))
const known = { register, categories: USUAL_CATEGORIES, issued: [] }
async function reportOn(bytes: Uint8Array) {
  const [checked] = await checkFiles([{ name: '部门.xlsx', bytes }], [], known)
  return checked?.report
}

test('a sheet that Excel does not show is not judged, and said to be there', async () => {
  const wrong = sheet([HEADS, ...ROWS.map((row) => row.with(4, '9'))])
  const report = await reportOn(
    workbook([
      { name: '部门', xml: sheet([HEADS, ...ROWS]) },
      { name: '上季度', xml: wrong, state: 'hidden' },
      { name: '旧', xml: wrong, state: 'veryHidden' },
    ]),
  )
  expect(report?.faults).toEqual([])
  expect(report?.remarks).toEqual([
    '部门.xlsx（上季度）：隐藏的工作表没有核对。',
    '部门.xlsx（旧）：隐藏的工作表没有核对。',
  ])
})

test('a formula without a value is not judged, and counted', async () => {
  const formula = (at: string, cell: string) => (at === 'E3' ? `<c r="${at}"><f>5*D3/C3</f></c>` : cell)
  const report = await reportOn(workbook([{ name: '部门', xml: sheet([HEADS, ...ROWS], formula) }]))
  expect(report?.faults).toEqual([])
  expect(report?.remarks).toEqual(['附件1 区级部门报送统计表：1 格是公式，文件中没有保存计算结果，没有核对。'])
  const kept = (at: string, cell: string) => (at === 'E3' ? `<c r="${at}"><f>5*D3/C3</f><v>3</v></c>` : cell)
  expect((await reportOn(workbook([{ name: '部门', xml: sheet([HEADS, ...ROWS], kept) }])))?.faults).toHaveLength(1)
})
