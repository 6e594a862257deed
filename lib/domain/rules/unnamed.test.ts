import { expect, test } from 'vitest'
import { unnamedInWords } from './unnamed'

test('points of a publication that nobody has so named are pointed out, with what may be meant', () => {
  const says = (known: string[]) => unnamedInWords('publication:要情', known)
  expect(says(['每日要情', '雁江快讯'])).toContain('《要情》另设了分值')
  expect(says(['每日要情', '雁江快讯'])).toMatch(/刊物中有《每日要情》，请核对名称。$/)
  expect(says(['雁江快讯'])).toMatch(/先设定这个刊物。$/)
})
