import type { Kept } from './kept-values'

/**
 * Where what is typed is kept until the server has it. `write` and `drop` return at once: a page that is being left
 * waits for nothing.
 */
export type KeptStore = {
  read: (key: string) => Promise<Kept | null>
  write: (key: string, kept: Kept) => void
  drop: (key: string) => void
}

/** The name of what one person typed about one thing: whoever signs in next on this machine never reads it. */
export function keptKey(userId: string, subject: string): string {
  const [kind = '', ...of] = subject.split(':')
  return ['yanxin', kind, userId, ...of].join(':')
}

/** This browser. One that refuses to store (private mode) is no reason to stop anyone typing. */
export const browserStore: KeptStore = {
  read: async (key) => quietly(() => keptIn(localStorage.getItem(key))) ?? null,
  write: (key, kept) => quietly(() => localStorage.setItem(key, JSON.stringify(kept))),
  drop: (key) => quietly(() => localStorage.removeItem(key)),
}

const CALM_MS = 400

/** Writes to a store once the typing pauses. */
export function keeper(store: KeptStore, key: string, calm = CALM_MS) {
  let waiting: { kept: Kept; timer: ReturnType<typeof setTimeout> } | null = null
  const settle = () => {
    const kept = waiting?.kept
    clearTimeout(waiting?.timer)
    waiting = null
    return kept
  }
  const flush = () => {
    const kept = settle()
    if (kept) store.write(key, kept)
  }
  return {
    key,
    flush,
    read: () => store.read(key),
    later(kept: Kept) {
      settle()
      waiting = { kept, timer: setTimeout(flush, calm) }
    },
    drop() {
      settle()
      store.drop(key)
    },
  }
}

/** What stood there as it was written; anything else counts as nothing. */
export function keptIn(stored: string | null): Kept | null {
  const kept = stored === null ? null : (JSON.parse(stored) as Partial<Kept> | null)
  if (typeof kept?.version !== 'number' || typeof kept.values !== 'object' || kept.values === null) return null
  return { version: kept.version, values: kept.values }
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
