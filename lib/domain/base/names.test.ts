import fc from 'fast-check'
import { expect, test } from 'vitest'
import { districtOf, foldName, namesBook, oddCharacters, otherNamesOf, withoutPrivate } from './names'

test.each([
  ['丁局（戊办）', '丁局(戊办)'],
  ['丁局【戊办】', '丁局〔戊办〕'],
  ['甲局', '甲\u200b局'],
  ['甲 局', '甲　局'],
  ['区12345热线', '区１２３４５热线'],
  ['\ue863镇', '䶮镇'],
  ['\ue81e局', '\u9fb4局'],
])('%s and %s are one name', (a, b) => expect(foldName(a)).toBe(foldName(b)))

test('folding twice folds once, and other private characters stay', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (s) => {
      expect(foldName(foldName(s))).toBe(foldName(s))
    }),
  )
  expect(withoutPrivate('\ue000')).toBe('\u{f0000}')
})

test('what two names differ by is named so that it can be found', () => {
  expect(oddCharacters('丁局（戊办）', '丁局(戊办)')).toEqual(['“（”', '“）”', '“(”', '“)”'])
  expect(oddCharacters('甲局', '甲\u200b局')).toEqual(['U+200B'])
})

test('the district is read from the body that issues the notices', () => {
  expect(districtOf('雁江区人民政府办公室')).toBe('雁江区')
  expect(districtOf('资阳市雁江区人民政府办公室')).toBe('雁江区')
  expect(districtOf('某县人民政府办公室')).toBe('某县')
  expect(districtOf('办公室')).toBeNull()
})

test('other names follow from the register and the district’s own name, whichever it is', () => {
  expect(otherNamesOf('甲镇', '雁江区')).toEqual(['甲镇人民政府', '雁江区甲镇', '雁江区甲镇人民政府'])
  expect(otherNamesOf('乙街道办事处', '东坡区')).toEqual(['乙街道', '东坡区乙街道办事处', '东坡区乙街道'])
  expect(otherNamesOf('区财政局', '雁江区')).toEqual(['雁江区财政局'])
  expect(otherNamesOf('雁江区财政局', '雁江区')).toEqual(['财政局', '区财政局'])
  expect(otherNamesOf('县财政局', '某县')).toEqual(['某县财政局'])
  expect(otherNamesOf('某县财政局', '某县')).toEqual(['财政局', '县财政局'])
  expect(otherNamesOf('甲镇', null)).toEqual(['甲镇人民政府'])
})

test('a book finds a unit by all of its names, and by none that is another’s', () => {
  const units = ['区财政局', '甲镇', '乙街道办事处', '甲镇人民政府'].map((name) => ({ name, aliases: [] as string[] }))
  const find = (name: string) => namesBook(units, '雁江区').get(foldName(name))?.name
  expect(find('雁江区财政局')).toBe('区财政局')
  expect(find('乙街道')).toBe('乙街道办事处')
  expect(find('甲镇人民政府')).toBe('甲镇人民政府')
  expect(find('甲镇')).toBe('甲镇')
  expect(find('雁江区甲镇')).toBeUndefined()
  expect(find('安居区财政局')).toBeUndefined()
})
