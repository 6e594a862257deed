import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RULE_KINDS } from '../rules/book'
import {
  addedLevel,
  byLevel,
  type Counts,
  compareKinds,
  countOf,
  countOfLevel,
  isAdded,
  isKind,
  KINDS,
  type Kind,
  kindName,
  kindOfColumn,
  kindRow,
  kindsOfLevels,
  type Level,
  levelFault,
  levelName,
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

test('all that is known of a kind of an added level is in its name; what is no kind is not guessed at', () => {
  const level = '国家级采用'
  expect(kindRow('国家级采用·信息')).toMatchObject({ level, form: 'full' })
  expect(kindRow('国家级采用·简讯')).toMatchObject({ level, form: 'brief' })
  expect(kindRow('国家级采用')).toMatchObject({ level, form: null })
  expect(() => kindRow('专报' as Kind)).toThrow(new RangeError('no kind of adoption: 专报'))
})

test.each([...KINDS.map(({ kind, column }) => [column, kind] as const), ['国家级', '国家级采用'] as const])(
  'the column %s is of %s',
  (head, kind) => expect(kindOfColumn(head)).toBe(kind),
)

test.each(['序号', '单位', '区级', '市级', '国家级专报', '国家级信息数', '信息', ''])(
  'the column “%s” is of no kind',
  (head) => expect(kindOfColumn(head)).toBeNull(),
)

test('levels stand in the order that the office gave them, each with its kinds', () => {
  const kinds = kindsOfLevels([
    { level: '国家级采用', formed: false, position: 5 },
    { level: 'city', formed: true, position: 3 },
    { level: 'forwarded', formed: false, position: 1 },
  ])
  expect(kinds.map(({ kind }) => kind)).toEqual(['forwarded', 'city_full', 'city_brief', '国家级采用'])
  expect(byLevel(kinds).map(({ level, kinds }) => [level, kinds.map(({ form }) => form)])).toEqual([
    ['forwarded', [null]],
    ['city', ['full', 'brief']],
    ['国家级采用', [null]],
  ])
})

test.each<[Level, string, string]>([
  ['forwarded', '采编上报', '上报'],
  ['district', '区级采用', '区级'],
  ['city', '市级采用', '市级'],
  ['province', '省级采用', '省级'],
  ['国家级采用', '国家级采用', '国家级'],
])('the level %s is called %s, in a narrow column %s', (level, name, short) => {
  expect([levelName(level), levelShort(level)]).toEqual([name, short])
})

test('added is a level of the office, not one of the four, not a kind of it, not any word', () => {
  const said = [
    '国家级采用',
    'district',
    'forwarded',
    'province',
    'city_full',
    '国家级采用·信息',
    '国家级',
    '区级采用',
    '',
  ]
  expect(said.filter(isAdded)).toEqual(['国家级采用'])
})

test('a level that the office adds stands above the district', () => {
  const row = { level: '国家级采用', formed: true, upper: true, position: 7 }
  expect(addedLevel('国家级采用', true, 7)).toEqual(row)
})

test('kinds stand in the order of their columns, those of added levels after them', () => {
  const order: Kind[] = [...KINDS.map(({ kind }) => kind), '国家级采用', '部委级采用']
  for (const [i, a] of order.entries())
    for (const [j, b] of order.entries()) expect(Math.sign(compareKinds(a, b)), `${a}, ${b}`).toBe(Math.sign(i - j))
})

test('a level was counted as often as its kinds together; what is absent was not counted', () => {
  const counts: Counts = { ...noCounts(), district_full: 3, district_brief: 2, province: 1, 国家级采用·简讯: 4 }
  const levels: Level[] = ['forwarded', 'district', 'city', 'province', '国家级采用', '部委级采用']
  expect(levels.map((level) => countOfLevel(counts, level))).toEqual([0, 5, 0, 1, 4, 0])
  expect([countOf(counts, 'district_full'), countOf(counts, '部委级采用')]).toEqual([3, 0])
})
