import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../base/testing'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { type Ranking, rank } from '../figures/ranking'
import type { RankingInput } from '../figures/ranking-input'
import { rankingInputs } from '../figures/testing'
import { USUAL_CATEGORIES } from '../office/category'
import { THREE_CATEGORIES } from '../office/testing'
import { changesBetween, changesSince, type IssuedDocument, noticeChangeInWords, rankEffect } from './changes'
import { type Correction, categoriesOfBoth, composeCorrection, unnamedIn } from './correction'
import type { Pick } from './lists'
import { compose } from './notice'
import { changedPieces } from './said-changes'
import { noticeText } from './text'
import { NO_WORDS, type Words } from './words'

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

/** The notice on a quarter as issued, with the words that it was made of. */
function issuedOn(input: RankingInput, words: Words = NO_WORDS): IssuedDocument {
  const ranking = rank(input)
  const by = (of: Ranking) => compose(of, { ...options, words }).blocks
  return { blocks: by(ranking), attachments: compose(ranking, options).attachments, ranking, compose: by }
}
function correctionOf(now: RankingInput, issued = issuedOn(golden2020Q3)): Correction {
  const ranking = rank(now)
  return { of, issued: issued.ranking, now: ranking, changes: changesSince(issued, issued.ranking, ranking) }
}
const told = (now: RankingInput, issued?: IssuedDocument) => correctionOf(now, issued).changes.map(noticeChangeInWords)

describe('issued as, would now be', () => {
  test('figures in sentences, lists of names and cells, each with before and after', () => {
    expect(told(oneLess())).toEqual([
      '正文：印发时为“区级采用81条”，现应为“区级采用80条”。',
      '区财政局采用表区级信息：印发时为3，现应为2。',
      '区财政局采用表总分：印发时为66，现应为60。',
      '区财政局采用表占比：印发时为275%，现应为250%。',
    ])
    // 中和镇 has the one 区级信息 that brings it to 25 %: without it, it stands among those with nothing.
    const without = golden2020Q3.adoptions.filter(({ unitId }) => unitId !== idOf('中和镇'))
    const said = told({ ...golden2020Q3, adoptions: without }).filter((words) => words.startsWith('正文'))
    expect(said).toEqual([
      '正文：印发时为“采用得分为0的有城东新区管委会、区公安分局、区工管委等8个部门和宝莲街道办事处、莲花街道办事处、小院镇等4个镇街”，现应为“采用得分为0的有城东新区管委会、区公安分局、区工管委等8个部门和宝莲街道办事处、莲花街道办事处、小院镇等5个镇街”。',
      '正文：印发时为“区级采用81条”，现应为“区级采用80条”。',
      '正文：印发时为“采用得分达到年度任务25%（含）以上的有区财政局、区金融工作局、区医保局等23个部门和东峰镇、保和镇、迎接镇等13个镇街”，现应为“采用得分达到年度任务25%（含）以上的有区财政局、区金融工作局、区医保局等23个部门和东峰镇、保和镇、迎接镇等12个镇街”。',
      '正文：印发时为“未达到25%的有区发改局、区自然资源规划局、区文广旅局等16个部门和丰裕镇等5个镇街”，现应为“未达到25%的有区发改局、区自然资源规划局、区文广旅局等16个部门和丰裕镇等6个镇街”。',
      '正文：印发时为“其中城东新区管委会、区公安分局、区工管委等8个部门和宝莲街道办事处、莲花街道办事处、小院镇等4个镇街得分为0”，现应为“其中城东新区管委会、区公安分局、区工管委等8个部门和宝莲街道办事处、莲花街道办事处、小院镇等5个镇街得分为0”。',
    ])
  })

  test('of words that a person wrote, the figures and the names that were chosen', () => {
    const named = { 部门·得分为0的单位·名单: { how: 'first' as const, n: 1 } }
    const text = '区级采用【区级采用】条，报送【报送条数】条；得分为0的有【部门·得分为0的单位·名单】。'
    const words: Words = { picks: named, blocks: [{ key: 'own-1', kind: 'paragraph', text, confirmedBy: '样例' }] }
    const issued = issuedOn(golden2020Q3, words)
    expect(told(oneLess(), issued)[0]).toBe('正文：印发时为“区级采用81条”，现应为“区级采用80条”。')
    // Composed otherwise by a later version, or its draft unknown: what was printed is what was issued.
    const alone = { ...issued, compose: () => [] }
    expect(told(oneLess(), alone)[0]).toBe('正文：印发时为“区级采用81条”，现应为“区级采用80条”。')
  })

  test('of a list, whom the rule names by which it was printed: all of them, the first of them, or those that were chosen', () => {
    const kind = '镇街·得分为0的单位·名单'
    const text = `得分为0的有【${kind}】。`
    const told = (pick: Pick, now: RankingInput) => {
      const words: Words = { picks: { [kind]: pick }, blocks: [{ key: 'own-1', kind: 'paragraph', text }] }
      const issued = { ...issuedOn(golden2020Q3, words), compose: () => [] }
      const { changes } = correctionOf(now, issued)
      return changes.flatMap((change) => (change.of === 'text' ? [[change.before, change.after]] : []))
    }
    const more = {
      ...golden2020Q3,
      adoptions: golden2020Q3.adoptions.filter(({ unitId }) => unitId !== idOf('中和镇')),
    }
    const four = '得分为0的有宝莲街道办事处、莲花街道办事处、小院镇、三贤祠街道办事处'
    const [[before, after] = []] = told({ how: 'all' }, more)
    expect(before).toBe(four)
    expect(after?.split('、').toSorted()).toEqual([...four.split('、'), '中和镇'].toSorted())
    const given = { unitId: idOf('宝莲街道办事处'), kind: 'district_full' as const, count: 1 }
    const fewer = { ...golden2020Q3, adoptions: [...golden2020Q3.adoptions, given] }
    expect(told({ how: 'first', n: 1 }, fewer)).toEqual([
      ['得分为0的有宝莲街道办事处等', '得分为0的有莲花街道办事处等'],
    ])
    const units = [idOf('小院镇'), idOf('宝莲街道办事处')]
    expect(told({ how: 'hand', units, order: 'ticked' }, fewer)).toEqual([
      ['得分为0的有小院镇、宝莲街道办事处等', '得分为0的有小院镇等'],
    ])
  })

  test('what a correction has put right is compared with the correction, not with what was printed first', () => {
    const issued = issuedOn(golden2020Q3)
    const said = changesSince(issued, rank(oneLess()), rank(golden2020Q3)).map(noticeChangeInWords)
    expect(said).toContain('区财政局采用表区级信息：印发时为2，现应为3。')
  })

  test('nothing of a text that reads the same, whatever version composed it', () => {
    fc.assert(
      fc.property(rankingInputs, (input) => {
        const issued = issuedOn(input)
        for (const document of [issued, { ...issued, compose: () => [] }])
          expect(changesSince(document, issued.ranking, issued.ranking)).toEqual([])
      }),
      { numRuns: runs(60) },
    )
  })

  test('a sentence that comes or goes is told whole', () => {
    expect(changedPieces('甲。乙。丁。', '甲。丙。乙。丁。')).toEqual([['', '丙']])
    expect(changedPieces('甲甲甲甲1条。乙。', '甲甲甲甲0条。丙。丁。')).toEqual([
      ['甲甲甲甲1条', '甲甲甲甲0条'],
      ['乙', '丙。丁'],
    ])
    expect(changedPieces('甲，乙；丙。', '甲，丁；丙。')).toEqual([['乙', '丁']])
    expect(changedPieces('甲，乙。', '甲。')).toEqual([['甲，乙', '甲']])
  })

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
  const correction = correctionOf(oneLess())
  const notice = composeCorrection(correction, options)

  test('names the notice it corrects, the reason, what changes and what it does to ranks', () => {
    expect(notice.title).toBe('雁江区人民政府办公室关于更正2020年三季度全区政务信息报送和采用情况的通报')
    const text = noticeText(notice)
    expect(text).toContain('《关于样例的通报》（雁府办发〔2020〕67号）于2020年10月12日印发后，一条采用重复登记。')
    expect(text).toContain('正文“区级采用81条”更正为“区级采用80条”。')
    expect(text).toContain('附件各表共更正1个单位的3处数据，更正前后的数据见附件。各单位名次不变。')
    expect(text).toContain('1\t区财政局\t采用\t区级信息\t3\t2')
  })

  test('that leaves a change out is found out', () => {
    expect(unnamedIn(notice, correction.changes)).toEqual([])
    const words: Words = { blocks: [{ key: 'corrected', kind: 'paragraph' }] }
    expect(unnamedIn(composeCorrection(correction, { ...options, words }), correction.changes)).toEqual([
      '正文“区级采用81条”更正为“区级采用80条”',
    ])
    expect(unnamedIn({ ...notice, attachments: [] }, correction.changes)).toHaveLength(3)
  })

  test('of words alone says so, and what comes and goes; it has no table', () => {
    const changes = [
      { of: 'text', place: '正文', before: '', after: '丙' },
      { of: 'text', place: '报送表说明', before: '甲', after: '' },
    ] as const
    const corrected = composeCorrection({ ...correction, changes, of: { ...of, reason: '漏了一句。' } }, options)
    const text = noticeText(corrected)
    expect(text).toContain('印发后，漏了一句。现将有关数据更正如下。')
    expect(text).toContain('正文增加“丙”；报送表说明删去“甲”。')
    expect(text).toContain('各表数据没有变动。')
    expect([corrected.attachments, corrected.attachmentList]).toEqual([[], []])
  })

  test('has the categories of both, in their order, though one has gone since', () => {
    const now = rank(golden2020Q3)
    const units = golden2020Q3.units.map((unit, i) => ({ ...unit, category: i === 0 ? 'department' : 'park' }))
    const park = rank({ ...golden2020Q3, categories: THREE_CATEGORIES, units })
    const keys = (a: Ranking, b: Ranking) => categoriesOfBoth(a, b).map(({ key }) => key)
    expect(keys(park, now)).toEqual(['department', 'town', 'park'])
    expect(keys(now, park)).toEqual(['department', 'town', 'park'])
  })

  test('tells whose ranks move, table by table', () => {
    const moved = (table: string, category: string) => ({
      ...{ of: 'cell' as const, unitId: table, unit: table, category, table },
      ...{ column: '名次', before: '1', after: '2' },
    })
    const changes = [moved('报送', 'department'), moved('采用', 'town')]
    expect(noticeText(composeCorrection({ ...correction, changes }, options))).toContain(
      '更正后，1个部门的报送名次、1个镇街的采用名次发生变动。',
    )
  })

  test('tells whose ranks move', () => {
    const items = new Map(golden2020Q3.items).set(idOf('区残联'), 40)
    const corrected = composeCorrection(correctionOf({ ...golden2020Q3, items }), options)
    expect(noticeText(corrected)).toMatch(/更正后，\d+个部门的报送名次发生变动。/)
  })
})
