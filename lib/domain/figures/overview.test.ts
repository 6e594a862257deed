import { describe, expect, test } from 'vitest'
import type { Quarter } from '../time/quarter'
import { lastEight } from '../time/span'
import { changeWords, movements, movementWords } from './compare'
import { golden2020Q3 } from './golden/2020Q3'
import { type CountedQuarter, holds, overview } from './overview'
import { rank } from './ranking'

const EIGHT = lastEight('2020Q3' as Quarter)
const FIRST = golden2020Q3.units[0]?.id ?? ''

/** The last eight quarters, of which those named hold the figures of 2020 Q3, `more` times as many items. */
function counted(known: Record<string, number>): CountedQuarter[] {
  return EIGHT.map((quarter) => {
    const more = known[quarter] ?? 0
    const items = new Map([...golden2020Q3.items].map(([id, n]) => [id, n * more]))
    return { ...golden2020Q3, quarter, past: null, items, adoptions: more ? golden2020Q3.adoptions : [] }
  })
}

describe('what a ranking is compared with', () => {
  test('the quarter before and the same one last year', () => {
    const { large, comparable } = overview('quarter', counted({ '2020Q3': 1, '2020Q2': 2, '2019Q3': 3 }))
    expect(large.items).toEqual({ before: 2772, yearAgo: 4158 })
    expect(large.city).toEqual({ before: 14, yearAgo: 14 })
    expect(comparable).toBe(true)
  })

  test('a quarter holds something as soon as there is one item, one adoption or a paper of old figures', () => {
    const none = {
      ...golden2020Q3,
      quarter: EIGHT[0] as Quarter,
      past: null,
      items: new Map([[FIRST, 0]]),
      adoptions: [],
    }
    const adopted = (count: number) => [{ unitId: FIRST, kind: 'forwarded' as const, count }]
    expect([none, { ...none, adoptions: adopted(0) }].map(holds)).toEqual([false, false])
    const some = [{ items: new Map([[FIRST, 1]]) }, { adoptions: adopted(1) }, { past: '某号文' }]
    expect(some.map((one) => holds({ ...none, ...one }))).toEqual([true, true, true])
  })

  test('nothing where there are no data', () => {
    const { large, moved, comparable, trend } = overview('quarter', counted({ '2020Q3': 1 }))
    expect(large.items).toEqual({ before: null, yearAgo: null })
    expect([comparable, moved.adoption.size]).toEqual([false, 0])
    expect(trend.map(({ figures }) => figures?.items ?? null)).toEqual([null, null, null, null, null, null, null, 1386])
    expect(trend.at(-1)?.figures).toEqual({ items: 1386, district: 81, city: 14, province: 2, met: 41, onTrack: 36 })
  })

  test('a span with the same span of last year, and only when the whole of it is known', () => {
    const year = { '2020Q1': 1, '2020Q2': 1, '2020Q3': 1, '2019Q1': 1, '2019Q2': 1 }
    expect(overview('year', counted(year)).large.items).toEqual({ yearAgo: null })
    expect(overview('year', counted({ ...year, '2019Q3': 2 })).large.items).toEqual({ yearAgo: 4 * 1386 })
  })

  test('quarters without data are named, as are those that came in as figures only', () => {
    const all = counted({ '2020Q2': 1, '2020Q3': 1 }).map((one) => ({
      ...one,
      past: one.quarter === '2020Q2' ? '样例文件' : null,
    }))
    const { empty, past } = overview('year', all)
    expect(empty).toEqual(['2020Q1'])
    expect(past).toEqual([{ quarter: '2020Q2', source: '样例文件' }])
  })
})

test('a unit that leads now and was last before has moved up by so many ranks', () => {
  const before = rank({ ...golden2020Q3, items: new Map([...golden2020Q3.items, [FIRST, 0]]) })
  const now = rank({ ...golden2020Q3, items: new Map([...golden2020Q3.items, [FIRST, 999]]) })
  const rankOf = (ranking: typeof now) =>
    ranking.tables.flatMap(({ submission }) => submission).find((row) => row.unitId === FIRST)?.rank ?? 0
  expect(rankOf(now)).toBe(1)
  expect(movements(now, before).submission.get(FIRST)).toBe(rankOf(before) - 1)
  const without = rank({ ...golden2020Q3, targets: new Map([...golden2020Q3.targets].filter(([id]) => id !== FIRST)) })
  expect(movements(now, without).submission.get(FIRST)).toBe('new')
  expect(movements(without, now).submission.has(FIRST)).toBe(false)
})

test('changes are said by shape and number', () => {
  expect([changeWords(5, 3), changeWords(3, 5), changeWords(3, 3), changeWords(3, null)]).toEqual([
    '▲2',
    '▼2',
    '持平',
    '—',
  ])
  expect([
    movementWords(2),
    movementWords(-1),
    movementWords(0),
    movementWords('new'),
    movementWords(undefined),
  ]).toEqual(['▲2', '▼1', '—', '新', ''])
})
