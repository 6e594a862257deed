import { describe, expect, test } from 'vitest'
import { addedLevel, KINDS, kindsOfLevels } from '../adoptions/kinds'
import { readUpper, type Usual } from './upper'

const usual: Usual = { kind: 'city_full', adoptedOn: null, publication: null, issueNo: null }
const known = {
  isUnit: (name: string) => ['区财政局', '区残联', '伍隍镇'].includes(name),
  kinds: [...KINDS, ...kindsOfLevels([addedLevel('国家级采用', true, 9)])],
}
/** The pasted text as it is read: lines with tabs in a row are one table each. */
function tables(text: string) {
  const all: { file: string; rows: { line: number; cells: string[] }[]; wide: boolean }[] = []
  for (const [i, line] of text.split('\n').entries()) {
    const row = { line: i + 1, cells: line.split('\t') }
    const wide = row.cells.length > 1
    if (all.at(-1)?.wide === wide) all.at(-1)?.rows.push(row)
    else all.push({ file: '粘贴的文字', rows: [row], wide })
  }
  return all
}
const read = (text: string, over: Partial<Usual> = {}) =>
  readUpper(tables(text), { ...usual, ...over }, known, '2020-10-20').lines
const told = (text: string) =>
  read(text).map(({ title, kind, publication, adoptedOn }) => [title, kind, publication, adoptedOn])

describe('a heading holds for the lines below it', () => {
  test.each([
    ['二、《每日要情》采用（采编上报）', 'forwarded', '每日要情'],
    ['五、《天府要情》（区级信息）', 'district_full', '天府要情'],
    ['《天府要情》区级简讯', 'district_brief', '天府要情'],
    ['三、省政府《四川信息》采用（省级）', 'province', '四川信息'],
    ['四、四川省委办公厅《四川信息》采用（省级）', 'province', '四川信息'],
    ['六、《国务信息》采用（国家级信息）', '国家级采用·信息', '国务信息'],
    ['国家级简讯（2条）', '国家级采用·简讯', null],
    ['（三）市级采用（简讯）', 'city_brief', null],
    ['3.《每日要情》区级采用信息3条：', 'district_full', '每日要情'],
    ['市级简讯：', 'city_brief', null],
    ['【市级简讯】', 'city_brief', null],
    ['一、市级简讯（三条）', 'city_brief', null],
    ['二、2020年9月《资阳快讯》采用情况（市级简讯，共3条）', 'city_brief', '资阳快讯'],
    ['三、三季度市级采用简讯', 'city_brief', null],
    ['四、被《资阳快讯》采用的市级简讯如下：', 'city_brief', '资阳快讯'],
    ['二、资阳市政府《资阳快讯》刊发简讯', 'city_brief', '资阳快讯'],
    ['二、获《资阳快讯》采用的简讯（市级）', 'city_brief', '资阳快讯'],
    ['二、区委办《每日要情》采用（区级信息）', 'district_full', '每日要情'],
    ['四、省教育厅《教育快报》采用（省级）', 'province', '教育快报'],
    ['四、中央办公厅采用（国家级信息）', '国家级采用·信息', null],
    ['第一部分 市级简讯', 'city_brief', null],
    ['二 市级简讯', 'city_brief', null],
    ['二、市级采用简讯情况统计', 'city_brief', null],
    ['二、市级刊物《资阳快讯》采用简讯', 'city_brief', '资阳快讯'],
    ['《资阳快讯》采用信息3条', 'province', '资阳快讯'],
    ['二、《资阳快讯》', 'city_full', '资阳快讯'],
    ['四、《资阳市人民政府政务信息》：', 'city_full', '资阳市人民政府政务信息'],
  ])('%s', (heading, kind, publication) => {
    const before = '一、《别的快讯》采用（省级）\n1. 打好秸秆禁烧组合拳（伍隍镇）'
    const lines = told(`${before}\n${heading}\n2. 减税降费落实见效（区财政局）`)
    expect(lines.slice(1)).toEqual([['减税降费落实见效', kind, publication, null]])
  })

  test.each([
    '区财政局贯彻《预算法》的做法',
    '《每日要情》采用区财政局经验的启示',
    '1.《秸秆禁烧见成效》',
    '我区《资阳快讯》采用信息创新高',
    '市级信息化平台建成投用',
    '市教育局上好《开学第一课》（市级简讯）',
    '《开学第一课》进校园（市级简讯）',
    '省级采用信息创新高的三条经验',
    '二十大精神进基层',
    '区级信息共享机制见实效（区财政局）',
    '《优化营商环境条例》落地见效',
    '采编上报流程优化经验',
  ])('%s is an item', (line) => expect(read(`一、市级简讯\n${line}`)).toMatchObject([{ kind: 'city_brief' }]))
})

test('a pasted table has headings between its rows, which inherit no day from above; its sums are no lines', () => {
  const text = `标题\t单位\t日期
一、《资阳快讯》采用（市级简讯）\t\t
区残联残疾人辅助器具适配工作的主要做法\t区残联\t2020.9.30
减税降费落实见效\t区财政局\t
本月小计\t2\t
二、《四川信息》采用（省级）\t1条\t
伍隍镇“三聚焦”提升村集体经济发展质效\t伍隍镇\t
（三）\t采编上报\t
打好秸秆禁烧组合拳\t伍隍镇\t2020年10月9日
本月合计\t4\t`
  expect(told(text)).toEqual([
    ['区残联残疾人辅助器具适配工作的主要做法', 'city_brief', '资阳快讯', '2020-09-30'],
    ['减税降费落实见效', 'city_brief', '资阳快讯', '2020-09-30'],
    ['伍隍镇“三聚焦”提升村集体经济发展质效', 'province', '四川信息', null],
    ['打好秸秆禁烧组合拳', 'forwarded', null, '2020-10-09'],
  ])
})

test('a row’s own kind and publication go before those of the heading, of a table as of a line', () => {
  const text = `一、《资阳快讯》采用（市级简讯）
标题\t单位\t刊物\t级别
减税降费落实见效\t区财政局\t《四川信息》\t省级
打好秸秆禁烧组合拳\t伍隍镇\t\t`
  const [first, second] = read(text)
  expect(first).toMatchObject({ kind: 'province', publication: '四川信息' })
  expect(second).toMatchObject({ kind: 'city_brief' })
})

test('a list with some lines in tabs keeps its headings over all of them', () => {
  const text = `资阳市政府信息公开采用情况（2020年9月）
一、《资阳快讯》采用（市级简讯）
1. 减税降费落实见效（区财政局）第45期
二、《每日要情》采用（采编上报）
3. 伍隍镇“三聚焦”提升村集体经济发展质效\t伍隍镇\t9月28日
小计\t3
三、省政府《四川信息》采用（省级）
4. 督查农村生活污水治理落实情况\t伍隍镇\t2020年10月9日
（四）市级信息
5. 完全没有的信息标题甲乙丙\t区财政局
本月累计\t5条
总计：5`
  expect(told(text)).toEqual([
    ['减税降费落实见效', 'city_brief', '资阳快讯', null],
    ['伍隍镇“三聚焦”提升村集体经济发展质效', 'forwarded', '每日要情', '2020-09-28'],
    ['督查农村生活污水治理落实情况', 'province', '四川信息', '2020-10-09'],
    ['完全没有的信息标题甲乙丙', 'city_full', null, null],
  ])
})
