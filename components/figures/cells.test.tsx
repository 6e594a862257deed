import { renderToStaticMarkup as drawn } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { rulesInForce } from '@/lib/domain/rules/book'
import { rowsOf } from '@/lib/domain/rules/testing'
import type { Quarter } from '@/lib/domain/time/quarter'
import { CountCell, HeadCell, Rank, RateCell, Sources } from './cells'
import { listBeside, listPath, spanQuery } from './links'
import { Quarters } from './quarters'

/** What is drawn, without what only shapes it. */
const bare = (html: string) => html.replace(/ (?:class|data-[\w-]+|style)="[^"]*"/g, '')

const Q = '2020Q3' as Quarter

describe('a cell of the ranking', () => {
  test('four characters and the name of a level stand in two lines, other heads in one', () => {
    expect(drawn(<HeadCell words="报送任务" />)).toBe('报送<br/>任务')
    expect(drawn(<HeadCell words="国家级采用" />)).toBe('国家级<br/>采用')
    expect(drawn(<HeadCell words="完成率" />)).toBe('完成率')
  })

  test('a rank says how it moved, where that is known; without one there is a dash', () => {
    expect(bare(drawn(<Rank rank={3} movement={2} />))).toBe('<td>3<small>▲2</small></td>')
    expect(drawn(<Rank rank={3} movement={-1} />)).toContain('▼1')
    expect(bare(drawn(<Rank rank={3} movement={undefined} />))).toBe('<td>3</td>')
    expect(bare(drawn(<Rank rank={null} movement={undefined} />))).toBe('<td>—</td>')
  })

  test('a figure opens its list; what is not zero stands out', () => {
    expect(drawn(<CountCell href="/l" n={2} />)).toBe('<td><a href="/l"><b>2</b></a></td>')
    expect(drawn(<CountCell href="/l" n={0} label="省级" />)).toBe('<td data-label="省级"><a href="/l">0</a></td>')
    expect(drawn(<CountCell href="/l" n={1} words="6.5" />)).toContain('<b>6.5</b>')
  })

  test('a bar is as long as its rate, no longer than the longest, and absent where there is no rate', () => {
    const bar = (rate: number | null) =>
      /--rate:([\d.]+)/.exec(drawn(<RateCell words="" rate={rate} longest={2} />))?.[1]
    expect([0.5, 5, 0].map(bar)).toEqual(['0.25', '1', '0'])
    expect(bar(null)).toBeUndefined()
    // One that is longer than there is room is broken off.
    expect(drawn(<RateCell words="275%" rate={2.75} longest={1} />)).toContain('data-cut')
    expect(drawn(<RateCell words="100%" rate={1} longest={1} />)).not.toContain('data-cut')
  })
})

test('the documents behind a table are each named once, and only those of its own rules', () => {
  const from2020 = rowsOf({ submission: 5, district_full: 6, city_full: 10 })
  const rows = from2020.map((row) => ({ ...row, source: row.kind === 'city_full' ? null : '样例一号' }))
  const rules = rulesInForce(rows, 'department', Q)
  const said = (props: object) => drawn(<Sources rulesOf={[{ rules }, { rules }]} {...props} />)
  expect(said({})).toBe('计分依据：样例一号，自2020年一季度起；来源未注明，自2020年一季度起。')
  expect(said({ only: ['submission'] })).toBe('计分依据：样例一号，自2020年一季度起。')
  expect(said({ except: ['submission', 'district_full'] })).toBe('计分依据：来源未注明，自2020年一季度起。')
  expect(drawn(<Sources rulesOf={[]} />)).toBe('')
})

test('the address of a list names quarter, figure and a span that is not the quarter', () => {
  expect(listPath(Q, { figure: 'items', unitId: 'u1' })).toMatch(/^\/ranking\/2020Q3\/list\?/)
  expect(listPath(Q, { figure: 'items' })).not.toContain('span')
  expect(listBeside(Q, { figure: 'items' }, 'year')).toMatch(/^2020Q3\/list\?.*span=year/)
  expect([spanQuery('quarter'), spanQuery('year'), spanQuery('half', '&')]).toEqual(['', '?span=year', '&span=half'])
})

describe('the way to other quarters', () => {
  const quarters = ['2020Q4', '2020Q3', '2020Q1', '2019Q3'] as Quarter[]
  const hrefs = (quarter: string, all = quarters) =>
    [
      ...drawn(<Quarters base="/ranking" quarter={quarter as Quarter} quarters={all} query="?span=year" />).matchAll(
        /href="([^"]*)"/g,
      ),
    ].map(([, href]) => href)

  test('is the one before, the one after, then all others that hold anything', () => {
    expect(hrefs('2020Q3')).toEqual(['2020Q1', '2020Q4', '2019Q3'].map((q) => `/ranking/${q}?span=year`))
    expect(hrefs('2020Q4')).toEqual(['2020Q3', '2020Q1', '2019Q3'].map((q) => `/ranking/${q}?span=year`))
    expect(hrefs('2020Q2')).toEqual(['2020Q1', '2020Q3', '2020Q4', '2019Q3'].map((q) => `/ranking/${q}?span=year`))
  })

  test('is not drawn where there is no other', () => {
    expect(hrefs('2020Q3', [Q])).toEqual([])
    expect(drawn(<Quarters base="/ranking" quarter={Q} quarters={[]} />)).toBe('')
  })
})
