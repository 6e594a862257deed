import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ItemState, STATES } from '../items/item'
import { editFault, mergedBody, mergeFault, type TextMoment, type TextVerb, textBlock } from './text'

describe('which items the office edits', () => {
  test('what was received', () => {
    expect(editFault({ state: 'received', notUsed: false })).toBeNull()
  })

  test('nothing else, and the reason says what would make it possible', () => {
    for (const state of (Object.keys(STATES) as ItemState[]).filter((one) => one !== 'received'))
      expect(editFault({ state }), state).toMatch(/^该信息.*。$/)
    expect(editFault({ state: 'received', notUsed: true })).toContain('请先恢复')
    expect(editFault({ state: 'sent_back' })).toContain('再次报送')
  })
})

describe('a 综合', () => {
  const source = (unit: string, body = '正文') => ({ unit, body })

  test('begins with the items’ texts, each headed by its unit', () => {
    expect(mergedBody([source('样例一局', '甲事。\n乙事。'), source('样例一镇', '丙事。')])).toBe(
      '样例一局\n甲事。\n乙事。\n样例一镇\n丙事。',
    )
  })

  test('is made of 2 to 10 items that fit into one body', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => source(`样例${i}`))
    expect(mergeFault(many(1), 1000)).toContain('至少由 2 条')
    expect(mergeFault(many(2), 1000)).toBeNull()
    expect(mergeFault(many(10), 1000)).toBeNull()
    expect(mergeFault(many(11), 1000)).toContain('现有 11 条')
    expect(mergeFault([source('甲', '一'.repeat(5)), source('乙', '二'.repeat(5))], 15)).toBeNull()
    expect(mergeFault([source('甲', '一'.repeat(5)), source('乙', '二'.repeat(6))], 15)).toContain('合计 16 字')
  })

  test('holds every word of every item', () => {
    const sources = fc.array(fc.record({ unit: fc.string(), body: fc.string() }), { maxLength: 10 })
    fc.assert(
      fc.property(sources, (all) => {
        const body = mergedBody(all)
        for (const { unit, body: own } of all) expect(body).toContain(`${unit}\n${own}`)
      }),
    )
  })
})

describe('what may be done to an edited text', () => {
  const now = (over: Partial<TextMoment> = {}): TextMoment => ({
    several: true,
    dropped: false,
    edition: 'none',
    adopted: false,
    isolated: false,
    ...over,
  })

  test.each<[TextVerb, Partial<TextMoment>, string | null]>([
    ['save', {}, null],
    ['save', { edition: 'released', adopted: true }, null],
    ['save', { dropped: true }, '请先恢复'],
    ['grade', { several: false }, null],
    ['grade', { dropped: true }, '请先恢复'],
    ['sources', { edition: 'composing' }, null],
    ['sources', { several: false }, '合并为综合'],
    ['sources', { edition: 'released' }, '已在刊物刊出'],
    ['sources', { adopted: true }, '请先在采编台撤销采用'],
    ['drop', {}, null],
    ['drop', { edition: 'composing' }, '请先从该期移出'],
    ['drop', { edition: 'released' }, '不能放弃'],
    ['drop', { adopted: true }, '请先在采编台撤销采用'],
    ['drop', { dropped: true }, '已经放弃'],
    ['restore', { dropped: true }, null],
    ['restore', {}, '无需恢复'],
    ['save', { isolated: true }, '已由安全管理员隔离'],
    ['restore', { dropped: true, isolated: true }, '已由安全管理员隔离'],
  ])('%s, when %o', (verb, over, block) => {
    const said = textBlock(verb, now(over))
    if (block === null) expect(said).toBeNull()
    else expect(said).toContain(block)
  })
})
