import { expect, test } from 'vitest'
import { USUAL_CATEGORIES } from '../office/category'
import { checkNotice } from './consistency'

const told = (date: string, imprint = '', quarter = '2020年四季度') =>
  checkNotice(
    [`关于${quarter}情况的通报`, '各单位：', '　　正文。', '雁江区人民政府办公室', date, '', imprint].join('\n'),
    {
      register: [],
      categories: USUAL_CATEGORIES,
    },
  ).faults.map(({ kind, place, printed }) => [kind, place, printed].join(' | '))

test.each<[string, string, string[]]>([
  ['2021年1月10日', '', []],
  ['2021年1月10日', '雁江区人民政府办公室　　2021年1月12日印发', []],
  ['2020年12月31日', '', ['date | 成文日期 | 2020年12月31日']],
  ['2020年10月9日', '', ['date | 成文日期 | 2020年10月9日']],
  ['2021年2月30日', '', ['date | 成文日期 | 2021年2月30日']],
  ['2021年1月10日', '雁江区人民政府办公室　　2021年1月9日印发', ['date | 成文日期 | 2021年1月10日']],
  ['二〇二一年一月十日', '雁江区人民政府办公室　　二○二一年一月十二日印发', []],
  ['二〇二〇年九月二十八日', '', ['date | 成文日期 | 二〇二〇年九月二十八日']],
  ['二○二○年十二月三十一日', '', ['date | 成文日期 | 二○二○年十二月三十一日']],
  ['二零二一年二月三十日', '', ['date | 成文日期 | 二零二一年二月三十日']],
  ['二〇二一年一月十日', '雁江区人民政府办公室　　二〇二一年一月九日印发', ['date | 成文日期 | 二〇二一年一月十日']],
  ['2021年1月10日', '雁江区人民政府办公室　　2021年13月9日印发', ['date | 版记 | 2021年13月9日']],
])('dated %s, %s', (date, imprint, faults) => expect(told(date, imprint)).toEqual(faults))

test('of no quarter a day is only a day', () => {
  expect(told('2020年2月29日', '', '工作')).toEqual([])
  expect(told('2021年2月29日', '', '工作')).toEqual(['date | 成文日期 | 2021年2月29日'])
})
