import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textWidthOf } from '../notices/breaking'
import { AREA, CHARACTERS_A_LINE, LINE, LINES_A_PAGE } from '../notices/sheet'
import {
  creditLineOf,
  type EditionPage,
  type EditionPart,
  editionPages,
  editionPaper,
  mastheadHeight,
  type PaperEntry,
  paperEntryOf,
  releasedBody,
} from './paper'

const publication = { name: '样例信息', issuer: '样例区人民政府办公室' }
const edition = { year: 2026, issueNo: 12, day: '2026-11-24' }
const entry = (title: string, body: string, units = ['样例一局']): PaperEntry =>
  paperEntryOf(title, releasedBody(body, units))
const pagesOf = (...entries: PaperEntry[]) => editionPages(editionPaper(publication, edition, entries))

const wordsOf = (part: EditionPart): string => {
  if (part.is === 'text') return part.lines.map(({ runs }) => runs.map(({ text }) => text).join('')).join('')
  return part.is === 'caption' ? part.lines.join('') : ''
}
const told = (pages: readonly EditionPage[]) => pages.flatMap(({ parts }) => parts.map(wordsOf)).join('')
const linesOn = ({ parts }: EditionPage): number =>
  parts.reduce((sum, part) => {
    if (part.is === 'blank') return sum + part.lines
    return part.is === 'text' || part.is === 'caption' ? sum + part.lines.length : sum
  }, 0)

describe('an entry', () => {
  test('is a title, its paragraphs and, in brackets, the units that contributed it', () => {
    expect(creditLineOf(['区财政局', '中和镇'])).toBe('（区财政局、中和镇供稿）')
    expect(entry('题', '第一段。\n\n 第二段。\n', ['区财政局', '中和镇'])).toEqual({
      title: '题',
      paragraphs: ['第一段。', '第二段。'],
      credit: '（区财政局、中和镇供稿）',
    })
  })

  test('whatever a unit wrote, what was released is read back as it was', () => {
    const line = fc.stringMatching(/^[一-丣，。（）]{1,40}$/)
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.array(line, { minLength: 1 }), (lines, units) => {
        const back = paperEntryOf('题', releasedBody(lines.join('\n'), units))
        expect(back.paragraphs).toEqual(lines)
        expect(back.credit).toBe(creditLineOf(units))
      }),
    )
  })
})

describe('the pages of an issue', () => {
  test('begin with the masthead: name, number, issuer and day', () => {
    const [first] = pagesOf(entry('题', '正文。'))
    expect(first?.parts[0]).toMatchObject({
      is: 'masthead',
      name: '样例信息',
      number: '第12期',
      issuer: '样例区人民政府办公室',
      date: '2026年11月24日',
    })
  })

  test('of an edition in which nothing stands yet are one, with masthead and 版记', () => {
    const [only, ...more] = pagesOf()
    expect(only?.parts.map(({ is }) => is)).toEqual(['masthead'])
    expect(only?.imprint?.office).toBe('样例区人民政府办公室')
    expect(more).toEqual([])
  })

  test('have a table of contents when there are two entries or more', () => {
    expect(told(pagesOf(entry('甲事', '正文。')))).not.toContain('本期要目')
    expect(told(pagesOf(entry('甲事', '正文。'), entry('乙事', '正文。')))).toMatch(
      /^本期要目1\. 甲事2\. 乙事甲事正文。/,
    )
  })

  test('end with 版记, which says 发刊, on the last page alone', () => {
    for (const n of [1, 3, 9, 20]) {
      const pages = pagesOf(...Array.from({ length: n }, (_, i) => entry(`第${i}事`, '正文一段。'.repeat(30))))
      const bearing = pages.filter(({ imprint }) => imprint !== null)
      expect(bearing).toEqual([pages.at(-1)])
      expect(bearing[0]?.imprint).toEqual({
        copies: [],
        office: '样例区人民政府办公室',
        date: '2026年11月24日发刊',
        code: null,
      })
      expect(pages.map(({ number }) => number)).toEqual(pages.map((_, i) => i + 1))
    }
  })

  test('set heads of parts in their own type, and a sentence that begins alike as a sentence', () => {
    const [page] = pagesOf(entry('题', '一、主要做法\n（一）健全机制\n一、二、三产业并进，成效明显。'))
    const kinds = page?.parts.flatMap((part) => (part.is === 'text' ? [part.kind] : []))
    expect(kinds).toEqual(['heading', 'subheading', 'paragraph', 'signature'])
  })

  const words = fc.stringMatching(/^[一-丣，。]{1,120}$/)
  const someEntry = fc
    .tuple(fc.stringMatching(/^[一-丣]{2,60}$/), fc.array(words, { minLength: 1, maxLength: 8 }))
    .map(([title, lines]) => entry(title, lines.join('\n'), ['样例一局', '样例一镇']))
  const entries = fc.array(someEntry, { minLength: 1, maxLength: 6 })

  test('hold 22 lines of 28 characters, say everything once and in order', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const pages = pagesOf(...all)
        for (const [index, page] of pages.entries()) {
          const masthead = page.parts[0]
          const above = masthead?.is === 'masthead' ? mastheadHeight(masthead) : 0
          expect(above + linesOn(page) * LINE).toBe(page.used)
          expect(page.used).toBeLessThanOrEqual(AREA.height)
          expect(linesOn(page)).toBeLessThanOrEqual(LINES_A_PAGE)
          expect(index === 0 || page.parts[0]?.is !== 'blank').toBe(true)
          for (const part of page.parts) {
            if (part.is !== 'text') continue
            // What may not begin a line takes the character before it along, so none is wider.
            for (const { runs, indent } of part.lines)
              expect(indent + textWidthOf(runs.map(({ text }) => text).join(''))).toBeLessThanOrEqual(CHARACTERS_A_LINE)
          }
        }
        const text = all.map(({ title, paragraphs, credit }) => title + paragraphs.join('') + credit).join('')
        expect(told(pages).endsWith(text)).toBe(true)
      }),
    )
  })

  test('never part a title from its text, nor the contributors from the last line', () => {
    fc.assert(
      fc.property(entries, (all) => {
        for (const { parts } of pagesOf(...all)) {
          expect(['caption', 'blank']).not.toContain(parts.at(-1)?.is)
          const [first] = parts
          expect(first?.is === 'text' && first.kind === 'signature' && first.begins).toBe(false)
        }
      }),
    )
  })

  test('a page that begins before the one before it is full says so, and no other does', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const pages = pagesOf(...all)
        for (const [index, page] of pages.entries()) {
          if (index === 0 || page.parts.length === 0) continue
          const before = pages[index - 1]
          expect(page.early).toBe(AREA.height - (before?.used ?? 0) >= LINE)
        }
      }),
    )
  })
})
