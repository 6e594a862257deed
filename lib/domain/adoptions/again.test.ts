import { expect, test } from 'vitest'
import { formatPoints, NOTHING } from '../base/exact'
import type { Adopted } from '../rules/lines'
import { DEPARTMENT, rulesOf } from '../rules/testing'
import type { Quarter } from '../time/quarter'
import { againInWords, countedInWords, scoredBy, unvaluedInWords } from './again'

const first: Adopted = { unitId: 'a', kind: 'district_full', count: 1, id: '1', itemId: 'i' }
const second: Adopted = { ...first, id: '2' }
const facts = {
  kind: 'district_full',
  adoptedOn: '2020-09-30',
  quarter: '2020Q3' as Quarter,
  publication: null,
  issueNo: null,
} as const
const more = (rules: Parameters<typeof rulesOf>[0], added = second) =>
  formatPoints(scoredBy(added, [first], rulesOf(rules)))

test('one more adoption of an item scores what the rules say of repeated ones', () => {
  expect(more({ ...DEPARTMENT })).toBe('6')
  expect(more({ ...DEPARTMENT, repeated: 'highest' })).toBe('0')
  expect(more({ ...DEPARTMENT, repeated: 'highest' }, { ...second, kind: 'city_full' })).toBe('4')
  expect(more({ ...DEPARTMENT }, { ...second, sharers: 2, with: ['b'] })).toBe('3')
})

test('what is asked names what is there and what another record scores', () => {
  expect(againInWords([facts], { n: 600, d: 1 })).toBe(
    '已有区级采用·信息，2020年9月30日，再登记一次？报送单位另计 6 分。',
  )
  expect(againInWords([facts], NOTHING)).toContain('按计分办法不另计分。')
  expect(unvaluedInWords('province', '镇街')).toBe('计分办法没有为镇街设定“省级采用”的分值，登记后计 0 分。')
  expect(countedInWords(facts, { number: '资雁府办发〔2020〕67号' }, { n: 600, d: 1 })).toBe(
    '已印发的通报（资雁府办发〔2020〕67号）计入了这条采用：区级采用·信息，2020年9月30日，计 6 分。通报不会改变；撤销后排名与通报不一致，需要时请起草更正。',
  )
})
