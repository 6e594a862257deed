import JSZip from 'jszip'
import { beforeAll, describe, expect, test } from 'vitest'
import { editionPages, editionPaper, paperEntryOf, releasedBody } from '@/lib/domain/editions/paper'
import { docxText } from '../base/read-docx'
import { editionDocx } from './docx'

const paragraph = '各村组织党员干部逐户核实受灾情况，分类登记，限时修复，群众反映良好。'
const bodies = [3, 12, 30].map((n) => Array.from({ length: n }, (_, i) => `第${i}，${paragraph}`).join('\n'))
const titles = ['样例一局推进水毁道路修复', '样例一镇开展冬春灌溉蓄水', '样例二街道建立楼栋联系点']
const entries = bodies.map((body, i) => paperEntryOf(titles[i] ?? '', releasedBody(body, ['样例一局', '样例一镇'])))
const paper = editionPaper(
  { name: '样例信息', issuer: '样例区人民政府办公室' },
  { year: 2026, issueNo: 12, day: '2026-11-24' },
  entries,
)

describe('the .docx of an issue', () => {
  let bytes: Uint8Array
  let [document, styles] = ['', '']
  beforeAll(async () => {
    bytes = await editionDocx(paper)
    const zip = await JSZip.loadAsync(bytes)
    document = (await zip.file('word/document.xml')?.async('string')) ?? ''
    styles = (await zip.file('word/styles.xml')?.async('string')) ?? ''
  })
  const paragraphs = () => document.match(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/g) ?? []
  const having = (words: string) => paragraphs().find((one) => one.includes(words)) ?? ''

  test('says what the pages say, read back', async () => {
    const bare = (all: string) => all.replace(/\s/g, '')
    const said = [
      ['样例信息', '第12期', '样例区人民政府办公室', '2026年11月24日', '本期要目'],
      titles.map((title, i) => `${i + 1}.${title}`),
      entries.flatMap(({ title, paragraphs, credit }) => [title, ...paragraphs, credit]),
      ['样例区人民政府办公室', '2026年11月24日发刊'],
    ].flat()
    expect(bare(await docxText('刊物.docx', bytes))).toBe(bare(said.join('')))
  })

  test('has a red name in 小标宋 over a red rule, the issuer left of the date', () => {
    expect(having('样例信息')).toContain('<w:pStyle w:val="mark"/>')
    expect(/w:styleId="mark".*?<\/w:style>/.exec(styles)?.[0]).toMatch(/方正小标宋简体.*C1272D/)
    const line = having('2026年11月24日')
    expect(line).toMatch(/<w:pBdr><w:bottom w:val="single" w:color="C1272D"/)
    expect(line).toMatch(/<w:tab w:val="right" w:pos="8844"\/>/)
  })

  test('sets titles in 小标宋, texts in 仿宋, contributors in 楷体 on the right', () => {
    const styleOf = (words: string) => /w:pStyle w:val="(\w+)"/.exec(having(words))?.[1]
    const fontOf = (id = '') => new RegExp(`w:styleId="${id}".*?w:ascii="(.*?)"`).exec(styles)?.[1]
    const last =
      paragraphs()
        .filter((one) => one.includes(titles[2] ?? ''))
        .at(-1) ?? ''
    expect(fontOf(/w:pStyle w:val="(\w+)"/.exec(last)?.[1])).toBe('方正小标宋简体')
    expect(fontOf(styleOf('第0，'))).toBe('仿宋_GB2312')
    expect(fontOf(styleOf('供稿'))).toBe('楷体_GB2312')
    expect(/w:styleId="credit".*?<\/w:style>/.exec(styles)?.[0]).toContain('<w:jc w:val="right"/>')
  })

  test('sets a break wherever a page begins before the one before it is full, and nowhere else', async () => {
    let all = 0
    for (let n = 1; n <= 12; n++) {
      const body = Array.from({ length: n }, () => paragraph).join('\n')
      const one = { ...paper, entries: titles.map((title) => paperEntryOf(title, releasedBody(body, ['样例一局']))) }
      const early = editionPages(one).filter((page, i) => i > 0 && page.early).length
      const zip = await JSZip.loadAsync(await editionDocx(one))
      const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
      expect(xml.match(/<w:pageBreakBefore\/>|<w:br w:type="page"\/>/g) ?? []).toHaveLength(early)
      all += early
    }
    expect(all).toBeGreaterThan(3)
  })
})
