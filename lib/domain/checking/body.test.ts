import { describe, expect, test } from 'vitest'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { rank } from '../figures/ranking'
import { compose } from '../notices/notice'
import { noticeText } from '../notices/text'
import { USUAL_CATEGORIES } from '../office/category'
import { checkNotice } from './consistency'
import type { Register } from './names'

const options = { issuer: '雁江区人民政府办公室', number: '雁府办发〔2020〕67号', date: '2020-10-12', portal: '雁信' }
const text = noticeText(compose(rank(golden2020Q3), options))
const register: Register = golden2020Q3.units.map(({ name, category }) => {
  return { name, category, aliases: name === '区医保局' ? ['区医疗保障局'] : [] }
})
/** What is said of the notice with one piece of it replaced. */
function told(from: string, to: string) {
  expect(text.split(from)).toHaveLength(2)
  return checkNotice(text.replace(from, to), { register, categories: USUAL_CATEGORIES }).faults.map(
    ({ kind, place, printed, expected, why }) => [kind, place, printed, expected, why].join(' | '),
  )
}

const IN_3 = '正文第3段'
const TARGETS = '未完成的有城东新区管委会、区工管委、'
const BEFORE = '超额完成的有'

describe('the body against its tables', () => {
  test.each([
    ['考核57个单位', '考核58个单位', `figure | ${IN_3} | 考核58个单位 | 57 | 按附件，各单位共 57。`],
    ['采编上报65条', '采编上报66条', 'figure | 正文第5段 | 采编上报66条 | 65 | 按附件，各单位共 65。'],
    ['采编上报65条', '采编上报六十五条'],
    ['采编上报65条', '采编上报六五条'],
    ['采编上报65条', '采编上报一〇五条', `figure | 正文第5段 | 采编上报一〇五条 | 六十五 | 按附件，各单位共 65。`],
    ['区级采用81条', '区级采用81条，其中信息58条、简讯23条'],
    [
      '区级采用81条',
      '区级采用81条，其中信息80条、简讯1条',
      'figure | 正文第5段 | 信息80条 | 58 | 按附件，各单位共 58。',
      'figure | 正文第5段 | 简讯1条 | 23 | 按附件，各单位共 23。',
    ],
    ['市级采用14条', '市级采用14条（其中部门14条、镇街0条）'],
    [
      '市级采用14条',
      '市级采用14条（其中部门13条、镇街1条）',
      'figure | 正文第5段 | 部门13条 | 14 | 按附件，部门共 14。',
      'figure | 正文第5段 | 镇街1条 | 0 | 按附件，镇街共 0。',
    ],
    ['市级采用14条', '市级采用15条', 'figure | 正文第5段 | 市级采用15条 | 14 | 按附件，各单位共 14。'],
    ['41个单位（', '42个单位（', `figure | ${IN_3} | 42个单位 | 41个单位 | 按附件，完成报送任务的有 41 个。`],
    ['（28个部门', '（27个部门', `figure | ${IN_3} | 27个部门 | 28个部门 | 按附件，完成报送任务的有 28 个。`],
    [
      '16个单位（11个部门、5个镇街）未完成',
      '没有单位未完成报送任务',
      `figure | ${IN_3} | 没有 | 16个单位 | 按附件，未完成报送任务的有 16 个。`,
    ],
    [
      '16个单位（11个部门、5个镇街）未完成',
      '各单位均未下达报送任务',
      `figure | ${IN_3} | 各单位 | 0个单位 | 按附件，未下达报送任务的有 0 个。`,
    ],
    ['16个单位（11个部门、5个镇街）未完成', '未完成的单位有16家'],
    ['16个单位（11个部门、5个镇街）未完成', '未完成的单位有16家（11个部门、5个镇街）'],
    [
      '16个单位（11个部门、5个镇街）未完成',
      '未完成的单位有15家',
      `figure | ${IN_3} | 15家 | 16家 | 按附件，未完成报送任务的有 16 个。`,
    ],
    [BEFORE, `完成任务的单位共41个，零报送的单位1个，受到表扬的单位共5个。${BEFORE}`],
    ['采编上报65条', '采编上报陆拾伍条'],
    ['采编上报65条', '采编上报陆拾陆条', 'figure | 正文第5段 | 采编上报陆拾陆条 | 陆拾伍 | 按附件，各单位共 65。'],
    ['共报送信息1386条；', '共报送信息1386条；全区采用信息97条，其中市级采用14条、区级采用81条、省级采用2条；'],
    ['共报送信息1386条；', '共报送信息1386条；全区采用信息90条，其中市级采用14条，区级采用81条；'],
    [
      '共报送信息1386条；',
      '共报送信息1386条；全区采用信息98条，其中市级采用14条、区级采用81条；',
      'figure | 正文第5段 | 98条 | 不多于 95条 | 各级采用 14 + 81 = 95，合起来还不到总数。',
    ],
    ['共报送信息1386条；', '共报送信息1386条，其中市级采用14条、区级采用81条；'],
    ['共报送信息1386条；', '共报送信息1386条，其中13个镇街共报送信息99条；'],
    [
      '共报送信息1386条；',
      '共报送信息1386条；18个镇街共报送信息527条；',
      'figure | 正文第5段 | 报送信息527条 | 526 | 按附件，镇街共 526。',
    ],
    [
      BEFORE,
      `零报送单位1个，即区国土分局。超额完成任务两个部门，即区统计局、区发改局。${BEFORE}`,
      `figure | ${IN_3} | 两个部门 | 二十四个部门 | 按附件，超额完成报送任务的有 24 个。`,
      `list | ${IN_3} | 区发改局 | 不列入 | 按附件，区发改局报送 19 条、任务 24 条，采用得 5 分、年度任务 64 分，不属于超额完成报送任务的单位。`,
    ],
    [TARGETS, '未完成的有区工管委、区工管委、', `list | ${IN_3} | 区工管委 | 只列一次 | 同一份名单中重复。`],
    [
      TARGETS,
      '未完成的有城东新区管理会、区工管委、',
      `name | ${IN_3} | 城东新区管理会 | 城东新区管委会 | 名册中没有这个名称。`,
    ],
    [
      TARGETS,
      '未完成的有区统计局、区工管委、',
      `list | ${IN_3} | 区统计局 | 不列入 | 按附件，区统计局报送 63 条、任务 18 条，采用得 16 分、年度任务 45 分，不属于未完成报送任务的单位。`,
    ],
    [
      '和丰裕镇、小院镇、堪嘉镇等5个',
      '和丰裕镇、小院镇、区信访局等5个',
      `list | ${IN_3} | 区信访局 | 不列入镇街 | 区信访局属部门。`,
    ],
    ['区国土分局1个单位', '区国土分局等1个单位'],
    [
      '区国土分局1个单位',
      '区国土分局、区工管委1个单位',
      `list | ${IN_3} | 区工管委 | 不列入 | 按附件，区工管委报送 6 条、任务 18 条，采用得 0 分、年度任务 48 分，不属于报送条数为 0的单位。`,
      `list | ${IN_3} | 区国土分局、区工管委 | 1个单位 | 名单列了 2 个单位，与数目不符。`,
    ],
    [
      BEFORE,
      `区财政局报送信息99条，部门报送信息9条。${BEFORE}`,
      `figure | ${IN_3} | 报送信息99条 | 13 | 按附件，区财政局共 13。`,
      `figure | ${IN_3} | 报送信息9条 | 860 | 按附件，部门共 860。`,
    ],
    [BEFORE, `去年考核99个单位，比上季度报送信息99条。${BEFORE}`],
    [BEFORE, `力争区财政局等99个部门完成任务。${BEFORE}`],
    [
      BEFORE,
      `得分为0的有区工管委等3个部门。${BEFORE}`,
      `figure | ${IN_3} | 3个部门 | 8个部门 | 按附件，采用得分为 0的有 8 个。`,
    ],
  ])('%s, changed to %s', (from, to, ...faults) => expect(told(from, to)).toEqual(faults))

  const LED = '区金融工作局、区医保局等居前'
  test.each([
    [
      '区金融工作局、区残联等居前',
      'list | 正文第1段 | 区残联 | 区财政局、区金融工作局、区医保局 | 按采用排名，部门中居前的是区财政局、区金融工作局、区医保局。',
    ],
    ['区医保局、区金融工作局等居前'],
    ['区金融工作局等居前'],
    [
      '区金融工作局居前',
      'list | 正文第1段 | 区财政局、区金融工作局 | 区财政局、区金融工作局、区医保局等 | 得分的部门共 31 个。',
    ],
    [
      '区金融工作局、区医疗保障局等居前',
      'alias | 正文第1段 | 区医疗保障局 | 区医保局 | 这是该单位的简称或曾用名，应用名册中的名称。',
    ],
  ])('who leads is who stands first, in whatever order, with 等 where others scored too: %s', (to, ...faults) => {
    expect(told(LED, to)).toEqual(faults)
  })
})

test('who leads is judged by what the sentence says that they lead in', () => {
  const byPoints = '从采用总分看，部门中区财政局、区市场监督管理局、区金融工作局等居前，镇街'
  const byShare = '从采用得分占年度任务的比重看，部门中区财政局、区金融工作局、区医保局等居前，镇街'
  expect(told(byShare, byPoints)).toEqual([])
  expect(told(byShare, byPoints.replace('采用总分', '采用得分占年度任务的比重')).join()).toContain('区市场监督管理局')
  expect(told(byShare, byShare.replace('采用得分占年度任务的比重', '采用总分')).join()).toContain('区医保局')
  const byCompletion = '从报送任务完成率看，部门中区统计局、区供销社、区市场监督管理局等居前，镇街'
  expect(told(`${byShare}中东峰镇、保和镇、迎接镇等居前`, `${byCompletion}中中和镇、东峰镇、宝台镇等居前`)).toEqual([])
})

describe('the quarter and the list of attachments', () => {
  const OTHER = '与文中其他各处的季度不一致。'
  const LIST = '1. 2020年三季度政务信息报送统计表'
  test.each([
    [BEFORE, `2020年2季度情况良好。${BEFORE}`, `title | ${IN_3} | 2020年二季度 | 2020年三季度 | ${OTHER}`],
    [BEFORE, `2019年第三季度情况良好。${BEFORE}`, `title | ${IN_3} | 2019年三季度 | 2020年三季度 | ${OTHER}`],
    [BEFORE, `较2019年三季度有进步，与2019年四季度同期相近。${BEFORE}`],
    [LIST, '1. 2020年二季度政务信息报送统计表', `title | 附件清单 | 2020年二季度 | 2020年三季度 | ${OTHER}`],
    [
      LIST,
      '1. 2020年三季度政务信息统计表',
      'title | 附件清单（对照附件1 区级部门报送统计表） | 2020年三季度政务信息统计表 | 2020年三季度区级部门政务信息报送统计表 | 附件清单与表题不一致。',
    ],
    [
      LIST,
      '1. 2020年三季度镇、街道政务信息报送统计表',
      'title | 附件清单 | 未列 | 2020年三季度区级部门政务信息报送统计表 | 附件清单没有列出这张表。',
    ],
  ])('%s, changed to %s', (from, to, ...faults) => expect(told(from, to)).toEqual(faults))
})
