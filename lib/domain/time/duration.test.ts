import { expect, test } from 'vitest'
import { durationInWords } from './duration'

test.each([
  [0, '不到 1 秒'],
  [61_000, '1 分 1 秒'],
  [3_600_000, '1 小时'],
  [93 * 86_400_000 + 2 * 3_600_000 + 5, '93 天 2 小时'],
  [86_400_000 + 59_000, '1 天'],
])('%d ms is %s', (ms, words) => {
  expect(durationInWords(ms)).toBe(words)
})
