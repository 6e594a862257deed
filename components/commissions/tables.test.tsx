import { renderToStaticMarkup as drawn } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AnswerTable } from './answer-table'
import { CommissionTable, tallyInWords } from './commission-table'

const at = (day: string) => Date.parse(`${day}T12:00:00+08:00`)
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('answers are counted, the late ones named where there are any', () => {
  expect(tallyInWords([{ state: 'answered' }, { state: 'waiting' }])).toBe('已回复 1 / 2')
  expect(tallyInWords([{ state: 'late' }, { state: 'answered' }, { state: 'overdue' }])).toBe(
    '已回复 2 / 3，其中逾期 1',
  )
})

test('the office reads how many answered, a unit how it stands itself; what is ended is ended', () => {
  const row = {
    id: 'c',
    topic: '春耕',
    deadline: at('2026-05-20'),
    closedAt: null,
    answers: [{ state: 'waiting' }],
  } as const
  const table = (own: boolean, closedAt: number | null = null) =>
    textOf(drawn(<CommissionTable rows={[{ ...row, closedAt }]} now={at('2026-05-11')} own={own} empty="" />))
  expect(table(false)).toContain('已回复 0 / 1')
  expect(table(true)).not.toContain('已回复 0')
  expect(table(true)).not.toContain('已结束')
  expect(table(true, at('2026-05-21'))).toContain('已结束')
})

test('who answered is named with what and when; an item out of reach has its number alone and leads nowhere', () => {
  const item = { id: 'i', ref: '2026Q2-0001', title: null, state: 'received' } as const
  const rows = [
    {
      unitId: 'a',
      unit: '区财政局',
      state: 'late',
      answeredAt: at('2026-05-22'),
      item: { ...item, title: '春耕进度' },
    },
    { unitId: 'b', unit: '中和镇', state: 'answered', answeredAt: at('2026-05-19'), item: { ...item, id: 'j' } },
    { unitId: 'c', unit: '区教体局', state: 'overdue', answeredAt: at('2026-05-19'), item: null },
  ] as const
  const itemPath = ({ id }: { id: string }) => (id === 'i' ? `/desk/${id}` : null)
  const html = drawn(<AnswerTable rows={rows} deadline={at('2026-05-20')} caption="回复情况" itemPath={itemPath} />)
  const [late, answered, silent] = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].slice(-3).map(([, row]) => row ?? '')
  expect(late).toContain('href="/desk/i"')
  expect(textOf(late ?? '')).toMatch(/逾期 2 天回复.*2026年5月22日.*2026Q2-0001 春耕进度/)
  expect(answered).not.toContain('href')
  expect(textOf(answered ?? '')).toContain('2026Q2-0001')
  // Taken back since: there is no answer to date.
  expect(textOf(silent ?? '')).not.toContain('5月19日')
})
