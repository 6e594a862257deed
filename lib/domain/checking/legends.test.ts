import { expect, test } from 'vitest'
import type { Kind } from '../adoptions/kinds'
import { adoptionLegend, orderLegend, pointsText, submissionLegendIn } from './legends'
import { squash } from './plain'

const printed = (text: string) => ({ raw: text, text: squash(text), line: 0, cells: [] })
const pointsOf = (text: string) => adoptionLegend(printed(text))?.weights ?? null

test.each<[string, number[] | null]>([
  [
    '说明：采编上报5分，区级采用信息8分、简讯5分，市级采用信息10分、简讯8分，省级采用20分。',
    [500, 800, 500, 1000, 800, 2000],
  ],
  ['备注：上报每条5分；区信息6分，区简讯3分', [500, 600, 300, 0, 0, 0]],
  ['注：县信息计6.5分', [0, 650, 0, 0, 0, 0]],
  ['说明：市信息10分/条，市简讯8分/条', [0, 0, 0, 1000, 800, 0]],
  ['说明：采编5分。批示加20分。约稿未答扣3分。', [500, 0, 0, 0, 0, 0]],
  ['说明：采编5分。《每日要情》采用计9分。', [500, 0, 0, 0, 0, 0]],
  ['说明：采编5分。合报的由各单位平分3分。', [500, 0, 0, 0, 0, 0]],
  ['说明：未设定采用计分办法。', [0, 0, 0, 0, 0, 0]],
  ['说明：按季度统计。', null],
])('%s', (text, points) => expect(pointsOf(text)).toEqual(points))

test('a kind that the legend leaves out is silent; one of an added level stands beside the six', () => {
  const legend = adoptionLegend(printed('说明：区级采用信息6分，国家级采用信息30分、简讯15分'))
  expect(legend?.silent).toEqual([true, false, true, true, true, true])
  expect([...(legend?.added ?? [])].toSorted()).toEqual<[Kind, number][]>([
    ['国家级采用', 1500],
    ['国家级采用·信息', 3000],
    ['国家级采用·简讯', 1500],
  ])
  expect(adoptionLegend(null)).toBeNull()
})

test.each<[string, ReturnType<typeof submissionLegendIn>]>([
  ['说明：满分为5分。', { by: 'proportional', full: 500, cap: 500, floor: 0 }],
  ['说明：满分计5分，最高计6分，最低计1分。', { by: 'proportional', full: 500, cap: 600, floor: 100 }],
  ['说明：满分5.5分，未完成的不计分。', { by: 'all_or_nothing', full: 550, cap: 550, floor: 0 }],
  ['说明：未设定报送计分办法。', 'none'],
  ['说明：按完成率统计。', null],
])('%s', (text, rule) => expect(submissionLegendIn(printed(text))).toEqual(rule))

test.each([
  ['说明：满分5分。', 'usual', null],
  ['按报送得分排名。', 'score', null],
  ['按总分排名，名次连续。', 'points', 'dense'],
  ['按任务完成率排名，各占一个名次。', 'completion', 'ordinal'],
])('%s is ranked by %s, equals %s', (text, by, ties) => expect(orderLegend(printed(text))).toEqual({ by, ties }))

test('where nothing is printed nothing is said', () => {
  expect(orderLegend(null)).toEqual({ by: 'usual', ties: null })
  expect(submissionLegendIn(null)).toBeNull()
  expect(pointsText(650)).toBe('6.5 分')
})
