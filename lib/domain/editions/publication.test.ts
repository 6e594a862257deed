import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  EDITION_STATES,
  EDITION_VERBS,
  type EditionState,
  type EditionVerb,
  editionLacks,
  editionName,
  editionShort,
  editionStep,
  isTaken,
  NAME_MAX,
  nameFault,
  nextIssueNo,
} from './publication'

describe('the name of a publication', () => {
  test('has 1 to 30 characters, no title marks, and is nobody else’s', () => {
    expect(nameFault('样例专报', [])).toBeNull()
    expect(nameFault('样'.repeat(NAME_MAX), [])).toBeNull()
    expect(nameFault('样'.repeat(NAME_MAX + 1), [])).toBe('刊物名称最多 30 字，现有 31 字。')
    expect(nameFault('', [])).toBe('请填写刊物名称。')
    for (const name of ['《样例专报》', '样例《专报', '专报》']) expect(nameFault(name, [])).toContain('不带书名号')
    expect(nameFault('样例专报', ['样例简报', '样例专报'])).toBe('已有同名的刊物。')
  })

  test('a rare character outside the BMP counts as one', () => {
    expect(nameFault('𠀀'.repeat(NAME_MAX), [])).toBeNull()
  })
})

describe('the number of an issue', () => {
  test('is said with its year, on the masthead without', () => {
    expect(editionName({ year: 2026, issueNo: 12 })).toBe('2026年第12期')
    expect(editionShort({ issueNo: 12 })).toBe('第12期')
  })

  test('follows the greatest of its own year, and every year begins with 1', () => {
    const taken = [
      { year: 2026, issueNo: 3 },
      { year: 2026, issueNo: 9 },
      { year: 2025, issueNo: 40 },
    ]
    expect([nextIssueNo(2026, taken), nextIssueNo(2025, taken), nextIssueNo(2027, taken)]).toEqual([10, 41, 1])
  })

  test('whatever is taken, the next number is not', () => {
    const numbered = fc.record({ year: fc.integer({ min: 2025, max: 2027 }), issueNo: fc.integer({ min: 1, max: 99 }) })
    fc.assert(
      fc.property(fc.array(numbered), fc.integer({ min: 2025, max: 2027 }), (taken, year) => {
        const next = nextIssueNo(year, taken)
        expect(isTaken({ year, issueNo: next }, taken)).toBe(false)
        expect(taken.every((one) => isTaken(one, taken))).toBe(true)
        expect(next).toBeGreaterThan(0)
      }),
    )
  })
})

test('an edition is composed, dropped and released only while it is composed; afterwards each says why not', () => {
  const table = Object.fromEntries(
    (Object.keys(EDITION_STATES) as EditionState[]).map((state) => [
      state,
      (Object.keys(EDITION_VERBS) as EditionVerb[]).map((verb) => editionStep(verb, state).to ?? null),
    ]),
  )
  expect(table).toEqual({
    composing: ['composing', 'dropped', 'released'],
    released: [null, null, null],
    dropped: [null, null, null],
  })
  for (const verb of Object.keys(EDITION_VERBS) as EditionVerb[]) {
    for (const state of ['released', 'dropped'] as const) expect(editionStep(verb, state).blocked).toMatch(/^该期.*。$/)
  }
})

describe('what an edition lacks before its release', () => {
  const right = { day: '2026-05-20', today: '2026-05-20', numberTaken: false }
  const source = { ref: '2026Q2-0001', state: 'received' as const, notUsed: false, day: '2026-05-20' }
  const lacks = (over: object, of: Partial<typeof right> = {}) =>
    editionLacks({ ...right, ...of }, [{ title: '一', dropped: false, sources: [{ ...source, ...over }] }])

  test('is nothing when every item is received by its day, which may be the same', () => {
    expect(lacks({})).toEqual([])
    expect(lacks({ day: '2026-05-01' })).toEqual([])
  })

  test('is something to stand in it', () => {
    expect(editionLacks(right, [])).toEqual(['本期还没有编入内容。'])
  })

  test.each([
    ['withdrawn', { state: 'withdrawn' }],
    ['sent back', { state: 'sent_back' }],
    ['a duplicate', { state: 'duplicate' }],
    ['not used', { notUsed: true }],
    ['sent after the day', { day: '2026-05-21' }],
  ])('is named with its number: an item that is %s', (_, over) => {
    const [only, ...more] = lacks(over)
    expect(only).toMatch(/^2026Q2-0001：.*。$/)
    expect(more).toEqual([])
  })

  test('is a number of its own and a day that has come', () => {
    expect(lacks({}, { numberTaken: true })).toEqual(['期号已被同一刊物的另一期使用，请改期号。'])
    expect(lacks({}, { day: '2026-05-21' })).toEqual(['发刊日期（2026年5月21日）在今天之后，到当天才能发刊。'])
  })

  test('is an edited text that was given up meanwhile', () => {
    const entries = [{ title: '一', dropped: true, sources: [source] }]
    expect(editionLacks(right, entries)).toEqual(['“一”：编辑稿已经放弃，请移出本期。'])
  })

  test('is said of every entry and every source at once', () => {
    const gone = { ...source, state: 'withdrawn' as const }
    const entries = [
      { title: '一', dropped: false, sources: [gone, { ...gone, ref: '2026Q2-0002' }] },
      { title: '二', dropped: false, sources: [source, { ...gone, ref: '2026Q2-0003' }] },
    ]
    expect(editionLacks(right, entries).map((words) => words.slice(0, 11))).toEqual([
      '2026Q2-0001',
      '2026Q2-0002',
      '2026Q2-0003',
    ])
  })
})
