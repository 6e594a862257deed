import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isChanged, markedParagraphs, marksBetween, type TextMark } from './marked'

const only = (marks: readonly TextMark[], but: TextMark['kind']) =>
  marks
    .filter(({ kind }) => kind !== but)
    .map(({ text }) => text)
    .join('')

/** "一[-二-][+三+]". */
const drawn = (marks: readonly TextMark[]) =>
  marks.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`)).join('')

describe('the marked difference', () => {
  test.each([
    ['nothing changed', '甲\n乙', '甲\n乙', '甲\n乙'],
    ['both empty', '', '', ''],
    ['all new', '', '甲', '[+甲+]'],
    ['a word replaced', '共检查企业12家。', '共检查企业15家。', '共检查企业1[-2-][+5+]家。'],
    ['a paragraph dropped', '第一段。\n第二段。\n第三段。', '第一段。\n第三段。', '第一段。\n[-第二段。\n-]第三段。'],
    ['a paragraph added at the end', '第一段。', '第一段。\n第二段。', '第一段。[+\n第二段。+]'],
    ['a paragraph rewritten', '天地玄黄宇宙洪荒', '日月盈昃辰宿列张', '[-天地玄黄宇宙洪荒-][+日月盈昃辰宿列张+]'],
    [
      'a single character kept by chance',
      '会议研究甲乙丙事项并部署',
      '会议研究丁乙戊事项并部署',
      '会议研究[-甲乙丙-][+丁乙戊+]事项并部署',
    ],
    ['two characters kept', '会议研究甲安全丙事项', '会议研究丁安全戊事项', '会议研究[-甲-][+丁+]安全[-丙-][+戊+]事项'],
    [
      'a line end kept',
      '第一段甲\n乙第二段\n尾',
      '第一段丙\n丁第二段\n尾',
      '第一段[-甲-][+丙+]\n[-乙-][+丁+]第二段\n尾',
    ],
    ['one kept at the beginning', '甲乙丙', '甲丁', '甲[-乙丙-][+丁+]'],
    ['three of ten kept', '甲乙丙丁戊己庚辛壬癸', '甲乙丙子丑寅卯辰巳午', '甲乙丙[-丁戊己庚辛壬癸-][+子丑寅卯辰巳午+]'],
    [
      'three of the shorter ten kept',
      '甲乙丙丁戊己庚辛壬癸',
      '甲乙丙子丑寅卯辰巳午未申酉戌亥',
      '甲乙丙[-丁戊己庚辛壬癸-][+子丑寅卯辰巳午未申酉戌亥+]',
    ],
    [
      'two of ten kept',
      '甲乙丙丁戊己庚辛壬癸',
      '甲乙戌子丑寅卯辰巳午',
      '[-甲乙丙丁戊己庚辛壬癸-][+甲乙戌子丑寅卯辰巳午+]',
    ],
    ['a rare character', '前𠀀后', '前𠀁后', '前[-𠀀-][+𠀁+]后'],
  ])('says what is gone and what is new: %s', (_, before, after, expected) => {
    expect(drawn(marksBetween(before, after))).toBe(expected)
  })

  test('what stands in both or was removed is the original, what stands in both or was added the edited text', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom('第一段。', '检查企业12家。', '', '𠀀'), fc.string({ unit: 'grapheme' })), {
        maxLength: 8,
      })
      .map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const marks = marksBetween(before, after)
        expect(only(marks, 'added')).toBe(before)
        expect(only(marks, 'removed')).toBe(after)
        expect(isChanged(marks)).toBe(before !== after)
        for (const [i, { kind, text: words }] of marks.entries()) {
          expect(words).not.toBe('')
          expect(words.isWellFormed()).toBe(true)
          expect(kind).not.toBe(marks[i + 1]?.kind)
        }
      }),
    )
  })

  test('comes to an end with two texts of 20,000 characters, however unlike they are', () => {
    const varied = (seed: number, ends: number) =>
      Array.from({ length: 20_000 }, (_, i) =>
        i % ends === ends - 1 ? '\n' : String.fromCodePoint(0x4e00 + ((i * 7919 * seed + (i >> 3) * 31) % 500)),
      ).join('')
    for (const ends of [2, 40, 400, 30_000]) {
      const [before, after] = [varied(1, ends), varied(3, ends)]
      const marks = marksBetween(before, after)
      expect(only(marks, 'added'), `a line end every ${ends}`).toBe(before)
      expect(only(marks, 'removed')).toBe(after)
    }
  })

  test('reads as paragraphs; a line end that only one text has shows', () => {
    const rows = (before: string, after: string) => markedParagraphs(marksBetween(before, after)).map(drawn)
    expect(rows('甲。\n乙。', '甲。\n乙。')).toEqual(['甲。', '乙。'])
    expect(rows('甲。\n\n乙。\n', '甲。\n\n乙。\n')).toEqual(['甲。', '乙。'])
    expect(rows('甲事办结。乙事在办。', '甲事办结。\n乙事在办。')).toEqual(['甲事办结。[+↵+]', '乙事在办。'])
    expect(rows('甲事办结。\n乙事在办。', '甲事办结。乙事在办。')).toEqual(['甲事办结。[-↵-]', '乙事在办。'])
  })
})
