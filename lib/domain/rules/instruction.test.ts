import { expect, test } from 'vitest'
import { instructionPoints, onceALevel } from './instruction'
import { rulesOf } from './testing'

test('an instruction scores what its level has in the rules, 0 unless it is set', () => {
  const rules = rulesOf({ instruction_city: 5, instruction_province: 10 })
  expect((['district', 'city', 'province'] as const).map((level) => instructionPoints(level, rules))).toEqual([
    0, 500, 1000,
  ])
})

// Worked example: two leaders of the district and one of the city on one item, one of the district on another.
test('once a level and item: the first of them', () => {
  const given = [
    { id: '1', itemId: 'a', level: 'district' as const },
    { id: '2', itemId: 'a', level: 'district' as const },
    { id: '3', itemId: 'a', level: 'city' as const },
    { id: '4', itemId: 'b', level: 'district' as const },
  ]
  expect(onceALevel(given).map(({ id }) => id)).toEqual(['1', '3', '4'])
})
