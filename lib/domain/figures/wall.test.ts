import fc from 'fast-check'
import { expect, test } from 'vitest'
import { golden2020Q3 } from './golden/2020Q3'
import { adoptionLines, submissionLines } from './groups'
import { ofCategory, rank, rankSpan } from './ranking'
import { rankingInputs } from './testing'
import { LINES, wallScreens } from './wall'

const words = (lines: ReturnType<typeof adoptionLines> | ReturnType<typeof submissionLines>) =>
  lines.flatMap((line, i) => ('row' in line ? [] : [[i, 'line' in line ? line.line : line.group]]))

test('the tables of 2020 Q3 have the line after the last that reached it, and those without anything apart', () => {
  const ranking = rank(golden2020Q3)
  const [department, town] = [ofCategory(ranking, 'department'), ofCategory(ranking, 'town')]
  expect(words(submissionLines(department.submission))).toEqual([[38, '报送条数为0']])
  expect(words(submissionLines(town.submission))).toEqual([])
  expect(words(adoptionLines(department.adoption, 1))).toEqual([
    [23, '25% 线'],
    [32, '采用得分为0'],
  ])
  expect(words(adoptionLines(town.adoption, 1))).toEqual([
    [13, '25% 线'],
    [15, '采用得分为0'],
  ])
})

test('every unit stands once in each of its tables, and what stands apart has nothing', () => {
  fc.assert(
    fc.property(rankingInputs, (input) => {
      for (const { submission, adoption } of rank(input).tables) {
        const sent = submissionLines(submission)
        expect(sent.flatMap((line) => ('row' in line ? [line.row] : []))).toEqual(submission)
        const lines = adoptionLines(adoption, 1)
        expect(lines.flatMap((line) => ('row' in line ? [line.row] : []))).toEqual(adoption)
        const line = lines.findIndex((one) => 'line' in one)
        for (const [i, one] of lines.entries())
          if (line >= 0 && 'row' in one) expect(one.row.onTrack === true).toBe(i < line)
      }
    }),
  )
})

test('the wall shows all of it on screens of two columns that are not too long', () => {
  const screens = wallScreens(rankSpan([golden2020Q3]))
  expect(
    screens.map((columns) => columns.map(({ kind, category, lines }) => [kind, category.key, lines.length])),
  ).toEqual([
    [
      ['adoption', 'department', 21],
      ['adoption', 'department', 20],
    ],
    [
      ['adoption', 'town', 20],
      ['submission', 'town', 18],
    ],
    [
      ['submission', 'department', 20],
      ['submission', 'department', 20],
    ],
  ])
  const many = fc.integer({ min: 0, max: 130 }).map((n) => ({
    ...golden2020Q3,
    units: Array.from({ length: n }, (_, i) => ({
      id: `u${i}`,
      name: `第${i}局`,
      category: 'town',
      position: i,
    })),
  }))
  fc.assert(
    fc.property(fc.oneof(rankingInputs, many), (input) => {
      const ranking = rankSpan([input])
      const columns = wallScreens(ranking).flat()
      const shown = columns.flatMap(({ lines }) => lines.filter((line: object) => 'row' in line).length)
      expect(shown.reduce((sum, n) => sum + n, 0)).toBe(2 * input.units.length)
      for (const { lines, part, parts } of columns) {
        expect(lines.length).toBeLessThanOrEqual(LINES)
        if (part < parts) expect(lines.at(-1)).toHaveProperty('row')
      }
    }),
  )
})
