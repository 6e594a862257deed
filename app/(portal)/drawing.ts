import 'server-only'
import { createHash } from 'node:crypto'
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

const lists = memory<Promise<Packed>>('drawn lists', { most: 60, bytes: 8_000_000 })

/**
 * A list of up to a thousand rows and more, drawn once for whoever reads the same: its key is all that it is drawn from,
 * read anew each time, so that it can't be old, nor show one person what another may read.
 */
export function drawnOf(props: object, node: ReactNode): Promise<Packed> {
  const key = createHash('sha256').update(JSON.stringify(props)).digest('base64')
  return lists.once(key, () => drawPacked(node))
}

const known = memory<Promise<Quarter[]>>('quarters to choose', { most: 1, forMs: 60_000 })

/** The quarters to choose from, read once a minute: links alone, never figures. */
export function quartersToChoose(viewer: Viewer, now: number): Promise<Quarter[]> {
  return known.once('all', () => quartersWithData(viewer, now), now)
}
