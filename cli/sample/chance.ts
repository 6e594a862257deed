/** Chance that falls the same way every time: the sample is the same on every machine. */
export type Chance = {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<T>(list: readonly T[]): T
  shuffle<T>(list: readonly T[]): T[]
  /** One entry, the likelier the greater its weight. */
  weighted<T>(list: readonly T[], weight: (entry: T) => number): T
}

/** mulberry32, seeded with the FNV-1a hash of a word. */
export function chance(word: string): Chance {
  let state = 0x811c9dc5
  for (let i = 0; i < word.length; i++) state = Math.imul(state ^ word.charCodeAt(i), 0x01000193)

  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  function pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('nothing to pick from')
    return list[between(0, list.length - 1)] as T
  }
  function shuffle<T>(list: readonly T[]): T[] {
    const left = [...list]
    return list.map(() => left.splice(between(0, left.length - 1), 1)[0] as T)
  }
  function weighted<T>(list: readonly T[], weight: (entry: T) => number): T {
    let point = next() * list.reduce((sum, entry) => sum + weight(entry), 0)
    for (const entry of list) {
      point -= weight(entry)
      if (point < 0) return entry
    }
    return pick(list)
  }
  return { between, pick, shuffle, weighted }
}
