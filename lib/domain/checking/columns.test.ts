import { expect, test } from 'vitest'
import { columnsOf, isHead, kindOfHead } from './columns'

test.each([
  [['序号', '单位', '报送条数']],
  [['序号', '单位', '报送条数', '', '']],
  [['序号', '单位', '报送条数', '备注', '说明', '其他']],
  [['序号', '单位名称', '区级信息', '占比']],
  [['序号', '单位', '国家级信息']],
])('%j heads a table', (cells) => expect(isHead(cells)).toBe(true))

test.each([
  [['序号', '单位']],
  [['', '', '']],
  [['序号', '单位', '报送条数', '24']],
  [['序号', '单位', '报送条数', '79.17%']],
  [['1', '区财政局', '24', '13']],
  [['序号', '单位', '报送条数', '甲', '乙', '丙', '丁']],
])('%j heads none', (cells) => expect(isHead(cells)).toBe(false))

test('a number is what is one from end to end: a word with a figure in it may head a column', () => {
  expect(isHead(['序号', '单位', '报送条数', '3季度', '占25%'])).toBe(true)
})

test('a table is of adoptions where its heads say more of them', () => {
  expect(kindOfHead(['序号', '单位', '报送任务', '报送条数', '报送得分', '完成率'])).toBe('submission')
  expect(kindOfHead(['序号', '单位', '年度任务', '区级信息', '总分', '占比'])).toBe('adoption')
  expect(kindOfHead(['序号', '单位'])).toBe('submission')
})

test('a head that is not known is taken by its place, and said to be strange', () => {
  expect(columnsOf('submission', ['序号', '单位', '报送任务', '件数', '报送得分', '完成率'])).toEqual({
    columns: ['position', 'unit', 'target', 'items', 'score', 'completion'],
    odd: [3],
  })
  expect(columnsOf('submission', ['序号', '单位', '件数'])).toEqual({ columns: ['position', 'unit', null], odd: [2] })
  expect(columnsOf('submission', ['序号', '名次', '单位', '任务', '报送数', '得分', '率'])).toEqual({
    columns: ['position', 'rank', 'unit', 'target', 'items', 'score', 'completion'],
    odd: [6],
  })
  expect(columnsOf('submission', ['序号', '单位', '单位', '报送条数', '报送得分', '完成率'])).toEqual({
    columns: ['position', 'unit', 'target', 'items', 'score', 'completion'],
    odd: [2],
  })
})

test.each(['责任单位', '报送单位', '单位名称', '部门', '镇街', '镇（街道）', '乡镇', '镇、街道', '街道', '区级部门'])(
  '%s heads the units where no other column does',
  (head) => {
    const name = head.replace('（', '(').replace('）', ')')
    const usual = ['序号', name, '报送任务', '报送条数', '报送得分', '完成率']
    expect(columnsOf('submission', usual)).toMatchObject({
      columns: ['position', 'unit', expect.anything(), 'items', 'score', 'completion'],
      odd: [],
    })
    expect(isHead(['序号', name, '报送条数'])).toBe(true)
  },
)

test('a head beside the units is not that of the units, and one of the other kind of table none of this one', () => {
  expect(columnsOf('submission', ['序号', '单位', '部门', '报送条数']).columns).toEqual([
    'position',
    'unit',
    null,
    'items',
  ])
  const levels = ['名次', '单位', '报送条数', '区级采用', '市级采用', '总分']
  expect(columnsOf('submission', levels).columns).toEqual(['rank', 'unit', 'items', null, null, null])
  expect(kindOfHead(levels)).toBe('adoption')
  expect(kindOfHead(['名次', '单位', '总分'], '镇、街道采用情况')).toBe('adoption')
})
