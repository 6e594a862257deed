'use client'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { ReadingItem } from './types'
import { WIDE } from './use-keys'

const AHEAD = 12
const NEAR = 4
const STALE_MS = 15_000

/**
 * The opened items in memory. What follows and precedes is fetched before it is asked for, many in one request; the one
 * that is open is read anew now and then, so that two editors see each other's work.
 */
export function useItems(initial: readonly ReadingItem[], onLoaded: (items: readonly ReadingItem[]) => void) {
  const kept = useRef(new Map(initial.map((item) => [item.id, { item, at: Date.now(), turn: 0 }])))
  const asked = useRef(new Set<string>())
  const turns = useRef(0)
  const [, changed] = useReducer((n: number) => n + 1, 0)

  const load = useCallback(
    async (ids: readonly string[], fresh = false): Promise<void> => {
      const missing = ids.filter((id) => fresh || !(asked.current.has(id) || kept.current.has(id)))
      if (missing.length === 0 || !matchMedia(WIDE).matches) return
      turns.current++
      const turn = turns.current
      for (const id of missing) asked.current.add(id)
      try {
        const answer = await fetch(`/desk/reading?ids=${missing.join(',')}`, { cache: 'no-store' })
        if (!answer.ok) return
        const { items } = (await answer.json()) as { items: ReadingItem[] }
        const at = Date.now()
        // An answer that was asked for earlier and comes later never hides a newer one.
        const news = items.filter(({ id }) => turn > (kept.current.get(id)?.turn ?? -1))
        for (const item of news) kept.current.set(item.id, { item, at, turn })
        onLoaded(news)
        changed()
      } catch {
        // Offline: asked for again with the next move.
      } finally {
        for (const id of missing) asked.current.delete(id)
      }
    },
    [onLoaded],
  )

  /** Brings in what stands around a place of the list. */
  const prefetch = useCallback(
    (ids: readonly string[], index: number) => {
      const missing = (from: number, to: number) =>
        ids.slice(Math.max(0, from), to).filter((id) => !kept.current.has(id) && !asked.current.has(id))
      if (missing(index - 1, index + NEAR + 1).length > 0) void load(missing(index - 2, index + AHEAD + 1))
    },
    [load],
  )

  const get = useCallback((id: string | null) => (id === null ? undefined : kept.current.get(id)?.item), [])

  return { get, load, prefetch, isStale: (id: string) => Date.now() - (kept.current.get(id)?.at ?? 0) > STALE_MS }
}

/** Reads the open item anew while somebody looks at it. */
export function useFresh(open: string | null, load: (ids: readonly string[], fresh?: boolean) => Promise<void>): void {
  useEffect(() => {
    if (open === null) return
    const again = () => void (document.visibilityState === 'visible' && load([open], true))
    const timer = setInterval(again, STALE_MS)
    return () => clearInterval(timer)
  }, [open, load])
}
