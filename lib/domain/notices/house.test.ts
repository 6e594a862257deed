import { expect, test } from 'vitest'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { rank } from '../figures/ranking'
import type { Quarter } from '../time/quarter'
import { composeCorrection } from './correction'
import { inHouse, noticeDefaults } from './defaults'
import { correctionTitle, type House, houseFrom, titleOf, USUAL_HOUSE } from './house'
import { compose } from './notice'
import { footOf, noticeText } from './text'

const Q = '2020Q3' as Quarter
const LATER = Date.parse('2021-01-01T00:00:00+08:00')
const own: House = {
  ...USUAL_HOUSE,
  issuer: '资阳市雁江区人民政府办公室',
  word: '资雁府办发',
  title: '【发文机关】关于【季度】全区政务信息工作目标完成情况的通报',
  mark: '资阳市雁江区人民政府办公室文件（样例）',
  submissionName: '政务信息报送情况统计表',
  adoptionName: '政务信息采用（采编）统计表',
  day: '15',
  copies: '区委办公室。',
  imprintOffice: '雁江区政府办信息科',
}

test('an office that has decided nothing has the notices that it had', () => {
  const ranking = rank(golden2020Q3)
  const plain = { issuer: '雁江区人民政府办公室', number: null, date: '2020-10-12', portal: '雁信' }
  expect(houseFrom(undefined)).toEqual(USUAL_HOUSE)
  expect(JSON.stringify(compose(ranking, noticeDefaults(Q, LATER)))).toBe(JSON.stringify(compose(ranking, plain)))
})

test('title, number, annexes, day, mark, copies and imprint are the office’s own', () => {
  const notice = compose(rank(golden2020Q3), noticeDefaults(Q, LATER, own))
  expect(notice.title).toBe('资阳市雁江区人民政府办公室关于2020年三季度全区政务信息工作目标完成情况的通报')
  expect([notice.number, notice.date]).toEqual(['资雁府办发〔2020〕  号', '2020年10月15日'])
  expect(notice.attachmentList).toEqual([
    '1. 2020年三季度政务信息报送情况统计表',
    '2. 2020年三季度政务信息采用（采编）统计表',
  ])
  expect(notice.attachments[1]?.tables[0]?.title).toBe('2020年三季度区级部门政务信息采用（采编）统计表')
  expect(noticeText(notice).split('\n')[0]).toBe('资阳市雁江区人民政府办公室文件（样例）')
  expect(footOf(notice)).toEqual(['抄送：区委办公室。', '雁江区政府办信息科　　2020年10月15日印发'])
})

test('a correction is called after its notice, and a day of printing stands in the imprint alone', () => {
  const ranking = rank(golden2020Q3)
  const of = { title: '样例', number: '资雁府办发〔2020〕67号', date: '2020-10-15', reason: '漏计' }
  const options = { ...noticeDefaults(Q, LATER, own), imprintDate: '2020-10-20' }
  const { title, date, imprint } = composeCorrection({ of, issued: ranking, now: ranking, changes: [] }, options)
  expect(title).toContain('办公室关于更正2020年三季度全区')
  expect([date, imprint.date]).toEqual(['2020年10月15日', '2020年10月20日'])
  expect(correctionTitle('三季度通报')).toBe('关于更正三季度通报')
  expect(titleOf('【季度】通报', '某办', Q)).toBe('2020年三季度通报')
  expect(inHouse(USUAL_HOUSE)).not.toHaveProperty('mark')
})
