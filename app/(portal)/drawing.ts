import 'server-only'
import type { ReactNode } from 'react'
import { quartersWithData } from '@/lib/data/figures/figures'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'

/**
 * Plain HTML of components that have no state and ask for nothing. React's own writer; Next refuses it as an import of
 * the whole module, since a page should rather be drawn by it: what is kept for all readers can't be (README, decisions).
 */
export async function draw(node: ReactNode): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server')
  return renderToStaticMarkup(node)
}

const KEPT = 24
const kept = new Map<string, Promise<unknown>>()

/**
 * What the key names, made once and kept while it is among the last few asked for; whoever asks meanwhile waits for the
 * same making. The key must hold all that the result depends on: nothing of the viewer, and of the data its version,
 * read before the data themselves, so that a change in between costs one more making and never shows an old figure.
 */
export function once<T>(key: string, make: () => Promise<T>): Promise<T> {
  const made = (kept.get(key) as Promise<T> | undefined) ?? make()
  kept.delete(key)
  kept.set(key, made)
  made.catch(() => kept.get(key) === made && kept.delete(key))
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
  return made
}

let known: { until: number; quarters: Promise<Quarter[]> } | undefined

/** The quarters to choose from, read once a minute: links alone, never figures. */
export function quartersToChoose(viewer: Viewer, now: number): Promise<Quarter[]> {
  if (known && now < known.until) return known.quarters
  const quarters = quartersWithData(viewer, now)
  known = { until: now + 60_000, quarters }
  quarters.catch(() => {
    known = undefined
  })
  return quarters
}
