import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rank } from '../figures/ranking'
import { rankingInputs } from '../figures/testing'
import { freeze, thaw } from './frozen'

test('figures thawed again rank as they did, and freeze to the same text', () => {
  fc.assert(
    fc.property(rankingInputs, (input) => {
      const text = freeze(input)
      expect(rank(thaw(text))).toEqual(rank(input))
      expect(freeze(thaw(text))).toBe(text)
    }),
    { numRuns: 200 },
  )
})

test('the order in which a database gives its rows does not change the text', () => {
  fc.assert(
    fc.property(rankingInputs, (input) => {
      const shuffled = {
        ...input,
        items: new Map([...input.items].reverse()),
        targets: new Map([...input.targets].reverse()),
      }
      expect(freeze(shuffled)).toBe(freeze(input))
    }),
    { numRuns: 50 },
  )
})
