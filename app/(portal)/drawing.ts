import 'server-only'
import type { ReactNode } from 'react'
import { quartersWithData } from '@/lib/data/figures/figures'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'

type Drawer = typeof import('react-dom/server')

// Next refuses an import of react-dom/server here, so it is loaded out of the bundler's sight, at the first drawing.
const load = process.getBuiltinModule('node:module').createRequire(`${process.cwd()}/package.json`)
let drawer: Drawer | undefined

/** Plain HTML of components that have no state. What HTML lets one leave out of a table is left out. */
export function draw(node: ReactNode): string {
  drawer ??= load('react-dom/server') as Drawer
  return drawer.renderToStaticMarkup(node).replace(/<\/t[dhr]>/g, '')
}

// Pages and the components that write their HTML are bundled apart; this map is one for both (see components/still).
const shared = globalThis as typeof globalThis & { yanxinDrawn?: Map<string, string> }
shared.yanxinDrawn ??= new Map()
const drawn = shared.yanxinDrawn

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

/** Answers under way whose HTML still has to be written. */
const WRITING = 512

/** Hands HTML to the `Still` of this answer, under a name; gives the name. */
export function handOver(name: string, html: string): string {
  drawn.delete(name)
  drawn.set(name, html)
  for (const oldest of drawn.keys()) {
    if (drawn.size <= WRITING) break
    drawn.delete(oldest)
  }
  return name
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
