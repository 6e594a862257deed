import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../base/testing'
import { notice2020Q3 } from '../figures/golden/2020Q3-notice'
import type { Block, Notice, NoticeTable } from './document'
import { type Page, paginate } from './pages'

const golden = notice2020Q3()
const linesOf = (page: Page | undefined) =>
  (page?.parts ?? []).flatMap((part) =>
    part.is === 'text' ? part.lines.map((line) => line.runs.map(({ text }) => text).join('')) : [],
  )
const kindsOf = (page: Page) =>
  page.parts.flatMap((part) => (part.is === 'text' ? part.lines.map(() => part.kind) : []))
const paragraph = (characters: number): Block => ({
  key: String(characters),
  kind: 'paragraph',
  runs: [{ text: '信'.repeat(characters) }],
})
const heading = (text: string): Block => ({ key: text, kind: 'heading', runs: [{ text }] })
const withBlocks = (blocks: Block[], more: Partial<Notice> = {}): Notice => ({
  ...golden,
  blocks,
  attachments: [],
  attachmentList: [],
  ...more,
})
const table = (rows: number): NoticeTable => ({
  title: '统计表',
  category: 'town',
  kind: 'submission',
  head: ['序号', '单位'],
  rows: Array.from({ length: rows }, (_, n) => ({ unitId: String(n), cells: [String(n + 1), '中和镇'] })),
  legend: '说明：无。',
})

describe('the notice of 2020 Q3', () => {
  const pages = paginate(golden)

  test('has ten pages, numbered on, the last with the imprint alone', () => {
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(pages[9]).toMatchObject({ parts: [], imprint: { date: '2020年10月12日印发' } })
    const headed = pages.filter(({ parts }) => parts.some((part) => part.is === 'head'))
    expect(headed.map(({ number, parts }) => [number, parts[0]?.is])).toEqual([[1, 'head']])
  })

  test('carries text on its first page, and 22 lines on the second', () => {
    expect(linesOf(pages[0])).toHaveLength(8)
    expect(linesOf(pages[1])).toHaveLength(22)
  })

  test('begins each attachment on a new page with its label', () => {
    const labels = pages.map(({ parts }) => parts[0]).map((part) => (part?.is === 'label' ? part.text : ''))
    expect(labels).toEqual(['', '', '', '附件1', '', '', '附件2', '', '', ''])
  })

  test('keeps every figure of the text a figure', () => {
    const set = pages.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.is === 'text' ? part.lines.flatMap(({ runs }) => runs) : [])),
    )
    const figures = golden.blocks.flatMap(({ runs }) => runs.filter((run) => 'figure' in run))
    expect(set.filter((run) => 'figure' in run)).toEqual(figures)
  })
})

test('a heading never ends a page', () => {
  // Eight lines are on the first page: addressees, six of the paragraph, and the heading would be the last.
  const pages = paginate(withBlocks([paragraph(26 + 5 * 28), heading('一、报送情况'), paragraph(300)]))
  expect(linesOf(pages[0])).toHaveLength(7)
  expect(linesOf(pages[1])[0]).toBe('一、报送情况')
  expect(pages[1]?.early).toBe(true)
})

test('the signature takes lines of the text along to a new page', () => {
  const pages = paginate(withBlocks([paragraph(26 + 6 * 28)]))
  expect(linesOf(pages[0])).toHaveLength(6)
  expect(kindsOf(pages[1] as Page)).toEqual(['paragraph', 'paragraph', 'signature', 'date'])
})

test('of a paragraph of one line it takes that alone, and leaves the one before it whole', () => {
  const pages = paginate(withBlocks([paragraph(26 + 5 * 28), paragraph(10)]))
  expect(kindsOf(pages[1] as Page)).toEqual(['paragraph', 'signature', 'date'])
})

test('every line of a paragraph but its last is stretched over the line', () => {
  const [page] = paginate(withBlocks([paragraph(26 + 28 + 3)]))
  const lines = page?.parts.flatMap((part) => (part.is === 'text' && part.kind === 'paragraph' ? part.lines : []))
  expect(lines?.map(({ full }) => full)).toEqual([true, true, false])
})

describe('where list and signature do not fit', () => {
  const list = ['1. 报送统计表', '2. 采用统计表']
  /** With so many lines of text after the addressees; list and signature take seven. */
  const set = (lines: number) =>
    paginate(withBlocks([paragraph(26 + (lines - 1) * 28)], { attachmentList: list })).filter(({ parts }) =>
      parts.some((part) => part.is === 'text'),
    )

  test('by up to two lines, the lines stand closer and nothing goes over', () => {
    // The first page holds eight lines, the second 22.
    const exact = set(7 + 22 - 7)
    expect([exact.length, exact[0]?.line]).toEqual([2, 579])
    for (const more of [1, 2]) {
      const [first, second, third] = set(7 + 22 - 7 + more)
      expect(third).toBeUndefined()
      expect(first?.line).toBe(second?.line)
      expect([554, 531]).toContain(second?.line)
      expect(second?.used).toBeLessThanOrEqual(12756)
    }
  })

  test.each([0, 1, 2, 4])(
    'no page of a text that goes on is left half blank, whatever its length: %i attachments',
    (n) => {
      const attachmentList = Array.from({ length: n }, (_, i) => `${i + 1}. 统计表`)
      for (const sealed of [true, false])
        for (const title of ['关于更正的通报', golden.title, '长'.repeat(45)])
          for (let lines = 1; lines < (n === 2 ? 100 : 40); lines++) {
            const of = withBlocks([paragraph(26 + (lines - 1) * 28)], { attachmentList, sealed, title })
            const pages = paginate(of).filter(({ parts }) => parts.some((part) => part.is === 'text'))
            const says = `${lines} lines, ${sealed}, ${title.length}`
            for (const page of pages.slice(0, -1)) expect((12756 - page.used) / page.line, says).toBeLessThan(5)
            // The signature does not stand alone.
            const kinds = kindsOf(pages.at(-1) as Page)
            expect(
              kinds.some((kind) => kind === 'paragraph' || kind === 'attachments'),
              says,
            ).toBe(true)
          }
    },
  )
})

test('sealed, the date ends four characters from the right and the name is centred over it', () => {
  const [name, date] = signatureIn(withBlocks([paragraph(10)], { sealed: true }))
  expect([name, date]).toEqual([15.5, 17])
})

test('unsealed, the name ends two characters from the right and the date begins two after its beginning', () => {
  const [name, date] = signatureIn(withBlocks([paragraph(10)], { sealed: false }))
  expect([name, date]).toEqual([16, 18])
})

test('unsealed, a date longer than the name keeps two characters to the right', () => {
  const [name, date] = signatureIn(withBlocks([paragraph(10)], { sealed: false, signature: '区府办' }))
  expect([name, date]).toEqual([17, 19])
})

function signatureIn(notice: Notice): number[] {
  return paginate(notice).flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.is === 'text' && (part.kind === 'signature' || part.kind === 'date') ? [part.hang] : [],
    ),
  )
}

test('the imprint stands on the last even page where there is room, else after a blank page, neither numbered', () => {
  const at = (rows: number) =>
    paginate(withBlocks([paragraph(10)], { attachments: [{ label: '附件', tables: [table(rows)] }] }))
  expect(at(5).map(({ number, imprint }) => [number, imprint !== null])).toEqual([
    [1, false],
    [2, true],
  ])
  expect(at(24).map(({ number, imprint }) => [number, imprint !== null])).toEqual([
    [1, false],
    [2, false],
    [null, false],
    [null, true],
  ])
})

test('a table on several pages has its head on each, every row once, and never its legend alone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 120 }), (rows) => {
      const notice = withBlocks([paragraph(10)], { attachments: [{ label: '附件', tables: [table(rows)] }] })
      const parts = paginate(notice).flatMap((page) => page.parts.filter((part) => part.is === 'table'))
      expect(parts.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n))).toEqual(
        Array.from({ length: rows }, (_, n) => n),
      )
      for (const { from, to } of parts) expect(rows === 0 || to > from).toBe(true)
    }),
  )
})

const BLOCK = fc.record({
  key: fc.constant('x'),
  kind: fc.constantFrom('paragraph' as const, 'heading' as const, 'subheading' as const),
  runs: fc.array(
    fc.record({
      text: fc.string({ unit: fc.constantFrom('信', '，', '1', '（', '）'), minLength: 1, maxLength: 200 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
})

test('whatever the text: nothing is lost, pages hold 22 lines, end with no heading, and the signature is never alone', () => {
  fc.assert(
    fc.property(fc.array(BLOCK, { minLength: 1, maxLength: 12 }), fc.boolean(), (blocks, sealed) => {
      const notice = withBlocks([...blocks, paragraph(30)], { sealed })
      const pages = paginate(notice).filter(({ parts }) => parts.length > 0)
      const all = [
        notice.addressees,
        ...notice.blocks.map(({ runs }) => runs.map(({ text }) => text).join('')),
        notice.signature,
        notice.date,
      ]
      expect(pages.flatMap(linesOf).join('')).toBe(all.join(''))
      for (const [index, page] of pages.entries()) {
        const kinds = kindsOf(page)
        const lines = page.parts.reduce(
          (sum, part) => sum + (part.is === 'blank' ? part.lines : part.is === 'text' ? part.lines.length : 0),
          0,
        )
        expect(lines).toBeLessThanOrEqual(22)
        expect(kinds.some((kind) => kind !== 'signature' && kind !== 'date')).toBe(true)
        if (index < pages.length - 1 && kinds.length > 1) expect(['heading', 'subheading']).not.toContain(kinds.at(-1))
      }
    }),
    { numRuns: runs(60) },
  )
})
