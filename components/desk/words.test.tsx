import { renderToStaticMarkup as drawn } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { KINDS } from '@/lib/domain/adoptions/kinds'
import { USUAL_CATEGORIES } from '@/lib/domain/office/category'
import type { Quarter } from '@/lib/domain/time/quarter'
import { EmptyDesk } from './empty'
import { ItemFacts } from './facts'
import { chosenInWords, Filter } from './filter'
import { standing } from './words'

describe('where an item stands on the desk', () => {
  test('is its state, until it is received; then what became of it', () => {
    expect(standing('sent_back', []).words).toBe('退回')
    expect(standing('withdrawn', [{ kind: 'city_full' }]).words).toBe('撤回')
    expect(standing('received', []).words).toBe('待处理')
    expect(standing('received', [], true).words).toBe('未采用')
    expect(standing('received', [], false, 'unnumbered:x').words).toBe('待编号')
  })

  test('has a sign that tells what waits from what is done, and both from what is no more', () => {
    const signs = [standing('received', []), standing('received', [{ kind: 'province' }]), standing('withdrawn', [])]
    expect(new Set(signs.map(({ sign }) => sign)).size).toBe(3)
    expect(standing('received', [], true).sign).toBe(standing('withdrawn', []).sign)
  })

  test('names its adoptions in the order of the tables, equal ones once with their number', () => {
    const adopted = (['city_brief', 'district_full', 'city_brief'] as const).map((kind) => ({ kind }))
    expect(standing('received', adopted).words).toBe('已采用：区级信息、市级简讯×2')
  })
})

describe('the filter', () => {
  const units = [
    { id: 'd', name: '区财政局', category: 'department' },
    { id: 't', name: '中和镇', category: 'town' },
  ] as const
  const lists = {
    categories: USUAL_CATEGORIES,
    units,
    quarters: ['2026Q1' as Quarter],
    kinds: KINDS,
    commissions: [{ id: 'c', topic: '春耕' }],
  }
  const chosenIn = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/<select\b[^>]* name="(\w+)"[^>]*>(.*?)<\/select>/g)].map(([, name, options]) => [
        name,
        /value="([^"]*)" selected/.exec(options ?? '')?.[1],
      ]),
    )

  test('shows what is chosen, and what is received where no state is', () => {
    expect(chosenIn(drawn(<Filter chosen={{}} {...lists} />))).toMatchObject({ unit: '', state: 'received', kind: '' })
    const chosen = {
      unitId: 't',
      state: 'all',
      quarter: '2026Q1' as Quarter,
      commission: 'c',
      kind: 'province',
    } as const
    expect(chosenIn(drawn(<Filter chosen={chosen} {...lists} />))).toEqual({
      unit: 't',
      category: '',
      type: '',
      quarter: '2026Q1',
      state: 'all',
      kind: 'province',
      commission: 'c',
    })
  })

  test('lists the units of each category under its name', () => {
    const html = drawn(<Filter chosen={{}} {...lists} />)
    expect(html).toMatch(/<optgroup label="部门"><option value="d">区财政局<\/option><\/optgroup>/)
    expect(html).toMatch(/<optgroup label="镇街"><option value="t">中和镇<\/option><\/optgroup>/)
  })

  test('is said in words, as far as it is more than the usual', () => {
    expect(chosenInWords({}, undefined, USUAL_CATEGORIES)).toBeNull()
    expect(chosenInWords({ state: 'received' }, undefined, USUAL_CATEGORIES)).toBeNull()
    expect(chosenInWords({ state: 'all' }, undefined, USUAL_CATEGORIES)).toBe('全部状态')
    expect(chosenInWords({ state: 'sent_back', text: '橘', from: '2026-01-05' }, '区财政局', USUAL_CATEGORIES)).toBe(
      '检索：橘 · 区财政局 · 退回 · 2026年1月5日起',
    )
    expect(
      chosenInWords(
        {
          category: 'town',
          type: 'problem',
          quarter: '2026Q1' as Quarter,
          kind: 'province',
          commission: 'c',
          publication: '要情',
          to: '2026-02-01',
        },
        undefined,
        USUAL_CATEGORIES,
      ),
    ).toBe('镇街 · 困难问题 · 2026年一季度 · 省级采用 · 回复约稿的 · 刊物含“要情” · 2026年2月1日止')
  })
})

test('an empty desk says why, and what to do', () => {
  const empty = (chosen: boolean, further: boolean, ungraded: boolean) =>
    drawn(<EmptyDesk chosen={chosen} further={further} ungraded={ungraded} />)
  expect(empty(true, true, true)).toContain('后面没有更多信息')
  expect(empty(false, false, false)).toContain('还没有收到信息')
  expect(empty(true, false, true)).toContain('没有待处理的信息')
  expect(empty(true, false, false)).toContain('没有符合条件的信息')
  expect(empty(true, false, false)).toContain('href="/desk"')
})

test('the facts of an item are said, or said to be missing; its characters are counted without white space', () => {
  const none = { type: null, eventDay: null, author: null, phone: '', signer: null, submittedAt: null }
  const item = { ...none, ref: '2026Q1-0001', unit: '区财政局', categoryName: '部门' } as const
  const html = drawn(<ItemFacts item={item} body={'一二\n 三 '} />)
  expect(html).toContain('区财政局（部门）')
  expect(html).toContain('>3 字<')
  expect(html.match(/未填/g)).toHaveLength(6)
  const known = drawn(<ItemFacts item={{ ...item, type: 'problem', eventDay: '2026-01-05', author: '张三' }} body="" />)
  expect(known).toContain('2026年1月5日')
  expect(known).toContain('困难问题')
  expect(known.match(/未填/g)).toHaveLength(3)
})
