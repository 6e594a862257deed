'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { type Quarter, shortDateTime } from '@/lib/domain/quarter'
import { markChanges, snapshotOf } from './changes'

const EVERY_MS = 3_000

type Props = { quarter: Quarter; version: number; figures: string }
type State = 'idle' | 'live' | 'over' | 'broken'

/** Keeps an open ranking true: asks for the version, and when it is newer, for the tables. `figures` is their id. */
export function Live({ quarter, version, figures }: Props) {
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
        const newest = await newestTables(quarter)
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
  }, [quarter, figures, router])

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

async function newestVersion(quarter: Quarter): Promise<number | 'over' | 'broken'> {
  try {
    const answer = await fetch(`/api/figures/${quarter}`, { cache: 'no-store' })
    if (answer.status === 401 || answer.status === 403) return 'over'
    if (!answer.ok) return 'broken'
    return ((await answer.json()) as { version: number }).version
  } catch {
    return 'broken'
  }
}

async function newestTables(quarter: Quarter): Promise<{ version: number; html: string } | null> {
  try {
    const answer = await fetch(`/ranking/${quarter}/tables`, { cache: 'no-store' })
    return answer.ok ? { version: Number(answer.headers.get('X-Version')), html: await answer.text() } : null
  } catch {
    return null
  }
}
