import fc from 'fast-check'
import { expect, test } from 'vitest'
import { submissionScore } from '../figures/scoring'
import { submissionRule, submissionValue, usualRule } from './submission'
import { rulesOf, type Written } from './testing'

const score = (items: number, target: number, written: Written) => {
  const rule = submissionRule(rulesOf(written))
  return rule && submissionScore(items, target, rule)
}

// Worked examples, full marks 5.
test.each([
  ['2020 Q3: 11 of 18', 11, 18, { submission: 5 }, '3.06'],
  ['2020 Q3: 63 of 18 are no more than full marks', 63, 18, { submission: 5 }, '5.00'],
  ['all or nothing: 17 of 18', 17, 18, { submission: ['all_or_nothing', 5] }, '0.00'],
  ['all or nothing: 18 of 18', 18, 18, { submission: ['all_or_nothing', 5] }, '5.00'],
  ['a cap above full marks: 27 of 18 score one and a half times', 27, 18, { submission: 5, submission_cap: 8 }, '7.50'],
  ['and never more than the cap', 90, 18, { submission: 5, submission_cap: 8 }, '8.00'],
  ['a cap below full marks', 18, 18, { submission: 5, submission_cap: 4 }, '4.00'],
  ['a floor for whoever sent anything', 1, 18, { submission: 5, submission_floor: 1 }, '1.00'],
  ['but none for silence', 0, 18, { submission: 5, submission_floor: 1 }, '0.00'],
  ['no line, no score', 18, 18, {}, null],
] as const satisfies readonly (readonly [string, number, number, Written, string | null])[])(
  '%s',
  (_, items, target, written, expected) => {
    expect(score(items, target, written)).toBe(expected)
  },
)

test('one item more never scores less, and every score lies between floor and cap', () => {
  const rules = fc.record({
    submission: fc.oneof(fc.nat(9), fc.tuple(fc.constantFrom('proportional', 'all_or_nothing'), fc.nat(9))),
    submission_cap: fc.nat(12),
    submission_floor: fc.nat(3),
  })
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 1, max: 30 }), rules, (items, target, written) => {
      const [less, more] = [items, items + 1].map((n) => Number(score(n, target, written)))
      expect(more).toBeGreaterThanOrEqual(less ?? 0)
      expect(more).toBeLessThanOrEqual(written.submission_cap)
    }),
  )
})

test('the usual rule is in proportion up to the full marks; without a target nothing can be said', () => {
  expect(usualRule(500)).toEqual(submissionRule(rulesOf({ submission: 5 })))
  expect(submissionScore(27, 18, usualRule(500))).toBe('5.00')
  expect(() => submissionValue(1, 0, usualRule(500))).toThrow(RangeError)
})
