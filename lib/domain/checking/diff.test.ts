import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differing, hunksOf } from './diff'

test.each([
  ['甲乙丙', '甲乙丙', []],
  ['', '', []],
  ['甲乙丙', '甲丁丙', [{ left: [1, 2], right: [1, 2] }]],
  ['甲丙', '甲乙丙', [{ left: [1, 1], right: [1, 2] }]],
  ['甲乙丙', '甲丙', [{ left: [1, 2], right: [1, 1] }]],
  ['甲甲', '甲', [{ left: [1, 2], right: [1, 1] }]],
  [
    '甲乙丙丁戊',
    '子乙丙丑戊',
    [
      { left: [0, 1], right: [0, 1] },
      { left: [3, 4], right: [3, 4] },
    ],
  ],
  [
    '子甲乙丙丑',
    '甲寅乙丙',
    [
      { left: [0, 1], right: [0, 0] },
      { left: [2, 2], right: [1, 2] },
      { left: [4, 5], right: [4, 4] },
    ],
  ],
])('“%s” and “%s” differ where one has what the other has not', (left, right, hunks) => {
  expect(hunksOf([...left], [...right])).toEqual(hunks)
})

/** How many letters two sequences have in common, by trying everything. */
function commonOf(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0
  const [a, b] = [left.slice(1), right.slice(1)]
  return left[0] === right[0] ? commonOf(a, b) + 1 : Math.max(commonOf(a, right), commonOf(left, b))
}

test('putting the hunks in makes the one the other, and they are as small as can be', () => {
  const letters = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 7 })
  fc.assert(
    fc.property(letters, letters, (left, right) => {
      const hunks = hunksOf(left, right)
      const made = [...left]
      for (const { left: from, right: to } of hunks.toReversed())
        made.splice(from[0], from[1] - from[0], ...right.slice(...to))
      expect(made).toEqual(right)
      const kept = left.length - hunks.reduce((sum, { left: [from, to] }) => sum + to - from, 0)
      expect(kept).toBe(commonOf(left, right))
      // No hunk is empty, and between two of them something is the same.
      for (const [i, { left: l, right: r }] of hunks.entries()) {
        expect(l[1] - l[0] + r[1] - r[0]).toBeGreaterThan(0)
        if (i > 0) expect(l[0]).toBeGreaterThan(hunks[i - 1]?.left[1] ?? 0)
      }
    }),
  )
})

test('what is very long and different throughout is one hunk', () => {
  const lines = (letter: string) => ['同', ...Array.from({ length: 2001 }, (_, i) => `${letter}${i}`), '末']
  expect(hunksOf(lines('甲'), lines('乙'))).toEqual([{ left: [1, 2002], right: [1, 2002] }])
})

test.each([
  ['区财政局报24条', '区财政局报25条', '区财政局报24条', '区财政局报25条'],
  ['一二三四五六七八九十', '一二三四五六七八久十', '…三四五六七八九十', '…三四五六七八久十'],
  ['甲一二三四五六七八', '乙一二三四五六七八', '甲一二三四五六…', '乙一二三四五六…'],
  [
    '一二三四五六七甲一二三四五六七',
    '一二三四五六七一二三四五六七',
    '…二三四五六七甲一二三四五六…',
    '…二三四五六七一二三四五六…',
  ],
  ['甲', '甲甲', '甲', '甲甲'],
])('of “%s” and “%s” the middle is told, with six letters around it', (left, right, one, other) => {
  expect(differing(left, right)).toEqual({ left: one, right: other })
})
