import { renderToStaticMarkup as drawn } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { golden2020Q3 } from '@/lib/domain/figures/golden/2020Q3'
import { type CountedQuarter, overview } from '@/lib/domain/figures/overview'
import type { Quarter } from '@/lib/domain/time/quarter'
import { lastEight, type Span } from '@/lib/domain/time/span'
import { listPath } from './links'
import { MovementNote, Notes } from './notes'
import { PastNotes } from './past-notes'
import { ScatterFigure } from './scatter-figure'
import { TotalsBlock } from './totals'
import { Trends } from './trends'
import { Verdicts } from './verdicts'

const Q = '2020Q3' as Quarter
const SIZE = { width: 760, height: 460, font: 13 }

/** 2020 Q3 and the seven quarters before it, of which those named hold its figures, so many times as many items. */
function seen(known: Record<string, number>, span: Span = 'quarter', over: Partial<CountedQuarter> = {}) {
  return overview(
    span,
    lastEight(Q).map((quarter) => {
      const more = known[quarter] ?? 0
      const items = new Map([...golden2020Q3.items].map(([id, n]) => [id, n * more]))
      return { ...golden2020Q3, past: null, ...over, quarter, items, adoptions: more ? golden2020Q3.adoptions : [] }
    }),
  )
}
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the large figures', () => {
  test('stand each against the quarter before and the same time last year, with what is not known', () => {
    const text = textOf(drawn(<TotalsBlock overview={seen({ '2020Q3': 2, '2020Q2': 1 })} link={listPath} />))
    expect(text).toMatch(/2772 较上季 ▲1386 较去年同期 —/)
    expect(textOf(drawn(<TotalsBlock overview={seen({ '2020Q3': 1, '2020Q2': 1 })} link={listPath} />))).toContain(
      '持平',
    )
    expect(textOf(drawn(<TotalsBlock overview={seen({ '2020Q3': 1, '2020Q2': 2 })} link={listPath} />))).toContain(
      '▼1386',
    )
  })

  test('of a longer time have no quarter before', () => {
    const year = seen({ '2020Q1': 1, '2020Q2': 1, '2020Q3': 1 }, 'year')
    expect(textOf(drawn(<TotalsBlock overview={year} link={listPath} />))).not.toContain('较上季')
  })
})

describe('what a reader must know first', () => {
  const notes = (...of: Parameters<typeof seen>) => textOf(drawn(<Notes overview={seen(...of)} />))

  test('is that a quarter is empty, or some of them are', () => {
    expect(notes({})).toContain('本季度还没有信息报送')
    expect(notes({}, 'year')).toContain('这一时段还没有信息报送')
    expect(notes({ '2020Q3': 1, '2020Q1': 1 }, 'year')).toContain('2020年二季度没有数据，按0计。')
    expect(notes({ '2020Q3': 1 }).trim()).toBe('')
  })

  test('is that figures came in without items, and from which paper', () => {
    expect(notes({ '2020Q3': 1 }, 'quarter', { past: '样例文件' })).toMatch(/本季度为历史数据.*来源：样例文件/)
    expect(notes({ '2020Q3': 1 }, 'year', { past: '样例文件' })).toMatch(
      /2020年一季度为历史数据.*2020年三季度为历史数据/,
    )
  })

  test('is against what ranks have moved, or that there is nothing to move against', () => {
    const note = (...of: Parameters<typeof seen>) => textOf(drawn(<MovementNote overview={seen(...of)} />))
    expect(note({ '2020Q3': 1, '2020Q2': 1 })).toContain('比上季度上升')
    expect(note({ '2020Q3': 1 })).toContain('上季度没有数据，不比较名次。')
    expect(note({ '2020Q3': 1, '2020Q2': 1, '2020Q1': 1 }, 'year')).toContain('比截至上季度上升')
  })

  test('of a list, which part came as a number only', () => {
    const past = [{ quarter: Q, source: '样例文件', words: '12 条' }]
    const note = (alone: boolean, of = past) =>
      drawn(<PastNotes past={of} figure={{ figure: 'items' }} alone={alone} />)
    expect(note(true, [])).toBe('')
    expect(note(true)).toContain('以下列出有关单位的统计数字')
    expect(note(false)).toContain(`href="${listPath(Q, { figure: 'items' })}"`)
  })
})

describe('the trend', () => {
  const html = drawn(<Trends trend={seen({ '2020Q3': 1, '2019Q4': 2 }).trend} link={listPath} />)

  test('has a bar that opens its list for every quarter with data, a dash for every other, in picture and table', () => {
    const [picture = '', table = ''] = html.split('<details')
    expect(picture.match(/<rect /g)).toHaveLength(6 * 2)
    expect(picture.match(/>—</g)).toHaveLength(6 * 6)
    expect(table.match(/>—</g)).toHaveLength(6 * 6)
    for (const part of [picture, table])
      for (const quarter of ['2020Q3', '2019Q4'])
        expect(part).toContain(listPath(quarter as Quarter, { figure: 'items' }).replace('&', '&amp;'))
  })

  test('says a year once, at its first quarter in the picture', () => {
    const [figure = ''] = /<figure\b.*?<\/figure>/.exec(html) ?? []
    expect([...figure.matchAll(/<tspan[^>]*>(\d+)<\/tspan>/g)].map(([, year]) => year)).toEqual([
      '2018',
      '2019',
      '2020',
    ])
    expect(
      [...figure.matchAll(/>(.)季(?:<tspan|<\/text>)/g)]
        .map(([, word]) => word)
        .slice(-8)
        .join(''),
    ).toBe('四一二三四一二三')
  })

  test('writes long figures smaller, so that they do not run into each other', () => {
    const fonts = (known: Record<string, number>) =>
      [...drawn(<Trends trend={seen(known).trend} link={listPath} />).matchAll(/font-size="([\d.]+)">\d/g)].map(
        ([, size]) => Number(size),
      )
    expect(Math.min(...fonts({ '2020Q3': 1 }))).toBe(15)
    expect(Math.min(...fonts({ '2020Q3': 1000 }))).toBeLessThan(15)
  })
})

describe('the picture of completion and share', () => {
  const html = drawn(<ScatterFigure overview={seen({ '2020Q3': 1 })} size={SIZE} link={listPath} />)
  const marks = [...html.matchAll(/<\/title><path[^>]* d="([^"]*)"/g)].map(([, d]) => d ?? '')

  test('has a mark for each unit, round for departments and pointed for towns, which opens its points', () => {
    expect(marks.filter((d) => /^M[^a-z]*a/.test(d))).toHaveLength(39)
    expect(marks.filter((d) => /^M[^a-z]*l/.test(d))).toHaveLength(18)
    expect(new Set([...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).size).toBe(57)
    expect(html).toContain('<title>区财政局 完成率')
    expect(html).not.toContain('不在图中')
  })

  test('points towards what lies beyond its edges, and counts who has no place in it', () => {
    // Beside its own shape a mark beyond an edge has a pointed one more, or two.
    const pointed = marks.filter((d) => d.split('M').length > 2)
    expect(pointed.length).toBeGreaterThan(0)
    expect(pointed.length).toBeLessThan(57)
    const targets = new Map([...golden2020Q3.targets].slice(2))
    const without = seen({ '2020Q3': 1 }, 'quarter', { targets })
    expect(drawn(<ScatterFigure overview={without} size={SIZE} link={listPath} />)).toContain(
      '未下达任务的 2 个单位不在图中',
    )
  })
})

test('every verdict of a category opens the units behind it, and names the line of its time', () => {
  const html = drawn(<Verdicts overview={seen({ '2020Q3': 1 })} link={listPath} />)
  expect(textOf(html)).toMatch(/完成报送任务 28 13 .*达到 25% 线 \d+ \d+/)
  expect(new Set([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).size).toBe(10)
  const year = seen({ '2020Q1': 1, '2020Q2': 1, '2020Q3': 1 }, 'year')
  expect(textOf(drawn(<Verdicts overview={year} link={listPath} />))).toContain('达到 75% 线')
})
