import { expect, test } from 'vitest'
import { USUAL_CATEGORIES } from '../office/category'
import type { Quarter } from '../time/quarter'
import { SHARERS_MOST } from './joint'
import { isDivided, sharersFault } from './sharing'
import { rulesOf, type Written } from './testing'

const books = (...written: Written[]) =>
  written.map((one, i) => ({ category: USUAL_CATEGORIES[i] as (typeof USUAL_CATEGORIES)[number], rules: rulesOf(one) }))

test.each<[string, Written[], adoption: boolean, instruction: boolean]>([
  ['nothing said, which is an even split', [{}], true, false],
  ['an even split', [{ joint: 'even', instruction_city: 3 }], true, true],
  ['full points for each', [{ joint: 'full', instruction_city: 3 }], false, false],
  ['fixed points for each, instructions divided', [{ joint: ['fixed', 2], instruction_city: 3 }], false, true],
  ['fixed points for each, instructions worth nothing', [{ joint: ['fixed', 2] }], false, false],
  ['one of two categories divides', [{ joint: 'full' }, { joint: 'even' }], true, false],
])('%s', (_, written, adoption, instruction) => {
  expect(isDivided('adoption', books(...written))).toBe(adoption)
  expect(isDivided('instruction', books(...written))).toBe(instruction)
})

test('the bound holds where points are divided, and nowhere else', () => {
  const fault = (sharers: number, ...written: Written[]) =>
    sharersFault('adoption', sharers, '2026Q2' as Quarter, books(...written))
  expect([fault(SHARERS_MOST, {}), fault(57, { joint: 'full' })]).toEqual([null, null])
  expect(fault(11, {})).toBe('2026年二季度合报、综合采用的由各单位平分得分，一条采用最多由 10 个单位共享，现为 11 个。')
})
