'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'

/**
 * The loading state of every page: after 300 ms of waiting for the next page a line says so. Pages answer whole, with
 * their true status, so nothing half-drawn is ever shown.
 */
export function Working() {
  const [working, setWorking] = useState(false)
  const path = usePathname()
  // Begun anew with every page, also with one that came without being loaded whole.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const begin = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setWorking(true), 300)
    }
    const end = () => {
      clearTimeout(timer)
      setWorking(false)
    }
    const clicked = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.('a[href]')
      const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey
      if (!link || elsewhere || link.getAttribute('target') || link.hasAttribute('download')) return
      // What takes a press over opens something on the page itself, but for the soft links to other pages.
      const soft = link.hasAttribute('data-soft') && new URL((link as HTMLAnchorElement).href).pathname !== path
      if (event.defaultPrevented && !soft) return
      if ((link as HTMLAnchorElement).href.split('#')[0] !== location.href.split('#')[0]) begin()
    }
    document.addEventListener('click', clicked)
    addEventListener('pagehide', end)
    addEventListener('pageshow', end)
    return () => {
      document.removeEventListener('click', clicked)
      removeEventListener('pagehide', end)
      removeEventListener('pageshow', end)
      end()
    }
  }, [path])
  return (
    <div role="status" className="print:hidden fixed top-0 inset-x-0 z-50 flex justify-center pointer-events-none">
      {working && <span className="bg-ink text-white text-sm px-4 py-1">正在打开…</span>}
    </div>
  )
}
