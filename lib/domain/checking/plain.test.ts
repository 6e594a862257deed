import { expect, test } from 'vitest'
import { plainLine, plainLinesOf, squash } from './plain'

test.each([
  ['考核单位**57**个', '考核单位57个'],
  ['<p>一、总体情况</p>', '一、总体情况'],
  ['<span style="color:red">红</span>的<br/>字', '红的字'],
  ['<B>粗</B><STRONG>重</STRONG>', '粗重'],
  ['- 第一项', '第一项'],
  ['  • 第一项', '第一项'],
  ['· 第一项', '第一项'],
  ['-1', '-1'],
  ['项 - 目', '项 - 目'],
  ['3 < 5 > 2', '3 < 5 > 2'],
  ['<表>', '<表>'],
  ['私\uE000字', '私\u{f0000}字'],
  ['\uE863镇', '䶮镇'],
  ['24.5%', '24.5%'],
])('a copied line %j reads %j', (line, plain) => expect(plainLine(line)).toBe(plain))

test.each([
  ['１３８６ 条', '1386条'],
  ['1,386', '1386'],
  ['1,234,567', '1234567'],
  ['13,86', '13,86'],
  ['1,3867', '1,3867'],
  ['“组合拳” ‘甲’「乙」"丙"\'丁\'', '组合拳甲乙丙丁'],
  ['（二）：', '(二):'],
  ['镇\u3000街\u00a0道', '镇街道'],
  ['24.5%', '24.5%'],
  ['', ''],
])('%j is compared as %j', (text, squashed) => expect(squash(text)).toBe(squashed))

test('a line ends where any machine ends it; a byte order mark is no letter', () => {
  expect(plainLinesOf('\uFEFF甲\r\n乙\n丙\r丁\f戊\v己\u2028庚\u2029辛')).toEqual([...'甲乙丙丁戊己庚辛'])
  expect(plainLinesOf('甲\r\n\r\n乙')).toEqual(['甲', '', '乙'])
  expect(plainLinesOf('甲\uFEFF')).toEqual(['甲\uFEFF'])
})
