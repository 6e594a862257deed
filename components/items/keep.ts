'use client'
import { useEffect, useMemo } from 'react'

/** What was typed, with the version of the stored text that it was begun on. */
export type Kept = { version: number; values: Readonly<Record<string, string>> }

const CALM_MS = 400

/**
 * Keeps what is typed on this machine until the server has it: it outlives a reload, an expired session and a crash.
 * A browser that refuses to store (private mode) is no reason to stop anyone typing.
 */
export function useKeep(key: string) {
  const keep = useMemo(() => keeper(key), [key])
  useEffect(() => {
    addEventListener('pagehide', keep.flush)
    return () => {
      removeEventListener('pagehide', keep.flush)
      keep.flush()
    }
  }, [keep])
  return keep
}

function keeper(key: string) {
  let waiting: { kept: Kept; timer: ReturnType<typeof setTimeout> } | null = null
  const settle = () => {
    const kept = waiting?.kept
    clearTimeout(waiting?.timer)
    waiting = null
    return kept
  }
  const flush = () => {
    const kept = settle()
    if (kept) quietly(() => localStorage.setItem(key, JSON.stringify(kept)))
  }
  return {
    flush,
    read: (): Kept | null => quietly(() => keptIn(localStorage.getItem(key))) ?? null,
    /** Stores once the typing pauses. */
    later(kept: Kept) {
      settle()
      waiting = { kept, timer: setTimeout(flush, CALM_MS) }
    },
    drop() {
      settle()
      quietly(() => localStorage.removeItem(key))
    },
  }
}

function keptIn(stored: string | null): Kept | null {
  const kept = stored === null ? null : (JSON.parse(stored) as Partial<Kept>)
  return kept && typeof kept.version === 'number' && kept.values ? { version: kept.version, values: kept.values } : null
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
