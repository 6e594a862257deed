import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../base/testing'
import { figureValue } from '../figures/figure'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { categoriesOf, rank } from '../figures/ranking'
import { rankingInputs } from '../figures/testing'
import { type Category, USUAL_CATEGORIES } from '../office/category'
import { SEVEN_CATEGORIES } from '../office/testing'
import type { NoticeOptions } from './defaults'
import { FIGURES } from './document'
import { listRun, type Pick, unitsNamed } from './lists'
import { compose, composedBlocks } from './notice'
import { refOf, tokenOf, tokensOf } from './values'
import { bind, NO_WORDS, templateOf, typedNumbers, type Words, withWords } from './words'

const options: NoticeOptions = { issuer: '雁江区人民政府办公室', number: null, date: '2020-10-12', portal: '雁信' }
const ranking = rank(golden2020Q3)
const composed = composedBlocks(ranking, options)
const text = (words: Words) => withWords(composed, words, ranking).map(({ runs }) => runs.map((r) => r.text).join(''))

describe('figures in a text are bound', () => {
  test('a paragraph turned into words and tokens and bound again says the same, with the same figures', () => {
    fc.assert(
      fc.property(rankingInputs, (input) => {
        const any = rank(input)
        for (const { runs } of composedBlocks(any, options)) {
          const figures = runs.filter((run) => 'figure' in run)
          const again = bind(templateOf(runs, categoriesOf(any)), any, NO_WORDS)
          expect(again.filter((run) => 'figure' in run)).toEqual(figures)
          expect(again.map((run) => run.text).join('')).toBe(runs.map((run) => run.text).join(''))
        }
      }),
      { numRuns: runs(200) },
    )
  })

  test('the words around a figure may change, the figure comes from the data', () => {
    const words: Words = {
      named: {},
      blocks: [
        {
          key: 'opening',
          kind: 'paragraph',
          text: '今年三季度共收到【报送条数】条，其中【部门·未完成任务的单位】个部门未完成。',
        },
      ],
    }
    expect(text(words)).toEqual(['今年三季度共收到1386条，其中11个部门未完成。'])
    const [block] = withWords(composed, words, ranking)
    expect(block?.byHand).toBe('unconfirmed')
    expect(block?.runs.filter((run) => 'figure' in run)).toEqual([
      { text: '1386', figure: { figure: 'items' } },
      { text: '11', figure: { figure: 'unmet', category: 'department' } },
    ])
  })

  test('a token that means nothing and a bracket alone are refused with what is wrong', () => {
    expect(() => bind('共【报送的条数】条', ranking, NO_WORDS)).toThrow('没有“【报送的条数】”这项数据')
    expect(() => bind('共【报送条数条', ranking, NO_WORDS)).toThrow('没有成对')
  })

  test('every token is another word, and its number is that of the ranking', () => {
    expect(tokensOf(USUAL_CATEGORIES).size).toBe(3 * (FIGURES.length + 9))
    expect(tokensOf(SEVEN_CATEGORIES).size).toBe(8 * (FIGURES.length + 9))
    expect(refOf('园区·报送条数', SEVEN_CATEGORIES)).toEqual({ figure: 'items', category: 'park' })
    expect(refOf('园区·报送条数', USUAL_CATEGORIES)).toBeNull()
    const { totals } = ranking
    for (const figure of FIGURES) {
      const total = totals[figure]
      const expected = Array.isArray(total)
        ? total.length
        : typeof total === 'number'
          ? total
          : Object.values(total).reduce((sum, n) => sum + n)
      expect(figureValue(ranking, { figure }), figure).toBe(expected)
      const part = (category: Category) => figureValue(ranking, { figure, category })
      expect(part('department') + part('town'), figure).toBe(expected)
    }
  })

  test('typed numbers are told from bound ones, years, days and percentages', () => {
    const words: Words = {
      named: {},
      blocks: [
        { key: 'x', kind: 'paragraph', text: '2020年共【报送条数】条，10月12日前比上季多20条，达到25%，见67号文件。' },
      ],
    }
    const [block] = withWords(composed, words, ranking)
    expect(block && typedNumbers(block)).toEqual(['20'])
  })
})

describe('who is named', () => {
  const ref = { names: 'exceeded', category: 'department' } as const

  test('is chosen among the units of the class; others are passed over, and 等 stands only when some are left out', () => {
    const all = unitsNamed(ranking, ref)
    expect(all).toHaveLength(24)
    const [, , third, , , sixth] = all
    const outside = unitsNamed(ranking, { names: 'unmet', category: 'department' })[0]
    const [, , sentence] = text({
      named: { [tokenOf(ref, USUAL_CATEGORIES)]: [sixth, third, outside].map((unit) => unit?.unitId ?? '') },
    })
    expect(sentence).toContain(`超额完成的有${third?.unit}、${sixth?.unit}等24个部门和`)
    const [, , whole] = text({ named: { [tokenOf(ref, USUAL_CATEGORIES)]: all.map(({ unitId }) => unitId) } })
    expect(whole).toContain(`${all[23]?.unit}24个部门和`)
  })

  test('without a choice, or when nobody chosen is left, the first three are named', () => {
    const [, , plain] = text(NO_WORDS)
    const [, , gone] = text({ named: { [tokenOf(ref, USUAL_CATEGORIES)]: ['nobody'] } })
    expect(gone).toBe(plain)
  })

  const behind = { names: 'behind', category: 'department' } as const
  const read = (of: Parameters<typeof listRun>[1], pick?: Pick) => listRun(ranking, of, pick)?.text

  test('of those behind, the last, the worst first, as the real notice did; equals in the official order', () => {
    // The notice of 2020 Q3 named 区发改局、区自然资源规划局等16个部门 and 丰裕镇等5个镇街, those with 0 after them.
    expect(read(behind)).toBe('区发改局、区自然资源规划局、区文广旅局等')
    expect(read({ ...behind, category: 'town' })).toBe('丰裕镇等')
    expect(read({ names: 'unmet', category: 'town' })).toBe('丰裕镇、小院镇、堪嘉镇等')
    expect(read({ names: 'noPoints', category: 'department' })).toBe('城东新区管委会、区公安分局、区工管委等')
    expect(read({ names: 'leaders', category: 'town' })).toBe('东峰镇、保和镇、迎接镇等')
  })

  test('is the first, the last, all, or those ticked, as ticked or as in the table', () => {
    expect(read(behind, { how: 'first', n: 2 })).toBe('雁江生态环境局、区水务局等')
    expect(read(behind, { how: 'last', n: 2 })).toBe('城东新区管委会、区公安分局等')
    expect(read({ ...behind, category: 'town' }, { how: 'all' })).toBe(
      '丰裕镇、宝莲街道办事处、莲花街道办事处、小院镇、三贤祠街道办事处',
    )
    const id = (name: string) => golden2020Q3.units.find((unit) => unit.name === name)?.id ?? ''
    const units = [id('区民政局'), id('区水务局')]
    expect(read(behind, { how: 'hand', units, order: 'table' })).toBe('区水务局、区民政局等')
    expect(read(behind, { how: 'hand', units, order: 'ticked' })).toBe('区民政局、区水务局等')
  })

  test('in a draft of an earlier version stays as it was chosen', () => {
    const named = {
      [tokenOf(behind, USUAL_CATEGORIES)]: [golden2020Q3.units.find((u) => u.name === '区民政局')?.id ?? ''],
    }
    expect(text({ named })[4]).toContain('未达到25%的有区民政局等16个部门')
  })
})

test('paragraphs can be added, moved and left out; what is not written is composed', () => {
  const words: Words = {
    named: {},
    blocks: [
      { key: 'adoption', kind: 'paragraph' },
      { key: 'own-1', kind: 'paragraph', text: '请各单位抓紧。', by: '样例', confirmedBy: '样例二' },
      { key: 'nowhere', kind: 'paragraph' },
    ],
  }
  const notice = compose(ranking, { ...options, words })
  expect(notice.blocks.map(({ key, byHand }) => [key, byHand])).toEqual([
    ['adoption', undefined],
    ['own-1', 'confirmed'],
  ])
})
