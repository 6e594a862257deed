import { expect, test } from 'vitest'
import { isNumbered, numberInWords } from './number'

test.each([
  ['draft:abc', false, '报送后编号'],
  ['unnumbered:abc', false, '待编号'],
  ['2026Q4-0007', true, '2026Q4-0007'],
  ['R-17', true, 'R-17'],
])('%s', (ref, numbered, words) => {
  expect([isNumbered(ref), numberInWords(ref)]).toEqual([numbered, words])
})
