'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { Quarter } from '@/lib/domain/quarter'
import { markChanges, type Snapshot, snapshotOf } from './changes'

const EVERY_MS = 3_000

type Props = { quarter: Quarter; version: number; changedAt: string; figures: string }
type State = 'idle' | 'live' | 'over' | 'broken'

/** Keeps an open ranking true: asks for the version, and when it is newer, for the page. `figures` is its id. */
export function Live({ quarter, version, changedAt, figures }: Props) {
  const router = useRouter()
  const [state, setState] = useState<State>('idle')
  const [said, setSaid] = useState('')
  const before = useRef<Snapshot | null>(null)

  useEffect(() => {
    const shown = document.getElementById(figures)
    if (before.current === null || !shown) return
    setSaid(`排名已更新 ${changedAt}`)
    const unmark = markChanges(before.current, shown)
    before.current = null
    return unmark
  }, [version, changedAt, figures])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    async function look() {
      clearTimeout(timer)
      if (document.hidden) return
      const seen = await newestVersion(quarter)
      if (left) return
      setState(typeof seen === 'number' ? 'live' : seen)
      if (seen === 'over') return
      const shown = document.getElementById(figures)
      if (typeof seen === 'number' && seen > version && shown) {
        before.current = snapshotOf(shown)
        router.refresh()
      }
      clearTimeout(timer)
      timer = setTimeout(look, EVERY_MS)
    }
    timer = setTimeout(look, EVERY_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      left = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [quarter, version, figures, router])

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
