import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fraction } from '../base/exact'
import { RULE_KINDS, type Rule, type RuleKind, type Rules } from '../rules/book'
import type { Quarter } from '../time/quarter'
import { itemsDue, itemsWanting, wayToLine } from './progress'
import { onTrack } from './scoring'

const DEPARTMENT = [5, 6, 3, 10, 8, 20, 5]
const TOWN = [5, 8, 5, 10, 8, 20, 5]

function rulesOf(points: readonly number[]): Rules {
  return new Map(
    RULE_KINDS.flatMap((kind, i): [RuleKind, Rule][] =>
      points[i] === undefined
        ? []
        : [[kind, { points: points[i] * 100, choice: null, source: null, validFrom: '2020Q1' as Quarter }]],
    ),
  )
}

test('what is wanting never falls below nothing', () => {
  expect([itemsWanting(14, 18), itemsWanting(18, 18), itemsWanting(88, 24)]).toEqual([4, 0, 0])
})

test('what is due by now grows evenly to the target', () => {
  expect([itemsDue(18, 0), itemsDue(18, 0.5), itemsDue(18, 0.9), itemsDue(18, 1)]).toEqual([0, 9, 16, 18])
})

describe('the way to the 25 % line', () => {
  test.each([
    [11, 48, DEPARTMENT, { kind: 'district_brief', count: 1 }],
    [9, 48, DEPARTMENT, { kind: 'district_brief', count: 1 }],
    [8, 48, DEPARTMENT, { kind: 'district_full', count: 1 }],
    [0, 48, DEPARTMENT, { kind: 'district_full', count: 2 }],
    [0, 64, DEPARTMENT, { kind: 'district_full', count: 3 }],
    [0, 40, TOWN, { kind: 'district_full', count: 2 }],
    [3, 32, TOWN, { kind: 'district_brief', count: 1 }],
    [0, 10, TOWN, { kind: 'district_brief', count: 1 }],
  ])('%d of %d points', (points, target, rules, way) => {
    expect(wayToLine(fraction(points * 100), target * 100, rulesOf(rules))).toEqual(way)
  })

  test('6 of 24 have passed: the line is inclusive', () => {
    expect(wayToLine(fraction(600), 2400, rulesOf(DEPARTMENT))).toBeNull()
  })

  test('without rules there is no way; without district rules another kind leads there', () => {
    expect(wayToLine(fraction(0), 2400, new Map())).toBeNull()
    expect(wayToLine(fraction(0), 2400, rulesOf([5, 0, 0, 10]))).toEqual({ kind: 'city_full', count: 1 })
  })

  test('it leads over the line, and one fewer does not', () => {
    const some = fc.tuple(fc.nat(4000), fc.integer({ min: 1, max: 9999 }), fc.array(fc.nat(20), { maxLength: 7 }))
    fc.assert(
      fc.property(some, ([points, target, worth]) => {
        const rules = rulesOf(worth)
        const way = wayToLine(fraction(points), target, rules)
        if (!way) return
        const each = rules.get(way.kind)?.points ?? 0
        expect(onTrack(points + way.count * each, target)).toBe(true)
        expect(onTrack(points + (way.count - 1) * each, target)).toBe(false)
      }),
    )
  })
})
