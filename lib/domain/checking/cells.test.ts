import { expect, test } from 'vitest'
import { USUAL_CATEGORIES } from '../office/category'
import { checkNotice } from './consistency'

const NAMES = ['甲局', '乙局', '丙局', '丁局', '戊局']
const register = NAMES.map((name) => ({ name, category: 'department', aliases: [] }))
const check = (title: string, rows: readonly string[], legend: string) =>
  checkNotice(['附件1', title, ...rows.map((row) => row.replaceAll(' ', '\t')), legend].join('\n'), {
    register,
    categories: USUAL_CATEGORIES,
  }).faults.map(({ place, printed, expected }) => [place.replace(/^.*统计表 /, ''), printed, expected].join(' | '))

const SENT = [
  '序号 名次 单位 报送任务 报送条数 报送得分 完成率',
  '1 1 甲局 10 20 5.00 200.00%',
  '2 2 乙局 10 10 5.00 100.00%',
  '3 3 丙局 10 8 4.00 80.00%',
  '4 4 丁局 10 5 2.50 50.00%',
  '5 5 戊局 10 0 0.00 0.00%',
]
const sent = (row: number, to: string) =>
  check('2020年三季度部门政务信息报送统计表', SENT.with(row, to), '说明：满分为5分。')

const WON = [
  '序号 名次 单位 年度任务 采编上报 区级信息 加减分 总分 占比',
  '1 1 甲局 40 1 5 0 35 88%',
  '2 2 乙局 40 2 3 0 28 70%',
  '3 3 丙局 40 0 4 0 24 60%',
  '4 4 丁局 40 1 2 +1 18 45%',
  '5 5 戊局 40 0 0 0 0 0%',
]
const won = (row: number, to: string) =>
  check('2020年三季度部门政务信息采用统计表', WON.with(row, to), '说明：采编上报5分，区级采用信息6分。')

test.each<[number, string, string[]]>([
  [4, '4 4 丁局 10 5 2.50 50.00%', []],
  [4, '4 4 丁局 10 五 2.50 50.00%', ['第4行（丁局） 报送条数 | 五 | 5']],
  [4, '4 4 丁局 十 5 2.50 50.00%', ['第4行（丁局） 报送任务 | 十 | 10']],
  [4, '4 4 丁局 10 6 2.50 50.00%', ['第4行（丁局） 报送条数 | 6 | 5']],
  [4, '4 4 丁局 10 5 2.60 50.00%', ['第4行（丁局） 报送得分 | 2.60 | 2.50']],
  [4, '4 4 丁局 10 5 2.50 51.00%', ['第4行（丁局） 完成率 | 51.00% | 50.00%']],
  [5, '5 — 戊局 — 0 — —', []],
  [5, '5 — 戊局 — 零 0.00 —', ['第5行（戊局） 报送条数 | 零 | 报送条数', '第5行（戊局） 报送得分 | 0.00 | —']],
  [5, '5 5 戊局 — 0 — —', ['第5行（戊局） 名次 | 5 | —']],
])('submissions, row %i as %s: the cell that is wrong is named, with what the others prove', (row, to, faults) => {
  expect(sent(row, to)).toEqual(faults)
})

test.each<[number, string, string[]]>([
  [4, '4 4 丁局 40 1 2 +1 18 45%', []],
  [4, '4 4 丁局 40 1 2 — 17 43%', []],
  [
    4,
    '4 4 丁局 40 1 2 多 18 45%',
    ['第4行（丁局） 加减分 | 多 | 带正负号的数字', '第4行（丁局） 总分 | 18 | 17', '第4行（丁局） 占比 | 45% | 43%'],
  ],
  [4, '4 4 丁局 40 一 2 +1 18 45%', ['第4行（丁局） 采编上报 | 一 | 1']],
  [4, '4 4 丁局 40 1 2 +1 19 45%', ['第4行（丁局） 总分 | 19 | 18']],
  [4, '4 4 丁局 40 1 3 +1 18 45%', ['第4行（丁局） 区级信息 | 3 | 2']],
  [4, '4 4 丁局 40 1 2 +1 18 46%', ['第4行（丁局） 占比 | 46% | 45%']],
  [5, '5 5 戊局 40   0 0 0%', []],
  [5, '5 — 戊局 — 0 0 0 0 —', []],
  [5, '5 5 戊局 — 0 0 0 0 0%', ['第5行（戊局） 占比 | 0% | —', '第5行（戊局） 名次 | 5 | —']],
])('adoptions, row %i as %s: the cell that is wrong is named, with what the others prove', (row, to, faults) => {
  expect(won(row, to)).toEqual(faults)
})
