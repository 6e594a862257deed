/**
 * A title that shares pairs with the asked one: which; how much of the weight of both together they share, how much of
 * the asked one's, and how much of its own. All 0..1.
 */
export type Hit = { at: number; dice: number; covered: number; held: number }

/**
 * Titles by their pairs of neighbouring letters. A pair weighs the more the fewer titles have it, so that 扎实推进 says
 * little and 柑橘 much. Texts are plain titles.
 */
export class BigramIndex {
  private readonly holders = new Map<number, number[]>()
  private readonly weights: Float64Array
  private readonly shared: Float64Array
  private readonly size: number

  constructor(texts: readonly string[]) {
    this.size = texts.length
    this.weights = new Float64Array(texts.length)
    this.shared = new Float64Array(texts.length)
    texts.forEach((text, at) => {
      for (const pair of pairsOf(text)) {
        const found = this.holders.get(pair)
        if (found) found.push(at)
        else this.holders.set(pair, [at])
      }
    })
    for (const found of this.holders.values()) {
      const weight = this.weightOf(found.length)
      for (const at of found) this.weights[at] = (this.weights[at] ?? 0) + weight
    }
  }

  /**
   * The titles most like `text`, best first, at most `most`. `favour` is added to what a title is ordered by; null
   * leaves it out.
   */
  search(text: string, favour: (at: number) => number | null, most: number): Hit[] {
    const { shared, weights } = this
    const touched: number[] = []
    let own = 0
    for (const pair of pairsOf(text)) {
      const found = this.holders.get(pair) ?? []
      const weight = this.weightOf(found.length)
      own += weight
      for (const at of found) {
        if (shared[at] === 0) touched.push(at)
        shared[at] = (shared[at] ?? 0) + weight
      }
    }
    const hits: (Hit & { order: number })[] = []
    for (const at of touched) {
      const both = shared[at] ?? 0
      const theirs = weights[at] ?? 0
      const more = favour(at)
      shared[at] = 0
      if (more === null) continue
      const dice = (2 * both) / (own + theirs)
      hits.push({ at, dice, covered: both / own, held: both / theirs, order: dice + more })
    }
    return hits.sort((a, b) => b.order - a.order || a.at - b.at).slice(0, most)
  }

  private weightOf(holders: number): number {
    return Math.log(1 + this.size / (holders + 0.5))
  }
}

function pairsOf(text: string): Set<number> {
  const pairs = new Set<number>()
  if (text.length === 1) pairs.add(text.charCodeAt(0))
  for (let i = 1; i < text.length; i++) pairs.add(text.charCodeAt(i - 1) * 0x10000 + text.charCodeAt(i))
  return pairs
}
