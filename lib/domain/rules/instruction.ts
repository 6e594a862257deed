import { type Centi, type Fraction, fraction } from '../base/exact'
import type { InstructionLevel } from '../items/instruction'
import type { Rules } from './book'
import { jointBy } from './joint'

/** 批示: what an instruction of a level adds, 0 unless the rules give it points. It counts once a level and item. */
export function instructionPoints(level: InstructionLevel, rules: Rules): Centi {
  return rules.get(`instruction_${level}`)?.points ?? 0
}

/** Whether what an instruction on a joint item (合报) adds is divided among those who share it, or given to each in full. */
export function dividesInstructions(rules: Rules): boolean {
  return jointBy(rules) !== 'full'
}

/** What one of so many units gets of an instruction on the item that they share. */
export function instructionCredit(level: InstructionLevel, sharers: number, rules: Rules): Fraction {
  const points = instructionPoints(level, rules)
  return dividesInstructions(rules) ? fraction(points, sharers) : fraction(points)
}

/** The instructions that score: of several of one level on one item only the first. They come in the order of time. */
export function onceALevel<Of extends { itemId: string; level: InstructionLevel }>(given: readonly Of[]): Of[] {
  const seen = new Set<string>()
  return given.filter(({ itemId, level }) => {
    const key = `${itemId} ${level}`
    return !seen.has(key) && seen.add(key)
  })
}
