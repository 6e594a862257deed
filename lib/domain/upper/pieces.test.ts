import { describe, expect, test } from 'vitest'
import { addedLevel, KINDS, type Kind, kindsOfLevels } from '../adoptions/kinds'
import { dayIn, kindIn, ownPublication, takeSource } from './pieces'

const kinds = [...KINDS, ...kindsOfLevels([addedLevel('国家级采用', true, 9)])]
const around = (kind: Kind = 'city_full', adoptedOn: string | null = '2020-10-09', today = '2020-10-20') => ({
  usual: { kind, adoptedOn },
  today,
  kinds,
})

describe('a day', () => {
  test.each([
    ['2020年9月8日', '2020-09-08'],
    ['2020 年 9 月 8 日', '2020-09-08'],
    ['2020年09月08号', '2020-09-08'],
    ['2020.9.8', '2020-09-08'],
    ['2020-12-28', '2020-12-28'],
    ['2020/9/8', '2020-09-08'],
    ['刊于2020年9月8日第3期', '2020-09-08'],
    ['9月8日', '2020-09-08'],
    ['9 月 8 号', '2020-09-08'],
    ['10月20日', '2020-10-20'],
    ['10月21日', '2019-10-21'],
  ])('“%s” is %s', (text, day) => expect(dayIn(text, around())).toBe(day))

  test.each(['', '2月30日', '2020年13月1日', '1920年9月8日', '9月', '九月八日', '129月8日'])('“%s” is none', (text) =>
    expect(dayIn(text, around())).toBeNull(),
  )

  test('without a year is of the usual year, or of this one', () => {
    expect(dayIn('9月8日', around('city_full', '2018-01-01'))).toBe('2018-09-08')
    expect(dayIn('9月8日', around('city_full', null))).toBe('2020-09-08')
  })
})

describe('a kind', () => {
  test.each<[string, Kind]>([
    ['市级', 'city_full'],
    ['市', 'city_full'],
    ['市委办', 'city_full'],
    ['市委办公室', 'city_full'],
    ['市政府办', 'city_full'],
    ['市级信息', 'city_full'],
    ['市级采用·信息', 'city_full'],
    ['市级简讯', 'city_brief'],
    ['市采用的简讯', 'city_brief'],
    ['市级 ・ 简讯', 'city_brief'],
    ['省', 'province'],
    ['省级采用', 'province'],
    ['省委办公厅', 'province'],
    ['省政府办公厅专报', 'province'],
    ['省级简讯', 'province'],
    ['省政府采用省级', 'province'],
    ['市委市人民政府简讯', 'city_brief'],
    ['采用信息市级简讯', 'city_brief'],
    ['采编上报', 'forwarded'],
    ['区级信息', 'district_full'],
    ['区级采用·简讯', 'district_brief'],
    ['国家级', '国家级采用·信息'],
    ['国家级简讯', '国家级采用·简讯'],
    ['信息', 'city_full'],
    ['专报', 'city_full'],
    ['全文采用', 'city_full'],
    ['简讯', 'city_brief'],
  ])('“%s” is %s', (text, kind) => expect(kindIn(text, around())).toBe(kind))

  test.each(['', '采用', '国办', '县级', '市场信息', '信息化', '市级领导', '省级市级', '全国级信息', '区政府办'])(
    '“%s” is none',
    (text) => expect(kindIn(text, around())).toBeNull(),
  )

  test('of a form alone is of the usual level, be it one that the office has added', () => {
    expect(kindIn('简讯', around('province'))).toBe('province')
    expect(kindIn('信息', around('国家级采用·信息'))).toBe('国家级采用·信息')
    expect(kindIn('市级', around('city_brief'))).toBe('city_brief')
    expect(kindIn('市级', around('province'))).toBe('city_full')
    expect(kindIn('市级信息', around('city_brief'))).toBe('city_full')
    expect(kindIn('市级简讯', around('国家级采用·信息'))).toBe('city_brief')
  })
})

test.each([
  ['《资阳信息》总第045期', { publication: '资阳信息', issueNo: '45' }, ''],
  ['2020年第3期', { issueNo: '3' }, ''],
  ['《资阳信息》（9月28日）', { publication: '资阳信息', adoptedOn: '2020-09-28' }, ''],
  ['2020年9月28日，市级简讯', { adoptedOn: '2020-09-28', kind: 'city_brief' }, ''],
  ['区财政局，《资阳信息》', { publication: '资阳信息' }, '区财政局'],
  ['区财政局、伍隍镇；9月28日', { adoptedOn: '2020-09-28' }, '区财政局 伍隍镇'],
  ['减税降费', {}, '减税降费'],
])('“%s” says when, where and as what; the rest is left', (text, found, rest) => {
  expect(takeSource(text, around())).toEqual({ found, rest })
})

test('a publication or an issue of its own stands for that of the list', () => {
  const title = '减税降费'
  expect([{ title }, { title, publication: '甲' }, { title, issueNo: '1' }].map(ownPublication)).toEqual([
    false,
    true,
    true,
  ])
})
