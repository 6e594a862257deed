import { describe, expect, test } from 'vitest'
import { textOfPages } from './pdf-text'
import type { PdfPage, PdfWord } from './read-pdf'

const MM = 25.4 / 72
/** Words as a PDF has them: each letter by itself, at millimetres from the left edge. */
const words = (text: string, left: number, baseline: number, size = 16): PdfWord[] =>
  [...text].map((letter, i) => {
    const wide = size * MM
    return { text: letter, left: left + i * wide, right: left + (i + 1) * wide, baseline, size }
  })
const page = (...all: PdfWord[][]): PdfPage => ({ width: 210, height: 297, words: all.flat(), text: '' })
const cells = (baseline: number, ...of: readonly (readonly [string, number])[]) =>
  of.flatMap(([text, left]) => words(text, left, baseline, 10))

describe('paragraphs of a PDF', () => {
  const full = '字'.repeat(27)
  test('go on while a line is full and the next begins at the edge, over a page too', () => {
    const first = page(words(`${full}第`, 28, 50), words(`${full}二`, 28, 60), words('—1—', 165, 270, 14))
    expect(textOfPages([first, page(words('行。', 28, 44), words('新的一段。', 39.3, 54))])).toBe(
      `${full}第${full}二行。\n新的一段。`,
    )
  })
  test('begin anew where a line is indented by two letters, numbered, or of another size', () => {
    const lines = page(
      words(`${full}完`, 28, 50),
      words('　　新段', 28, 60).slice(2),
      words('1. 附件', 39.3, 70),
      words('小字', 28, 80, 10),
    )
    expect(textOfPages([lines]).split('\n')).toHaveLength(4)
  })
  test('of a large heading go on from line to line', () => {
    expect(
      textOfPages([
        page(words('关于全区政务信息', 40, 40, 22), words('情况的通报', 60, 52, 22), words('正文。', 39, 70)),
      ]),
    ).toBe('关于全区政务信息情况的通报\n正文。')
  })
})

describe('tables of a PDF', () => {
  const head = (y: number) => [
    ...cells(y - 2, ['报送', 60], ['报送', 80]),
    ...cells(y, ['序号', 10], ['单位', 35], ['完成率', 100]),
    ...cells(y + 2, ['任务', 60], ['条数', 80]),
  ]
  test('are found by their head, whose cells may stand in several lines, and go on below the next one', () => {
    const one = page(head(50), cells(60, ['1', 12], ['区甲局', 30], ['24', 61], ['12', 81], ['50.00%', 98]))
    const two = page(
      head(44),
      cells(54, ['2', 12], ['区乙局', 30], ['24', 61], ['', 81], ['25.00%', 98]),
      words('说明：计分办法。', 10, 60, 10),
    )
    expect(textOfPages([one, two]).split('\n')).toEqual([
      '序号\t单位\t报送任务\t报送条数\t完成率',
      '1\t区甲局\t24\t12\t50.00%',
      '2\t区乙局\t24\t\t25.00%',
      '说明：计分办法。',
    ])
  })
  test('may have a name in two lines, above and below its numbers', () => {
    const rows = page(
      head(50),
      cells(60, ['1', 12], ['区甲局', 30], ['24', 61], ['12', 81], ['50.00%', 98]),
      cells(66, ['很长的', 30]),
      cells(68, ['2', 12], ['24', 61], ['6', 81], ['25.00%', 98]),
      cells(70, ['单位', 30]),
      cells(76, ['3', 12], ['区丙局', 30], ['24', 61], ['0', 81], ['0.00%', 98]),
    )
    expect(textOfPages([rows]).split('\n')[2]).toBe('2\t很长的单位\t24\t6\t25.00%')
  })
  test('may have a number whose unit stands on the next line; a bare number at the end of a page is that of the page', () => {
    const broken = page(
      cells(50, ['序号', 10], ['单位', 35], ['报送条数', 60], ['总分', 95]),
      cells(60, ['65', 95]),
      cells(62, ['1', 12], ['区甲局', 30], ['2', 66]),
      cells(64, ['分', 95]),
      cells(70, ['2', 12], ['区乙局', 30], ['2', 66], ['9分', 95]),
      words('4', 165, 270, 14),
    )
    expect(textOfPages([broken]).split('\n').slice(1)).toEqual(['1\t区甲局\t2\t65分', '2\t区乙局\t2\t9分'])
  })
  test('may have heads that stand close together', () => {
    const close = page(
      cells(50, ['序号', 10], ['单位', 30], ['采编上', 50], ['区级信', 62.5], ['总分', 80]),
      cells(54, ['报', 53.5], ['息', 66]),
      cells(62, ['1', 12], ['甲局', 30], ['2', 54], ['1', 67], ['15', 81]),
    )
    expect(textOfPages([close]).split('\n')[0]).toBe('序号\t单位\t采编上报\t区级信息\t总分')
  })
  test('may have a word over two columns', () => {
    const levels = page(
      cells(50, ['序号', 10], ['单位', 35], ['区级采用', 60], ['总分', 95]),
      cells(54, ['信息', 56], ['简讯', 72]),
      cells(62, ['1', 12], ['区甲局', 30], ['2', 58], ['1', 74], ['15', 96]),
    )
    expect(textOfPages([levels]).split('\n')).toEqual([
      '序号\t单位\t区级采用信息\t区级采用简讯\t总分',
      '1\t区甲局\t2\t1\t15',
    ])
  })
})
