import { describe, expect, test } from 'vitest'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { rank } from '../figures/ranking'
import { USUAL_CATEGORIES } from '../office/category'
import { measured, measureTokens, tellsChanges } from './measures'
import { bind, NO_WORDS, templateOf, typedNumbers } from './words'

const ranking = rank(golden2020Q3)
const text = (token: string, of = ranking) => measured(token, of, of.earlier)?.text ?? null

describe('what a text may call besides counts', () => {
  test('rates', () => {
    // 81 of 1,386 were adopted by the district; 41 of 57 units met their target, 28 of 39 departments.
    expect([text('区级采用率'), text('完成任务的单位·比例'), text('部门·完成任务的单位·比例')]).toEqual([
      '5.84%',
      '71.93%',
      '71.79%',
    ])
    const asked = [...golden2020Q3.targets.values()].reduce((sum, { quarterlyItems }) => sum + (quarterlyItems ?? 0), 0)
    expect(text('报送任务完成率')).toBe(`${((1386 / asked) * 100).toFixed(2)}%`)
  })

  test('the figures of one unit, as the tables print them, each with its list', () => {
    expect(
      ['报送条数', '完成率', '报送名次', '总分', '占比', '采用名次', '省级'].map((of) => text(`区财政局·${of}`)),
    ).toEqual(['13', '108.33%', '22', '66', '275%', '1', '1'])
    const unitId = golden2020Q3.units.find(({ name }) => name === '区财政局')?.id
    expect(measured('区财政局·总分', ranking)).toMatchObject({ opens: { figure: 'points', unitId } })
    expect([text('无此局·总分'), text('区财政局·序号'), text('区财政局·名次')]).toEqual([null, null, null])
  })

  test('changes against the quarter before and a year ago; where nothing is known of it, that', () => {
    const more = rank({ ...golden2020Q3, items: new Map([...golden2020Q3.items].map(([id, n]) => [id, n + 1])) })
    const now = { ...ranking, earlier: { quarter: more } }
    expect(text('报送条数·比上季度', now)).toBe('减少57条')
    expect(text('区级采用·比上季度', now)).toBe('持平')
    expect(text('超额完成的单位·比上季度', { ...more, earlier: { quarter: ranking } })).toMatch(/^增加\d+个$/)
    expect(text('报送条数·比上年同期', now)).toBe('（无可比数据）')
    expect([tellsChanges('共【报送条数·比上季度】'), tellsChanges('共【报送条数】')]).toEqual([true, false])
  })

  test('stand in a text, are never taken for typed numbers, and are tokens again', () => {
    const written = '区财政局得【区财政局·总分】分，区级采用率【区级采用率】。'
    const runs = bind(written, ranking, NO_WORDS)
    expect(runs.map((run) => run.text).join('')).toBe('区财政局得66分，区级采用率5.84%。')
    expect(templateOf(runs, USUAL_CATEGORIES)).toBe(written)
    expect(typedNumbers({ key: 'x', kind: 'paragraph', runs, byHand: 'confirmed' })).toEqual([])
    for (const token of measureTokens(USUAL_CATEGORIES)) expect(text(token), token).not.toBeNull()
  })
})
