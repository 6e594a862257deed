'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { type Quarter, shortDateTime } from '@/lib/domain/time/quarter'
import type { Span } from '@/lib/domain/time/span'
import { markChanges, snapshotOf } from './changes'
import { spanQuery } from './links'
import { newestFigures, newestVersion } from './newest'

const EVERY_MS = 3_000

type Props = { quarter: Quarter; span: Span; version: number; figures: string }
type State = 'idle' | 'live' | 'over' | 'broken'

/** Keeps an open ranking true: asks for the version, and when it is newer, for the tables. `figures` is their id. */
export function Live({ quarter, span, version, figures }: Props) {
  const router = useRouter()
  const [state, setState] = useState<State>('idle')
  const [said, setSaid] = useState('')
  const shownVersion = useRef(version)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    let unmark: (() => void) | undefined
    async function look() {
      clearTimeout(timer)
      if (document.hidden) return
      const seen = await newestVersion(quarter)
      if (left) return
      setState(typeof seen === 'number' ? 'live' : seen)
      if (seen === 'over') return
      const shown = document.getElementById(figures)
      if (typeof seen === 'number' && seen > shownVersion.current && shown) {
        const newest = await newestFigures(quarter, spanQuery(span))
        if (left) return
        if (newest) {
          const before = snapshotOf(shown)
          // Our own server's tables, in which React has escaped every text.
          shown.innerHTML = newest.html
          shownVersion.current = newest.version
          unmark?.()
          unmark = markChanges(before, shown)
          setSaid(`排名已更新 ${shortDateTime(Date.now()).slice(-5)}`)
          router.refresh()
        }
      }
      clearTimeout(timer)
      timer = setTimeout(look, EVERY_MS)
    }
    timer = setTimeout(look, EVERY_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      left = true
      unmark?.()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [quarter, span, figures, router])

  return (
    <p className="live no-print">
      <span role="status">{said}</span> <span role="status">{state === 'broken' && '连接中断，正在重试。'}</span>
      {state === 'live' && <span>随数据变动自动更新</span>}
      {state === 'over' && (
        <span role="alert">
          登录已失效，排名不再更新。<a href={`/sign-in?next=${encodeURIComponent(`/ranking/${quarter}`)}`}>重新登录</a>
        </span>
      )}
    </p>
  )
}
