import { describe, expect, test } from 'vitest'
import { numeralOf, withNumber } from './numbers'

describe('a number of a notice', () => {
  test.each([
    ['1386', 1386, 1],
    ['0', 0, 1],
    ['3.5', 3.5, 1],
    ['2万', 20_000, 10_000],
    ['1.25万', 12_500, 100],
    ['零', 0, 1],
    ['〇', 0, 1],
    ['两', 2, 1],
    ['十', 10, 1],
    ['十四', 14, 1],
    ['二十', 20, 1],
    ['两百', 200, 1],
    ['一百零五', 105, 1],
    ['一千三百八十六', 1386, 1],
    ['二〇二〇', 2020, 1],
    ['一三八六', 1386, 1],
    ['一〇五', 105, 1],
    ['二零', 20, 1],
    ['三万', 30_000, 1],
    ['三万五千', 35_000, 1],
    ['一十二万', 120_000, 1],
    ['捌拾贰', 82, 1],
    ['壹仟叁佰捌拾陆', 1386, 1],
    ['壹佰零伍', 105, 1],
    ['二○', 20, 1],
  ])('%s says %d, to the nearest %d', (word, n, step) => expect(numeralOf(word)).toEqual({ n, step }))

  test.each(['', '几', '多', '3.5.1', '一百个', '一二百', '千八六'])('“%s” is none', (word) =>
    expect(numeralOf(word)).toBeNull(),
  )
})

test('another number stands where one stood, written as that was', () => {
  expect(withNumber('共1386条', 1385)).toBe('共1385条')
  expect(withNumber('约1.2万条', 13_000)).toBe('约1.3万条')
  expect(withNumber('41个单位', 40)).toBe('40个单位')
  const words = [0, 7, 10, 14, 20, 105, 110, 1386, 2006, 2060, 12_000].map((n) => withNumber('一百二十条', n))
  expect(words).toEqual([
    '零条',
    '七条',
    '十条',
    '十四条',
    '二十条',
    '一百零五条',
    '一百一十条',
    '一千三百八十六条',
    '二千零六条',
    '二千零六十条',
    '12000条',
  ])
  expect([81, 10, 1386].map((n) => withNumber('捌拾贰条', n))).toEqual(['捌拾壹条', '壹拾条', '壹仟叁佰捌拾陆条'])
})
