'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { BY_ITSELF } from '@/lib/domain/people/idle'
import { type Quarter, shortDateTime } from '@/lib/domain/time/quarter'
import type { Snapshot } from './changes'
import { newestVersion } from './newest'

const EVERY_MS = 3_000

/** How an open page stands to the figures: not asked yet, true, its reader signed out, nobody answers. */
type State = 'idle' | 'live' | 'over' | 'broken'

/**
 * Keeps the figures of an open page true: asks for their version, and when it is newer than the `version` that the page
 * was drawn with, for the page anew, in place. What has changed within the element `figures` is marked when it comes.
 */
export function useTrueFigures(quarter: Quarter, version: number, figures: string): { state: State; said: string } {
  const router = useRouter()
  const [state, setState] = useState<State>('idle')
  const [said, setSaid] = useState('')
  const before = useRef<{ snapshot: Snapshot; mark: (before: Snapshot, shown: HTMLElement) => () => void } | null>(null)

  const look = useCallback(async () => {
    const seen = await newestVersion(quarter)
    const shown = document.getElementById(figures)
    if (typeof seen === 'number' && seen > version && shown) {
      const { markChanges, snapshotOf } = await import('./changes')
      before.current = { snapshot: snapshotOf(shown), mark: markChanges }
      // biome-ignore lint/suspicious/noDocumentCookie: Cookie Store is not in the browsers of offices
      document.cookie = `${BY_ITSELF}=1; path=/; max-age=5; samesite=strict`
      router.refresh()
    }
    return typeof seen === 'number' ? 'live' : seen
  }, [quarter, version, figures, router])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    async function again() {
      clearTimeout(timer)
      if (document.hidden) return
      const found = await look()
      if (left) return
      setState(found)
      clearTimeout(timer)
      if (found !== 'over') timer = setTimeout(again, EVERY_MS)
    }
    timer = setTimeout(again, EVERY_MS)
    document.addEventListener('visibilitychange', again)
    return () => {
      left = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [look])

  // The new figures stand in the page by now, and nothing has been painted yet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is what has come
  useLayoutEffect(() => {
    const shown = document.getElementById(figures)
    if (!before.current || !shown) return
    const unmark = before.current.mark(before.current.snapshot, shown)
    before.current = null
    setSaid(shortDateTime(Date.now()).slice(-5))
    return unmark
  }, [version, figures])

  return { state, said }
}
