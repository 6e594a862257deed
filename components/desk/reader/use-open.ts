'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isWide } from './use-keys'

const CALM_MS = 250

/**
 * Which item is open, and its place in the address: a click is a step that the back button takes back, moving by keys
 * is not. The address waits until the keys rest and nothing is being sent: the router would interrupt an action.
 */
export function useOpen(initial: string | null, named: boolean, busy: boolean) {
  const [open, setOpen] = useState(initial)
  const moved = useRef<'push' | 'replace' | null>(null)
  useEffect(() => {
    if (busy || moved.current === null) return
    const write = () => {
      const way = moved.current
      moved.current = null
      if (way) history[`${way}State`](null, '', addressOf(open))
    }
    if (moved.current === 'push') return write()
    const timer = setTimeout(write, CALM_MS)
    return () => clearTimeout(timer)
  }, [open, busy])
  useEffect(() => {
    // A page that opened its first item by itself comes back to it.
    const back = () => setOpen(new URLSearchParams(location.search).get('open') ?? (named ? null : initial))
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [initial, named])
  const show = useCallback((id: string, way: 'push' | 'replace') => {
    moved.current = isWide() ? way : null
    setOpen(id)
  }, [])
  return { open, show }
}

function addressOf(open: string | null): string {
  const params = new URLSearchParams(location.search)
  if (open) params.set('open', open)
  else params.delete('open')
  return `${location.pathname}?${params}`
}
