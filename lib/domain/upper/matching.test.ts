import { describe, expect, test } from 'vitest'
import { chance } from '@/cli/sample/chance'
import { figures } from '@/cli/sample/figures'
import { sampleItems } from '@/cli/sample/items'
import { type Matchable, Matcher, yearBefore } from './matching'
import { plainTitle } from './matching/plain'
import { commonLength } from './matching/subsequence'

const units = figures.map(({ name, aliases }) => ({ id: name, name, aliases }))
const ours: Matchable[] = sampleItems().map(({ ref, title, unit, submitted_at }) => ({
  id: ref,
  ref,
  title: title.replace('【样例】', ''),
  unitId: unit,
  unit,
  submittedAt: Date.parse(submitted_at),
}))
const matcher = new Matcher(ours, units, '雁江区')
const adoptedOn = '2020-10-10'
const item = (over: Partial<Matchable>): Matchable => ({
  id: over.title ?? '',
  ref: 'x',
  title: '',
  unitId: '区财政局',
  unit: '区财政局',
  submittedAt: Date.parse('2020-09-03T09:00:00+08:00'),
  ...over,
})

/** What happens to a title on its way up and back. */
const PERTURBED: Record<string, (title: string) => string> = {
  shortened: (title) => title.slice(0, Math.ceil(title.length * 0.75)),
  're-punctuated': (title) => `《${title.replace(/[“”]/g, '"').replace(/(.{6})/, '$1 ')}》。`,
  'a clause dropped': (title) =>
    title.replace(
      /“[^”]*”|多点发力|进一步|当前|三季度|扎实|加快|多措并举|深入基层|安排|持续用力|探索创新|强化|专题/,
      '',
    ),
  'framed as a report': (title) => `关于${title}的报告`,
}

describe('of 100 titles of the sample', () => {
  for (const [what, change] of Object.entries(PERTURBED)) {
    for (const withUnit of [true, false]) {
      test(`${what}, ${withUnit ? 'with' : 'without'} the unit in a column, at least 95 come first; none is certain and wrong`, () => {
        const drawn = chance(what).shuffle(ours).slice(0, 100)
        const found = drawn.map((wanted) => ({
          wanted,
          ...matcher.propose({ title: change(wanted.title), unit: withUnit ? wanted.unit : null, adoptedOn }),
        }))
        const first = found.filter(({ wanted, candidates }) => candidates[0]?.item.id === wanted.id)
        expect(first.length).toBeGreaterThanOrEqual(95)
        for (const { candidates } of found)
          for (const [i, { likeness, unit }] of candidates.entries()) {
            expect(likeness).toBeGreaterThanOrEqual(40)
            const next = candidates.slice(i + 1).find((other) => other.unit === unit)
            expect(likeness).toBeGreaterThanOrEqual(next?.likeness ?? 0)
          }
        const certain = found.filter((one) => one.certain)
        expect(certain.filter((one) => !first.includes(one))).toEqual([])
        expect(certain.length).toBeGreaterThanOrEqual(80)
      })
    }
  }
})

test('over the whole sample no perturbed title is certain and wrong, however much of it is gone', () => {
  const changes = [...Object.values(PERTURBED), (title: string) => title.slice(0, Math.ceil(title.length * 0.55))]
  const wrong = ours.flatMap((wanted) =>
    changes.flatMap((change) => {
      const { certain, candidates } = matcher.propose({ title: change(wanted.title), unit: wanted.unit, adoptedOn })
      return certain && candidates[0]?.item.id !== wanted.id ? [change(wanted.title)] : []
    }),
  )
  expect(wrong).toEqual([])
})

describe('a title from elsewhere', () => {
  const elsewhere = ['安岳县', '安居区', '乐至县', '东兴区']

  test('is never certain, be it ours but for the place', () => {
    const certain = ours.filter(({ title, unit }, i) => {
      const place = elsewhere[i % elsewhere.length] ?? ''
      const own = unit.replace(/办事处$/, '')
      const theirs = title.replace(own, own.startsWith('区') ? `${place}${own.slice(1)}` : `${place}某镇`)
      return matcher.propose({ title: theirs, unit: null, adoptedOn }).certain
    })
    expect(certain).toEqual([])
  })

  test('nor is one that the list gives to another’s unit, be the title equal', () => {
    const certain = ours.filter(
      ({ title }, i) => matcher.propose({ title, unit: elsewhere[i % 4] ?? '', adoptedOn }).certain,
    )
    expect(certain).toEqual([])
  })

  test('with nothing in common has no candidates', () => {
    expect(matcher.propose({ title: 'Annual report 2020', unit: null, adoptedOn })).toEqual({
      candidates: [],
      certain: false,
    })
  })
})

describe('the words of a candidate', () => {
  const small = new Matcher([item({ title: '区财政局落实减税降费政策的做法' })], units, '雁江区')
  const words = (title: string, unit: string | null, on = adoptedOn) =>
    small.propose({ title, unit, adoptedOn: on }).candidates[0]?.words

  test('say how like the titles are, whether the unit agrees, and when it was submitted', () => {
    expect(words('落实减税降费政策的做法', '雁江区财政局')).toBe('标题相同；单位一致；报送于9月3日')
    expect(words('落实减税降费政策', '区税务局', '2021-01-02')).toMatch(
      /^标题 \d\d% 相同；单位不同；报送于2020年9月3日$/,
    )
    // 8 of 11 letters in their order, 7 of 10 pairs.
    expect(words('落实减税降费政策', '区财政局')).toBe('标题 88% 相同；单位一致；报送于9月3日')
    expect(words('落实减税降费政策的做法', null)).toContain('没有写明单位')
  })
})

describe('an item is out', () => {
  const title = '区财政局落实减税降费政策的做法'
  const at = (day: string) => Date.parse(`${day}T12:00:00+08:00`)
  test.each([
    ['submitted after the day of the adoption', '2020-10-11', 0],
    ['submitted that day: not', '2020-10-10', 1],
    ['submitted twelve months before: not', '2019-10-10', 1],
    ['submitted earlier than that', '2019-10-09', 0],
  ])('%s', (_, day, count) => {
    const one = new Matcher([item({ title, submittedAt: at(day) })], units, '雁江区')
    expect(one.propose({ title, unit: null, adoptedOn }).candidates).toHaveLength(count)
  })
  test('and shown as older where it is asked for, never proposed', () => {
    const old = new Matcher(
      [item({ title, submittedAt: at('2018-03-01') }), item({ submittedAt: at('2020-09-01') })],
      units,
      '雁江区',
    )
    const { candidates, certain } = old.proposeOlder({ title, unit: '区财政局', adoptedOn })
    expect(candidates.map(({ old: before, words }) => [before, words])).toEqual([
      [true, '标题相同；单位一致；报送于2018年3月1日，早于采用日期一年以上'],
    ])
    expect(certain).toBe(false)
    expect(old.propose({ title, unit: null, adoptedOn }).candidates).toEqual([])
  })
  test('twelve months before 29 February being 28 February', () => expect(yearBefore('2020-02-29')).toBe('2019-02-28'))
})

describe('nothing is certain', () => {
  test('between two items of one title, the unit’s own or another’s', () => {
    const twice = [
      item({ title: '落实减税降费政策的主要做法', id: 'a' }),
      item({ title: '落实减税降费政策的主要做法', id: 'b' }),
    ]
    const { certain, candidates } = new Matcher(twice, units, '雁江区').propose({
      title: twice[0]?.title ?? '',
      unit: '区财政局',
      adoptedOn,
    })
    expect([certain, candidates.map(({ likeness }) => likeness)]).toEqual([false, [100, 100]])
  })

  test('where a figure or a season differs', () => {
    const one = new Matcher([item({ title: '区财政局一季度落实减税降费政策的做法' })], units, '雁江区')
    const propose = (title: string) => one.propose({ title, unit: null, adoptedOn }).certain
    expect(propose('区财政局一季度落实减税降费政策的做法')).toBe(true)
    expect(propose('区财政局三季度落实减税降费政策的做法')).toBe(false)
  })
})

describe('what is certain', () => {
  const certain = (titles: readonly string[], title: string, unit: string | null = null) =>
    new Matcher(
      titles.map((one) => item({ title: one })),
      units,
      '雁江区',
    ).propose({ title, unit, adoptedOn }).certain

  test('with the unit is an equal title of six letters, without it one of twelve', () => {
    expect(certain(['减税降费落实'], '减税降费落实', '区财政局')).toBe(true)
    expect(certain(['减税降费好'], '减税降费好', '区财政局')).toBe(false)
    expect(certain(['减税降费落实见效惠及企业'], '减税降费落实见效惠及企业')).toBe(true)
    expect(certain(['减税降费落实见效惠企业'], '减税降费落实见效惠企业')).toBe(false)
  })

  test('is no title of another’s unit, and none that names its unit where the line is silent', () => {
    const title = '减税降费落实见效惠及企业'
    expect(certain([title], title, '区税务局')).toBe(false)
    expect(certain([`区财政局${title}`], title)).toBe(false)
    expect(certain([`区财政局${title}`], title, '区财政局')).toBe(true)
  })

  test('is what a line that has lost words says of one item of the unit, and of no other', () => {
    const [one, other] = ['落实减税降费政策见效', '落实减税降费政策推动民营企业健康发展的三点经验和若干启示']
    expect(certain([one], '落实减税降费政策', '区财政局')).toBe(true)
    expect(certain([one, other], '落实减税降费政策', '区财政局')).toBe(false)
  })
})

test('a plain title is the same however it is written, and a common sequence no longer than either', () => {
  for (const other of ['【信息】关于 “三农”工作２０２０的报告', '三农 工作2020', '《三农工作·2020》'])
    expect(plainTitle(other)).toBe('三农工作2020')
  expect(commonLength('甲乙丙丁', '乙甲丁')).toBe(2)
  expect(commonLength('', '乙')).toBe(0)
})

test('of a list of 50 lines each finds its own title first, in the sample and among 20,000 titles', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => {
    const { title, ...rest } = ours[i % ours.length] as Matchable
    return { ...rest, id: `${i}`, title: `${title}${['', '的启示', '见成效', '之做法'][i % 4]}${i % 97}` }
  })
  for (const items of [ours, many]) {
    const built = new Matcher(items, units, '雁江区')
    for (const { title, unit } of ours.slice(0, 50)) {
      const [first] = built.propose({ title, unit, adoptedOn }).candidates
      expect(first?.item.title.startsWith(title), `${title}: ${first?.item.title}`).toBe(true)
    }
  }
})
