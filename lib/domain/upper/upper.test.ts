import { describe, expect, test } from 'vitest'
import { addedLevel, KINDS, kindsOfLevels } from '../adoptions/kinds'
import { readUpper, type Usual } from './upper'

const today = '2020-10-20'
const usual: Usual = { kind: 'city_full', adoptedOn: '2020-10-09', publication: null, issueNo: null }
const known = {
  isUnit: (name: string) => ['区财政局', '区税务局', '伍隍镇'].includes(name),
  kinds: [...KINDS, ...kindsOfLevels([addedLevel('国家级采用', true, 9)])],
}
const table = (...rows: string[][]) => [{ file: '清单.xlsx', rows: rows.map((cells, i) => ({ line: i + 1, cells })) }]
const free = (...lines: string[]) => table(...lines.map((line) => line.split('\t')))
const read = (tables: ReturnType<typeof table>, over: Partial<Usual> = {}) =>
  readUpper(tables, { ...usual, ...over }, known, today)
const plain = { ...usual, unit: null }

describe('a free line', () => {
  test.each([
    ['1. 关于减税降费政策落实的报告（区财政局）', { title: '关于减税降费政策落实的报告', unit: '区财政局' }],
    ['（二）伍隍镇打好“组合拳”', { title: '伍隍镇打好“组合拳”' }],
    ['③《减税降费政策落实情况》', { title: '减税降费政策落实情况' }],
    ['1.5亿元补贴直达农户', { title: '1.5亿元补贴直达农户' }],
    ['减税降费落实见效（试行）', { title: '减税降费落实见效（试行）' }],
    ['减税降费落实见效（区财政局、区税务局）', { title: '减税降费落实见效', unit: '区财政局、区税务局' }],
    ['减税降费落实见效（安岳县）', { title: '减税降费落实见效', unit: '安岳县' }],
    [
      '减税降费落实见效（区财政局，9月28日，《资阳政务信息》第12期）',
      {
        title: '减税降费落实见效',
        unit: '区财政局',
        adoptedOn: '2020-09-28',
        publication: '资阳政务信息',
        issueNo: '12',
      },
    ],
    ['区财政局：减税降费落实见效', { title: '减税降费落实见效', unit: '区财政局' }],
    ['问题导向：减税降费落实见效', { title: '问题导向：减税降费落实见效' }],
    ['减税降费落实见效——区财政局', { title: '减税降费落实见效', unit: '区财政局' }],
    ['减税降费落实见效——某某中心', { title: '减税降费落实见效', unit: '某某中心' }],
    ['减税降费——区税务局在行动（区财政局）', { title: '减税降费——区税务局在行动', unit: '区财政局' }],
    ['减税降费——区税务局（区财政局）', { title: '减税降费——区税务局', unit: '区财政局' }],
    ['某某中心：减税降费落实见效', { title: '某某中心：减税降费落实见效' }],
    ['区税务局\t减税降费落实见效（区财政局）', { title: '减税降费落实见效（区财政局）', unit: '区税务局' }],
    ['信息采用情况通报机制见实效（区财政局）', { title: '信息采用情况通报机制见实效', unit: '区财政局' }],
    ['《关于抓好秸秆禁烧工作的报告》', { title: '关于抓好秸秆禁烧工作的报告' }],
    ['1. 秸秆禁烧（区财政局）', { title: '秸秆禁烧', unit: '区财政局' }],
    ['《资阳信息》第045期：减税降费落实见效', { title: '减税降费落实见效', publication: '资阳信息', issueNo: '45' }],
    ['区财政局贯彻《预算法》的做法', { title: '区财政局贯彻《预算法》的做法' }],
    ['减税降费落实见效（市级简讯）', { title: '减税降费落实见效', kind: 'city_brief' }],
    ['减税降费落实见效（省级采用）', { title: '减税降费落实见效', kind: 'province' }],
    [
      '3\t区财政局\t减税降费落实见效\t2020.9.8',
      { title: '减税降费落实见效', unit: '区财政局', adoptedOn: '2020-09-08' },
    ],
  ])('%s', (line, wanted) => {
    expect(read(free(line))).toEqual({ lines: [{ ...plain, ...wanted }], faults: [] })
  })

  test('takes its kind from the heading above it, until the next one; a sum is no line', () => {
    const { lines } = read(
      free(
        '一、《资阳信息》采用（市级信息）',
        '1. 减税降费落实见效（区财政局）',
        '二、《资阳快讯》采用（市级简讯）',
        '1. 打好秸秆禁烧组合拳（伍隍镇）',
        '《资阳快讯》第3期',
        '2. 纳税服务提质增效（区税务局）',
        '三、省级采用（1条）',
        '1. 秋粮收购进度过半（区财政局）',
        '合计：4条',
        '合计\t4',
      ),
    )
    expect(lines.map(({ kind, publication, issueNo }) => [kind, publication, issueNo])).toEqual([
      ['city_full', '资阳信息', null],
      ['city_brief', '资阳快讯', null],
      ['city_brief', '资阳快讯', '3'],
      ['province', null, null],
    ])
  })

  test('without any day, where the list has none either, waits for one', () => {
    const { lines, faults } = read(free('减税降费落实见效', '打好秸秆禁烧组合拳（9月8日）'), { adoptedOn: null })
    expect(faults).toEqual([])
    expect(lines.map(({ adoptedOn }) => adoptedOn)).toEqual([null, '2020-09-08'])
  })

  test.each([
    ['二、《资阳快讯》采用（市级简讯）', { publication: '资阳快讯', kind: 'city_brief' }],
    ['（一）省级采用情况（共3条）', { kind: 'province' }],
    ['市级简讯类：', { kind: 'city_brief' }],
    ['三、《资阳信息》第12期采用的信息5条', { publication: '资阳信息', issueNo: '12' }],
  ])('below the heading %s is what it says', (heading, wanted) => {
    const { lines } = read(free('《别的》第1期', heading, '1. 减税降费落实见效（区财政局）', '合计：1条'))
    expect(lines).toEqual([{ ...plain, title: '减税降费落实见效', unit: '区财政局', ...wanted }])
  })

  test('of fewer than four letters is none, whatever stands around them', () => {
    expect(read(free('减税降费落实见效', '1. 秸秆禁（区财政局）')).lines).toHaveLength(1)
  })

  test('is headed by a row of a sheet that says one thing in its first cell, however long the publication is called', () => {
    const rows = [['1', '《资阳市人民政府政务信息》第12期', '', ''], ['减税降费落实见效']]
    expect(read(table(...rows)).lines).toMatchObject([{ publication: '资阳市人民政府政务信息', issueNo: '12' }])
  })

  test('the row of the sums is no line, with a head or without', () => {
    const rows = [['合计', '', '12'], ['合计12条'], ['总 计：', '3']]
    expect(read(table(['减税降费落实见效'], ...rows)).lines).toHaveLength(1)
    expect(
      read(table(['标题', '单位', '期号'], ['减税降费落实见效', '', ''], ['合计12条', '', '12'])).lines,
    ).toHaveLength(1)
    expect(read(free('合计投入1.2亿元支持产业发展')).lines).toHaveLength(1)
  })

  test('takes publication, issue and day from the line that heads it; the title of the list is no line', () => {
    const { lines } = read(
      free(
        '2020年三季度全市政务信息采用情况',
        '《资阳信息》第12期（9月28日）',
        '1. 减税降费落实见效（区财政局）',
        '《资阳信息》第13期',
        '2. 打好秸秆禁烧组合拳（伍隍镇，《资阳专报》）',
      ),
    )
    expect(lines.map(({ adoptedOn, publication, issueNo }) => [adoptedOn, publication, issueNo])).toEqual([
      ['2020-09-28', '资阳信息', '12'],
      ['2020-10-09', '资阳专报', null],
    ])
  })
})

describe('a table', () => {
  const head = ['序号', '信息标题', '报送单位', '采用时间', '采用刊物', '期数', '采用级别']

  test('is read by the heads of its columns, in any order, below its own title', () => {
    const { lines, faults } = read(
      table(
        ['市政府办采用信息统计表'],
        head,
        ['1', '减税降费落实见效', '区财政局', '2020/9/8', '《资阳信息》', '第12期', '市级信息'],
        ['2', '打好秸秆禁烧组合拳', '', '44102', '每日要情', '7', '省'],
        ['合计', '', '', '', '', '', '2'],
      ),
    )
    expect(faults).toEqual([])
    const [first, second] = [
      { adoptedOn: '2020-09-08', issueNo: '12' },
      { adoptedOn: '2020-09-28', issueNo: '7' },
    ]
    expect(lines).toEqual([
      { ...first, title: '减税降费落实见效', unit: '区财政局', publication: '资阳信息', kind: 'city_full' },
      { ...second, title: '打好秸秆禁烧组合拳', unit: null, publication: '每日要情', kind: 'province' },
    ])
  })

  test('has merged cells filled from above: day, publication and issue, never the unit', () => {
    const { lines } = read(
      table(
        head,
        ['1', '减税降费落实见效', '区财政局', '9月8日', '资阳信息', '12', ''],
        ['2', '打好秸秆禁烧组合拳', '', '', '', '', ''],
        ['3', '抓好农村厕所改造工作', '', '', '资阳专报', '', ''],
      ),
    )
    expect(lines.map((line) => [line.unit, line.adoptedOn, line.publication, line.issueNo])).toEqual([
      ['区财政局', '2020-09-08', '资阳信息', '12'],
      [null, '2020-09-08', '资阳信息', '12'],
      [null, '2020-09-08', '资阳专报', null],
    ])
  })

  test('with a column of titles alone is a table too', () => {
    expect(read(table(['标题'], ['减税降费落实见效'])).lines).toHaveLength(1)
  })
})

describe('nothing is taken in with a fault, and each is named', () => {
  test.each([
    ['a day that is none', table(['标题', '日期'], ['减税降费落实见效', '国庆后']), '“国庆后”不是日期。'],
    ['a day to come', free('减税降费落实见效（2020年10月21日）'), '2020-10-21 晚于今天。'],
    ['a kind of another level', table(['标题', '级别'], ['减税降费落实见效', '国办']), '“国办”不是已设定的采用类别。'],
    ['a marking', free('机密★减税降费落实见效'), '密级标志'],
    ['no line at all', free('合计'), '没有认出一条信息标题。'],
    ['too many lines', free(...Array.from({ length: 301 }, (_, i) => `减税降费落实见效之${i}`)), '最多 300 条'],
  ])('%s', (_, tables, words) => {
    const { lines, faults } = read(tables)
    expect([lines, faults.length]).toEqual([[], 1])
    expect(faults[0]?.why).toContain(words)
  })

  test.each([
    ['标题', '标'.repeat(200), ''],
    ['单位', '标题四字', '单'.repeat(100)],
  ])('a %s as long as may be is taken in, one character more is not', (what, title, unit) => {
    const [fits, over] = ['', '长'].map((more) =>
      read(table(['标题', '单位'], what === '标题' ? [title + more, unit] : [title, unit + more])),
    )
    expect([fits?.lines.length, fits?.faults]).toEqual([1, []])
    expect(over?.lines).toEqual([])
    expect(over?.faults.map((fault) => [fault.line, fault.what])).toEqual([[2, what]])
    expect(over?.faults[0]?.why).toMatch(/^最多 (?<n>\d)00 字，现有 \k<n>01 字。$/)
  })

  test('publication and issue are bounded too, and whatever no text may hold is refused', () => {
    const faults = (publication: string, issueNo: string) =>
      read(table(['标题', '刊物', '期号'], ['标题四字', publication, issueNo])).faults.map(({ what }) => what)
    expect(faults('刊'.repeat(60), '期'.repeat(30))).toEqual([])
    expect(faults('刊'.repeat(61), '期'.repeat(31))).toEqual(['刊物', '期号'])
    expect(faults('刊\u0000', '')).toEqual(['刊物'])
  })

  test('the day of the list is no more to come than that of a line; today is not to come', () => {
    expect(read(free('减税降费落实见效'), { adoptedOn: today }).lines).toHaveLength(1)
    expect(read(free('减税降费落实见效'), { adoptedOn: '2020-10-21' }).faults[0]?.why).toBe('2020-10-21 晚于今天。')
  })

  test('a line whose day can’t be read is told that alone', () => {
    const { faults } = read(table(['标题', '日期'], ['减税降费落实见效', '月底']), { adoptedOn: null })
    expect(faults).toEqual([{ file: '清单.xlsx', line: 2, what: '采用日期', why: '“月底”不是日期。' }])
  })

  test('300 lines are taken in, and what concerns the whole list is said of its first line', () => {
    const lines = (n: number) => free(...Array.from({ length: n }, (_, i) => `减税降费落实见效之${i}`))
    expect(read(lines(300)).lines).toHaveLength(300)
    const whole = { file: '清单.xlsx', line: 1, what: '清单' }
    expect(read(lines(301)).faults).toEqual([{ ...whole, why: '共 301 条，一份清单最多 300 条，请分成几份。' }])
    expect(read([]).faults).toEqual([{ ...whole, file: '', why: '没有认出一条信息标题。' }])
  })
})

test('publication and issue of the list stand for those of a line that names neither, never for one of the two', () => {
  const of = { publication: '资阳信息', issueNo: '12' }
  const line = (text: string) => {
    const { publication, issueNo } = read(free(`减税降费落实见效${text}`), of).lines[0] ?? {}
    return { publication, issueNo }
  }
  expect(line('')).toEqual(of)
  expect(line('（第3期）')).toEqual({ publication: null, issueNo: '3' })
  expect(line('（《资阳专报》）')).toEqual({ publication: '资阳专报', issueNo: null })
})

test('a day without a year is never one to come', () => {
  const day = (text: string, on: string | null) => read(free(`减税降费落实见效（${text}）`), { adoptedOn: on }).lines[0]
  expect(day('12月28日', null)?.adoptedOn).toBe('2019-12-28')
  expect(day('9月28日', '2019-12-01')?.adoptedOn).toBe('2019-09-28')
})
