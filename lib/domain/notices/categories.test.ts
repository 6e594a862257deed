import { expect, test } from 'vitest'
import { checkNotice } from '../checking/consistency'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { rank } from '../figures/ranking'
import type { RankingInput } from '../figures/ranking-input'
import type { CategoryRow } from '../office/category'
import { SEVEN_CATEGORIES, SOME_CATEGORIES, THREE_CATEGORIES } from '../office/testing'
import { changesBetween } from './changes'
import { composeCorrection } from './correction'
import { addresseesOf } from './defaults'
import { compose } from './notice'
import { noticeText } from './text'

const options = { issuer: '雁江区人民政府办公室', number: '雁府办发〔2020〕67号', date: '2020-10-12', portal: '雁信' }

/** The units of 2020 Q3, dealt out to these categories in turn; each is scored as the departments were. */
function dealt(categories: readonly CategoryRow[]): RankingInput {
  const units = golden2020Q3.units.map((unit, i) => ({
    ...unit,
    category: categories[i % categories.length]?.key ?? '',
    position: i + 1,
  }))
  const rules = categories.flatMap(({ key }) =>
    golden2020Q3.rules.flatMap((rule) => (rule.category === 'department' ? { ...rule, category: key } : [])),
  )
  return { ...golden2020Q3, categories, units, rules }
}
const noticeOf = (categories: readonly CategoryRow[]) => compose(rank(dealt(categories)), options)
const body = (categories: readonly CategoryRow[]) =>
  noticeOf(categories)
    .blocks.slice(0, 5)
    .map(({ runs }) => runs.map(({ text }) => text).join(''))
    .join('\n')

test('with one category reads', () => {
  expect(body(SEVEN_CATEGORIES.slice(0, 1))).toMatchInlineSnapshot(`
    "2020年三季度，全区各单位共报送政务信息1386条，为领导掌握情况、研究决策提供了参考。从采用得分占年度任务的比重看，部门中区财政局、区金融工作局、区医保局等居前。采用得分为0的有城东新区管委会、区公安分局、区工管委等12个部门。请各单位对照年度任务找准差距，补齐短板，扎实做好后续工作。现将有关情况通报如下。
    一、报送情况
    三季度共考核57个单位。41个部门完成季度报送任务，16个部门未完成。超额完成的有中和镇、区统计局、区供销社等36个部门。未完成的有丰裕镇、城东新区管委会、区工管委等16个部门。报送条数为0的有区国土分局1个单位。
    二、采用情况
    三季度各单位共报送信息1386条；采编上报65条，区级采用81条，市级采用14条，省级采用2条。采用得分达到年度任务25%（含）以上的有区财政局、区金融工作局、区医保局等32个部门。未达到25%的有区发改局、区自然资源规划局、丰裕镇等25个部门，其中城东新区管委会、区公安分局、区工管委等12个部门得分为0。"
  `)
})

test('with three reads', () => {
  expect(body(THREE_CATEGORIES)).toMatchInlineSnapshot(`
    "2020年三季度，全区各单位共报送政务信息1386条，为领导掌握情况、研究决策提供了参考。从采用得分占年度任务的比重看，部门中区金融工作局、区交运局、东峰镇等居前，镇街中区财政局、区市场监督管理局、区应急管理局等居前，园区中区医保局、区行政审批局、区投促局等居前。采用得分为0的有区公安分局、区信访局、区审计局等5个部门，区房屋征收局、区国土分局、莲花街道办事处3个镇街和城东新区管委会、区工管委、区残联等4个园区。请各单位对照年度任务找准差距，补齐短板，扎实做好后续工作。现将有关情况通报如下。
    一、报送情况
    三季度共考核57个单位。41个单位（16个部门、14个镇街、11个园区）完成季度报送任务，16个单位（3个部门、5个镇街、8个园区）未完成。超额完成的有中和镇、区供销社、区审计局等14个部门，区统计局、区市场监督管理局、区退役军人事务局等13个镇街和区行政审批局、区综合行政执法局、区投促局等9个园区。未完成的有区公共资源交易中心、区成资同城化工作局、区信访局3个部门，区经科信局、区应急管理局、区发改局等5个镇街和丰裕镇、城东新区管委会、区工管委等8个园区。报送条数为0的有区国土分局1个单位。
    二、采用情况
    三季度各单位共报送信息1386条；采编上报65条，区级采用81条，市级采用14条，省级采用2条。采用得分达到年度任务25%（含）以上的有区金融工作局、区交运局、东峰镇等12个部门，区财政局、区市场监督管理局、区应急管理局等10个镇街和区医保局、区行政审批局、区投促局等10个园区。未达到25%的有中和镇、区成资同城化工作局等7个部门，区发改局、区文广旅局、南津镇等9个镇街和区自然资源规划局、丰裕镇、石岭镇等9个园区。其中得分为0的有区公安分局、区信访局、区审计局等5个部门，区房屋征收局、区国土分局、莲花街道办事处3个镇街和城东新区管委会、区工管委、区残联等4个园区。"
  `)
})

test('of three of which two have units with nothing, these are named in the same sentence', () => {
  const input = dealt(THREE_CATEGORIES)
  const scores = new Set(input.adoptions.flatMap(({ unitId, count }) => (count > 0 ? [unitId] : [])))
  const units = input.units.filter(({ id, category }) => category !== 'park' || scores.has(id))
  const text = noticeText(compose(rank({ ...input, units }), options))
  expect(text).toMatch(
    /，其中区公安分局、区信访局、区审计局等5个部门和区房屋征收局、区国土分局、莲花街道办事处3个镇街得分为0。/,
  )
})

test('with seven reads', () => {
  expect(body(SEVEN_CATEGORIES)).toMatchInlineSnapshot(`
    "2020年三季度，全区各单位共报送政务信息1386条，为领导掌握情况、研究决策提供了参考。从采用得分占年度任务的比重看，部门中区财政局、区医保局、区交运局等居前，镇街中区市场监督管理局、区人社局、老君镇等居前，园区中区行政审批局、区卫生健康局、区经科信局等居前，国有企业中区教育和体育局、区应急管理局、区退役军人事务局等居前，学校中东峰镇、区司法局、区住建局等居前，医院中区金融工作局、区投促局、保和镇等居前，驻区单位中区农业农村局、堪嘉镇、区统计局等居前。采用得分为0的有莲花街道办事处1个部门，区工管委、区审计局、小院镇3个镇街，区信访局、区国土分局、三贤祠街道办事处3个园区，区残联1个国有企业，城东新区管委会1个医院和区公安分局、区房屋征收局、宝莲街道办事处3个驻区单位。请各单位对照年度任务找准差距，补齐短板，扎实做好后续工作。现将有关情况通报如下。
    一、报送情况
    三季度共考核57个单位。41个单位（8个部门、5个镇街、4个园区、6个国有企业、5个学校、6个医院、7个驻区单位）完成季度报送任务，16个单位（1个部门、3个镇街、4个园区、2个国有企业、3个学校、2个医院、1个驻区单位）未完成。超额完成的有区交运局、宝台镇、区综合行政执法局等7个部门，区市场监督管理局、区审计局、区文广旅局等5个镇街，区行政审批局、三贤祠街道办事处、区自然资源规划局等4个园区，区退役军人事务局、南津镇、区教育和体育局等5个国有企业，区供销社、东峰镇、区住建局等5个学校，中和镇、区商务局、雁江生态环境局等5个医院和区统计局、区公安分局、区水务局等5个驻区单位。未完成的有区成资同城化工作局1个部门，区工管委、小院镇、区公共资源交易中心3个镇街，区经科信局、祥符镇、区信访局等4个园区，区气象局、区应急管理局2个国有企业，区民政局、区发改局、丹山镇3个学校，丰裕镇、城东新区管委会2个医院和堪嘉镇1个驻区单位。报送条数为0的有区国土分局1个单位。
    二、采用情况
    三季度各单位共报送信息1386条；采编上报65条，区级采用81条，市级采用14条，省级采用2条。采用得分达到年度任务25%（含）以上的有区财政局、区医保局、区交运局等6个部门，区市场监督管理局、区人社局、老君镇等4个镇街，区行政审批局、区卫生健康局、区经科信局等4个园区，区教育和体育局、区应急管理局、区退役军人事务局等6个国有企业，东峰镇、区司法局、区住建局等5个学校，区金融工作局、区投促局、保和镇等4个医院和区农业农村局、堪嘉镇、区统计局3个驻区单位。未达到25%的有莲花街道办事处、区成资同城化工作局、区税务局3个部门，区文广旅局等4个镇街，区自然资源规划局等4个园区，区残联、南津镇2个国有企业，区发改局、石岭镇、区民政局3个学校，丰裕镇、中和镇、雁江生态环境局等4个医院和伍隍镇、区水务局等5个驻区单位。其中得分为0的有莲花街道办事处1个部门，区工管委、区审计局、小院镇3个镇街，区信访局、区国土分局、三贤祠街道办事处3个园区，区残联1个国有企业，城东新区管委会1个医院和区公安分局、区房屋征收局、宝莲街道办事处3个驻区单位。"
  `)
})

test.each(SOME_CATEGORIES.map((rows) => [rows.map(({ key }) => key).join(' '), rows] as const))(
  'with %s: a table of each kind for each, and no fault',
  (_, categories) => {
    const notice = noticeOf(categories)
    expect(notice.attachments.map(({ tables }) => tables.map(({ title }) => title))).toEqual([
      categories.map(({ title }) => `2020年三季度${title}政务信息报送统计表`),
      categories.map(({ title }) => `2020年三季度${title}政务信息采用统计表`),
    ])
    const register = dealt(categories).units.map(({ name, category }) => ({ name, category, aliases: [] }))
    expect(checkNotice(noticeText(notice), { register, categories }).faults).toEqual([])
    expect(checkNotice(noticeText(notice), { register: [], categories }).faults).toEqual([])
  },
)

test('a figure that is wrong is told by the name of its category', () => {
  const notice = noticeOf(THREE_CATEGORIES)
  const run = notice.blocks.flatMap(({ runs }) => runs).find((one) => 'figure' in one && one.figure.category === 'park')
  if (!run) throw new Error('nothing is said of the parks')
  run.text = String(Number(run.text) + 1)
  const register = dealt(THREE_CATEGORIES).units.map(({ name, category }) => ({ name, category, aliases: [] }))
  const { faults } = checkNotice(noticeText(notice), { register, categories: THREE_CATEGORIES })
  expect(faults.map(({ printed }) => printed)).toContainEqual(expect.stringMatching(/个园区$/))
})

test('without any there is no table to list', () => {
  const notice = noticeOf([])
  expect([notice.attachments, notice.attachmentList, notice.addressees]).toEqual([[], [], '各有关单位：'])
})

test('a correction says whose ranks move, whichever there are', () => {
  const input = dealt(THREE_CATEGORIES)
  const park = input.units.findLast(({ category }) => category === 'park')
  const now = { ...input, items: new Map(input.items).set(park?.id ?? '', 90) }
  const of = { title: '关于样例的通报', number: '雁府办发〔2020〕67号', date: '2020-10-12', reason: '漏计' }
  const [issued, corrected] = [rank(input), rank(now)]
  const correction = { of, issued, now: corrected, changes: changesBetween(issued, corrected) }
  const text = noticeText(composeCorrection(correction, options))
  expect(text).toMatch(/更正后，\d+个园区的报送名次发生变动。/)
})

test('whom it is addressed to', () => {
  expect(SOME_CATEGORIES.map(addresseesOf)).toEqual([
    '各部门，各有关单位：',
    '各驻区单位，各有关单位：',
    '各镇人民政府、街道办事处，区级各部门，各有关单位：',
    '各部门，各镇街，各园区，各有关单位：',
    '各部门，各镇街，各园区，各国有企业，各学校，各医院，各驻区单位，各有关单位：',
  ])
})

test('one that is called by what all units are called leaves no others to name', () => {
  const called = (...words: string[]) =>
    addresseesOf(SEVEN_CATEGORIES.slice(2, 2 + words.length).map((row, i) => ({ ...row, words: words[i] ?? '' })))
  expect(called('单位')).toBe('各单位：')
  expect(called('部门', '单位')).toBe('各部门，各单位：')
  expect(called('有关单位')).toBe('各有关单位：')
})
