import { describe, expect, test } from 'vitest'
import { levelSchema, ruleSchema } from './rules'

const form = (over: Record<string, string> = {}) => ({
  for: '*',
  validFrom: '2026Q4',
  line: 'district_full',
  publication: '',
  points: '6',
  source: '',
  ...over,
})
const faults = (over: Record<string, string>) => {
  const { error } = ruleSchema.safeParse(form(over))
  return error?.issues.map(({ path }) => path.join('')) ?? []
}

describe('a line of the rule book, as the form writes it', () => {
  test.each<[string, Record<string, string>, object]>([
    ['points of a kind, for all', {}, { category: null, kind: 'district_full', points: 600 }],
    [
      'points of a publication, however its name was typed',
      { line: 'publication', publication: '《每日 要情》', points: '2.5', for: 'town' },
      { category: 'town', kind: 'publication:每日要情', points: 250, choice: null },
    ],
    ['a choice without points', { line: 'repeated:highest', points: '' }, { kind: 'repeated', choice: 'highest' }],
    ['a choice with points', { line: 'joint:fixed' }, { kind: 'joint', choice: 'fixed', points: 600 }],
    [
      'full marks in proportion, which is what a line says that says nothing',
      { line: 'submission:proportional' },
      { choice: null },
    ],
    [
      'full marks, all or nothing',
      { line: 'submission:all_or_nothing' },
      { kind: 'submission', choice: 'all_or_nothing' },
    ],
    ['an end', { line: 'unanswered', points: '', ended: 'yes' }, { kind: 'unanswered', choice: 'ended', points: 0 }],
    ['a level that the office has added', { line: '国家级采用·简讯' }, { kind: '国家级采用·简讯' }],
    ['its document', { source: ' 样例文件 ' }, { source: '样例文件' }],
    ['none', { source: '' }, { source: null }],
  ])('%s', (_, over, expected) => {
    expect(ruleSchema.parse(form(over))).toMatchObject(expected)
  })

  test.each<[string, Record<string, string>, string[]]>([
    ['nothing chosen', { line: '' }, ['line']],
    ['no such line', { line: 'constructor' }, ['line']],
    ['a publication without its name', { line: 'publication', points: '' }, ['publication', 'points']],
    ['a name of nothing but marks', { line: 'publication', publication: '《》' }, ['publication']],
    ['a name where none belongs', { publication: '每日要情' }, ['publication']],
    ['no points', { points: '' }, ['points']],
    ['points beyond the greatest', { points: '10000000.01' }, ['points']],
    ['three decimals', { points: '1.234' }, ['points']],
    ['points below zero', { points: '-1' }, ['points']],
    ['points for a choice', { line: 'ties:dense' }, ['points']],
    ['an end of what may not end', { ended: 'yes', points: '' }, ['ended']],
    ['an end with points', { line: 'unanswered', ended: 'yes' }, ['points']],
    ['no quarter', { validFrom: '2026Q5' }, ['validFrom']],
    ['nobody', { for: '' }, ['for']],
    ['no key', { for: '部门' }, ['for']],
    ['too long a document', { source: '文'.repeat(201) }, ['source']],
  ])('%s is said at its field', (_, over, expected) => {
    expect(faults(over)).toEqual(expected)
  })

  test('zero and the greatest points are points', () => {
    expect([faults({ points: '0' }), faults({ points: '10000000' })]).toEqual([[], []])
  })
})

test('a level has a name, and adopts 信息 and 简讯 apart or not', () => {
  expect(levelSchema.parse({ short: '国家级', formed: 'no' })).toEqual({ short: '国家级', formed: false })
  const { error } = levelSchema.safeParse({ short: '' })
  expect(error?.issues.map(({ path }) => path.join(''))).toEqual(['short', 'formed'])
})
