import { describe, expect, test } from 'vitest'
import { checkPositions, checkShape } from './places'
import type { PrintedTable } from './printed'
import { checkOrder, checkRanks, type PlaceStanding } from './standings'

/** A table of units with 序号 and 名次, and what it says. */
function tableOf(...rows: string[][]): PrintedTable {
  return {
    kind: 'adoption',
    category: null,
    attachment: '附件2',
    title: null,
    columns: ['position', 'rank', 'unit'],
    dress: [],
    head: ['序号', '名次', '单位'],
    headLines: [0],
    odd: [],
    rows: rows.map((cells, i) => ({ line: i + 1, index: i + 1, cells, printed: cells, place: `第${i + 1}行` })),
    sums: [],
    legend: null,
    legendLines: [],
  }
}
const heard = (check: (say: (kind: string, ...words: string[]) => void) => void) => {
  const said: string[][] = []
  check((...words) => void said.push(words.slice(0, 4)))
  return said.map((words) => words.join(' | '))
}
/** Rows with these values and printed ranks; null has no target, undefined cannot be read. */
const rankedBy = (
  all: readonly (readonly [value: number | null | undefined, rank: string, more?: Partial<PlaceStanding>])[],
) => {
  const table = tableOf(...all.map(([, rank], i) => [`${i + 1}`, rank, `单位${i}`]))
  const standings = table.rows.map((row, i): PlaceStanding => {
    const [value, , more] = all[i] ?? []
    return { row, value: typeof value === 'number' ? { n: value, d: 100 } : value, clean: true, ...more }
  })
  return { table, standings }
}
const ranks = (ties: 'competition' | 'dense' | 'ordinal', ...all: Parameters<typeof rankedBy>[0]) => {
  const { table, standings } = rankedBy(all)
  return heard((say) => checkRanks(table, standings, '占比', say, ties))
}
const order = (...all: Parameters<typeof rankedBy>[0]) =>
  heard((say) => checkOrder(rankedBy(all).standings, '占比', say)).map((words) => words.split(' | ')[1])

describe('ranks', () => {
  test.each([
    ['competition', ['1', '2', '2', '4']],
    ['dense', ['1', '2', '2', '3']],
    ['ordinal', ['1', '2', '3', '4']],
  ] as const)('of equals are %s', (ties, printed) => {
    const values = [30, 20, 20, 10]
    expect(ranks(ties, ...values.map((value, i) => [value, printed[i] ?? ''] as const))).toEqual([])
    const last = { competition: '4', dense: '3', ordinal: '4' }[ties]
    expect(ranks(ties, ...values.map((value, i) => [value, i < 3 ? (printed[i] ?? '') : '9'] as const))).toEqual([
      `value | 第4行 名次 | 9 | ${last}`,
    ])
  })

  test('are for those with a target alone', () => {
    expect(ranks('competition', [30, '1'], [null, '—'])).toEqual([])
    expect(ranks('competition', [30, '1'], [null, '2'])).toEqual(['value | 第2行 名次 | 2 | —'])
  })

  test('are whole numbers; what cannot be read proves no rank wrong', () => {
    expect(ranks('competition', [30, '一'], [20, '2'])).toEqual(['value | 第1行 名次 | 一 | 1'])
    expect(ranks('competition', [30, '首'], [undefined, '2'])).toEqual(['value | 第1行 名次 | 首 | 名次'])
    expect(ranks('competition', [30, '7'], [undefined, '—'])).toEqual([])
    expect(ranks('competition', [30, '7'], [undefined, '无此'])).toEqual(['value | 第2行 名次 | 无此 | 名次'])
  })

  test('may be either way round where rounding hides who is before whom, within what it leaves open', () => {
    const near = { rounded: true }
    expect(ranks('competition', [30, '2', near], [30, '1', near], [10, '3'])).toEqual([])
    expect(ranks('competition', [30, '3', near], [30, '1', near], [10, '3'])).toHaveLength(1)
    expect(ranks('competition', [30, '2'], [30, '1'], [10, '3'])).toHaveLength(1)
  })

  test('are not asked of a table without them', () => {
    const { table, standings } = rankedBy([[30, '7']])
    const without = { ...table, columns: ['position' as const, null, 'unit' as const] }
    expect(heard((say) => checkRanks(without, standings, '占比', say))).toEqual([])
  })
})

describe('the order of rows', () => {
  test('goes down; equals may stand either way; those without a target stand last', () => {
    expect(order([30, ''], [20, ''], [20, ''], [null, ''], [null, ''])).toEqual([])
    expect(order([20, ''], [30, ''])).toEqual(['第2行'])
    expect(order([null, ''], [10, ''])).toEqual(['第2行'])
    expect(order([10, ''], [20, ''], [30, ''])).toEqual(['第2行', '第3行'])
  })

  test('is not judged by a row that is wrong itself, nor by one that cannot be read', () => {
    expect(order([20, '', { clean: false }], [30, ''])).toEqual([])
    expect(order([20, ''], [30, '', { clean: false }])).toEqual([])
    expect(order([undefined, ''], [30, ''])).toEqual([])
    expect(order([20, ''], [undefined, ''], [30, ''])).toEqual([])
  })

  test('is wrong only by more than rounding explains', () => {
    const near = { rounded: true }
    expect(order([20, '', near], [21, '', near])).toEqual([])
    expect(order([20, '', near], [22, '', near])).toEqual(['第2行'])
    expect(order([20, ''], [21, ''])).toEqual(['第2行'])
  })
})

const NONE = { missing: 0, twice: 0 }

test('positions count the rows', () => {
  const said = (...cells: string[]) =>
    heard((say) => checkPositions(tableOf(...cells.map((cell) => [cell, '', ''])), NONE, say))
  expect(said('1', '2', '3')).toEqual([])
  expect(said('1', '3', '')).toEqual(['value | 第2行 序号 | 3 | 2', 'value | 第3行 序号 |  | 3'])
})

test('a row has as many cells as its head, blank ones behind it aside; a head is known or said to be strange', () => {
  const table = tableOf(['1', '1', '甲', ''], ['2', '2'], ['3', '3', '丙', '多'])
  const seen = heard((say) => {
    expect([...checkShape(table, [], say)]).toEqual([table.rows[0]])
  })
  expect(seen).toEqual(['shape | 第2行 | 2格 | 3格', 'shape | 第3行 | 4格 | 3格'])
  const strange = { ...tableOf(), head: ['序号', '', '某栏'], columns: ['position' as const, null, null], odd: [1, 2] }
  const remarks: string[] = []
  expect(heard((say) => checkShape(strange, remarks, say))).toEqual([])
  expect(remarks).toEqual(['附件2 采用统计表：“某栏”一栏没有核对。'])
  const nameless = { ...tableOf(), headLines: [] }
  expect(heard((say) => checkShape(nameless, [], say))).toHaveLength(1)
})
