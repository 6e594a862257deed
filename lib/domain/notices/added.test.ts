import { expect, test } from 'vitest'
import { KINDS, kindRow } from '../adoptions/kinds'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { rank } from '../figures/ranking'
import { USUAL_CATEGORIES } from '../office/category'
import type { Quarter } from '../time/quarter'
import { compose } from './notice'
import { noticeText } from './text'
import { refOf, tokenOf } from './values'

const options = { issuer: '雁江区人民政府办公室', number: null, date: '2020-10-12', portal: '雁信' }
const level = '国家级采用' as const
const [unit] = golden2020Q3.units

const noticeOf = (sharers: number) =>
  compose(
    rank({
      ...golden2020Q3,
      kinds: [...KINDS, kindRow(level)],
      rules: [
        ...golden2020Q3.rules,
        { category: 'department', validFrom: '2020Q3' as Quarter, kind: level, points: 4000, source: null },
      ],
      adoptions: [
        ...golden2020Q3.adoptions,
        { unitId: unit?.id ?? '', kind: level, count: 1, id: 'a', itemId: 'i', sharers, with: [] },
      ],
    }),
    options,
  )

test('an adoption at a level that the office has added stands in the text, with its own list, and in a column', () => {
  const notice = noticeOf(1)
  const run = notice.blocks.flatMap(({ runs }) => runs).find((one) => 'figure' in one && one.figure.figure === level)
  expect(run).toEqual({ text: '1', figure: { figure: level } })
  expect(noticeText(notice)).toContain('省级采用2条，国家级采用1条。')
  const [departments] = notice.attachments[1]?.tables ?? []
  expect(departments?.head.slice(-3)).toEqual(['国家级', '总分', '占比'])
  expect(departments?.legend).toContain('省级采用计 20 分/条，国家级采用计 40 分/条。')
})

test('its token means its figure, and nothing else that is typed so', () => {
  expect(refOf(tokenOf({ figure: level }, USUAL_CATEGORIES), USUAL_CATEGORIES)).toEqual({ figure: level })
  expect(['国家级', '国家级采用·信息'].map((token) => refOf(token, USUAL_CATEGORIES))).toEqual([null, null])
})

test('where a row is more or less than count × points, a column says by how much', () => {
  const [departments] = noticeOf(3).attachments[1]?.tables ?? []
  expect(departments?.head.slice(-4)).toEqual(['国家级', '加减分', '总分', '占比'])
  const row = departments?.rows.find((one) => one.unitId === unit?.id)
  expect(row?.cells.at(-3)).toBe('−26.67')
})
