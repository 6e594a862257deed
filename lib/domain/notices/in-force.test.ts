import { expect, test } from 'vitest'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { rank } from '../figures/ranking'
import type { RankingInput } from '../figures/ranking-input'
import type { Quarter } from '../time/quarter'
import { compose } from './notice'
import { noticeText } from './text'

/* Sentences follow the rules in force: each is bound to what was ranked by what. */

const options = { issuer: '雁江区人民政府办公室', number: null, date: '2020-10-12', portal: '雁信' }
const noticeOf = (input: RankingInput) => compose(rank(input), options)
const body = (input: Partial<RankingInput>) =>
  noticeText(noticeOf({ ...golden2020Q3, ...input })).split('\n附件：')[0] ?? ''
const targets = (quarterlyItems: number | null, annualPoints: number | null) =>
  new Map(golden2020Q3.units.map(({ id }) => [id, { quarterlyItems, annualPoints }]))

const ranked = (rank_adoption: string): RankingInput['rules'] => [
  ...golden2020Q3.rules,
  ...(['department', 'town'] as const).map((category) => {
    const line = { kind: 'rank_adoption' as const, points: 0, choice: rank_adoption, source: null }
    return { ...line, category, validFrom: '2020Q1' as Quarter }
  }),
]

test('ranked by points or by completion: who leads is said of what the table is ranked by', () => {
  expect(body({ rules: ranked('points') })).toContain(
    '从采用总分看，部门中区财政局、区市场监督管理局、区金融工作局等居前，镇街中东峰镇、保和镇、迎接镇等居前。',
  )
  expect(body({ rules: ranked('completion') })).toContain(
    '从报送任务完成率看，部门中区统计局、区供销社、区市场监督管理局等居前，镇街中中和镇、东峰镇、宝台镇等居前。',
  )
  const towns = ranked('points').filter(({ category, kind }) => category === 'town' || kind !== 'rank_adoption')
  expect(body({ rules: towns })).toContain('等居前。从采用总分看，镇街中东峰镇')
})

test('ranked by points without annual targets: nobody is left out of the ranking', () => {
  const text = body({ rules: ranked('points'), targets: targets(5, null) })
  expect(text).toContain('从采用总分看，部门中区财政局、区市场监督管理局、区金融工作局等居前')
  expect(text).not.toMatch(/不参加|年度任务|25%/)
})

test('in an office without rules: nothing is said of points, no score is promised', () => {
  const notice = noticeOf({ ...golden2020Q3, rules: [] })
  expect(noticeText(notice)).not.toMatch(/得分为0|25%|居前|满分/)
  expect(noticeText(notice)).toContain('未设定采用计分办法，采用不计分。')
})

test('with one category, without items: no table is a head alone and nobody is first with nothing', () => {
  const units = golden2020Q3.units.filter(({ category }) => category === 'department')
  const notice = noticeOf({ ...golden2020Q3, units, items: new Map(), adoptions: [] })
  expect(notice.attachments.map(({ tables }) => tables.length)).toEqual([1, 1])
  for (const { rows, head } of notice.attachments.flatMap(({ tables }) => tables))
    expect(new Set(rows.map(({ cells }) => cells[head.indexOf('名次')]))).toEqual(new Set(['—']))
  expect(noticeOf({ ...golden2020Q3, units: [] }).attachments).toEqual([])
})
