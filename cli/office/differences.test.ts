import { expect, test } from 'vitest'
import { notice2020Q3 } from '@/lib/domain/figures/golden/2020Q3-notice'
import { paginate } from '@/lib/domain/notices/pages'
import type { ReadPage } from '@/lib/files/notices/pdf.testing'
import { differencesOf } from './differences'

const [page] = paginate(notice2020Q3())
const head = ['雁江区人民政府办公室文件', '雁府办发〔2020〕67号']
const title = ['雁江区人民政府办公室关于2020年三季度', '全区政务信息报送和采用情况的通报']
const text = page?.parts.flatMap((part) =>
  part.is === 'text' ? part.lines.map((line) => line.runs.map((run) => run.text).join('')) : [],
)
const words = [...head, ...title, ...(text ?? [])]
const read = (lines: readonly string[]): ReadPage => ({
  ...{ width: 210, height: 297, bars: [] },
  words: lines.map((line, at) => ({ text: line, left: 28, right: 100, baseline: 50 + 10 * at, size: 16, font: '' })),
})

test('pages are compared line by line, and all that differs is said', () => {
  const ours = page ? [page] : []
  expect(differencesOf(ours, [read(words)])).toEqual([])
  const other = words.map((line, at) => (at === 5 ? line.slice(1) : line))
  expect(differencesOf(ours, [read([...other, '多出的一行'])])).toEqual([
    expect.stringMatching(/^第 1 页第 6 行：应为“2020年三季度，.*”，实为“020年/),
    `第 1 页第 ${words.length + 1} 行：应为“”，实为“多出的一行”`,
  ])
  expect(differencesOf(ours, [read(words), read([])])).toEqual(['应为 1 页，实为 2 页'])
})
