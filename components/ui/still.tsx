'use client'
import { useEffect, useRef } from 'react'

/** HTML that the server has drawn, by name: filled by the page's `handOver`, read while the page is written. */
const shared = globalThis as typeof globalThis & { yanxinDrawn?: Map<string, string> }

const NOTHING = { __html: '' }

/**
 * A part of a page that never moves in the browser: its HTML is written once by the server and left alone when React
 * takes over the page. As a prop it would stand twice in every answer, as markup and as data, and cost twice.
 */
export function Still({ name, id }: { name: string; id: string }) {
  const element = useRef<HTMLDivElement>(null)
  // Where a page came without its HTML (drawn in the browser after a fault), it is asked for whole.
  useEffect(() => {
    if (element.current?.childNodes.length === 0) location.reload()
  }, [])
  const html = typeof window === 'undefined' ? { __html: shared.yanxinDrawn?.get(name) ?? '' } : NOTHING
  return <div ref={element} id={id} suppressHydrationWarning dangerouslySetInnerHTML={html} />
}
