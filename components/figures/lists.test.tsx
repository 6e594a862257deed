import { renderToStaticMarkup as drawn } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { fraction } from '@/lib/domain/base/exact'
import { unitsOfFigure } from '@/lib/domain/figures/figure'
import { golden2020Q3 } from '@/lib/domain/figures/golden/2020Q3'
import { rank } from '@/lib/domain/figures/ranking'
import { DEPARTMENT, rulesOf } from '@/lib/domain/rules/testing'
import type { Quarter } from '@/lib/domain/time/quarter'
import { type DrilldownLine, DrilldownTable } from './drilldown-table'
import { UnitQuarterBlock } from './unit-quarter'
import { UnitsTable } from './units-table'

/** What is drawn, without what only shapes it. */
const bare = (html: string) => html.replace(/ (?:class|data-[\w-]+|style)="[^"]*"/g, '')

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the list behind a figure', () => {
  const line: DrilldownLine = { key: 'k', itemId: 'i', unit: '区财政局', day: '2020-07-02', kind: null, title: '题' }
  const table = (...rows: Partial<DrilldownLine>[]) =>
    bare(
      drawn(
        <DrilldownTable title="明细" itemsAt="/desk" rows={rows.map((row, i) => ({ ...line, key: `${i}`, ...row }))} />,
      ),
    )

  test('leads to the items that the reader may read; of others it has the row alone', () => {
    expect(table({})).toContain('<a href="/desk/i">题</a>')
    const closed = table({ title: null })
    expect(closed).not.toContain('href')
    expect(closed).toContain('<td>—</td>')
    expect(table({ itemId: null, title: '约稿' })).toContain('<td>约稿</td>')
  })

  test('has the columns that its rows need: kinds for adoptions, scores for points', () => {
    expect(textOf(table({}))).toContain('报送日期')
    expect(textOf(table({}))).not.toMatch(/类别|得分/)
    expect(textOf(table({ kind: 'city_full' }))).toMatch(/采用日期 类别 标题 .*市级采用·信息/)
    const scored = textOf(
      table({ kind: 'city_full', what: '市级采用·信息，3 个单位共享', points: fraction(1000, 3) }, { kind: null }),
    )
    expect(scored).toMatch(/日期 类别 标题 得分 1 区财政局 7月2日 市级采用·信息，3 个单位共享 题 3.33 2 /)
    expect(scored).toMatch(/题 0 $/)
  })
})

test('the units behind a figure stand with what they were judged by, a dash where nothing was asked', () => {
  const [first] = golden2020Q3.units
  const targets = new Map(golden2020Q3.targets)
  targets.delete(first?.id ?? '')
  const rows = unitsOfFigure(rank({ ...golden2020Q3, targets }), 'units', undefined)
  const html = drawn(
    <UnitsTable title="单位" listAt={({ figure }) => `/l/${figure}`} rows={rows} categoryOf={() => 'town'} />,
  )
  const [row = ''] = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].flatMap(([, cells]) =>
    cells?.includes(first?.name ?? '?') ? [cells] : [],
  )
  expect(row.match(/>—</g)).toHaveLength(4)
  expect(row).toContain('href="/l/items"')
  expect(row).toContain('href="/l/points"')
  expect(html.match(/<tr>/g)).toHaveLength(58)
})

describe("a unit's quarter", () => {
  const usual = {
    quarter: '2020Q3' as Quarter,
    unitId: 'u',
    items: 9,
    target: 12,
    points: fraction(1500),
    annualTarget: 6400,
    share: '23%',
    rules: rulesOf(DEPARTMENT),
    progress: 0.5,
  }
  const said = (over: object = {}) => textOf(drawn(<UnitQuarterBlock {...usual} {...over} />))

  test('says what is wanting, and what would be due by now while the quarter runs', () => {
    expect(said()).toContain('9 / 12 条')
    expect(said()).toContain('还差 3 条 · 按进度应报 6 条')
    expect(said({ progress: 1 })).toContain('还差 3 条 ')
    expect(said({ progress: 1 })).not.toContain('按进度')
    expect(said({ items: 12 })).toContain('已完成 ·')
    expect(said({ items: 15 })).toContain('已完成，超出 3 条')
  })

  test('says how the line is passed, that it was, or that it was not', () => {
    expect(said()).toContain('23% · 再有 1 条区级简讯即过 25% 线')
    expect(said({ points: fraction(1600), share: '25%' })).toContain('25% · 已过 25% 线')
    expect(said({ progress: 1 })).toContain('23% · 未过 25% 线')
    expect(said({ rules: rulesOf({}) })).toContain('23% · 未过 25% 线')
  })

  test('without a target is counted, not judged', () => {
    const text = said({ target: null, annualTarget: null })
    expect(text).toContain('9 条')
    expect(text).toContain('2020年未下达本单位的报送任务，只计条数。')
    expect(text).toContain('2020年未下达本单位的年度任务，不计占比。')
    expect(text).not.toMatch(/还差|%/)
  })
})
