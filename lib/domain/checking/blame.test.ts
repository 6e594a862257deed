import { describe, expect, test } from 'vitest'
import { USUAL_CATEGORIES } from '../office/category'
import { checkNotice } from './consistency'

/** Whom a contradiction is blamed on, and that it is told once. */
const check = (rows: readonly string[], names: readonly string[], legend = '', more: readonly string[] = []) =>
  checkNotice(
    ['2020年三季度区级部门政务信息采用统计表', ...rows.map((row) => row.replaceAll(',', '\t')), legend, ...more].join(
      '\n',
    ),
    {
      register: names.map((name) => ({ name, category: 'department', aliases: [] })),
      categories: USUAL_CATEGORIES,
    },
  ).faults.map(({ place, printed, expected }) => [place.replace(/^.*统计表 ?/, ''), printed, expected].join(' | '))

const HEAD = '序号,单位,年度任务,采编上报,区级信息,区级简讯,市级信息,市级简讯,省级,总分,占比'
const NAMES = ['甲局', '乙局', '丙局', '丁局', '戊局', '己局', '庚局', '辛局']

describe('without a legend', () => {
  test('the share tells which total is wrong, not the points that would make it right', () => {
    const rows = [HEAD, '1,甲局,32,1,4,,,,,38,116%', '2,乙局,32,,3,,,,,24,75%', '3,丙局,32,1,1,,,,,13,41%']
    expect(check(rows, NAMES.slice(0, 3))).toEqual(['第1行（甲局） 总分 | 38 | 37'])
  })
  test.each([25, 45])('a total of %i that only points below 0 would give is the one of which the share is', (lie) => {
    const head = '序号,单位,年度任务,区级信息,区级简讯,市级信息,总分,占比'
    const rows = [
      `1,甲局,40,4,2,1,${lie},130%`,
      '2,乙局,40,2,1,1,31,77.5%',
      '3,丙局,40,1,0,0,8,20%',
      '4,丁局,40,0,0,0,0,0%',
    ]
    expect(check([head, ...rows], NAMES.slice(0, 4))).toEqual([`第1行（甲局） 总分 | ${lie} | 52`])
  })
})

describe('a wrong target', () => {
  const rows = [
    HEAD,
    '1,甲局,64,0,8,0,0,0,0,48,75%',
    '2,乙局,64,0,5,0,0,0,0,30,47%',
    '3,丙局,64,0,4,0,0,0,0,24,38%',
    '4,丁局,64,0,3,0,0,0,0,18,28%',
  ]
  const legend = '说明：采编上报5分，区级采用信息6分。'
  test('that no other row has is blamed, not the share', () => {
    expect(check(rows, NAMES.slice(0, 4), legend)).toEqual([])
    expect(check(rows.with(3, '3,丙局,69,0,4,0,0,0,0,24,38%'), NAMES.slice(0, 4), legend)).toEqual([
      '第3行（丙局） 年度任务 | 69 | 64',
    ])
  })
  test('is not blamed for a wrong share', () => {
    expect(check(rows.with(3, '3,丙局,64,0,4,0,0,0,0,24,39%'), NAMES.slice(0, 4), legend)).toEqual([
      '第3行（丙局） 占比 | 39% | 38%',
    ])
  })
})

describe('a row that was taken out is one fault', () => {
  const rows = NAMES.map(
    (name, i) => `${i + 1},${i + 1},${name},40,${8 - i},0,${(8 - i) * 5},${Math.round(((8 - i) * 500) / 40)}%`,
  )
  const head = '序号,名次,单位,年度任务,采编上报,区级信息,总分,占比'
  const legend = '说明：采编上报5分，区级采用信息6分。'
  test('where its number is missing, named by the register', () => {
    expect(check([head, ...rows], NAMES, legend)).toEqual([])
    expect(check([head, ...rows.toSpliced(2, 1)], NAMES, legend)).toEqual(
      ['缺少该单位 | 丙局'].map((words) => ` | ${words}`),
    )
  })
  test('where nobody knows whose it was', () => {
    const without = NAMES.filter((name) => name !== '丙局')
    expect(check([head, ...rows.toSpliced(2, 1)], without, legend)).toEqual([' | 序号2之后是4 | 第3行'])
  })
  test('and one that stands twice', () => {
    expect(check([head, ...rows.toSpliced(2, 0, rows[2] ?? '')], NAMES, legend)).toEqual([
      '第4行（丙局） 单位 | 丙局 | 每个单位只列一次',
    ])
  })
})

describe('without a register, of two names that differ by a letter', () => {
  const table = (kind: string, head: string, rows: readonly string[]) =>
    [`2020年三季度镇、街道政务信息${kind}统计表`, ...[head, ...rows].map((row) => row.replaceAll(',', '\t'))].join('\n')
  const own = (submission: string, adoption: string, body = '') =>
    checkNotice(
      [
        body,
        table(
          '报送',
          '序号,单位,报送任务,报送条数,报送得分,完成率',
          [submission, '北石街道办事处', '中和镇'].map(
            (name, i) => `${i + 1},${name},10,${10 - i},${(10 - i) / 2}.00,${100 - 10 * i}.00%`,
          ),
        ),
        table(
          '采用',
          HEAD,
          [adoption, '北石街道办事处', '中和镇'].map(
            (name, i) => `${i + 1},${name},32,,${3 - i},,,,,${8 * (3 - i)},${25 * (3 - i)}%`,
          ),
        ),
      ].join('\n'),
      { register: [], categories: USUAL_CATEGORIES },
    ).faults.flatMap(({ kind, place, printed, expected }) =>
      kind === 'name' ? [`${place.includes('采用') ? '采用' : '报送'}：${printed} → ${expected}`] : [],
    )

  test('the one whose letters stand in no other name is the slip, in whichever table it is', () => {
    const slip = '南石街道办囗处 → 南石街道办事处'
    expect(own('南石街道办囗处', '南石街道办事处')).toEqual([`报送：${slip}`])
    expect(own('南石街道办事处', '南石街道办囗处')).toEqual([`采用：${slip}`])
  })

  test('what the body says decides before that', () => {
    const body = '镇街中南日街道办事处居前。'
    expect(own('南石街道办事处', '南日街道办事处', body)).toEqual([
      expect.stringContaining('南石街道办事处 → 南日街道办事处'),
    ])
  })
})
