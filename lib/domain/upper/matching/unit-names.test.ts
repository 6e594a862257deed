import { describe, expect, test } from 'vitest'
import { BigramIndex } from './bigrams'
import { plainTitle } from './plain'
import { UnitNames } from './unit-names'

const register = [
  { id: 'finance', name: '区财政局', aliases: ['区财政金融局'] },
  { id: 'lotus', name: '莲花街道办事处', aliases: [] },
  { id: 'town', name: '中和镇', aliases: ['中和镇人民政府'] },
  { id: 'rare', name: '\ue863镇（丁片）', aliases: [] },
]
const names = new UnitNames(register, '雁江区')

describe('the unit that a cell names', () => {
  test.each([
    ['区财政局', 'finance'],
    ['财政局', 'finance'],
    ['雁江区财政局', 'finance'],
    ['资阳市雁江区财政局', 'finance'],
    [' 区财政局 ', 'finance'],
    ['区财政金融局', 'finance'],
    ['莲花街道', 'lotus'],
    ['莲花街道办事处', 'lotus'],
    ['莲花街道党工委', 'lotus'],
    ['中和镇', 'town'],
    ['中和镇党委', 'town'],
    ['中和镇人民政府办公室', 'town'],
    ['雁江区中和镇', 'town'],
    ['资阳市雁江区中和镇人民政府', 'town'],
    ['䶮镇(丁片)', 'rare'],
    ['安居区财政局', null],
    ['区教育局', null],
    ['', null],
  ])('“%s”: %s', (cell, id) => expect(names.find(cell)).toBe(id))
})

describe('the subject of a title', () => {
  test.each([
    ['区财政局落实减税降费', '落实减税降费', 'finance'],
    ['雁江区财政局落实减税降费', '落实减税降费', 'finance'],
    ['当前区财政局落实减税降费', '当前落实减税降费', 'finance'],
    ['安居区财政局落实减税降费', '安居区财政局落实减税降费', null],
    ['落实减税降费', '落实减税降费', null],
    ['支持中和镇与莲花街道共建', '支持与莲花街道共建', 'town'],
    ['莲花街道办事处联合中和镇共建', '联合中和镇共建', 'lotus'],
    ['区财政金融局落实减税降费', '落实减税降费', 'finance'],
  ])('“%s” is “%s” beside the unit that it names first: %s', (title, subject, unitId) => {
    expect(names.cut(title)).toEqual({ subject, unitId })
  })

  test('of an item is what stands beside its own unit, wherever that stands, and no other', () => {
    expect(names.cutOwn('助力区财政局落实减税降费', 'finance')).toEqual({
      subject: '助力落实减税降费',
      unitId: 'finance',
    })
    expect(names.cutOwn('中和镇落实减税降费', 'finance')).toEqual({ subject: '中和镇落实减税降费', unitId: null })
    expect(names.cutOwn('中和镇落实减税降费', 'nobody')).toEqual({ subject: '中和镇落实减税降费', unitId: null })
  })
})

test.each([
  ['【信息】【样例】减税降费', '减税降费'],
  ['减税降费【样例】', '减税降费样例'],
  ['关于减税降费的情况报告', '减税降费'],
  ['关于减税降费的专题汇报', '减税降费'],
  ['减税降费的报告会', '减税降费的报告会'],
  ['ＡＢＣ　２０２０年', 'abc2020年'],
])('“%s” is compared as “%s”', (title, plain) => expect(plainTitle(title)).toBe(plain))

describe('titles by their pairs of letters', () => {
  const index = new BigramIndex(['扎实推进柑橘产业', '扎实推进厕所改造', '扎实推进秸秆禁烧', '甲'])
  const found = (text: string, favour: (at: number) => number | null = () => 0, most = 9) =>
    index.search(text, favour, most)

  test('rare pairs weigh more than those that stand everywhere', () => {
    expect(found('扎实推进柑橘').map(({ at }) => at)).toEqual([0, 1, 2])
    const [first, second] = found('推进柑橘')
    expect((first?.covered ?? 0) - (second?.covered ?? 0)).toBeGreaterThan(0.5)
  })

  test('an equal title shares all there is, of both and of each', () => {
    const [hit] = found('扎实推进厕所改造')
    expect(hit?.at).toBe(1)
    for (const share of [hit?.dice, hit?.covered, hit?.held]) expect(share).toBeCloseTo(1)
    expect(found('甲')).toMatchObject([{ at: 3, covered: 1 }])
  })

  test('part of a title covers itself, and holds as much of the title as it has', () => {
    const [hit] = found('秸秆禁烧')
    expect(hit?.at).toBe(2)
    expect(hit?.covered).toBeCloseTo(1)
    expect(hit?.held).toBeGreaterThan(0.4)
    expect(hit?.held).toBeLessThan(0.9)
  })

  test('what is favoured comes first, what is left out does not come, and no more come than are asked for', () => {
    expect(found('扎实推进柑橘', (at) => (at === 2 ? 1 : 0))[0]?.at).toBe(2)
    expect(found('扎实推进柑橘', (at) => (at === 0 ? null : 0)).map(({ at }) => at)).toEqual([1, 2])
    expect(found('扎实推进柑橘', () => 0, 1)).toHaveLength(1)
    expect(found('全不相干的题')).toEqual([])
  })

  test('one search leaves nothing behind for the next', () => {
    const once = found('扎实推进柑橘')
    found('扎实推进柑橘', () => null)
    expect(found('扎实推进柑橘')).toEqual(once)
  })
})
