import { describe, expect, test } from 'vitest'
import { nameAlikeness, namesOf, type Register } from './names'

const register: Register = [
  { name: '区财政局', category: 'department', aliases: ['财政局', '区财政'] },
  { name: '区财政投资评审中心', category: 'department', aliases: [] },
  { name: '迎接镇', category: 'town', aliases: ['区财政局'] },
  { name: '伍隍镇', category: 'town', aliases: ['', '伍隍（镇）'] },
]
const names = namesOf(register)

describe('a name', () => {
  test('is found as it is registered before it is found as an alias of another', () => {
    const [finance, , , wuhuang] = register
    expect(names.find('区财政局')).toEqual({ unit: finance, as: 'name' })
    expect(names.find('财政局')).toEqual({ unit: finance, as: 'alias' })
    expect(names.find('伍隍(镇)')).toEqual({ unit: wuhuang, as: 'alias' })
    expect([names.find(''), names.find('区教育局'), names.find('toString')]).toEqual([null, null, null])
  })

  test('in a text is one letter, the longest name first, and is given back as it stood', () => {
    const masked = names.mask('区财政投资评审中心和区财政局、财政局')
    expect(masked).toMatch(/^[\uE000-\uF8FF]和[\uE000-\uF8FF]、[\uE000-\uF8FF]$/)
    expect(names.open(masked)).toBe('区财政投资评审中心和区财政局、财政局')
    expect(names.open('\uF8FF')).toBe('\uF8FF')
    expect(namesOf([]).mask('区财政局')).toBe('区财政局')
  })

  test('that nobody bears is meant for the one most alike, of its category, which is not taken', () => {
    expect(names.likely('迎桥镇', null, new Set())?.name).toBe('迎接镇')
    expect(names.likely('迎桥镇', 'town', new Set())?.name).toBe('迎接镇')
    expect(names.likely('迎桥镇', 'department', new Set())).toBeNull()
    const taken = new Set(register.filter(({ name }) => name === '迎接镇'))
    expect(names.likely('迎桥镇', null, taken)).toBeNull()
    expect(names.likely('某公司', null, new Set())).toBeNull()
    expect(names.likely('', null, new Set())).toBeNull()
  })

  test('is meant for what is less alike where less is asked', () => {
    expect(names.likely('某镇', 'town', new Set(), 0)?.category).toBe('town')
    expect(names.likely('某镇', 'town', new Set(), 0.9)).toBeNull()
  })
})

test('a register is asked in its own words, and once', () => {
  const own: Register = [{ name: '区财政局', category: 'department', aliases: [] }]
  expect(namesOf(own, '文中其他各表').source).toBe('文中其他各表')
  expect(namesOf(own)).toBe(namesOf(own))
  expect([names.source, names.units]).toEqual(['名册中', register])
})

test('names are alike by what they share beyond 区 and 局', () => {
  expect(nameAlikeness('区住建局', '区住建局')).toBe(1)
  expect(nameAlikeness('', '区住建局')).toBe(0)
  expect(nameAlikeness('区甲局', '区乙局')).toBeLessThan(0.3)
  expect(nameAlikeness('区住房城乡建设局', '区住建局')).toBeGreaterThan(0.6)
  expect(nameAlikeness('区住建局', '区住房城乡建设局')).toBeCloseTo(nameAlikeness('区住房城乡建设局', '区住建局'))
  expect(nameAlikeness('甲甲', '甲')).toBeLessThan(1)
})
