import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CATEGORIES, categoryName, isKind, KINDS, kindName, noCounts, RULE_KINDS } from './kinds'

test('the kinds stand in the order of the columns', () => {
  expect(KINDS.map(({ kind }) => kind)).toEqual([
    'forwarded',
    'district_full',
    'district_brief',
    'city_full',
    'city_brief',
    'province',
  ])
  expect(KINDS.map(({ name }) => name).join()).toBe(
    '采编上报,区级采用·信息,区级采用·简讯,市级采用·信息,市级采用·简讯,省级采用',
  )
})

test('the kinds of rules are the kinds of adoption and the submission', () => {
  expect(RULE_KINDS).toEqual([...KINDS.map(({ kind }) => kind), 'submission'])
})

test.each(['kind', 'name', 'column', 'jsonKey'] as const)('no two kinds share a %s', (key) => {
  expect(new Set(KINDS.map((row) => row[key])).size).toBe(KINDS.length)
})

test('names', () => {
  expect(kindName('district_brief')).toBe('区级采用·简讯')
  expect(CATEGORIES.map(categoryName)).toEqual(['部门', '镇街'])
})

test('nothing else is a kind', () => {
  expect(KINDS.every(({ kind }) => isKind(kind))).toBe(true)
  expect(['submission', 'toString', '__proto__', ''].some(isKind)).toBe(false)
  fc.assert(
    fc.property(fc.string(), (s) => {
      expect(isKind(s)).toBe(s in noCounts() && Object.hasOwn(noCounts(), s))
    }),
  )
})
