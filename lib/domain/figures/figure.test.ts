import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KINDS } from '../adoptions/kinds'
import { FIGURES } from '../notices/document'
import { compose } from '../notices/notice'
import type { Category } from '../office/category'
import type { Quarter } from '../time/quarter'
import {
  countsUnits,
  figureOfColumn,
  figureQuery,
  figureValue,
  figureWords,
  type NamedFigure,
  parseFigure,
  pointsValue,
  type UnitsFigure,
  unitsOfFigure,
} from './figure'
import { golden2020Q3 } from './golden/2020Q3'
import { rank } from './ranking'
import { rankingInputs } from './testing'

const quarter = '2020Q3' as Quarter
const parse = (query: string) => parseFigure(Object.fromEntries(new URLSearchParams(query)))

describe('the address of a list', () => {
  test.each<[string, NamedFigure]>([
    ['f=items', { figure: 'items' }],
    ['f=district_full&u=u1', { figure: 'district_full', unitId: 'u1' }],
    ['f=city&c=town', { figure: 'city', category: 'town' }],
    ['f=met&c=department', { figure: 'met', category: 'department' }],
    ['f=points&u=u1', { figure: 'points', unitId: 'u1' }],
  ])('%s is read and written alike', (query, figure) => {
    expect(parse(query)).toEqual(figure)
    expect(figureQuery(figure)).toBe(query)
  })

  test.each([
    '',
    'f=',
    'f=nothing',
    'f=toString',
    'f=items&c=镇街',
    'f=items&c=',
    'f=items&u=',
    'f=items&u=a%20b',
    'f=items&u=u1&c=town',
    'f=met&u=u1',
    'f=points',
    'f=points&c=town',
  ])('%s names no figure', (query) => expect(parse(query)).toBeNull())

  test('nor does one that says it twice', () => {
    expect(parseFigure({ f: ['items', 'city'] })).toBeNull()
    expect(parseFigure({ f: 'items', u: ['u1', 'u2'] })).toBeNull()
    expect(parseFigure({ f: 'items', c: ['town', 'town'] })).toBeNull()
  })
})

test('a figure is said in words', () => {
  expect(figureWords({ figure: 'district_full', unitId: 'u1' }, quarter, '区财政局')).toBe(
    '区财政局 2020年三季度 区级采用·信息',
  )
  expect(figureWords({ figure: 'items' }, quarter)).toBe('全区 2020年三季度 报送条数')
  expect(figureWords({ figure: 'met', category: 'town' }, quarter, '镇、街道')).toBe(
    '镇、街道 2020年三季度 完成季度报送任务的单位',
  )
})

test('over several quarters it names the span, and the line and target of the span', () => {
  const [met, onTrack]: NamedFigure[] = [{ figure: 'met' }, { figure: 'onTrack', category: 'town' }]
  expect(figureQuery({ figure: 'items', unitId: 'u1' }, 'year')).toBe('f=items&u=u1&span=year')
  expect(figureQuery({ figure: 'items' }, 'quarter')).toBe('f=items')
  expect(figureWords(met as NamedFigure, quarter, undefined, 'year')).toBe('全区 2020年前三季度 完成报送任务的单位')
  expect(figureWords(onTrack as NamedFigure, quarter, '镇、街道', 'year')).toBe(
    '镇、街道 2020年前三季度 采用得分达到年度任务75%的单位',
  )
})

test('the value of a figure is what the ranking prints: of a unit, of a category, of all', () => {
  fc.assert(
    fc.property(rankingInputs, (input) => {
      const ranking = rank(input)
      for (const figure of ['items', 'district', 'city', 'province', 'forwarded'] as const) {
        expect(figureValue(ranking, { figure })).toBe(ranking.totals[figure])
        const parts = ranking.tables.map(({ category }) => figureValue(ranking, { figure, category: category.key }))
        expect(parts.reduce((sum, n) => sum + n, 0)).toBe(ranking.totals[figure])
      }
      for (const row of ranking.tables.flatMap(({ adoption }) => adoption)) {
        expect(pointsValue(ranking, row.unitId, 'points')).toEqual(row.points)
        for (const { kind } of KINDS)
          expect(figureValue(ranking, { figure: kind, unitId: row.unitId })).toBe(row.counts[kind])
      }
      for (const { category } of ranking.tables)
        expect(figureValue(ranking, { figure: 'met', category: category.key })).toBe(ranking.totals.met[category.key])
    }),
  )
})

test('every figure that a notice may print opens a list', () => {
  for (const figure of FIGURES) expect(parse(`f=${figure}`)).toEqual({ figure })
  const options = { issuer: '雁江区人民政府办公室', number: null, date: '2020-10-12', portal: '雁信' }
  const { attachments } = compose(rank(golden2020Q3), options)
  const columns = attachments.flatMap(({ tables }) => tables[0]?.head.map(figureOfColumn) ?? [])
  expect(columns.filter(Boolean).join(' ')).toBe(
    'items forwarded district_full district_brief city_full city_brief province points',
  )
})

test('the units behind a figure are as many as it says', () => {
  fc.assert(
    fc.property(rankingInputs, (input) => {
      const ranking = rank(input)
      const { totals } = ranking
      const behind = (figure: UnitsFigure, category?: Category) => unitsOfFigure(ranking, figure, category).length
      expect(behind('units')).toBe(totals.units)
      expect(
        unitsOfFigure(ranking, 'noItems')
          .map(({ submission }) => submission.unit)
          .sort(),
      ).toEqual(totals.noItems.toSorted())
      for (const figure of ['met', 'exceeded', 'unmet', 'onTrack', 'behind', 'noPoints'] as const) {
        for (const { category } of ranking.tables)
          expect(behind(figure, category.key)).toBe(totals[figure][category.key])
        expect(behind(figure)).toBe(Object.values(totals[figure]).reduce((sum, n) => sum + n, 0))
        expect(countsUnits(figure)).toBe(true)
      }
    }),
  )
})
