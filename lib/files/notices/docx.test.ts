import JSZip from 'jszip'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkNotice } from '@/lib/domain/checking/consistency'
import { notice2020Q3 } from '@/lib/domain/figures/golden/2020Q3-notice'
import { DRAFT_MARK, unissued } from '@/lib/domain/notices/document'
import { noticeText } from '@/lib/domain/notices/text'
import { USUAL_CATEGORIES } from '@/lib/domain/office/category'
import { docxText } from '../base/read-docx'
import { docxOf } from './docx'
import { goldenRows } from './golden.testing'

const attribute = (xml: string, element: string, name: string) => {
  return [...xml.matchAll(new RegExp(`<w:${element}\\b[^>]*?w:${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '')
}
const count = (xml: string, part: string) => xml.split(part).length - 1

describe('the .docx of the 2020 Q3 notice', () => {
  const notice = { ...notice2020Q3(), code: '7F3K-9Q2M-4T' }
  let bytes: Uint8Array
  const xml: Record<string, string> = {}

  beforeAll(async () => {
    bytes = await docxOf(notice)
    const zip = await JSZip.loadAsync(bytes)
    for (const [path, file] of Object.entries(zip.files)) if (!file.dir) xml[path] = await file.async('string')
  })
  const document = () => xml['word/document.xml'] ?? ''
  const styles = () => xml['word/styles.xml'] ?? ''

  test('is of A4 pages with margins of 37, 35, 28 and 26 mm', () => {
    expect([attribute(document(), 'pgSz', 'w'), attribute(document(), 'pgSz', 'h')]).toEqual([['11906'], ['16838']])
    const margin = (side: string) => Number(attribute(document(), 'pgMar', side)[0]) * (25.4 / 1440)
    expect(Math.abs(margin('top') - 37)).toBeLessThan(0.1)
    expect(Math.abs(margin('bottom') - 35)).toBeLessThan(0.1)
    expect(Math.abs(margin('left') - 28)).toBeLessThan(0.1)
    expect(Math.abs(margin('right') - 26)).toBeLessThan(0.1)
  })

  test('sets its text in exact lines of 28.95 pt, 16 pt, tight enough for 28 characters, indented by 640 twips', () => {
    const style = /<w:style [^>]*w:styleId="paragraph".*?<\/w:style>/.exec(styles())?.[0] ?? ''
    expect(style).toContain('w:line="579" w:lineRule="exact"')
    expect(style).toContain('<w:ind w:firstLine="640"/>')
    expect(style).toContain('<w:sz w:val="32"/>')
    expect(28 * (320 + Number(/<w:spacing w:val="(-\d+)"/.exec(style)?.[1]))).toBeLessThanOrEqual(8844)
    expect(style).toContain('<w:widowControl w:val="0"/>')
    expect(style).toContain('<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>')
  })

  test('names a font for every script in every style, those of official documents', () => {
    const all = styles().match(/<w:style .*?<\/w:style>/g) ?? []
    expect(all.length).toBeGreaterThan(15)
    for (const style of all) {
      const [, ...fonts] = /w:ascii="(.*?)" w:hAnsi="(.*?)" w:eastAsia="(.*?)" w:cs="(.*?)"/.exec(style) ?? []
      expect(new Set(fonts).size, style).toBe(1)
      expect(['仿宋_GB2312', '楷体_GB2312', '黑体', '方正小标宋简体', '宋体']).toContain(fonts[0])
    }
    const used = new Set(attribute(document(), 'pStyle', 'val'))
    for (const id of used) expect(styles()).toContain(`w:styleId="${id}"`)
    expect([...used].filter((id) => !/^[a-zN]/.test(id))).toEqual([])
  })

  test('has a red head over a red rule', () => {
    expect(/w:styleId="mark".*?<\/w:style>/.exec(styles())?.[0]).toContain('C1272D')
    expect(document()).toMatch(/<w:pBdr><w:bottom w:val="single" w:color="C1272D"/)
    expect(document()).toContain(`w:before="${Math.round((35 * 1440) / 25.4)}"`)
  })

  test('fixes the widths of its tables, repeats their heads and breaks no row', () => {
    const tables = document().match(/<w:tbl>.*?<\/w:tbl>/g) ?? []
    expect(tables).toHaveLength(5)
    for (const table of tables) {
      expect(table).toContain('<w:tblLayout w:type="fixed"/>')
      const widths = attribute(table, 'gridCol', 'w').map(Number)
      expect(Math.abs(widths.reduce((sum, width) => sum + width, 0) - 8844)).toBeLessThanOrEqual(1)
      expect(count(table, '<w:cantSplit/>')).toBe(count(table, '<w:tr>'))
      expect(count(table, '<w:tcW ')).toBe(count(table, '<w:tc>'))
    }
    for (const table of tables.slice(0, 4)) expect(count(table, '<w:tblHeader/>')).toBe(1)
  })

  test('numbers odd pages on the right and even ones on the left, in 宋体 of 14 pt, one character in', () => {
    expect(xml['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
    const footers = Object.entries(xml).filter(([path]) => /^word\/footer\d+\.xml$/.test(path))
    const references = Object.fromEntries(
      [...document().matchAll(/<w:footerReference w:type="(\w+)" r:id="(\w+)"/g)].map(([, type, id]) => [
        type,
        new RegExp(`Id="${id}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${id}"`).exec(
          xml['word/_rels/document.xml.rels'] ?? '',
        ),
      ]),
    )
    const footer = (type: string) => xml[`word/${references[type]?.[1] ?? references[type]?.[2]}`] ?? ''
    expect(footers).toHaveLength(2)
    expect(footer('default')).toMatch(/<w:ind w:right="280"\/><w:jc w:val="right"\/>/)
    expect(footer('even')).toMatch(/<w:ind w:left="280"\/><w:jc w:val="left"\/>/)
    for (const [, text] of footers) expect(text).toMatch(/— <.*PAGE.*> —</)
    expect(/w:styleId="page".*?<\/w:style>/.exec(styles())?.[0]).toContain('<w:sz w:val="28"/>')
  })

  test('places the imprint at the foot of the type area', () => {
    const page = document().slice(document().lastIndexOf('<w:pageBreakBefore/>'))
    const above = Number(attribute(page, 'spacing', 'line')[0])
    const rows = attribute(page, 'trHeight', 'val').map(Number)
    const foot = (225 * 1440) / 25.4 - above - rows.reduce((sum, height) => sum + height, 0)
    expect(rows).toHaveLength(2)
    // Less than a millimetre over the lower edge, where the last paragraph stands.
    expect(foot).toBeGreaterThan(0)
    expect(foot).toBeLessThan(57)
  })

  test('says what the notice says, and every cell of the golden tables', async () => {
    const text = await docxText('通报.docx', bytes)
    const bare = (all: string) => all.replace(/[\s　]/g, '')
    expect(bare(text)).toBe(bare(noticeText(notice)))
    const rows = text.split('\n').filter((line) => line.includes('\t'))
    for (const { unit, cells } of goldenRows())
      expect(
        rows.some((row) => row.endsWith(`\t${cells.join('\t')}`)),
        unit,
      ).toBe(true)
  })
})

test('before it is issued, every page says so, and the check passes over it', async () => {
  const file = await docxOf(unissued(notice2020Q3()))
  const { files } = await JSZip.loadAsync(file)
  const headers = Object.entries(files).filter(([path]) => /^word\/header\d+\.xml$/.test(path))
  for (const [, header] of headers) expect(await header.async('string')).toContain(DRAFT_MARK)
  // Odd and even pages, numbered and blank ones.
  const document = await files['word/document.xml']?.async('string')
  expect(attribute(document ?? '', 'headerReference', 'type')).toHaveLength(
    attribute(document ?? '', 'footerReference', 'type').length,
  )
  const known = { register: [], categories: USUAL_CATEGORIES }
  expect(checkNotice(await docxText('送审稿.docx', file), known).faults).toEqual([])
  const text = noticeText(unissued(notice2020Q3()))
  expect(text.split('\n')[0]).toBe('送审稿，未印发')
  expect(checkNotice(text, known)).toEqual(checkNotice(noticeText(notice2020Q3()), known))
})
