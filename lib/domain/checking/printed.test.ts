import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../base/testing'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { printed2020Q3 } from '../figures/golden/2020Q3-printed'
import { USUAL_CATEGORIES } from '../office/category'
import { checkNotice } from './consistency'
import type { Register } from './names'

const ALIASES: Record<string, string[]> = {
  区住建局: ['区住房城乡建设局'],
  区市场监督管理局: ['区市场监管局'],
  城东新区管委会: ['区东管委'],
  莲花街道办事处: ['莲花街道'],
}
const register: Register = golden2020Q3.units.map(({ name, category }) => {
  return { name, category, aliases: ALIASES[name] ?? [] }
})
const text = printed2020Q3()
const told = (printed: string, known = register) =>
  checkNotice(printed, { register: known, categories: USUAL_CATEGORIES }).faults.map(
    ({ kind, place, printed, expected }) => {
      return [kind, place, printed, expected].join(' | ')
    },
  )

const FAULTS = [
  'title | 附件清单（对照附件2 区级部门采用统计表） | 2020年三季度区级部门政务信息采用统计表 | 2020年三季度区级部门政务信息采用（采编）统计表',
  'title | 附件清单（对照附件2 镇、街道采用统计表） | 2020年三季度镇、街道政务信息采用统计表 | 2020年三季度镇、街道政务信息采用（采编）统计表',
  'alias | 附件2 区级部门采用统计表 第15行（区住房城乡建设局） 单位 | 区住房城乡建设局 | 区住建局',
  'value | 附件1 区级部门报送统计表 第39行（区国土分局） 报送条数 | （空白） | 0',
  'value | 附件1 镇、街道报送统计表 第6行（莲花街道办事处） 报送得分 | （空白） | 5.00',
  'legend | 附件2 区级部门采用统计表 说明 | 区级采用·信息 8 分 | 区级采用·信息 6 分',
  'legend | 附件2 区级部门采用统计表 说明 | 区级采用·简讯 5 分 | 区级采用·简讯 3 分',
  'alias | 正文第1段 | 区市场监管局 | 区市场监督管理局',
  'name | 正文第1段 | 迎桥镇 | 迎接镇',
  'alias | 正文第1段 | 区东管委 | 城东新区管委会',
  'alias | 正文第3段 | 区市场监管局 | 区市场监督管理局',
  'alias | 正文第3段 | 区东管委 | 城东新区管委会',
]
const asNames = FAULTS.map((fault) => fault.replace(/^alias/, 'name'))

describe('the notice of 2020 Q3 as printed', () => {
  test('has these faults and no other', () => {
    expect(told(text)).toEqual(FAULTS)
    expect(told(text.replace(/\n/g, '\r\n'))).toEqual(FAULTS)
  })

  test('has the same faults where the register knows no aliases, and where there is none', () => {
    expect(
      told(
        text,
        register.map((unit) => ({ ...unit, aliases: [] })),
      ),
    ).toEqual(asNames)
    expect(told(text, [])).toEqual(asNames)
  })

  test('says how many rows prove the points, and what no row proves', () => {
    const { faults, remarks } = checkNotice(text, { register, categories: USUAL_CATEGORIES })
    expect(faults.filter(({ kind }) => kind === 'legend').map(({ why }) => why)).toEqual([
      '表中总分是按 6 分计的，21 行可证。',
      '表中总分是按 3 分计的，15 行可证。',
    ])
    expect(remarks).toEqual([
      '附件2 区级部门采用统计表：市级采用·简讯的分值无法由表中数据推出，只能以说明所印为准，不作判断。',
      '附件2 镇、街道采用统计表：市级采用·信息、市级采用·简讯、省级采用的分值无法由表中数据推出，只能以说明所印为准，不作判断。',
    ])
  })

  test.each([
    ['等**24**个部门', '等**25**个部门', 'figure | 正文第3段 | 25个部门 | 24个部门'],
    ['**41**个部门单位', '**42**个部门单位', 'figure | 正文第3段 | 42个部门单位 | 41个部门单位'],
    ['信息**1386**条', '信息**1368**条', 'figure | 正文第5段 | 上报信息1368条 | 1386'],
    ['省级采用信息**2**条', '省级采用信息**3**条', 'figure | 正文第5段 | 省级采用信息3条 | 2'],
    ['考核单位**57**个', '考核单位**56**个', 'figure | 正文第3段 | 考核单位56个 | 57'],
    ['其中区国土分局报送', '其中区工管委报送', 'list | 正文第3段 | 区工管委 | 不列入'],
    ['有区发改局、', '有区财政局、', 'list | 正文第5段 | 区财政局 | 不列入'],
    [
      '2020年三季度镇、街道政务信息报送统计表',
      '2020年二季度镇、街道政务信息报送统计表',
      'title | 附件清单 | 2020年二季度 | 2020年三季度',
    ],
    ['区财政局\t24\t5\t3', '区财政局\t24\t5\t4', 'value | 附件2 区级部门采用统计表 第1行（区财政局） 区级信息 | 4 | 3'],
    ['\t66\t275%', '\t67\t275%', 'value | 附件2 区级部门采用统计表 第1行（区财政局） 总分 | 67 | 66'],
    ['\t350.00%', '\t350.10%', 'value | 附件1 区级部门报送统计表 第1行（区统计局） 完成率 | 350.10% | 350.00%'],
    [
      '2\t东峰镇\t24\t49\t5\t',
      '2\t东峰镇\t24\t49\t4\t',
      'value | 附件1 镇、街道报送统计表 第2行（东峰镇） 报送得分 | 4 | 5.00',
    ],
    [
      '2\t东峰镇\t24\t49\t5\t',
      '2\t东峰镇\t24\t49\t5\t\t',
      'shape | 附件1 镇、街道报送统计表 第2行（东峰镇） | 7格 | 6格',
    ],
  ])('with %s as %s has one fault more', (from, to, fault) => {
    expect(text.split(from).length).toBeGreaterThan(1)
    expect(told(text.replace(from, to)).filter((one) => !FAULTS.includes(one))).toEqual([fault])
  })

  test('with two rows in each other’s place is found', () => {
    const lines = text.split('\n')
    const at = lines.findIndex((line) => line.startsWith('7\t区商务局'))
    const swapped = lines
      .with(at, lines[at + 1] ?? '')
      .with(at + 1, lines[at] ?? '')
      .join('\n')
    expect(told(swapped).filter((one) => !FAULTS.includes(one))).toEqual([
      'value | 附件1 区级部门报送统计表 第7行（区退役军人事务局） 序号 | 8 | 7',
      'value | 附件1 区级部门报送统计表 第8行（区商务局） 序号 | 7 | 8',
      'order | 附件1 区级部门报送统计表 第8行（区商务局） | 第8行 | 排在第7行之前',
    ])
  })
})

test('any text at all is checked without failing', () => {
  const pieces = fc.constantFrom(
    ...'\t\n、，。；：（）0123456789%等个部门镇街有未完成采用报送为条说明计分',
    '统计表',
    '附件1',
    '—',
  )
  const copy = { code: 'A', number: 'B', quarter: golden2020Q3.quarter, text, intact: false, current: [] }
  const mixed = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }), fc.constantFrom(...text.split('\n'))), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        mixed.map((parts) => parts.join('')),
        mixed.map((parts) => parts.join('\n')),
      ),
      (any) => {
        const { faults } = checkNotice(any, { register, categories: USUAL_CATEGORIES, issued: [copy] })
        expect(faults.every(({ place, printed, expected, why }) => place && printed && expected && why)).toBe(true)
        checkNotice(any, { register: [], categories: USUAL_CATEGORIES })
      },
    ),
    { numRuns: runs(200) },
  )
})
