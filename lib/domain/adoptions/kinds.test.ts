import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RULE_KINDS } from '../rules/book'
import {
  byLevel,
  isKind,
  KINDS,
  kindName,
  kindOfColumn,
  kindsOfLevels,
  levelFault,
  levelShort,
  noCounts,
} from './kinds'

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
})

test('a level that the office adds is called by its name, everywhere', () => {
  const kinds = kindsOfLevels([
    { level: 'province', formed: false, position: 4 },
    { level: '国家级采用', formed: true, position: 5 },
    { level: '部委级采用', formed: false, position: 6 },
  ])
  expect(kinds.map(({ kind }) => kind)).toEqual(['province', '国家级采用·信息', '国家级采用·简讯', '部委级采用'])
  expect(kinds.map(({ column }) => column)).toEqual(['省级', '国家级信息', '国家级简讯', '部委级'])
  for (const { kind, column, name } of kinds) {
    expect(isKind(kind)).toBe(true)
    expect(kindOfColumn(column)).toBe(kind)
    expect(kindName(kind)).toBe(name)
  }
  expect(byLevel(kinds).map(({ level }) => levelShort(level))).toEqual(['省级', '国家级', '部委级'])
})

test.each([
  ['国家级', null],
  ['市级', '级别写作“国家级”一类：以“级”结尾，二至六个汉字；区级、市级、省级已有。'],
  ['国家', '级别写作“国家级”一类：以“级”结尾，二至六个汉字；区级、市级、省级已有。'],
  ['部委级', '已有这一级别。'],
])('%s may be added, or why not', (short, fault) => {
  expect(levelFault(short, ['部委级采用'])).toBe(fault)
})

test('nothing else is a kind', () => {
  expect(KINDS.every(({ kind }) => isKind(kind))).toBe(true)
  const none = [
    'submission',
    'toString',
    '__proto__',
    '',
    '区级采用',
    '省级采用·信息',
    '国家采用',
    '国家级',
    '国家级采用·专报',
  ]
  expect(none.some(isKind)).toBe(false)
  fc.assert(
    fc.property(fc.string(), (s) => {
      expect(isKind(s)).toBe(s in noCounts() && Object.hasOwn(noCounts(), s))
    }),
  )
})
