/**
 * What this process remembers: results that are dear to make, and what there is one of (a database, a browser). Nothing
 * in it is the truth: every process may forget it at any moment and make it anew.
 */
export type Memory<T> = {
  get(key: string, now?: number): T | undefined
  set(key: string, value: T, now?: number): T
  drop(key: string): void
  /** What the key names, made at the first asking; whoever asks meanwhile waits for the same making. */
  once(key: string, make: () => T, now?: number): T
}

/**
 * How much is remembered: the newest used `most`, each for so long, all together of so many bytes (two million where
 * nothing is said). What there is one of is kept whatever its size. `of` where a value's size is known better than by
 * walking through it.
 */
export type Bounds<T> = { most: number; forMs?: number; bytes?: number; of?: (value: Awaited<T>) => number }

const USUAL_BYTES = 2_000_000

type Kept = { value: unknown; until: number; size: number }

// Next bundles pages, routes and actions apart; they remember together, under one name each.
const shared = globalThis as typeof globalThis & { yanxinMemory?: Map<string, Map<string, Kept>> }

/** The memory of this process under a name; a promise in it that fails is forgotten. */
export function memory<T>(
  name: string,
  { most, forMs = Number.POSITIVE_INFINITY, bytes = USUAL_BYTES, of = bytesOf }: Bounds<T>,
): Memory<T> {
  shared.yanxinMemory ??= new Map()
  const kept = shared.yanxinMemory.get(name) ?? new Map<string, Kept>()
  shared.yanxinMemory.set(name, kept)

  function get(key: string, now = Date.now()): T | undefined {
    const found = kept.get(key)
    if (!found) return undefined
    kept.delete(key)
    if (found.until <= now) return undefined
    kept.set(key, found) // now the newest used
    return found.value as T
  }

  function set(key: string, value: T, now = Date.now()): T {
    const entry = { value, until: now + forMs, size: 2 * key.length }
    const measure = (made: Awaited<T>) => {
      if (most === 1) return
      entry.size += of(made)
      forgetOldest()
    }
    kept.delete(key)
    kept.set(key, entry)
    if (value instanceof Promise) value.then(measure, () => kept.get(key) === entry && kept.delete(key))
    else measure(value as Awaited<T>)
    forgetOldest()
    return value
  }

  function forgetOldest(): void {
    let total = 0
    for (const entry of kept.values()) total += entry.size
    for (const [key, entry] of kept) {
      if (kept.size <= most && (most === 1 || total <= bytes)) return
      kept.delete(key)
      total -= entry.size
    }
  }

  return {
    get,
    set,
    drop: (key) => void kept.delete(key),
    once: (key, make, now) => get(key, now) ?? set(key, make(), now),
  }
}

/** About what a value takes: two bytes a letter, eight a number, and something for each thing that holds others. */
function bytesOf(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length
  if (typeof value !== 'object' || value === null) return 8
  const parts = value instanceof Map ? [...value].flat() : value instanceof Set ? [...value] : Object.values(value)
  return parts.reduce<number>((sum, part) => sum + bytesOf(part), 32)
}
