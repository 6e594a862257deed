import { describe, expect, test } from 'vitest'
import { USUAL_CATEGORIES } from '../office/category'
import { wordsFor } from './category-words'
import { readNoticeText } from './document'

const read = (...lines: string[]) => readNoticeText(lines.join('\n'), wordsFor(USUAL_CATEGORIES), () => null)
const said = (line: { raw: string } | null) => line?.raw ?? null

describe('the head of a notice', () => {
  test('is its number, its title and its addressees, in whatever order they stand', () => {
    const notice = read('资雁府办发〔2020〕67号', '', '关于2020年三季度政务信息的通报', '各镇、街道：', '正文。')
    expect([notice.number, notice.title, notice.addressees].map(said)).toEqual([
      '资雁府办发〔2020〕67号',
      '关于2020年三季度政务信息的通报',
      '各镇、街道：',
    ])
    expect(notice.places).toEqual(['文号', '第2行', '标题', '主送机关', '正文第1段'])
  })

  test.each(['雁府办〔2020〕号', '雁府办[2020]67号', '雁府办（2020）67号', '雁府办【2020】12345号'])(
    'has a number with whatever brackets: %s',
    (number) => expect(said(read(number, '正文。').number)).toBe(number),
  )

  test.each([
    '〔2020〕67号',
    '根据雁府办，〔2020〕67号',
    '雁府办〔2020〕67号文件',
    '雁府办〔20〕67号',
    '雁府办〔2020〕123456号',
  ])('has no number in “%s”', (line) => expect(read(line, '正文。').number).toBeNull())

  test.each(['工作通报', '关于三季度采用情况', '关于印发通报'])('has “%s” for a title', (title) =>
    expect(said(read(title, '正文。').title)).toBe(title),
  )

  test('stands within its first lines, or it is none', () => {
    const above = (n: number, line: string) => read(...Array.from({ length: n }, () => '说明。'), line)
    expect([said(above(7, '工作通报').title), said(above(8, '工作通报').title)]).toEqual(['工作通报', null])
    expect([said(above(7, '雁府〔2020〕1号').number), said(above(8, '雁府〔2020〕1号').number)]).toEqual([
      '雁府〔2020〕1号',
      null,
    ])
    expect([said(above(9, '各镇：').addressees), said(above(10, '各镇：').addressees)]).toEqual(['各镇：', null])
  })
})

describe('the paragraphs of a notice', () => {
  const textsOf = (...lines: string[]) => read(...lines).paragraphs.map(({ text }) => text)

  test('go on where a page broke a sentence, and end with it', () => {
    expect(textsOf('第一句。', '第二', '句。', '第三句；', '第四句')).toEqual([
      '第一句。',
      '第二句。',
      '第三句;',
      '第四句',
    ])
    expect(read('第一', '', '句。').paragraphs).toEqual([{ text: '第一句。', place: '正文第1段', lines: [0, 2] }])
  })

  test('have heads of their own, which take no line along and are taken by none', () => {
    expect(textsOf('没有完', '一、报送情况', '正文', '（二）采用情况', '正文')).toEqual([
      '没有完',
      '一、报送情况',
      '正文',
      '(二)采用情况',
      '正文',
    ])
    expect(textsOf('一、报送情况。', '正文。')).toEqual(['一、报送情况。', '正文。'])
  })

  test('end above the signature, which is the line over the date', () => {
    const notice = read('正文。', '雁江区人民政府办公室', '2020年10月12日')
    expect(notice.paragraphs).toHaveLength(1)
    expect(notice.places).toEqual(['正文第1段', '落款', '成文日期'])
    expect(read('正文。', '2020年10月12日').places).toEqual(['正文第1段', '成文日期'])
  })
})

describe('the list of attachments', () => {
  test('is what stands under 附件 entry by entry, each without its number', () => {
    const notice = read(
      '正文。',
      '附件：1. 2020年三季度政务信息报送统计表',
      '2．2020年三季度政务信息采用统计表',
      '雁江区人民政府办公室',
      '3. 不在其中',
      '2020年10月12日',
    )
    expect(notice.list.map(({ raw }) => raw)).toEqual([
      '2020年三季度政务信息报送统计表',
      '2020年三季度政务信息采用统计表',
    ])
    expect(notice.places.slice(1)).toEqual(['附件清单', '附件清单', '落款', '落款', '成文日期'])
  })

  test('may be of one entry, without a number', () => {
    expect(read('正文。', '附：报送统计表').list.map(({ text }) => text)).toEqual(['报送统计表'])
    expect(read('正文。').list).toEqual([])
  })
})

test('the tables begin at their label, else at their title, else at their first row', () => {
  const rows = ['序号\t单位\t报送任务\t报送条数', '1\t区财政局\t24\t13']
  const places = (...lines: string[]) => read('正文。', ...lines, ...rows).places.slice(1)
  expect(places('附件 1', '报送统计表')).toEqual([
    '附件1标记',
    '附件1表题',
    '附件1 区级部门报送统计表 表头',
    '附件1 区级部门报送统计表 第1行（区财政局）',
  ])
  expect(places('报送统计表', '')[0]).toBe('表题')
  expect(read('正文。', ...rows).tables[0]?.rows.map(({ cells }) => cells)).toEqual([['1', '区财政局', '24', '13']])
  expect(read('').tables).toEqual([])
})
