import 'server-only'
import type { ReactNode } from 'react'
import { quartersWithData } from '@/lib/data/figures/figures'
import { memory } from '@/lib/domain/base/memory'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'

/**
 * Plain HTML, by React's own writer, of components that have no state and ask for nothing. Imported where it is used:
 * Next refuses it at the head of a module, since a page had better be drawn by the page (README, Decisions: why not).
 */
export async function draw(node: ReactNode): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server')
  return renderToStaticMarkup(node)
}

const drawn = memory<Promise<unknown>>('drawn parts', { most: 24 })

/**
 * What the key names, made once and kept. The key must hold all that the result depends on: nothing of the viewer, and
 * of the data its version, read before the data themselves, so that a change in between costs one more making and never
 * shows an old figure.
 */
export function once<T>(key: string, make: () => Promise<T>): Promise<T> {
  return drawn.once(key, make) as Promise<T>
}

const chosen = memory<Promise<Quarter[]>>('quarters to choose', { most: 1, forMs: 60_000 })

/** The quarters to choose from, read once a minute: links alone, never figures. */
export function quartersToChoose(viewer: Viewer, now: number): Promise<Quarter[]> {
  return chosen.once('all', () => quartersWithData(viewer, now), now)
}
