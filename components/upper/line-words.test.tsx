import { expect, test } from 'vitest'
import { lineInWords } from './line-words'

test('a line from above is said with its unit, where one is known', () => {
  const line = {
    unit: '区财政局',
    title: '题',
    kind: 'city_full',
    adoptedOn: '2020-09-28',
    publication: '《资阳信息》',
    issueNo: '12',
  } as const
  expect(lineInWords(line)).toBe('区财政局；市级采用·信息，2020年9月28日，《资阳信息》第12期')
  expect(lineInWords({ ...line, unit: null })).toBe('市级采用·信息，2020年9月28日，《资阳信息》第12期')
})
