import { expect, test } from 'vitest'
import { legend, submissionLegend } from '../figures/scoring'
import { departures } from './sentences'
import { DEPARTMENT, rulesOf } from './testing'

test('who counts as usual has nothing to add to the legend', () => {
  expect([departures(rulesOf(DEPARTMENT), 'adoption'), departures(rulesOf(DEPARTMENT), 'submission')]).toEqual([[], []])
})

test('whatever is counted otherwise stands under the table, in sentences', () => {
  const rules = rulesOf({
    district_full: 6,
    'publication:每日要情': 3,
    instruction_city: 5,
    unanswered: 0.5,
    repeated: 'highest',
    joint: ['fixed', 2],
    rank_adoption: 'points',
    ties: 'dense',
  })
  expect(legend(rules)).toBe(
    '说明：区级采用信息计 6 分/条。《每日要情》采用的计 3 分/条。市级领导批示的加 5 分，同一信息同一级只加一次。合报信息的批示加分，由各合报单位平分。约稿到结束时仍未回复的，每次扣 0.5 分，扣完为止。同一信息在一个季度内多次采用的，只计得分最高的一次。合报、综合采用的，各单位均计固定得分 2 分。采用按总分排名。相同的名次并列，其后名次连续（1、1、2）。',
  )
})

test('scores for submissions too', () => {
  expect(submissionLegend(rulesOf({ submission: 5, submission_cap: 8, submission_floor: 1 }))).toBe(
    '说明：报送得分满分 5 分，按报送条数与报送任务之比计算，最高计 8 分，有报送的最低计 1 分；完成率不封顶。',
  )
  expect(submissionLegend(rulesOf({ submission: ['all_or_nothing', 5], rank_submission: 'score' }))).toBe(
    '说明：报送得分满分 5 分，完成报送任务的计满分，未完成的不计分，超额完成不加分；完成率不封顶。报送按报送得分排名。',
  )
})

test('the legend asks all that scores: a publication alone, an instruction alone, or nothing', () => {
  expect(legend(rulesOf({ 'publication:每日要情': 3, rank_adoption: 'points' }))).toBe(
    '说明：《每日要情》采用的计 3 分/条。采用按总分排名。',
  )
  expect(legend(rulesOf({ instruction_city: 5, joint: 'full' }))).toBe(
    '说明：市级领导批示的加 5 分，同一信息同一级只加一次。合报信息的批示加分，各合报单位均计全部。合报、综合采用的，各单位均计全部得分。',
  )
  expect(legend(rulesOf({ unanswered: 1 }))).toBe(
    '说明：未设定采用计分办法，采用不计分。约稿到结束时仍未回复的，每次扣 1 分，扣完为止。',
  )
  expect(submissionLegend(rulesOf({ submission: 0 }))).toBe('说明：未设定报送计分办法，不计报送得分；完成率不封顶。')
})
