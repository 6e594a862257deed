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

/** How much is remembered: the newest used `most`, each for so long, all together of such a size. */
export type Bounds<T> = { most: number; forMs?: number; size?: { most: number; of: (value: T) => number } }

type Kept = { value: unknown; until: number; size: number }

// Next bundles pages, routes and actions apart; they remember together, under one name each.
const shared = globalThis as typeof globalThis & { yanxinMemory?: Map<string, Map<string, Kept>> }

/** The memory of this process under a name; a promise in it that fails is forgotten. */
export function memory<T>(name: string, { most, forMs = Number.POSITIVE_INFINITY, size }: Bounds<T>): Memory<T> {
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
    const entry = { value, until: now + forMs, size: size?.of(value) ?? 0 }
    kept.delete(key)
    kept.set(key, entry)
    forgetOldest()
    if (value instanceof Promise) value.catch(() => kept.get(key) === entry && kept.delete(key))
    return value
  }

  function forgetOldest(): void {
    let total = 0
    for (const entry of kept.values()) total += entry.size
    for (const [key, entry] of kept) {
      if (kept.size <= most && total <= (size?.most ?? Number.POSITIVE_INFINITY)) return
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
