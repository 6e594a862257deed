import { expect, test } from 'vitest'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { rank } from '../figures/ranking'
import { compose } from '../notices/notice'
import { noticeText } from '../notices/text'
import { USUAL_CATEGORIES } from '../office/category'
import { checkNotice } from './consistency'
import { withSystem } from './system'

const options = { issuer: '雁江区人民政府办公室', number: '雁府办发〔2020〕67号', date: '2020-10-12', portal: '雁信' }
const text = noticeText(compose(rank(golden2020Q3), options))
const register = golden2020Q3.units.map(({ name, category }) => ({ name, category, aliases: [] }))
const told = (input: Partial<typeof golden2020Q3>, held = true, printed = text) => {
  const report = checkNotice(printed, { register, categories: USUAL_CATEGORIES })
  const { faults, remarks } = withSystem(report, { ranking: rank({ ...golden2020Q3, ...input }), held })
  return {
    faults: faults.map(({ kind, place, printed, expected }) => [kind, place, printed, expected].join(' | ')),
    remarks,
  }
}

test('points that the rule book has otherwise are told once, at the legend', () => {
  const rules = golden2020Q3.rules.map((rule) =>
    rule.category === 'town' && rule.kind === 'district_full' ? { ...rule, points: 700 } : rule,
  )
  expect(told({ rules }).faults).toEqual([
    'system | 附件2 镇、街道采用统计表 说明 | 区级采用·信息 8 分 | 区级采用·信息 7 分',
  ])
})

test('counts are asked of a quarter that is held, targets of any', () => {
  const [first] = golden2020Q3.units
  const items = new Map([...golden2020Q3.items, [first?.id ?? '', 99]])
  expect(told({ items }).faults).toEqual([
    expect.stringMatching(new RegExp(`^system \\| .*（${first?.name}） 报送条数 \\| \\d+ \\| 99$`)),
  ])
  expect(told({ items }, false).faults).toEqual([])
})

test('a cell that the document contradicts itself is told once', () => {
  const wrong = text.replace('24\t19\t3.96\t79.17%', '24\t18\t3.96\t79.17%')
  expect(told({}, true, wrong).faults).toEqual([
    'value | 附件1 区级部门报送统计表 第29行（区发改局） 报送条数 | 18 | 19',
  ])
})

test('a document of other figures altogether is not held cell by cell against those of the quarter', () => {
  const { faults, remarks } = told({ items: new Map(), adoptions: [] })
  expect(faults).toEqual([])
  expect(remarks.filter((remark) => remark.endsWith('大多不同，未逐格对照。'))).toHaveLength(2)
})
