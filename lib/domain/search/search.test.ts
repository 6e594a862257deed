import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Gram, gramsOf, quarterGram, unitGram } from './grams'
import { clausesOf, matches, type Searched, termsOf } from './search'

const UNITS = [
  { id: 'czj', name: '区财政局', aliases: [] },
  { id: 'fgj', name: '区发改局', aliases: ['区发展改革局'] },
  { id: 'zhz', name: '中和镇', aliases: [] },
]
const item = (over: Partial<Searched> = {}): Searched => ({
  title: '柑橘产业提质',
  body: '完成率100%，新增Office\n二是打通堵点。',
  author: '样例撰稿',
  attached: '采收明细.docx\n亩产九百公斤',
  unitId: 'czj',
  ...over,
})
const finds = (query: string, over: Partial<Searched> = {}) => matches(termsOf(query, UNITS), item(over))

describe('an item is found', () => {
  test.each([
    ['by one character', '橘'],
    ['by words of title, body and author together', '柑橘 堵点 撰稿'],
    ['by a phrase', '“产业提质”'],
    ['by the name of an attachment', '采收明细'],
    ['by the text of an attachment', '九百公斤'],
    ['without regard to case', 'OFFICE'],
    ['by its unit', '财政'],
    ['by its unit’s initials', 'qczj'],
    ['by its unit’s initials without those of 区', 'CZJ'],
    ['by a word and its unit', '柑橘 czj'],
  ])('%s', (_name, query) => expect(finds(query)).toBe(true))

  test.each([
    ['when one of the words is missing', '柑橘 水稻'],
    ['by characters that do not touch', '柑产'],
    ['across two of its texts', '提质完成'],
    ['by another unit', '发改局'],
    ['by one character of its unit', '局'],
    ['by two of three initials', 'cz'],
    ['by initials with something before or after them', 'xczj'],
    ['by initials and a sign', 'czj%'],
  ])('not %s', (_name, query) => expect(finds(query)).toBe(false))

  test.each([
    ['an alias', '发展改革'],
    ['an alias’s initials', 'fzggj'],
    ['the first three initials', 'fzg'],
  ])('by %s of its unit', (_name, query) => expect(finds(query, { unitId: 'fgj' })).toBe(true))
})

const holds = (grams: ReadonlySet<Gram>, { all, or }: { all: readonly Gram[]; or: readonly Gram[] }) =>
  all.every((gram) => grams.has(gram)) || or.some((gram) => grams.has(gram))

test.each([
  ['２０２６年ＧＤＰ增长８％（初步）', ['GDP', 'gdp', '2026', '8%', '(初步)', 'ＧＤＰ']],
  ['惠及１４６户', ['146户']],
  ['惠及146户，面积3㎡', ['１４６户', '户,面积', '3m2']],
])('full and half width are alike in %s', (body, words) => {
  for (const word of words) {
    const terms = termsOf(word, UNITS)
    expect(matches(terms, item({ body }))).toBe(true)
    for (const clause of clausesOf(terms)) expect(holds(gramsOf([body]), clause)).toBe(true)
  }
})

test('a question of blanks and marks has no terms', () => expect(termsOf(' “” ', UNITS)).toEqual([]))

const letters = fc.constantFrom(...'区工作情况和桥aAbéÉΣσς1１Ａ㎡… ，%％（\n', '𠀀', '😀')
const text = fc.string({ unit: letters, maxLength: 12 })

/** A text with a part of it. */
const textAndPart = text.chain((whole) => {
  const characters = [...whole]
  return fc
    .tuple(fc.nat(characters.length), fc.nat(characters.length))
    .map(([a, b]) => ({ whole, part: characters.slice(Math.min(a, b), Math.max(a, b)).join('') }))
})

test('any part of a text finds it, in the text and in the index alike', () => {
  fc.assert(
    fc.property(textAndPart, text, ({ whole, part }, other) => {
      const of = item({ body: whole, author: other })
      const terms = termsOf(part, UNITS)
      expect(matches(terms, of)).toBe(true)
      const grams = gramsOf([of.title, of.body, of.author, of.attached])
      for (const clause of clausesOf(terms)) expect(holds(grams, clause)).toBe(true)
    }),
  )
})

test('whatever matches is proposed by the index', () => {
  fc.assert(
    fc.property(text, text, text, fc.constantFrom('czj', 'fgj', 'zhz'), (query, title, body, unitId) => {
      const of = item({ title, body, unitId })
      const terms = termsOf(`${query} ${unitId}`, UNITS)
      const grams = gramsOf([of.title, of.body, of.author, of.attached]).add(unitGram(unitId))
      const proposed = clausesOf(terms).every((clause) => holds(grams, clause))
      expect(proposed || !matches(terms, of)).toBe(true)
    }),
  )
})

test('no text has the gram of a quarter or a unit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      const typed = [...any].filter((char) => char >= ' ').join('')
      const grams = gramsOf([typed])
      for (const gram of [quarterGram('2026Q4' as never), unitGram('czj')]) expect(grams.has(gram)).toBe(false)
    }),
  )
})
