import { describe, expect, test } from 'vitest'
import type { Quarter } from '../time/quarter'
import type { RuleKind } from './book'
import { contradictionFrom, contradictionsIn } from './contradictions'
import { rowsOf, rulesOf, type Written } from './testing'

describe('lines that cannot hold together', () => {
  test.each<[string, Written, string | null]>([
    ['full marks alone', { submission: 5 }, null],
    ['the cap above full marks', { submission: 5, submission_cap: 8 }, null],
    ['the cap at full marks', { submission: 5, submission_cap: 5 }, null],
    ['the cap below full marks', { submission: 5, submission_cap: 3 }, '报送满分 5 分，报送得分最高却只计 3 分'],
    [
      'a cap that all or nothing never reaches',
      { submission: ['all_or_nothing', 5], submission_cap: 8 },
      '完成报送任务的计满分 5 分，报送得分到不了最高的 8 分',
    ],
    ['all or nothing with the cap of its full marks', { submission: ['all_or_nothing', 5], submission_cap: 5 }, null],
    ['a cap of nothing', { submission_cap: 8 }, '没有设定报送满分，报送得分最高的 8 分无从计算'],
    ['a floor', { submission: 5, submission_floor: 2.5 }, null],
    ['the floor above full marks', { submission: 5, submission_floor: 6 }, '报送得分最低计 6 分，高于报送满分 5 分'],
    [
      'a floor where not all is nothing',
      { submission: ['all_or_nothing', 5], submission_floor: 1 },
      '未完成报送任务的不计分，有报送的最低却计 1 分',
    ],
    ['a floor of nothing', { submission_floor: 1 }, '没有设定报送满分，报送得分最低的 1 分无从计算'],
    [
      'ranked by a score that nobody gets',
      { rank_submission: 'score' },
      '没有设定报送满分，不计报送得分，却按报送得分排名',
    ],
    ['ranked by the score', { submission: 5, rank_submission: 'score' }, null],
  ])('%s', (_, written, expected) => {
    expect(contradictionsIn(rulesOf(written)).map(({ message }) => message)).toEqual(
      expected === null ? [] : [expected],
    )
  })

  test('each pair is named', () => {
    const found = contradictionsIn(rulesOf({ submission: 5, submission_cap: 3, submission_floor: 4 }))
    expect(found.map(({ between }) => between.join())).toEqual([
      'submission,submission_cap',
      'submission_cap,submission_floor',
    ])
  })
})

describe('a line written from a quarter on', () => {
  const [Q3, Q4, NEXT] = ['2026Q3', '2026Q4', '2027Q1'] as Quarter[] as [Quarter, Quarter, Quarter]
  const asked = (rows: ReturnType<typeof rowsOf>, kinds: RuleKind[], from = Q3) =>
    contradictionFrom(rows, { category: 'department', from, kinds })

  test('is held against what a later line says', () => {
    const rows = [...rowsOf({ submission: 5 }, 'department', Q3), ...rowsOf({ submission_cap: 3 }, 'department', NEXT)]
    expect(asked(rows, ['submission'])).toBe('自2027年一季度起会前后矛盾：报送满分 5 分，报送得分最高却只计 3 分。')
  })

  test('is not held against what is over by then, nor against other categories', () => {
    const rows = [
      ...rowsOf({ submission: 5 }, 'department', Q3),
      ...rowsOf({ submission_cap: 3 }, 'department', Q3),
      ...rowsOf({ submission_cap: 'ended' }, 'department', Q4),
      ...rowsOf({ submission: 5, submission_cap: 3 }, 'town', Q4),
    ]
    expect(asked(rows, ['submission'], Q4)).toBeNull()
  })

  test('answers for itself alone, so that two contradictions can be mended one after the other', () => {
    const rows = rowsOf({ submission: 5, submission_cap: 6, submission_floor: 9 }, 'department', Q3)
    expect(asked(rows, ['repeated'])).toBeNull()
    expect(asked(rows, ['submission'])).toContain('最低计 9 分，高于报送满分 5 分')
  })
})
