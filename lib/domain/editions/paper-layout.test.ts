import { describe, expect, test } from 'vitest'
import { AREA, LINE } from '../notices/sheet'
import { type EditionPart, editionPages, editionPaper, type PaperEntry, paperEntryOf, releasedBody } from './paper'

const entry = (title: string, body: string, units = ['样例一局']) => paperEntryOf(title, releasedBody(body, units))
const edition = { year: 2026, issueNo: 12, day: '2026-11-24' }
const pagesOf = (entries: PaperEntry[], name = '样例信息') =>
  editionPages(editionPaper({ name, issuer: '样例区人民政府办公室' }, edition, entries))
const lines = (n: number) => Array.from({ length: n }, () => '一行。')
const kindOf = (part: EditionPart) => (part.is === 'text' ? part.kind : part.is)
const shape = (entries: PaperEntry[]) => pagesOf(entries).map(({ parts }) => parts.map(kindOf).join(' '))
/** The texts of the first page: their lines, how far in each stands, and whether it is set to full width. */
const textsOf = (entries: PaperEntry[]) =>
  pagesOf(entries)[0]?.parts.flatMap((part) =>
    part.is === 'text'
      ? [part.lines.map(({ runs, indent, full }) => [runs.map(({ text }) => text).join('').length, indent, full])]
      : [],
  )

describe('the masthead', () => {
  const sizeOf = (name: string) => {
    const [first] = pagesOf([], name)
    const [masthead] = first?.parts ?? []
    return masthead?.is === 'masthead' ? masthead.size : 0
  }

  test('sets a short name in 60 pt, and a long one as large as the line holds', () => {
    expect(sizeOf('样例信息')).toBe(1200)
    expect(sizeOf('样例区人民政府办公室信息')).toBe(700)
    for (const n of [5, 9, 15, 20]) {
      const size = sizeOf('信'.repeat(n))
      expect(size * n).toBeLessThanOrEqual(AREA.width - 240)
      expect((size + 20) * n > AREA.width - 240 || size === 1200).toBe(true)
    }
  })

  test('leaves twelve lines of the first page', () => {
    const [first] = pagesOf([entry('题', lines(9).join('\n'))])
    expect(AREA.height - (first?.used ?? 0)).toBeLessThan(LINE)
    expect(first?.parts.filter((part) => part.is !== 'masthead')).toHaveLength(12)
  })
})

describe('a text', () => {
  test('begins two characters in and runs to the edge; its last line does not; who contributed it stands at the right', () => {
    expect(textsOf([entry('题', '字'.repeat(60))])).toEqual([
      [
        [26, 2, true],
        [28, 0, true],
        [6, 0, false],
      ],
      [[8, 20, false]],
    ])
    const many = entry(
      '题',
      '短。',
      [...'甲乙丙丁戊己'].map((name) => `样例第${name}局`),
    )
    expect(textsOf([many])?.[1]).toEqual([
      [28, 0, true],
      [11, 17, false],
    ])
  })

  test('stands under its title and a blank line; between two entries is a blank line, before the first only below 要目', () => {
    expect(shape([entry('题', '短。')])).toEqual(['masthead caption blank paragraph signature'])
    expect(shape([entry('甲', '短。'), entry('乙', '短。')])).toEqual([
      'masthead heading attachments attachments blank caption blank paragraph signature',
      'caption blank paragraph signature',
    ])
  })

  test('is announced in 要目 under a centred head, its title going on below itself', () => {
    const long = entry('长'.repeat(30), '短。')
    expect(textsOf([long, entry('乙', '短。')])?.slice(0, 3)).toEqual([
      [[4, 12, false]],
      [
        [27, 2, true],
        [6, 3.5, false],
      ],
      [[4, 2, false]],
    ])
  })

  test('has heads of parts of any number, and a head begins its line', () => {
    const words = ['十一、做法', '（十二）机制', '其一、做法', '见（一）', '一、成效明显。', '（一）成效：']
    expect(shape([entry('题', words.join('\n'))])).toEqual([
      'masthead caption blank heading subheading paragraph paragraph paragraph paragraph signature',
    ])
  })
})

describe('where a page ends', () => {
  test('heads go over with what they head; the page before says that it is not full', () => {
    const head = (above: number) => entry('题', [...lines(above), '一、一节', '（一）小节', ...lines(2)].join('\n'))
    const [fits, over] = [head(7), head(8)].map((one) => pagesOf([one]))
    expect(fits?.[0]?.parts.map(kindOf).slice(-3)).toEqual(['heading', 'subheading', 'paragraph'])
    expect(over?.[1]?.parts.map(kindOf)).toEqual(['heading', 'subheading', 'paragraph', 'paragraph', 'signature'])
    expect([fits?.[1]?.early, over?.[1]?.early]).toEqual([false, true])
  })

  test('the last line of a text goes over with who contributed it, and with no line more', () => {
    expect(shape([entry('题', lines(10).join('\n'))])[1]).toBe('paragraph signature')
    expect(shape([entry('题', lines(9).join('\n'))])[1]).toBe('')
    expect(shape([entry('题', lines(12).join('\n'))])[1]).toBe('paragraph paragraph signature')
  })

  test('a paragraph that goes on says so on both pages, and says each line once', () => {
    const [first, second] = pagesOf([entry('题', '字'.repeat(26 + 28 * 12))])
    const [above, below] = [first?.parts.at(-1), second?.parts[0]]
    expect(above).toMatchObject({ is: 'text', begins: true, ends: false })
    expect(below).toMatchObject({ is: 'text', begins: false, ends: true })
    expect([above, below].map((part) => part?.is === 'text' && part.lines.length)).toEqual([10, 3])
  })

  test('neither begins nor ends with a blank line', () => {
    const two = pagesOf([entry('甲', lines(2).join('\n')), entry('乙', '短。')])
    expect(two.map(({ parts }) => [parts[0]?.is, parts.at(-1)?.is])).toEqual([
      ['masthead', 'text'],
      ['caption', 'text'],
    ])
  })

  test('heads that fill more than a page are parted all the same', () => {
    const heads = Array.from({ length: 30 }, () => '一、一节')
    const pages = shape([entry('题', [...heads, '正文。'].join('\n'))])
    expect(pages.map((page) => page.split(' ').filter((kind) => kind === 'heading').length)).toEqual([10, 20, 0])
  })
})

test('版记 stands under the text while a line between them fits, else on a page of its own', () => {
  const pages = (n: number) =>
    pagesOf([entry('题', lines(n).join('\n'))]).map(({ imprint, used }) => [imprint !== null, used > 0])
  expect(pages(7)).toEqual([[true, true]])
  expect(pages(8)).toEqual([
    [false, true],
    [true, false],
  ])
})
