import { describe, expect, test } from 'vitest'
import { craftedPdf } from './crafted-pdf.testing'
import { isUnreadable, linesOfPage } from './pdf-lines'
import { pdfIn, UnreadablePdf } from './read-pdf'

const lines = async (bytes: Uint8Array) =>
  (await pdfIn(bytes)).pages.map((page) => linesOfPage(page).map(({ text }) => text))

describe('a PDF', () => {
  test('is read page by page, line by line, whatever the order in which it was written', async () => {
    const bytes = craftedPdf({
      pages: [
        [
          [200, 700, '报送情况'],
          [72, 700, '单位'],
          [72, 740, '统计表'],
        ],
        [[72, 700, '第二页']],
      ],
    })
    expect(await lines(bytes)).toEqual([['统计表', '单位 报送情况'], ['第二页']])
  })
  test('says where each word stands, in millimetres from the left and upper edges', async () => {
    const { pages } = await pdfIn(craftedPdf({ pages: [[[72, 770, '通报']]] }))
    expect(pages[0]?.width).toBeCloseTo(209.9, 1)
    expect(pages[0]?.words).toEqual([
      expect.objectContaining({ text: '通报', size: 16, left: expect.closeTo(25.4), baseline: expect.closeTo(25.4) }),
    ])
  })
  test('parts words that were drawn apart: the heads of two narrow columns', async () => {
    const { pages } = await pdfIn(
      craftedPdf({
        pages: [
          [
            [72, 700, '序号'],
            [112, 700, '名次'],
          ],
        ],
      }),
    )
    expect(pages[0]?.words.map(({ text, left }) => [text, Math.round(left * 10) / 10])).toEqual([
      ['序号', 25.4],
      ['名次', 39.5],
    ])
  })
  test('says what stands beside its pages, and what lies within', async () => {
    const read = await pdfIn(
      craftedPdf({
        pages: [[[72, 700, '一']]],
        title: '标题栏',
        bookmark: '书签名',
        remark: '批注的话',
        within: { name: 'a.txt', text: 'x' },
      }),
    )
    for (const said of ['标题栏', '书签名', '批注的话', 'a.txt']) expect(read.aside.join('\n')).toContain(said)
    expect(read.within).toEqual([{ name: 'a.txt', bytes: new Uint8Array([0x78]) }])
  })
  test('that holds only a picture cannot be read', async () => {
    const { pages } = await pdfIn(craftedPdf({ pages: [[], [[72, 700, '有字']]], picture: true }))
    expect(pages.map(isUnreadable)).toEqual([true, false])
  })
  test('that is none is refused', async () => {
    await expect(pdfIn(new TextEncoder().encode('%PDF-1.7 and no more'))).rejects.toThrow(UnreadablePdf)
  })
})
