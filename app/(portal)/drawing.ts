import 'server-only'
import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import type { ReactNode } from 'react'
import type { Packed } from '@/components/ui/drawn'
import { quartersWithData } from '@/lib/data/figures/figures'
import { memory } from '@/lib/domain/base/memory'
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

const deflated = promisify(deflateRaw)

/** The same as `Drawn` puts it into a page. */
export async function drawPacked(node: ReactNode): Promise<Packed> {
  const html = Buffer.from(await draw(node))
  return `${html.length}.${(await deflated(html)).toString('base64')}` as Packed
}

const drawn = memory<Promise<unknown>>('drawn', { most: 24, bytes: 12_000_000 })

/**
 * Parts of pages, by their name and version: the quarters and spans that people look at these days. The key must hold
 * all that the result depends on: nothing of the viewer, and of the data their version, read before the data themselves,
 * so that a change in between costs one more making and never shows what is old.
 */
export function once<T>(key: string, make: () => Promise<T>): Promise<T> {
  return drawn.once(key, make) as Promise<T>
}

const known = memory<Promise<Quarter[]>>('quarters to choose', { most: 1, forMs: 60_000 })

/** The quarters to choose from, read once a minute: links alone, never figures. */
export function quartersToChoose(viewer: Viewer, now: number): Promise<Quarter[]> {
  return known.once('all', () => quartersWithData(viewer, now), now)
}
