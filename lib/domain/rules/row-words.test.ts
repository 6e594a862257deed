import { expect, test } from 'vitest'
import { ENDED, type RuleKind } from './book'
import { ruleInWords, ruleName } from './row-words'

test.each<[RuleKind, number, string | null, string]>([
  ['district_full', 600, null, '区级采用·信息计 6 分/条'],
  ['国家级采用', 4050, null, '国家级采用计 40.5 分/条'],
  ['publication:每日要情', 300, null, '《每日要情》采用的计 3 分/条'],
  ['submission', 500, null, '报送得分满分 5 分，按报送条数与报送任务之比计算'],
  ['submission', 500, 'all_or_nothing', '报送得分满分 5 分，完成报送任务的计满分，未完成的不计分'],
  ['submission_cap', 800, null, '报送得分最高计 8 分'],
  ['submission_floor', 100, null, '有报送的，报送得分最低计 1 分'],
  ['repeated', 0, 'highest', '同一信息在一个季度内多次采用的，只计得分最高的一次'],
  ['joint', 200, 'fixed', '合报、综合采用的，各单位均计固定得分 2 分'],
  ['instruction_city', 500, null, '市级领导批示的加 5 分，同一信息同一级只加一次'],
  ['instruction_city', 0, null, '市级领导批示不加分'],
  ['unanswered', 50, null, '约稿到结束时仍未回复的，每次扣 0.5 分，扣完为止'],
  ['unanswered', 0, null, '约稿未回复的不扣分'],
  ['ties', 0, 'dense', '相同的名次并列，其后名次连续（1、1、2）'],
  ['publication:每日要情', 0, ENDED, '《每日要情》采用计分停止执行'],
  ['submission_cap', 0, ENDED, '报送得分最高分停止执行'],
])('%s with %d hundredths and the choice %s says: %s', (kind, points, choice, words) => {
  expect(ruleInWords(kind, { points, choice })).toBe(words)
})

test('every line has a name of its own', () => {
  const kinds: RuleKind[] = ['city_full', 'instruction_province', 'unanswered', 'joint', 'ties', 'publication:专报']
  expect(new Set(kinds.map(ruleName)).size).toBe(kinds.length)
})
