import { expect, test } from 'vitest'
import { KINDS, kindRow } from '../adoptions/kinds'
import { isRuleKind } from './book'
import { ruleInWords } from './row-words'
import { writable, writables } from './writable'

const all = writables([...KINDS, kindRow('国家级采用')]).flatMap(({ lines }) => lines)

test('every line of the form is found again by what it is called, and is a line of the book', () => {
  expect(new Set(all.map(({ line }) => line)).size).toBe(all.length)
  for (const one of all) {
    expect(writable(one.line)).toEqual(one)
    expect(one.kind === null || isRuleKind(one.kind)).toBe(true)
  }
  expect(writable('publication:每日要情')).toBeNull()
  expect(writable('repeated:sometimes')).toBeNull()
})

test('a choice says in the form what it says in the book', () => {
  for (const { kind, choice, name, points } of all) {
    if (kind === null || choice === null || points) continue
    expect(ruleInWords(kind, { points: 0, choice })).toBe(name)
  }
})

test('what the tables can not do without may not be ended', () => {
  expect(all.filter(({ ends }) => ends).map(({ line }) => line)).toEqual([
    'publication',
    'submission_cap',
    'submission_floor',
    'instruction_district',
    'instruction_city',
    'instruction_province',
    'unanswered',
  ])
})
