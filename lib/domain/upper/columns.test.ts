import { describe, expect, test } from 'vitest'
import { KINDS, type Kind } from '../adoptions/kinds'
import { bare, headOf, isSum, rowByColumns, type UpperColumn } from './columns'

const rows = (...all: string[][]) => all.map((cells, i) => ({ line: i + 1, cells }))

describe('the head of a table', () => {
  const said: Record<UpperColumn, string> = {
    title: '标题 题目 篇名 名称 信息标题 政务信息题目 采用信息标题 采用的标题 采用内容 采用篇目 标题（全称） 标 题',
    unit: '单位 报送单位 来源单位 供稿单位 来稿单位 上报单位 信息单位 单位名称 报送单位名称 信息来源 单位(简称)',
    adoptedOn: '日期 时间 采用日期 刊发时间 刊登日期 印发时间 录用日期 编发时间 日期（年月日）',
    publication: '刊物 刊名 载体 采用刊物 刊发刊物 所载刊物 刊物名称 载体名称',
    issueNo: '期号 期数 期次 刊期 期 刊物期号',
    kind: '级别 层级 类别 类型 形式 等次 采用级别 采用类别',
  }
  const spelled = Object.entries(said).flatMap(([column, names]) =>
    names
      .replaceAll('标 题', '标\u3000题')
      .split(' ')
      .map((name) => [name, column] as const),
  )

  test.each(spelled)('“%s” heads the column %s', (name, column) => {
    const cells = column === 'title' ? [name, '备注'] : ['题目', name]
    const wanted = column === 'title' ? null : { at: 0, columns: ['title', column] }
    const found = column === 'title' ? headOf(rows([name, '单位']))?.columns[0] : headOf(rows(cells))
    expect(found).toEqual(column === 'title' ? 'title' : wanted)
  })

  test.each(['备注', '报送单位负责人', '采用日期说明', '所属刊物', '期号备注', '类别说明', '序号', '单位排名', ''])(
    '“%s” heads no column that is read',
    (name) => expect(headOf(rows(['题目', '单位', name]))?.columns).toEqual(['title', 'unit', null]),
  )

  test('names the titles once, beside another column or alone in its row', () => {
    expect(headOf(rows(['标题']))).toEqual({ at: 0, columns: ['title'] })
    expect(headOf(rows(['', ' ', '标题']))?.at).toBe(0)
    expect(headOf(rows(['标题', '备注']))).toBeNull()
    expect(headOf(rows(['标题', '题目', '单位']))).toBeNull()
    expect(headOf(rows(['单位', '日期']))).toBeNull()
  })

  test('stands within the first ten rows', () => {
    const under = (n: number) => headOf(rows(...Array.from({ length: n }, () => ['说明']), ['标题', '单位']))
    expect(under(9)?.at).toBe(9)
    expect(under(10)).toBeNull()
  })
})

test.each([
  ['1.标题四字', '标题四字'],
  ['12、标题四字', '标题四字'],
  ['(3) 标题四字', '标题四字'],
  ['（123）标题四字', '标题四字'],
  ['4：标题四字', '标题四字'],
  ['5:标题四字', '标题四字'],
  ['⑳ 标题四字', '标题四字'],
  ['十一、标题四字', '标题四字'],
  ['（二十一）标题四字', '标题四字'],
  [' 标题四字。', '标题四字'],
  ['标题四字；', '标题四字'],
  ['标题四字 。', '标题四字'],
  ['《标题四字》；', '标题四字'],
  ['2.《标题四字》', '标题四字'],
  ['《甲》与《乙》', '《甲》与《乙》'],
  ['贯彻《预算法》', '贯彻《预算法》'],
  ['1.5亿元补贴', '1.5亿元补贴'],
  ['1．5亿元补贴', '1．5亿元补贴'],
  ['2020年工作', '2020年工作'],
  ['1234、标题', '1234、标题'],
  ['共有 3. 标题', '共有 3. 标题'],
  ['见（一）标题', '见（一）标题'],
])('%s is the title %s', (typed, title) => expect(bare(typed)).toBe(title))

test.each([
  '合计',
  '合　计：5条',
  '小计',
  '累计',
  '本月合计',
  '本期小计',
  '本月小计3条',
  '全年累计',
  '截至9月累计采用12条',
  '1-9月累计：12',
  '三季度合计',
  '市级简讯小计',
  '各级合计 12，其中省级2条、市级10条',
  '以上共12条',
])('%s sums others up', (text) => expect(isSum(text)).toBe(true))

test.each([
  '合计投入1.2亿元支持产业发展',
  '本月累计接待游客12万人次',
  '共建共治促和谐',
  '小计划撬动大产业',
  '会计信息质量检查',
  '审计',
])('%s does not', (text) => expect(isSum(text)).toBe(false))

describe('a row under a head', () => {
  const columns = ['title', 'unit', 'adoptedOn', 'publication', 'issueNo', 'kind'] as const
  const around = {
    usual: { kind: 'city_full' as Kind, adoptedOn: '2020-10-09' },
    today: '2020-10-20',
    kinds: [...KINDS],
  }
  const read = (...cells: string[]) => rowByColumns(cells, columns, { title: '' }, around)

  test('without a title of four characters is none', () => {
    expect(read('合计')).toBeNull()
    expect(read('秸秆禁')).toBeNull()
    expect(read('秸秆禁烧')?.title).toBe('秸秆禁烧')
    expect(rowByColumns([], columns, { title: '' }, around)).toBeNull()
  })

  test('has blanks and line ends within its cells as one blank, and none around them', () => {
    expect(read('秸秆禁烧\n 见成效', ' 区财政局 ')).toMatchObject({ title: '秸秆禁烧 见成效', unit: '区财政局' })
  })

  test.each([
    ['44102', '2020-09-28'],
    ['40000', '2009-07-06'],
    ['2020/9/8', '2020-09-08'],
    ['9月8日', '2020-09-08'],
  ])('has its day as a spreadsheet or a person writes it: %s', (cell, day) => {
    expect(read('秸秆禁烧', '', cell)).toMatchObject({ adoptedOn: day, strange: [] })
  })

  test.each(['30000', '441020', '第44102', '2020年2月30日', '月底'])('says that “%s” is no day', (cell) => {
    expect(read('秸秆禁烧', '', cell)?.strange).toEqual([['采用日期', `“${cell}”不是日期。`]])
  })

  test.each([
    ['第12期', '12'],
    ['第 7 期', '7'],
    ['007', '7'],
    ['12期', '12'],
    ['12.0', '12'],
    ['增刊1', '增刊1'],
    ['2020年第3期', '2020年第3期'],
    ['第12期增刊', '第12期增刊'],
  ])('has the issue “%s” as %s', (cell, issueNo) => {
    expect(read('秸秆禁烧', '', '', '', cell)?.issueNo).toBe(issueNo)
  })

  test('has its publication without title marks around it, and with those that stand within', () => {
    expect(read('秸秆禁烧', '', '', '《资阳信息》')?.publication).toBe('资阳信息')
    expect(read('秸秆禁烧', '', '', '特刊《资阳信息》')?.publication).toBe('特刊《资阳信息》')
  })

  test('says where a kind is none of the city or the province, and both faults where there are two', () => {
    const found = read('秸秆禁烧', '', '月底', '', '', '国办')
    expect(found?.strange?.map(([what]) => what)).toEqual(['采用日期', '采用类别'])
    expect(found?.kind).toBeUndefined()
  })
})
