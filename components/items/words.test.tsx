import { renderToStaticMarkup as drawn } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { ItemState } from '@/lib/domain/items/item'
import { EarlierVersions, History } from './history'
import { VerdictNote } from './verdict'
import { dayInWords, fateInWords, verdictInWords, verdictOf } from './words'

const fate = (state: ItemState, over: object = {}) => ({ state, notUsed: false, reason: null, adoptions: [], ...over })

test('a day is said without its year within this year', () => {
  expect(dayInWords('2026-09-08', '2026-11-24')).toBe('9月8日')
  expect(dayInWords('2025-12-31', '2026-01-01')).toBe('2025年12月31日')
})

describe('what became of an item', () => {
  test('is what it was adopted as, each time; else what was decided; else its state', () => {
    const adoptions = [{ kind: 'city_full' }, { kind: 'province' }] as const
    expect(fateInWords(fate('received', { adoptions, notUsed: true }))).toEqual(['市级采用·信息', '省级采用'])
    expect(fateInWords(fate('received', { notUsed: true, reason: '一般性动态' }))).toEqual(['未采用：一般性动态'])
    expect(fateInWords(fate('received'))).toEqual(['已接收'])
    expect(fateInWords(fate('draft'))).toEqual(['草稿'])
    expect(fateInWords({ ...fate('received'), ref: 'unnumbered:x' })).toEqual(['已接收，待编号'])
  })

  test('says the reason, or that none was given', () => {
    expect(verdictInWords(fate('sent_back', { reason: '请补充' }))).toBe('退回：请补充')
    expect(verdictInWords(fate('sent_back'))).toBe('退回：未注明原因')
    expect(verdictInWords(fate('received', { notUsed: true }))).toBe('未采用：未注明原因')
    expect(verdictInWords(fate('duplicate', { reason: '重复：与某条相同' }))).toBe('重复：与某条相同')
    expect(verdictInWords(fate('duplicate'))).toBe('重复')
    expect(verdictInWords(fate('withdrawn', { notUsed: true }))).toBeNull()
  })

  test('is told by the newest event of its own kind', () => {
    const history = [
      { verb: 'send_back', reason: '第一次' },
      { verb: 'not_used', reason: '一般' },
      { verb: 'send_back', reason: '第二次' },
      { verb: 'duplicate', reason: '重复' },
    ] as const
    expect(verdictOf({ state: 'sent_back', notUsed: false }, history)).toBe('退回：第二次')
    expect(verdictOf({ state: 'received', notUsed: true }, history)).toBe('未采用：一般')
    expect(verdictOf({ state: 'duplicate', notUsed: false }, history)).toBe('重复')
    expect(verdictOf({ state: 'received', notUsed: false }, history)).toBeNull()
  })
})

describe('the history of an item', () => {
  const event = { verb: 'submit', at: Date.parse('2026-05-04T09:05:00+08:00'), reason: null } as const

  test('says who did what: a unit, the office, or an import', () => {
    const by = (who: { by: string | null; byUnit: string | null }) => drawn(<History events={[{ ...event, ...who }]} />)
    expect(by({ by: '张三', byUnit: '区财政局' })).toContain('区财政局 张三')
    expect(by({ by: '李四', byUnit: null })).toContain('区政府办公室 李四')
    expect(by({ by: null, byUnit: null })).toContain('数据导入')
    expect(drawn(<History events={[]} />)).toContain('尚未报送')
  })

  test('has the earlier versions that differ from what stands now, in title or in body', () => {
    const versions = [
      { version: 3, title: '新题', body: '新文', at: event.at },
      { version: 2, title: '旧题', body: '新文', at: event.at },
      { version: 1, title: '新题', body: '旧文', at: event.at },
    ]
    const html = drawn(<EarlierVersions versions={versions} now={{ title: '新题', body: '新文' }} />)
    expect(html.match(/<details/g)).toHaveLength(2)
    expect(drawn(<EarlierVersions versions={versions.slice(0, 1)} now={{ title: '新题', body: '新文' }} />)).toBe('')
  })
})

describe('the note of a verdict', () => {
  const other = { id: 'o', ref: '2026Q1-0001', title: '原件', unit: '区财政局', state: 'received' } as const
  const note = { verdict: null, counts: true, original: null, repeatedBy: [], base: '/desk' }

  test('is not there where nothing was decided, and says whether the item counts', () => {
    expect(drawn(<VerdictNote {...note} />)).toBe('')
    expect(drawn(<VerdictNote {...note} verdict="未采用：一般" />)).toContain('仍计入报送条数')
    expect(drawn(<VerdictNote {...note} verdict="重复" counts={false} />)).toContain('不再计入报送条数')
  })

  test('leads to the original, and says when that stands no longer', () => {
    const html = drawn(<VerdictNote {...note} verdict="重复" counts={false} original={other} base="/items" />)
    expect(html).toContain('href="/items/o"')
    expect(html).not.toContain('现为')
    const gone = drawn(<VerdictNote {...note} verdict="重复" original={{ ...other, state: 'withdrawn' }} />)
    expect(gone).toContain('现为“撤回”')
    expect(drawn(<VerdictNote {...note} repeatedBy={[other]} />)).toContain('与本条重复')
  })
})
