import { expect, test } from 'vitest'
import type { Quarter } from '../time/quarter'
import { hindrances, isDocumentNumber, type Readiness } from './readiness'

const ready: Readiness = {
  quarter: '2020Q3' as Quarter,
  now: Date.parse('2020-10-12T09:00:00+08:00'),
  number: '雁府办发〔2020〕67号',
  blocks: [{ key: 'opening', kind: 'paragraph', runs: [{ text: '正文' }] }],
  faults: 0,
  despite: null,
  window: null,
  unanswered: 0,
}

test('a complete notice of a quarter that is over may be issued, and once objections are over too', () => {
  expect(hindrances(ready)).toEqual([])
  expect(hindrances({ ...ready, window: { closesAt: ready.now } })).toEqual([])
})

test.each<[string, Partial<Readiness>]>([
  ['尚未结束', { now: Date.parse('2020-09-30T23:59:59+08:00') }],
  ['没有填写发文字号', { number: null }],
  ['没有填写发文字号', { number: '雁府办发[2020]67号' }],
  ['没有正文', { blocks: [] }],
  ['1 段改写', { blocks: [{ key: 'a', kind: 'paragraph', runs: [], byHand: 'unconfirmed' }] }],
  ['异议期到 2020年10月13日 09:00 结束', { window: { closesAt: Date.parse('2020-10-13T09:00:00+08:00') } }],
  ['2 条异议尚未答复', { unanswered: 2 }],
  ['核对发现 3 处不一致', { faults: 3 }],
])('%s is said as a reason', (words, over) => {
  const reasons = hindrances({ ...ready, ...over })
  expect(reasons).toHaveLength(1)
  expect(reasons[0]).toContain(words)
})

test('faults block unless a reason is given', () => {
  expect(hindrances({ ...ready, faults: 1, despite: '原名册用名，已核对' })).toEqual([])
})

test('document numbers', () => {
  const good = ['雁府办发〔2020〕67号', '资雁府办发〔2026〕1号']
  const bad = [
    '雁府办发〔2020〕第67号',
    '雁府办发〔2020〕067号',
    '雁府办发〔2020〕  号',
    '〔2020〕67号',
    '雁府办发(2020)67号',
    '',
  ]
  expect(good.filter((n) => !isDocumentNumber(n))).toEqual([])
  expect(bad.filter(isDocumentNumber)).toEqual([])
})
