import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../base/testing'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { rank } from '../figures/ranking'
import { compose } from '../notices/notice'
import { noticeText } from '../notices/text'
import { USUAL_CATEGORIES } from '../office/category'
import { checkNotice, compareWithIssued } from './consistency'
import type { IssuedCopy } from './issued'
import type { Register } from './names'

const options = { issuer: '雁江区人民政府办公室', number: '雁府办发〔2020〕67号', date: '2020-10-12', portal: '雁信' }
const text = noticeText(compose(rank(golden2020Q3), options))
const register: Register = golden2020Q3.units.map(({ name, category }) => ({ name, category, aliases: [] }))
const copy: IssuedCopy = {
  code: '7F3K-9Q2M-4T',
  number: options.number,
  quarter: golden2020Q3.quarter,
  text,
  intact: true,
  current: [],
}
const said = (printed: string, known: Partial<IssuedCopy> = {}) =>
  checkNotice(printed, {
    register,
    categories: USUAL_CATEGORIES,
    issued: [Object.keys(known).length ? { ...copy, ...known } : copy],
  })

const lines = text.split('\n')
const rows = lines.flatMap((line, at) => (/^\d+\t/.test(line) ? [at] : []))
const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
const letters = [...text].flatMap((letter, at) => (/\s/.test(letter) ? [] : [at]))
const digits = letters.filter((at) => /\d/.test(text[at] ?? ''))
const LETTERS = '一二三个镇局区报送信息的0123456789%.,，。、：（）*—-aZ〔'

const at = (places: readonly number[]) => fc.nat(places.length - 1).map((index) => places[index] ?? 0)
const letter = fc.nat(LETTERS.length - 1).map((index) => LETTERS[index] ?? '')

/** One change of one sort; null where it would change nothing. */
const changes = fc.oneof(
  fc.tuple(at(letters), letter).map(([place, to]) => text.slice(0, place) + to + text.slice(place + 1)),
  fc.tuple(at(digits), fc.nat(9)).map(([place, to]) => text.slice(0, place) + to + text.slice(place + 1)),
  at(letters).map((place) => text.slice(0, place) + text.slice(place + 1)),
  fc.tuple(fc.nat(text.length), letter).map(([place, extra]) => text.slice(0, place) + extra + text.slice(place)),
  fc.tuple(at(rows), fc.nat(11), fc.nat(99)).map(([row, column, value]) => {
    const cells = (lines[row] ?? '').split('\t')
    return lines.with(row, cells.with(column % cells.length, String(value)).join('\t')).join('\n')
  }),
  fc.tuple(at(rows), at(rows)).map(([one, other]) =>
    lines
      .with(one, lines[other] ?? '')
      .with(other, lines[one] ?? '')
      .join('\n'),
  ),
  at(filled).map((line) => lines.toSpliced(line, 1).join('\n')),
  fc.tuple(at(filled), at(filled)).map(([from, to]) => lines.toSpliced(to, 0, lines[from] ?? '').join('\n')),
)
const bare = (printed: string) => printed.replaceAll('**', '').replace(/\s+/g, '')

const RUNS = runs(300)

describe('a copy of an issued notice', () => {
  test('that was not changed has no faults', () => {
    expect(said(text)).toMatchObject({ faults: [] })
  })

  test('with any one change is found', () => {
    let judged = 0
    fc.assert(
      fc.property(changes, (changed) => {
        if (bare(changed) === bare(text)) return
        judged++
        expect(said(changed).faults).not.toEqual([])
      }),
      { numRuns: RUNS },
    )
    expect(judged).toBeGreaterThan(RUNS * 0.9)
  })

  test('with other white space raises nothing', () => {
    const spaces = fc.constantFrom(' ', '  ', '\u3000', '\n', '\r\n', '\u00a0')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(text.length), spaces), { maxLength: 6 }), fc.boolean(), (extra, windows) => {
        const spaced = extra.reduce(
          (printed, [place, space]) => printed.slice(0, place) + space + printed.slice(place),
          text,
        )
        expect(said(windows ? spaced.replace(/\r?\n/g, '\r\n') : spaced).faults).toEqual([])
      }),
      { numRuns: RUNS },
    )
  })

  test('is told where the kept record itself was changed, and what has changed since', () => {
    const report = said(text, { intact: false, current: ['区财政局报送条数印发时为13，现应为14。'] })
    expect(report.faults).toMatchObject([{ kind: 'record' }])
    expect(report.remarks).toContain('区财政局报送条数印发时为13，现应为14。')
  })

  test('of which only the number is the same is not compared line by line', () => {
    const other = `关于其他事项的通报\n${options.number}\n各单位：\n　　现将有关事项通报如下。`
    expect(said(other)).toMatchObject({
      faults: [],
      remarks: expect.arrayContaining([expect.stringContaining('文号')]),
    })
  })

  test('in tables alone is compared by its tables', () => {
    const tables = text.slice(text.indexOf('附件1\n'), text.lastIndexOf('\n\n'))
    expect(said(tables).faults).toEqual([])
    expect(said(tables.replace('区商务局\t64', '区商务局\t65')).faults).toHaveLength(1)
  })

  test('on paper may have page numbers and lines broken elsewhere', () => {
    const paper = text.replaceAll('。', '。\n').replace('\n二、', '\n— 2 —\n二、')
    expect(said(paper).faults).toEqual([])
  })

  test('tells the cell, and its reason where the row contradicts it too', () => {
    const target = text.replace('区商务局\t64', '区商务局\t65')
    expect(said(target).faults).toEqual([
      {
        kind: 'issued',
        place: '附件2 区级部门采用统计表 第16行（区商务局） 年度任务',
        printed: '65',
        expected: '64',
        why: '总分 24、占比 38% 不是按这个任务算出的；与印发件不一致。',
      },
    ])
    const score = text.replace('3.96\t79.17%', '3.97\t79.17%')
    expect(said(score).faults).toMatchObject([
      {
        place: expect.stringContaining('区发改局） 报送得分'),
        expected: '3.96',
        why: expect.stringMatching(/19 ÷ 任务 24.*；与印发件不一致。/),
      },
    ])
  })
})

describe('for whoever may not read the notice', () => {
  const compared = (printed: string) => compareWithIssued(printed, copy, { register, categories: USUAL_CATEGORIES })

  test('a paper is equal, differs in so many places, or is another one; never what stands there', () => {
    expect(compared(text)).toEqual({ verdict: 'equal', places: [] })
    const changed = compared(text.replace('\t63\t5.00\t', '\t36\t5.00\t'))
    expect(changed.verdict).toBe('differs')
    expect(changed.places).toHaveLength(1)
    expect(changed.places[0]).toMatch(/^附件/)
    expect(compared('关于别的事情的通知\n各单位：')).toEqual({ verdict: 'other', places: [] })
  })

  test('a paper of the code and two lines of it tells nothing of the rest', () => {
    const two = compared(`${lines[0]}\n${lines[4]}\n校验码：${copy.code}`)
    const secret = lines.filter((line) => line.length > 12 && line !== lines[0] && line !== lines[4])
    for (const line of secret) expect(JSON.stringify(two)).not.toContain(line)
  })
})
