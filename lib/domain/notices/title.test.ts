import { expect, test } from 'vitest'
import { textWidthOf } from './breaking'
import { titleLines } from './title'

test('a title is broken by sense, in as few lines as hold it, the longer one above', () => {
  expect(titleLines('雁江区人民政府办公室关于2020年三季度全区政务信息报送和采用情况的通报')).toMatchInlineSnapshot(`
    [
      "雁江区人民政府办公室关于2020年三季度",
      "全区政务信息报送和采用情况的通报",
    ]
  `)
  expect(titleLines('关于样例的通报')).toEqual(['关于样例的通报'])
})

test('one that has no sense to break by, and one of very many pieces, is broken where a line ends', () => {
  for (const title of ['甲乙丙丁戊己庚辛壬'.repeat(5), '信息'.repeat(20)]) {
    const lines = titleLines(title)
    expect(lines.join('')).toBe(title)
    for (const line of lines) expect(textWidthOf(line)).toBeLessThanOrEqual(19)
    expect(lines.length).toBeLessThanOrEqual(3)
  }
})
