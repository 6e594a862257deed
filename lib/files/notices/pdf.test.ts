import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paperHtml } from '@/app/(portal)/(notices)/notices/paper-file'
import { Paper } from '@/components/notices/paper'
import { checkNotice, compareWithIssued } from '@/lib/domain/checking/consistency'
import { golden2020Q3 } from '@/lib/domain/figures/golden/2020Q3'
import { notice2020Q3 } from '@/lib/domain/figures/golden/2020Q3-notice'
import { noticeText } from '@/lib/domain/notices/text'
import { USUAL_CATEGORIES } from '@/lib/domain/office/category'
import type { Quarter } from '@/lib/domain/time/quarter'
import { textOfFile } from '../base/read'
import { findChromium } from './browser'
import { goldenRows } from './golden.testing'
import { closePdf, pdfOf } from './pdf'
import { type ReadPage, readPdf, type Word } from './pdf.testing'

const LINE = (28.95 * 25.4) / 72
const registerOf2020Q3 = golden2020Q3.units.map(({ name, category }) => ({ name, category, aliases: [] }))
const RED = '193,39,45'

/** Words by the line they stand on, from the left, top down. */
function linesOf({ words }: ReadPage): Word[][] {
  const lines = new Map<number, Word[]>()
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const key = [...lines.keys()].find((known) => Math.abs(known - word.baseline) < 1) ?? word.baseline
    lines.set(key, [...(lines.get(key) ?? []), word])
  }
  return [...lines.values()].map((line) => line.toSorted((a, b) => a.left - b.left))
}
const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join('')
const ofSize = (words: readonly Word[], size: number) => words.filter((word) => Math.abs(word.size - size) < 0.1)
const baselineOf = (words: readonly Word[]) => words[0]?.baseline ?? 0
/** The em box of a character is 88 % above its baseline, whichever font it is. */
const topOf = ({ baseline, size }: Word) => baseline - (0.88 * size * 25.4) / 72
const centreOf = (words: readonly Word[]) => ((words[0]?.left ?? 0) + (words.at(-1)?.right ?? 0)) / 2

describe.skipIf(findChromium() === null)('the PDF of the 2020 Q3 notice, measured in millimetres', () => {
  const notice = { ...notice2020Q3(), code: '7F3K-9Q2M-4T' }
  let pages: ReadPage[]
  let bytes: Uint8Array
  const bodyLines = (page: number) =>
    linesOf({ ...(pages[page] as ReadPage), words: ofSize(pages[page]?.words ?? [], 16) })

  beforeAll(async () => {
    const paper = createElement(Paper, { notice, quarter: '2020Q3' as Quarter, unlinked: true })
    const html = await paperHtml(notice.title, renderToStaticMarkup(paper))
    bytes = await pdfOf(html)
    pages = await readPdf(bytes)
  })
  afterAll(closePdf)

  test('is read back as the notice that it is: a copy without a difference, and without a fault', async () => {
    const text = await textOfFile({ name: '通报.pdf', bytes })
    const known = { register: registerOf2020Q3, categories: USUAL_CATEGORIES }
    expect(checkNotice(text, known)).toMatchObject({ faults: [], unjudged: [] })
    const copy = {
      code: notice.code,
      number: notice.number,
      quarter: '2020Q3' as Quarter,
      text: noticeText(notice),
      intact: true,
      current: [],
    }
    expect(compareWithIssued(text, copy, known)).toEqual({ verdict: 'equal', places: [] })
    const forged = text.replace('区商务局\t24\t43', '区商务局\t24\t44')
    expect(compareWithIssued(forged, copy, known).places).toEqual([expect.stringContaining('（区商务局） 报送条数')])
  })

  test('is of ten A4 pages', () => {
    expect(pages).toHaveLength(10)
    for (const { width, height } of pages) {
      expect(Math.abs(width - 210)).toBeLessThan(0.5)
      expect(Math.abs(height - 297)).toBeLessThan(0.5)
    }
  })

  test('keeps the type area: 37 mm above, 28 mm left, 156 × 225 mm, page numbers and the code under it apart', () => {
    for (const { words } of pages) {
      for (const word of words.filter(({ baseline }) => baseline < 262)) {
        expect(topOf(word)).toBeGreaterThan(37 - 0.5)
        expect(word.baseline).toBeLessThan(37 + 225)
        expect(word.left).toBeGreaterThan(28 - 0.5)
        expect(word.right).toBeLessThan(184 + 0.5)
      }
    }
  })

  test('has 22 lines of 28.95 pt on a full page, the first of them at the top of the type area', () => {
    const lines = bodyLines(1)
    expect(lines).toHaveLength(22)
    const above = ((28.95 - 16) / 2 / 72) * 25.4
    expect(topOf(lines[0]?.[0] as Word)).toBeCloseTo(37 + above, 0)
    for (const [index, line] of lines.slice(1).entries()) {
      const step = baselineOf(line) - baselineOf(lines[index] ?? [])
      expect(Math.abs(step - LINE) * (72 / 25.4)).toBeLessThan(0.1)
    }
  })

  test('has 28 characters on a full line, from edge to edge', () => {
    const text = '掌握情况、研究决策提供了参考。从采用得分占年度任务的比重'
    const line = bodyLines(0).find((words) => textOf(words) === text) ?? []
    expect([...text]).toHaveLength(28)
    expect(Math.abs((line[0]?.left ?? 0) - 28)).toBeLessThan(0.5)
    expect(Math.abs((line.at(-1)?.right ?? 0) - 184)).toBeLessThan(0.5)
    const second = bodyLines(0).find((words) => textOf(words).startsWith('2020年三季度')) ?? []
    expect(Math.abs((second[0]?.left ?? 0) - 28 - (2 * 16 * 25.4) / 72)).toBeLessThan(0.5)
  })

  test('begins with the issuing body in red, 35 mm below the top of the type area, centred', () => {
    const mark = ofSize(pages[0]?.words ?? [], 35)
    expect(textOf(mark)).toBe('雁江区人民政府办公室文件')
    expect(Math.abs(topOf(mark[0] as Word) - (37 + 35))).toBeLessThan(0.5)
    expect(Math.abs(centreOf(mark) - 106)).toBeLessThan(0.5)
  })

  test('has the number two lines below it, centred, and a red rule as wide as the type area 4 mm below that', () => {
    const mark = ofSize(pages[0]?.words ?? [], 35)
    const number = bodyLines(0)[0] ?? []
    expect(textOf(number)).toBe('雁府办发〔2020〕67号')
    expect(Math.abs(centreOf(number) - 106)).toBeLessThan(0.5)
    const blank = topOf(number[0] as Word) - (topOf(mark[0] as Word) + (35 * 25.4) / 72)
    // Two lines, and what a line has above its characters.
    expect(Math.abs(blank - 2 * LINE - (((28.95 - 16) / 2) * 25.4) / 72)).toBeLessThan(0.5)
    const rules = (pages[0]?.bars ?? []).filter(({ color, width }) => color === RED && width > 100)
    expect(rules).toHaveLength(1)
    const under = topOf(number[0] as Word) + (16 * 25.4) / 72
    expect(Math.abs((rules[0]?.top ?? 0) - under - 4)).toBeLessThan(0.5)
    expect(Math.abs((rules[0]?.width ?? 0) - 156)).toBeLessThan(0.5)
    expect(Math.abs((rules[0]?.left ?? 0) - 28)).toBeLessThan(0.5)
  })

  test('has its title in 22 pt, centred, broken by sense, two lines below the rule', () => {
    const title = linesOf({ ...(pages[0] as ReadPage), words: ofSize(pages[0]?.words ?? [], 22) })
    expect(title.map(textOf)).toEqual(['雁江区人民政府办公室关于2020年三季度', '全区政务信息报送和采用情况的通报'])
    for (const line of title) expect(Math.abs(centreOf(line) - 106)).toBeLessThan(0.5)
    const rule = (pages[0]?.bars ?? []).find(({ color, width }) => color === RED && width > 100)
    const blank = topOf(title[0]?.[0] as Word) - (rule?.top ?? 0)
    expect(Math.abs(blank - 2 * LINE - (5 * 25.4) / 72)).toBeLessThan(1)
  })

  test('dates it four characters from the right, the name centred over the date', () => {
    const lines = bodyLines(2)
    const [name = [], date = []] = lines.slice(-2)
    expect([textOf(name), textOf(date)]).toEqual(['雁江区人民政府办公室', '2020年10月12日'])
    expect(Math.abs(184 - (date.at(-1)?.right ?? 0) - (4 * 16 * 25.4) / 72)).toBeLessThan(0.5)
    expect(Math.abs(centreOf(name) - centreOf(date))).toBeLessThan(0.5)
    expect(textOf(lines[0] ?? [])).toBe('传和传输，应当按照保密规定经机要渠道办理。')
  })

  test('is numbered odd on the right and even on the left, the dashes 7 mm below the type area, one character in', () => {
    for (const [index, { words }] of pages.entries()) {
      const number = words.filter(({ baseline, size }) => baseline > 266 && Math.abs(size - 14) < 0.1)
      expect(textOf(number).replace(/\s/g, '')).toBe(`—${index + 1}—`)
      const em = (14 * 25.4) / 72
      const inset = index % 2 === 0 ? 184 - (number.at(-1)?.right ?? 0) : (number[0]?.left ?? 0) - 28
      expect(Math.abs(inset - em)).toBeLessThan(0.5)
      expect(Math.abs(topOf(number[0] as Word) + em / 2 - (262 + 7))).toBeLessThan(0.5)
    }
  })

  test('ends with the imprint at the foot of the last, even page, between rules of 0.35 and 0.25 mm', () => {
    const last = pages[9] as ReadPage
    const [copies = [], office = []] = linesOf({ ...last, words: ofSize(last.words, 14) })
    expect(textOf(copies)).toBe('抄送：区委办公室，区人大常委会办公室，区政协办公室。')
    expect(textOf(office)).toBe('雁江区人民政府办公室2020年10月12日印发')
    const em = (14 * 25.4) / 72
    expect(Math.abs((office[0]?.left ?? 0) - 28 - em)).toBeLessThan(0.5)
    expect(Math.abs(184 - (office.at(-1)?.right ?? 0) - em)).toBeLessThan(0.5)
    const rules = last.bars.filter(({ width, height }) => width > 150 && height < 1).sort((a, b) => a.top - b.top)
    expect(rules.map(({ height }) => height.toFixed(2))).toEqual(['0.35', '0.25', '0.35'])
    expect(Math.abs((rules[2]?.top ?? 0) + 0.35 - 262)).toBeLessThan(0.5)
    expect(textOf(ofSize(last.words, 9))).toContain('7F3K-9Q2M-4T')
  })

  test('prints every cell of the golden tables, rows whole and under a head', () => {
    const printed = pages.slice(3).flatMap((page) => linesOf({ ...page, words: ofSize(page.words, 12) }).map(textOf))
    for (const { rows } of notice.attachments.flatMap(({ tables }) => tables)) {
      for (const { cells } of rows) expect(printed).toContain(cells.join(''))
    }
    // Units of one rank stand in the official order, which the printed notice did not keep: its positions are left out.
    for (const { unit, cells } of goldenRows())
      expect(
        printed.some((row) => row.endsWith(cells.join(''))),
        unit,
      ).toBe(true)
    const heads = pages.slice(3, 9).map((page) => textOf(ofSize(page.words, 10.5)))
    for (const head of heads) expect(head).toContain('单位')
  })
})
