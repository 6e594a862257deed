import { describe, expect, test } from 'vitest'
import { KINDS, kindRow } from '../adoptions/kinds'
import { type CategoryRow, USUAL_CATEGORIES } from '../office/category'
import type { Quarter } from '../time/quarter'
import { type RuleRow, rulesInForce } from './book'
import { bookInWords } from './in-words'
import { DEPARTMENT, rowsOf, rulesOf, type Written } from './testing'

const chapter = (written: Written, title: string) => {
  const found = bookInWords(rulesOf(written)).find((one) => one.title === title)
  if (!found) throw new Error(`no chapter ${title}`)
  return found
}
const words = (written: Written, title: string) => chapter(written, title).grounds.flatMap(({ sentences }) => sentences)
const examples = (written: Written, title: string) => chapter(written, title).examples

test('the book of 2020 Q3: what was written, and what nobody wrote, which holds as well', () => {
  const book = bookInWords(rulesOf(DEPARTMENT)).map(({ title, grounds }) => [title, ...grounds])
  const WRITTEN = '自2020年一季度起，未注明依据'
  const USUAL = '未另作规定，按通常办法'
  expect(book).toEqual([
    [
      '报送得分',
      { since: WRITTEN, sentences: ['报送得分满分 5 分，按报送条数与报送任务之比计算。'] },
      {
        since: USUAL,
        sentences: ['超额完成不加分，报送得分不超过满分。', '没有设定报送得分的最低分。', '完成率不封顶。'],
      },
    ],
    [
      '采用得分',
      {
        since: WRITTEN,
        sentences: [
          '采编上报计 5 分/条。',
          '区级采用·信息计 6 分/条。',
          '区级采用·简讯计 3 分/条。',
          '市级采用·信息计 10 分/条。',
          '市级采用·简讯计 8 分/条。',
          '省级采用计 20 分/条。',
        ],
      },
      { since: USUAL, sentences: ['没有为刊物另设分值，一律按采用的级别和形式计分。'] },
    ],
    [
      '重复采用、合报和综合',
      { since: USUAL, sentences: ['同一信息多次采用的，得分累加。', '合报、综合采用的，由各单位平分得分。'] },
    ],
    ['批示', { since: USUAL, sentences: ['没有为批示设定分值，批示不加分。'] }],
    ['约稿', { since: USUAL, sentences: ['没有为约稿未回复设定扣分，约稿未回复的不扣分。'] }],
    [
      '排名',
      {
        since: USUAL,
        sentences: ['报送按完成率排名。', '采用按占年度任务的比重排名。', '相同的名次并列，其后名次顺延（1、1、3）。'],
      },
    ],
  ])
})

test('a line says from which quarter it holds and by which document', () => {
  const rows: RuleRow[] = [
    ...rowsOf({ 'publication:每日要情': 3 }),
    ...rowsOf({ 'publication:每日要情': 4 }, 'department', '2020Q3').map((row) => ({ ...row, source: '样例文件' })),
  ]
  const of = (quarter: string) =>
    bookInWords(rulesInForce(rows, 'department', quarter as Quarter)).flatMap(({ grounds }) =>
      grounds.flatMap(({ since, sentences }) => (sentences.join().includes('每日要情') ? [since, ...sentences] : [])),
    )
  expect(of('2020Q2')).toEqual(['自2020年一季度起，未注明依据', '《每日要情》采用的计 3 分/条。'])
  expect(of('2020Q3')).toEqual(['自2020年三季度起，依据样例文件', '《每日要情》采用的计 4 分/条。'])
})

test('whatever the office wrote stands in the book, and its opposite no more', () => {
  const own: Written = {
    ...DEPARTMENT,
    submission: ['all_or_nothing', 5],
    submission_cap: 8,
    submission_floor: 1,
    'publication:每日要情': 3,
    instruction_city: 5,
    unanswered: 0.5,
    repeated: 'highest',
    joint: ['fixed', 1.5],
    rank_adoption: 'points',
  }
  expect(words(own, '报送得分')).toEqual([
    '报送得分满分 5 分，完成报送任务的计满分，未完成的不计分。',
    '报送得分最高计 8 分。',
    '有报送的，报送得分最低计 1 分。',
    '完成率不封顶。',
  ])
  expect(words(own, '采用得分').slice(-2)).toEqual([
    '《每日要情》采用的计 3 分/条。',
    '另有分值的刊物按刊物计分，其余按采用的级别和形式计分。',
  ])
  expect(words(own, '重复采用、合报和综合')).toEqual([
    '同一信息在一个季度内多次采用的，只计得分最高的一次。',
    '合报、综合采用的，各单位均计固定得分 1.5 分。',
  ])
  expect(words(own, '批示')).toEqual([
    '没有为区级领导批示设定分值，不加分。',
    '市级领导批示的加 5 分，同一信息同一级只加一次。',
    '没有为省级领导批示设定分值，不加分。',
    '合报信息的批示加分，由各合报单位平分。',
  ])
  expect(words(own, '约稿')).toEqual(['约稿到结束时仍未回复的，每次扣 0.5 分，扣完为止。'])
  expect(words(own, '排名')[1]).toBe('采用按总分排名。')
})

test('without any line, and with a level that the office has added', () => {
  const kinds = [...KINDS, kindRow('国家级采用')]
  const all = bookInWords(rulesOf({}), kinds).flatMap(({ grounds }) => grounds)
  expect(new Set(all.map(({ since }) => since))).toEqual(new Set(['未另作规定，按通常办法']))
  const said = all.flatMap(({ sentences }) => sentences)
  expect(said).toContain('没有设定报送满分，不计报送得分。')
  expect(said).toContain('没有为国家级采用设定分值，不计分。')
  const departments = { category: USUAL_CATEGORIES[0] as CategoryRow, rules: rulesOf({ 国家级采用: 30 }) }
  const beside = bookInWords(rulesOf({}), kinds, [departments]).flatMap(({ grounds }) => grounds)
  expect(beside.flatMap(({ sentences }) => sentences)).toContain(
    '没有为国家级采用设定分值，不计分（部门计分，登记前提示）。',
  )
  const own = bookInWords(rulesOf({ province: 20 }), kinds).flatMap(({ grounds }) => grounds)
  expect(own.flatMap(({ sentences }) => sentences)).toContain('没有为国家级采用设定分值，不计分（登记前提示）。')
})

describe('the examples are computed, not written', () => {
  test.each<[string, Written, string]>([
    ['报送得分', {}, '例：任务 18 条，报送 11 条，计 3.06 分；报送 27 条，计 5.00 分。'],
    ['报送得分', { submission_cap: 8 }, '例：任务 18 条，报送 11 条，计 3.06 分；报送 27 条，计 7.50 分。'],
    ['采用得分', {}, '例：两条信息登记为区级采用·信息、一条登记为市级采用·简讯，计 6＋6＋8＝20 分。'],
    [
      '采用得分',
      { 'publication:每日要情': 3 },
      '例：两条信息登记为区级采用·信息、一条登记为市级采用·简讯，计 6＋6＋8＝20 分；一条信息刊于《每日要情》，计 3 分。',
    ],
    ['批示', {}, '例：同一条信息得到两位市级领导、一位省级领导批示，加 0 分。'],
    [
      '批示',
      { instruction_city: 5, instruction_province: 10 },
      '例：同一条信息得到两位市级领导、一位省级领导批示，加 5＋10＝15 分。',
    ],
    ['约稿', {}, '例：一条信息登记为区级采用·简讯、两次约稿未回复的单位，计 3 分。'],
    ['约稿', { unanswered: 1 }, '例：一条信息登记为区级采用·简讯、两次约稿未回复的单位，计 1 分。'],
    ['约稿', { unanswered: 2 }, '例：一条信息登记为区级采用·简讯、两次约稿未回复的单位，计 0 分。'],
    ['排名', {}, '例：甲、乙两个单位相同，丙单位在后，三个单位的名次依次为 1、1、3。'],
    ['排名', { ties: 'ordinal' }, '例：甲、乙两个单位相同，丙单位在后，三个单位的名次依次为 1、2、3。'],
  ])('%s with %j', (title, over, example) => {
    expect(examples({ ...DEPARTMENT, ...over }, title)).toEqual([example])
  })

  test.each<[Written, string, string]>([
    [{}, '计 6＋8＝14 分', '各计 2 分'],
    [{ repeated: 'highest', joint: 'full' }, '计 8 分', '各计 6 分'],
    [{ repeated: 'multiply', joint: ['fixed', 1.5] }, '计 8＋8＝16 分', '各计 1.5 分'],
  ])('重复采用、合报 with %j', (over, repeated, joint) => {
    expect(examples({ ...DEPARTMENT, ...over }, '重复采用、合报和综合')).toEqual([
      `例：同一条信息先后登记为区级采用·信息、市级采用·简讯，${repeated}。`,
      `例：三个单位合报一条信息，登记为区级采用·信息，${joint}。`,
    ])
  })

  test('with what this office scores, and with nothing where it scores nothing', () => {
    const town: Written = { forwarded: 5, district_brief: 4, repeated: 'highest' }
    expect(examples(town, '采用得分')).toEqual([
      '例：两条信息登记为采编上报、一条登记为区级采用·简讯，计 5＋5＋4＝14 分。',
    ])
    expect(examples(town, '重复采用、合报和综合')[0]).toBe('例：同一条信息先后登记为采编上报、区级采用·简讯，计 5 分。')
    const press: Written = { district_full: 0, 'publication:每日要情': 3, 'publication:专报': 10 }
    expect(examples(press, '采用得分')).toEqual([
      '例：两条信息刊于《专报》、一条刊于《每日要情》，计 10＋10＋3＝23 分。',
    ])
    expect(examples({ province: 20 }, '重复采用、合报和综合')[0]).toBe(
      '例：同一条信息先后两次登记为省级采用，计 20＋20＝40 分。',
    )
    expect(examples({}, '采用得分')).toEqual([])
    expect(examples({ instruction_district: 2 }, '批示')).toEqual(['例：同一条信息得到两位区级领导批示，加 2 分。'])
  })
})
