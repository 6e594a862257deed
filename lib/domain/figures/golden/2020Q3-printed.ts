import golden from './2020Q3-ranking.json'

/**
 * The notice on the third quarter of 2020 as paper has it: its figures, its tables with a head of two lines, blank cells,
 * page breaks and marks of emphasis, and its faults; the sentences are our own.
 */
export function printed2020Q3(): string {
  return [
    '',
    '雁府办发〔2020〕67号',
    '',
    '雁江区人民政府办公室 关于2020年三季度全区政务信息 工作情况的通报',
    '',
    '各镇、街道，城东新区管委会，区级各部门：',
    '',
    ...BODY,
    '',
    '- 附件：**1. 2020**年三季度区级部门政务信息报送统计表',
    '2020年三季度镇、街道政务信息报送统计表',
    '2. 2020年三季度区级部门政务信息采用统计表',
    '2020年三季度镇、街道政务信息采用统计表',
    '',
    '雁江区人民政府办公室',
    '',
    '2020年**10**月**12**日',
    '',
    '附件 1',
    ...submission('department', '区级部门'),
    ...submission('town', '镇、街道'),
    '',
    '附件 2',
    ...adoption('department', '区级部门'),
    LEGEND,
    ...adoption('town', '镇、街道'),
    `<p>${LEGEND}</p>\t\t\t`,
  ].join('\n')
}

const BODY = [
  '2020年三季度，各单位报送的信息帮助区政府了解了情况。其中,区财政局、区金融工作局、区市场监管局等部门和东峰镇、迎桥镇、保和镇等街镇的信息写得较好，区国土分局、区工管委、区东管委等8个部门以及三贤祠街道办事处、小院镇等4个街镇采用得分为“0”。请各单位对照年度任务查找差',
  '',
  '距，把工作做实。现将有关情况通报如下。',
  '',
  '一、报送情况',
  '',
  '本季度共考核单位**57**个,**41**个部门单位完成季度报送任务,**16**个部门单位未完成季度报送任务。区统计局、区市场监管局、区供销社等**24**个部门和中和镇、东峰镇、宝台镇等**12**个镇街超额完成报送任务。区工管委、区东管委、区公共资源交易中心等**11**个部门以及丰裕镇、小院镇、堪嘉镇等**5**个镇街没有完成报送任务,其中区国土分局报送为“0”。',
  '',
  '二、采用情况',
  '',
  '各单位共上报信息**1386**条,其中区级采用信息**81**条,市级采用信息**14**条,省级采用信息**2**条。按采用得分,完成全年任务**25%**以上的单位有区财政局、区金融工作局等**23**个部门以及东峰镇、迎接镇等**13**个镇街;未完成全年任务**25%**的单位有区发改局、区自然资源规划局等**16**个部门以及丰裕镇等**5**个镇街,其中区国土分局、区工管委、区残联等**8**个部门以及小院镇、三贤祠街道办事处等**4**个镇街得分为“0”。',
  '',
  '三、下步建议',
  '',
  '(一)走对渠道。信息一律由区政府网(<http://10.0.0.1>)报送，每个单位确定**1**名分管负责同志和**1**名经办同志。',
]

// 8 and 5 stand under both tables; the departments were scored by 6 and 3.
const LEGEND =
  '说明：上报计 5 分/条，区采用信息计 8 分/条、简讯计 5 分/条，市采用信息计 10 分/条、简讯计 8 分/条，省采用信息计 20 分/条。'

/** Cells that the paper leaves blank, and the name that it gives a unit in one table only. */
const BLANK_ITEMS = '区国土分局'
const BLANK_SCORE = '莲花街道办事处'
const OTHER_NAME = new Map([['区住建局', '区住房城乡建设局']])

function submission(category: keyof typeof golden.submission, whose: string): string[] {
  const rows = golden.submission[category].map(({ position, unit, target, items, score, completion }) => [
    position,
    unit,
    target,
    unit === BLANK_ITEMS ? '' : items,
    unit === BLANK_SCORE ? '' : score.replace('5.00', '5'),
    completion,
  ])
  const head = '序号\t单位\t报送任务（条）\t报送条数\t报送得分\t完成率'
  return ['', `2020 年三季度${whose}政务信息报送统计 表`, '', head, ...paged(rows)]
}

function adoption(category: keyof typeof golden.submission, whose: string): string[] {
  const rows = golden.adoption[category].map(({ position, unit, annualTarget, points, share, ...counts }) => [
    position,
    OTHER_NAME.get(unit) ?? unit,
    annualTarget,
    ...[
      counts.forwarded,
      counts.districtFull,
      counts.districtBrief,
      counts.cityFull,
      counts.cityBrief,
      counts.province,
    ].map((n) => n || ''),
    points,
    share,
  ])
  const head = [
    '序号\t单位\t年度 任务\t采编 条数\t区级采用\t\t市级采用\t\t省级 采用\t总分\t占比',
    '\t\t\t\t信息\t简讯\t信息\t简讯\t\t\t',
  ]
  return ['', `2020 年三季度${whose}政务信息采用（采编）统计表`, '', ...head, ...paged(rows), '']
}

/** A page ends after every sixteenth row. */
function paged(rows: readonly (string | number)[][]): string[] {
  return rows.flatMap((cells, index) => (index > 0 && index % 16 === 0 ? ['', cells.join('\t')] : [cells.join('\t')]))
}
