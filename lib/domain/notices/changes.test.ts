import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../base/testing'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { rank } from '../figures/ranking'
import type { RankingInput } from '../figures/ranking-input'
import { rankingInputs } from '../figures/testing'
import { USUAL_CATEGORIES } from '../office/category'
import { changesBetween, noticeChangeInWords, rankEffect } from './changes'
import { composeCorrection } from './correction'
import { noticeText } from './text'

const idOf = (name: string) => golden2020Q3.units.find((unit) => unit.name === name)?.id ?? ''
const options = { issuer: '雁江区人民政府办公室', number: '雁府办发〔2020〕80号', date: '2020-11-02', portal: '雁信' }
const of = { title: '关于样例的通报', number: '雁府办发〔2020〕67号', date: '2020-10-12', reason: '一条采用重复登记' }

/** The quarter with one adoption fewer: 区财政局 has one 区级信息 less. */
function oneLess(): RankingInput {
  const adoptions = golden2020Q3.adoptions.map((a) =>
    a.unitId === idOf('区财政局') && a.kind === 'district_full' ? { ...a, count: a.count - 1 } : a,
  )
  return { ...golden2020Q3, adoptions }
}

describe('issued as, would now be', () => {
  test('nothing has changed between a ranking and itself', () => {
    fc.assert(
      fc.property(rankingInputs, (input) => {
        expect(changesBetween(rank(input), rank(input))).toEqual([])
      }),
      { numRuns: runs(100) },
    )
  })

  test('one adoption less shows in its column, in the points and in the share, each with before and after', () => {
    const changes = changesBetween(rank(golden2020Q3), rank(oneLess()))
    expect(changes.map(noticeChangeInWords)).toEqual([
      '区财政局采用表区级信息：印发时为3，现应为2。',
      '区财政局采用表总分：印发时为66，现应为60。',
      '区财政局采用表占比：印发时为275%，现应为250%。',
    ])
    expect(rankEffect(changes, USUAL_CATEGORIES)).toEqual([])
  })

  test('a unit that came or went is told by what it had or has', () => {
    const fewer = { ...golden2020Q3, units: golden2020Q3.units.filter(({ name }) => name !== '区残联') }
    const gone = changesBetween(rank(golden2020Q3), rank(fewer)).filter(({ unit }) => unit === '区残联')
    expect(gone.map(({ column, after }) => [column, after])).toContainEqual(['报送条数', '—'])
  })
})

describe('a correction', () => {
  const notice = composeCorrection(rank(golden2020Q3), rank(oneLess()), of, options)

  test('names the notice it corrects, the reason, what changes and what it does to ranks', () => {
    expect(notice.title).toBe('雁江区人民政府办公室关于更正2020年三季度全区政务信息报送和采用情况的通报')
    const text = noticeText(notice)
    expect(text).toContain('《关于样例的通报》（雁府办发〔2020〕67号）于2020年10月12日印发后，一条采用重复登记。')
    expect(text).toContain('共更正1个单位的3处数据，更正前后的数据见附件。各单位名次不变。')
    expect(text).toContain('1\t区财政局\t采用\t区级信息\t3\t2')
  })

  test('tells whose ranks move', () => {
    const items = new Map(golden2020Q3.items).set(idOf('区残联'), 40)
    const corrected = composeCorrection(rank(golden2020Q3), rank({ ...golden2020Q3, items }), of, options)
    expect(noticeText(corrected)).toMatch(/更正后，\d+个部门的报送名次发生变动。/)
  })
})
