import { describe, expect, test } from 'vitest'
import { USUAL_CATEGORIES } from '../office/category'
import { checkNotice } from './consistency'

const NAMES = ['甲局', '乙局', '丙局', '丁局', '戊局']
const register = NAMES.map((name) => ({ name, category: 'department', aliases: [] }))
const check = (rows: readonly string[], legend = '') =>
  checkNotice(
    ['2020年三季度区级部门政务信息报送统计表', ...rows.map((row) => row.replaceAll(' ', '\t')), legend].join('\n'),
    {
      register,
      categories: USUAL_CATEGORIES,
    },
  )
const told = (rows: readonly string[], legend = '') =>
  check(rows, legend).faults.map(({ place, printed, expected }) =>
    [place.replace(/^.*统计表 /, ''), printed, expected].join(' | '),
  )

const HEAD = '序号 名次 单位 报送任务 报送条数 报送得分 完成率'
const ROWS = [
  '1 1 甲局 24 48 5.00 200.00%',
  '2 2 乙局 24 19 3.96 79.17%',
  '3 2 丙局 24 19 3.96 79.17%',
  '4 4 丁局 24 13 2.71 54.17%',
  '5 5 戊局 24 7 1.46 29.17%',
]
const changed = (change: (cells: string[], index: number) => string[]) =>
  ROWS.map((row, index) => change(row.split(' '), index).join(' '))

describe('what a table has throughout is no fault, and what departs from it is one', () => {
  test('dense and ordinal ranks', () => {
    const dense = changed((cells, i) => cells.with(1, String([1, 2, 2, 3, 4][i])))
    expect(told([HEAD, ...dense])).toEqual([])
    expect(told([HEAD, ...dense.with(4, '5 9 戊局 24 7 1.46 29.17%')])).toEqual(['第5行（戊局） 名次 | 9 | 4'])
    const ordinal = changed((cells, i) => cells.with(1, String(i + 1)))
    expect(told([HEAD, ...ordinal])).toEqual([])
    expect(told([HEAD, ...ordinal.with(3, '4 6 丁局 24 13 2.71 54.17%')])).toEqual(['第4行（丁局） 名次 | 6 | 4'])
    expect(told([HEAD, ...dense], '说明：相同者各占一个名次。')).not.toEqual([])
  })

  test.each([
    ['one decimal', ['200.0%', '79.2%', '79.2%', '54.2%', '29.2%'], '79.3%', '79.2%'],
    ['whole ones', ['200%', '79%', '79%', '54%', '29%'], '80%', '79%'],
    ['cut off', ['200.0%', '79.1%', '79.1%', '54.1%', '29.1%'], '79.2%', '79.1%'],
    ['without zeros at the end', ['200%', '79.17%', '79.17%', '54.17%', '29.17%'], '79.2%', '79.17%'],
  ])('percentages: %s', (_, all, lie, right) => {
    const rows = changed((cells, i) => cells.with(6, all[i] ?? ''))
    expect(told([HEAD, ...rows])).toEqual([])
    expect(told([HEAD, ...rows.with(1, (rows[1] ?? '').replace(/\S+$/, lie))])).toEqual([
      `第2行（乙局） 完成率 | ${lie} | ${right}`,
    ])
  })

  test('what should stand in a cell is written as its column is, and told as it came about', () => {
    const all = ['2倍', '79.17%', '79.17%', '54.17%', '29.2%']
    const rows = [...changed((cells, i) => cells.with(6, all[i] ?? '')), '6 6 己局 24 12 2.5 50%', '7 7 庚局 24 0 0 0']
    const { faults } = checkNotice(
      ['2020年三季度区级部门政务信息报送统计表', HEAD, ...rows].map((row) => row.replaceAll(' ', '\t')).join('\n'),
      { register: [], categories: USUAL_CATEGORIES },
    )
    expect(faults.flatMap(({ place, expected, why }) => (place.endsWith('完成率') ? [[expected, why]] : []))).toEqual([
      ['29.17%', '7 ÷ 24，两位小数，四舍五入。'],
      ['0%', '0 ÷ 24。'],
    ])
  })

  test('the sign of a percentage in the head, and 条 in the cells', () => {
    const bare = [
      HEAD.replace('完成率', '完成率（%）'),
      ...changed((cells) => cells.with(6, (cells[6] ?? '').replace('%', ''))),
    ]
    expect(told(bare)).toEqual([])
    expect(told(bare.with(2, '2 2 乙局 24 19 3.96 79.71'))).toEqual(['第2行（乙局） 完成率 | 79.71 | 79.17'])
    const dressed = [HEAD, ...changed((cells) => cells.with(4, `${cells[4]}条`).with(3, `${cells[3]}条`))]
    expect(told(dressed)).toEqual([])
    expect(told(dressed.with(2, '2 2 乙局 24条 20条 3.96 79.17%'))).toEqual(['第2行（乙局） 报送条数 | 20条 | 19条'])
  })

  test('columns of remarks and groups, columns that nobody knows, and columns that are not there', () => {
    const more = (head: string, cell: string) => [`${HEAD} ${head}`, ...ROWS.map((row) => `${row} ${cell}`)]
    expect(check(more('备注', '新设'))).toMatchObject({ faults: [], remarks: [] })
    expect(check(more('类别', '一类'))).toMatchObject({ faults: [], remarks: [] })
    const strange = check(more('同比', '12%'))
    expect([strange.faults, strange.remarks]).toEqual([[], ['区级部门报送统计表：“同比”一栏没有核对。']])
    for (const gone of [0, 1, 3, 4, 5, 6]) {
      expect(told([HEAD, ...ROWS].map((row) => row.split(' ').toSpliced(gone, 1).join(' '))), String(gone)).toEqual([])
    }
  })

  test('heads that nobody knows, and those of levels alone, are remarked', () => {
    const named = check([HEAD.replace('报送条数', '件数'), ...ROWS])
    expect(named).toMatchObject({
      faults: [],
      remarks: ['区级部门报送统计表：不认识表头“件数”，按它的位置当作报送条数核对。'],
    })
    const rows = [
      '名次 单位 报送条数 区级采用 市级采用 总分',
      '1 甲镇 32 3 4 47',
      '2 乙镇 20 2 3 34',
      '合计  53 5 7 81',
    ]
    const of = (title: string) =>
      checkNotice([title, ...rows.map((row) => row.replaceAll(' ', '\t'))].join('\n'), {
        register: [],
        categories: USUAL_CATEGORIES,
      })
    const { faults, remarks } = of('附件1　镇、街道采用情况')
    expect(faults.map(({ place, printed, expected }) => [place, printed, expected])).toEqual([
      ['附件1 镇、街道采用统计表 合计行 报送条数', '53', '52'],
    ])
    expect(remarks).toEqual(
      expect.arrayContaining(
        ['“报送条数”一栏只核对了合计。', '“区级采用”一栏没有核对。', '“市级采用”一栏没有核对。'].map(
          (words) => `附件1 镇、街道采用统计表：${words}`,
        ),
      ),
    )
  })

  test('the head that stands once more on the next page', () => {
    const paged = [HEAD, ...ROWS.slice(0, 2), HEAD, ...ROWS.slice(2)]
    expect(told(paged)).toEqual([])
    expect(told(paged.with(5, '4 4 丁局 24 13 2.81 54.17%'))).toEqual(['第4行（丁局） 报送得分 | 2.81 | 2.71'])
  })

  test('rows of sums and of means', () => {
    const sum = [HEAD, ...ROWS, '  合计 120 106  ']
    expect(told(sum)).toEqual([])
    expect(told(sum.with(6, '  合计 120 107  '))).toEqual(['合计行 报送条数 | 107 | 106'])
    expect(told([HEAD, ...ROWS, '  平均 24 21.2  '])).toEqual([])
    expect(told([HEAD, ...ROWS, '  平均值 24 21.5  '])).toEqual(['合计行 报送条数 | 21.5 | 21.2'])
    const halves = [HEAD, ...ROWS.slice(0, 2), '  小计 48 67  ', ...ROWS.slice(2), '  小计 72 39  ', '  合计 120 106  ']
    expect(told(halves)).toEqual([])
  })

  test('rows in the official order, which is remarked', () => {
    const order = [4, 3, 0, 2, 1].map((i) => ROWS[i] ?? '')
    const rows = [...order, ...order].map((row, i) => row.replace(/^\d+/, String(i + 1)).replace(/.局/, `第${i}局`))
    const { faults, remarks } = checkNotice(
      [
        '2020年三季度区级部门政务信息报送统计表',
        HEAD.replace('名次 ', ''),
        ...rows.map((row) => row.replace(/ \d+ /, ' ')),
      ]
        .map((row) => row.replaceAll(' ', '\t'))
        .join('\n'),
      { register: [], categories: USUAL_CATEGORIES },
    )
    expect(faults).toEqual([])
    expect(remarks.join()).toContain('各行没有按完成率从高到低排列')
  })

  test('a line broken within a pasted cell', () => {
    const text = ['序号', '"报送\n任务"', '单位', '报送条数', '完成率'].join('\t')
    const row = ['1', '24', '"甲\n局"', '19', '79.17%'].join('\t')
    const of = (line: string) =>
      checkNotice(['区级部门政务信息报送统计表', text, line].join('\n'), { register, categories: USUAL_CATEGORIES })
    expect(of(row).faults).toEqual([])
    expect(of(row.replace('19', '20')).faults.map(({ place, expected }) => [place, expected])).toEqual([
      ['区级部门报送统计表 第1行（甲局） 报送条数', '19'],
    ])
  })
})
