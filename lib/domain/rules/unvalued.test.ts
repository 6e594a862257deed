import { expect, test } from 'vitest'
import type { Kind } from '../adoptions/kinds'
import type { Quarter } from '../time/quarter'
import type { RuleKind, RuleRow } from './book'
import { isUnvalued, unvaluedLoadedInWords } from './unvalued'

const quarter = '2026Q4' as Quarter
const line = (category: string, kind: RuleKind, points = 500): RuleRow => ({
  ...{ category, kind, points, source: null },
  validFrom: '2026Q1' as Quarter,
})
const NATIONAL: Kind = '国家级采用'

test.each<[string, RuleRow[], Kind, string | null, boolean]>([
  ['valued for the category', [line('town', NATIONAL)], NATIONAL, null, false],
  [
    'valued at nothing, which somebody wrote',
    [line('town', 'province'), line('town', NATIONAL, 0)],
    NATIONAL,
    null,
    false,
  ],
  ['valued for others alone', [line('department', NATIONAL)], NATIONAL, null, true],
  ['valued for nobody', [line('town', 'province')], NATIONAL, null, true],
  ['valued by its publication', [line('town', 'publication:要情')], NATIONAL, '《要情》', false],
  ['of another publication', [line('town', 'publication:要情')], NATIONAL, '快讯', true],
  ['where no adoption scores', [line('town', 'submission'), line('town', 'instruction_city')], NATIONAL, null, false],
])('%s', (_, rows, kind, publication, unvalued) => {
  expect(isUnvalued(rows, 'town', { kind, publication, quarter })).toBe(unvalued)
})

test('what is said of loaded ones', () => {
  expect(unvaluedLoadedInWords('国家级采用', '部门', 2)).toBe(
    '计分办法没有为部门设定“国家级采用”的分值，这次导入的 2 条计 0 分。',
  )
})
