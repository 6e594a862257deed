import { expect, test } from 'vitest'
import { countInWords, sumOfCounts } from './count'

const exact = (n: number) => ({ n, more: false })

test('a count that was not counted to its end says so', () => {
  expect([countInWords(exact(12)), countInWords({ n: 999, more: true })]).toEqual(['12', '999+'])
})

test('a sum is exact where all of it is and it ends below the most that is counted', () => {
  const words = (parts: Parameters<typeof sumOfCounts>[0]) => countInWords(sumOfCounts(parts))
  expect(words([exact(900), exact(99)])).toBe('999')
  expect(words([exact(900), exact(100)])).toBe('999+')
  expect(words([{ n: 999, more: true }, exact(0)])).toBe('999+')
  expect(words([])).toBe('0')
})
