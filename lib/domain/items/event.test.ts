import { expect, test } from 'vitest'
import { eventInWords, type ItemEvent, outsideOffice, REVOKED_BECAUSE } from './event'

test('what happened is told with its reason, where one was given', () => {
  expect(eventInWords({ verb: 'send_back', reason: '请补充数据' })).toBe('退回：请补充数据')
  expect(eventInWords({ verb: 'instruct', reason: null })).toBe('登记批示')
})

const history: ItemEvent[] = [
  { verb: 'submit', reason: null },
  { verb: 'propose', reason: '区级采用·信息' },
  { verb: 'instruct', reason: '市级领导批示：甲' },
  { verb: 'instruct', reason: '省级领导批示：乙' },
  { verb: 'instruct_revoke', reason: `市级领导批示：甲${REVOKED_BECAUSE}误登` },
]

test('what editors propose to each other is told to nobody else, until it is released', () => {
  expect(outsideOffice(history).map(({ verb }) => verb)).not.toContain('propose')
})

test('of a revoked instruction others learn that it was given and taken back: not its words, not the reason', () => {
  expect(outsideOffice(history).map(eventInWords)).toEqual([
    '报送',
    '登记批示',
    '登记批示：省级领导批示：乙',
    '撤销批示',
  ])
})
