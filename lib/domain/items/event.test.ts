import { expect, test } from 'vitest'
import { DESK_ONLY, eventInWords } from './event'

test('what happened is told with its reason, where one was given', () => {
  expect(eventInWords({ verb: 'send_back', reason: '请补充数据' })).toBe('退回：请补充数据')
  expect(eventInWords({ verb: 'instruct', reason: null })).toBe('登记批示')
})

test('what editors propose to each other is told to nobody else, until it is released', () => {
  expect([...DESK_ONLY]).toEqual(['propose', 'drop_proposal'])
})
