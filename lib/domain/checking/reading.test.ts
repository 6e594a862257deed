import { describe, expect, test } from 'vitest'
import { USUAL_CATEGORIES } from '../office/category'
import { checkNotice } from './consistency'
import { checkVerdict } from './report'

const TABLES = [
  '附件1',
  '2020年三季度区级部门政务信息报送统计表',
  '序号 单位 报送任务 报送条数 报送得分 完成率',
  '1 区财政局 10 20 5.00 200.00%',
  '2 区教育局 10 15 5.00 150.00%',
  '3 区商务局 10 8 4.00 80.00%',
  '2020年三季度镇、街道政务信息报送统计表',
  '序号 单位 报送任务 报送条数 报送得分 完成率',
  '1 伍隍镇 10 10 5.00 100.00%',
  '2 中和镇 10 0 0.00 0.00%',
]
const register = ['区财政局', '区教育局', '区商务局', '伍隍镇', '中和镇'].map((name) => {
  return { name, category: name.endsWith('镇') ? 'town' : 'department', aliases: [] }
})
const check = (body: string, tables: readonly string[] = TABLES, by = '\t') =>
  checkNotice(
    [
      '关于2020年三季度情况的通报',
      '各单位：',
      body,
      ...tables.map((line) => (line.includes(' ') ? line.split(' ').join(by) : line)),
    ].join('\n'),
    { register, categories: USUAL_CATEGORIES },
  )
const told = (body: string) => check(body).faults.map(({ printed, expected }) => `${printed} → ${expected}`)

describe('figures of the body are read', () => {
  test.each<[string, string[]]>([
    ['三个单位完成报送任务。', []],
    ['四个单位完成报送任务。', ['四个单位 → 三个单位']],
    ['一家镇街完成报送任务。', []],
    ['共报送信息五十三条。', []],
    ['共报送信息五十四条。', ['报送信息五十四条 → 五十三']],
    ['共报送信息54篇。', ['报送信息54篇 → 53']],
    ['超额完成任务50%以上的有2个部门。', []],
    ['超额50%以上的有3个部门。', ['3个部门 → 2个部门']],
    ['超额完成任务超过50%的有1个部门。', []],
    ['完成报送任务80%以上的有3个部门。', []],
    ['完成率达到100%的有2个部门。', []],
    ['完成率不足90%的有3个单位。', ['3个单位 → 2个单位']],
    ['区财政局完成率达200%。', []],
    ['区财政局完成率达210%。', ['区财政局完成率达210% → 200%']],
    ['全区报送任务完成率为106.0%。', []],
    ['全区报送任务完成率为106.1%。', ['报送任务完成率为106.1% → 106.0%']],
    ['3个单位完成报送任务，占60%。', []],
    ['3个单位完成报送任务，占61%。', ['占61% → 60%']],
    ['3个单位完成报送任务占60%。', []],
    ['4个单位完成报送任务占60%。', ['4个单位 → 3个单位']],
    ['共报送信息53条，其中部门43条、镇街10条。', []],
    ['共报送信息53条，其中部门44条、镇街10条。', ['部门44条 → 43']],
    ['共报送信息53条，其中部门43条、镇街11条。', ['镇街11条 → 10']],
    ['2个部门（区财政局、区教育局）超额完成报送任务。', []],
  ])('%s', (body, faults) => expect(told(body)).toEqual(faults))

  test('those that nothing was compared with are listed; days, quarters and numbers of paragraphs are no figures', () => {
    const { unjudged, faults } = check(
      '（一）第三季度（7月1日至9月30日）共报送信息53条，较上季度增长12.5%，评出优秀信息三篇，每个单位确定1名同志，超过50%以上的有3户，10月15日前完成。',
    )
    expect(faults).toEqual([])
    expect(unjudged.map(({ words }) => words)).toEqual([
      '较上季度增长12.5%',
      '评出优秀信息三篇',
      '每个单位确定1名同志',
      '超过50%以上的有3户',
      '以上的有3户',
    ])
  })
})

describe('a check that held nothing against anything', () => {
  test('is not clean', () => {
    const report = check('共有146户企业报名。', [])
    expect([checkVerdict(report), report.judged, report.faults]).toEqual(['nothing', 0, []])
    expect(checkVerdict(check('共有146户企业报名。'))).toBe('clean')
    expect(checkVerdict(check('共报送信息54条。'))).toBe('faults')
  })

  test('finds parts that are more than their whole all the same', () => {
    const { faults } = check('共采用455条，其中115条、440条。', [])
    expect(faults.map(({ printed, expected }) => [printed, expected])).toEqual([['455条', '555条']])
    expect(check('共采用455条，其中115条、340条。', []).faults).toEqual([])
    expect(check('采用455条，其中信息115条、简讯330条。', []).faults).toHaveLength(1)
  })
})

describe('tables are read however their cells are parted', () => {
  const wrong = TABLES.with(5, '3 区商务局 10 8 4.10 80.00%')
  const FAULT = [['附件1 区级部门报送统计表 第3行（区商务局） 报送得分', '4.10', '4.00']]
  test.each([
    ['tabs', '\t'],
    ['blanks', ' '],
    ['wide blanks', '   '],
    ['ideographic blanks', '　'],
    ['bars', '|'],
    ['bars and blanks', ' | '],
    ['drawn lines', ' │ '],
  ])('%s', (_, by) => {
    expect(check('共报送信息53条。', TABLES, by)).toMatchObject({ faults: [], judged: 3 })
    expect(check('', wrong, by).faults.map(({ place, printed, expected }) => [place, printed, expected])).toEqual(FAULT)
  })

  test('as Markdown, with rules between', () => {
    const lines = wrong.flatMap((line) => {
      if (!line.includes(' ')) return [line]
      const row = `| ${line.split(' ').join(' | ')} |`
      return line.startsWith('序号') ? [row, '|---|:--|--:|---|---|---|'] : [row]
    })
    const text = ['关于情况的通报', ...lines].join('\n')
    const { faults } = checkNotice(text, { register, categories: USUAL_CATEGORIES })
    expect(faults.map(({ place, printed, expected }) => [place, printed, expected])).toEqual(FAULT)
  })

  test('a blank cell among blanks is found by where it stands; where that cannot be told, the row is not judged', () => {
    const wide = [
      '序号  单位      报送任务  报送条数  报送得分  完成率',
      '1     区财政局  10                  5.00      200.00%',
    ]
    const of = (rows: string[]) =>
      checkNotice(['区级部门报送统计表', ...rows].join('\n'), { register, categories: USUAL_CATEGORIES })
    expect(of(wide).faults.map(({ place, expected }) => [place, expected])).toEqual([
      ['区级部门报送统计表 第1行（区财政局） 报送条数', '20'],
    ])
    const narrow = of(['序号 单位 报送任务 报送条数 报送得分 完成率', '1 区财政局 10 5.00 200.00%'])
    expect(narrow.faults).toEqual([])
    expect(narrow.remarks.join()).toContain('1 行用空格分栏')
  })
})
