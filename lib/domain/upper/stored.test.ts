import { expect, test } from 'vitest'
import { placedLine, sameRecord } from './upper'

test('a stored line reads as it was, without the rest of its row', () => {
  const line = { id: 'l', position: 3, title: '题', unit: null, kind: 'city_full' as const }
  const at = { adoptedOn: '2020-09-28', publication: '资阳信息', issueNo: '12' }
  expect(placedLine({ ...line, ...at, ...{ listId: 'x' } })).toEqual({ ...line, ...at })
})

test('a record is the one that a line tells of unless they differ in what both say', () => {
  const line = { kind: 'city_full', adoptedOn: '2020-09-28', publication: '资阳信息', issueNo: '12' } as const
  for (const same of [{}, { publication: '《资阳信息》' }, { publication: null }, { issueNo: null }])
    expect(sameRecord({ ...line, ...same }, line)).toBe(true)
  const others = [
    { kind: 'city_brief' },
    { adoptedOn: '2020-09-29' },
    { publication: '资阳专报' },
    { issueNo: '13' },
  ] as const
  for (const other of others) expect(sameRecord({ ...line, ...other }, line)).toBe(false)
})
