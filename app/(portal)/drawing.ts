import 'server-only'
import type { ReactNode } from 'react'
import { quartersWithData } from '@/lib/data/figures/figures'
import { makingOnce } from '@/lib/domain/base/once'
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

/** Parts of pages, by their name and version: the quarters and spans that people look at these days. */
export const once = makingOnce(24)

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
