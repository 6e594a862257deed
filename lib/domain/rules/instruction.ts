import type { Centi } from '../base/exact'
import type { InstructionLevel } from '../items/instruction'
import type { Rules } from './book'

/** 批示: what an instruction of a level adds, 0 unless the rules give it points. It counts once a level and item. */
export function instructionPoints(level: InstructionLevel, rules: Rules): Centi {
  return rules.get(`instruction_${level}`)?.points ?? 0
}

/** The instructions that score: of several of one level on one item only the first. They come in the order of time. */
export function onceALevel<Of extends { itemId: string; level: InstructionLevel }>(given: readonly Of[]): Of[] {
  const seen = new Set<string>()
  return given.filter(({ itemId, level }) => {
    const key = `${itemId} ${level}`
    return !seen.has(key) && seen.add(key)
  })
}
