'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { chineseDateTime, type Quarter, shortDateTime } from '@/lib/domain/time/quarter'
import type { Span } from '@/lib/domain/time/span'
import { markChanges, snapshotOf } from './changes'
import { spanQuery } from './links'
import { newestFigures, newestVersion } from './newest'

const TURN_MS = 15_000
const LOOK_MS = 3_000

type Props = {
  quarter: Quarter
  span: Span
  title: string
  version: number
  changedAt: number
  page: number
  pages: number
  /** The id of the figures among the children. */
  figures: string
  children: ReactNode
}

/**
 * A wall screen: shows one page at a time and turns it, keeps the figures true, tells the time. Any key or click holds
 * the page; ← and → turn it by hand. Without scripts it is the page that was asked for, with links to the others.
 */
export function Wall({ quarter, span, title, version, changedAt, page: first, pages, figures, children }: Props) {
  const [page, setPage] = useState(first)
  const [held, setHeld] = useState(false)
  const wall = useRef<HTMLDivElement>(null)
  const { said, seen } = useTrueFigures(quarter, span, version, figures)
  const clock = useClock()

  // Every page gets its whole time, one that was turned to by hand too.
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => setPage((page % pages) + 1), TURN_MS)
    return () => clearTimeout(timer)
  }, [held, page, pages])

  useEffect(() => {
    const turn = (by: number) => setPage((now) => ((now - 1 + by + pages) % pages) + 1)
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || ['Tab', 'Shift', 'Enter'].includes(event.key)) return
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') turn(event.key === 'ArrowLeft' ? -1 : 1)
      else setHeld((now) => !now)
      event.preventDefault()
    }
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a')
      if (!link) return setHeld((now) => !now)
      const wanted = link.closest('.wall-page nav') && Number(new URL(link.href).searchParams.get('page'))
      if (!wanted) return
      event.preventDefault()
      setPage(wanted)
    }
    const screen = wall.current
    document.addEventListener('keydown', onKey)
    screen?.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('keydown', onKey)
      screen?.removeEventListener('click', onClick)
    }
  }, [pages])

  return (
    <div ref={wall} className="wall" data-page={page}>
      <header>
        <h1>{title}</h1>
        <p>
          <a href={`/ranking/${quarter}${spanQuery(span)}`}>返回排名</a>
          <time>{clock}</time>
        </p>
      </header>
      {children}
      <footer>
        <p>
          {changedAt ? `数据最近变动：${chineseDateTime(changedAt)}` : '尚无数据变动'}（版本 {seen}）
          <span role="status">{said}</span>
        </p>
        <button type="button" aria-pressed={held}>
          {held ? '已停住，点按继续' : '自动翻页，点按停住'}
        </button>
      </footer>
    </div>
  )
}

/** The time of day, to the minute; empty until the script runs. */
function useClock(): string {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now === null ? '' : shortDateTime(now)
}

/** Asks for the version, and when it is newer, for the pages anew. */
function useTrueFigures(quarter: Quarter, span: Span, version: number, figures: string) {
  const [said, setSaid] = useState('')
  const [seen, setSeen] = useState(version)
  const shownVersion = useRef(version)
  useEffect(() => {
    let left = false
    let timer: ReturnType<typeof setTimeout> | undefined
    async function look() {
      const newest = await newestVersion(quarter)
      if (left) return
      if (newest === 'over') return setSaid('登录已失效，数据不再更新，请重新登录')
      setSaid((now) => (newest === 'broken' ? '连接中断，正在重试' : now.startsWith('连接') ? '' : now))
      const shown = document.getElementById(figures)
      if (typeof newest === 'number' && newest > shownVersion.current && shown) {
        const drawn = await newestFigures(quarter, `?view=wall${spanQuery(span, '&')}`)
        if (left) return
        if (drawn) {
          const before = snapshotOf(shown)
          // Our own server's pages, in which React has escaped every text.
          shown.innerHTML = drawn.html
          shownVersion.current = drawn.version
          markChanges(before, shown)
          setSeen(drawn.version)
          setSaid(`${shortDateTime(Date.now()).slice(-5)} 已更新`)
        }
      }
      timer = setTimeout(look, LOOK_MS)
    }
    timer = setTimeout(look, LOOK_MS)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [quarter, span, figures])
  return { said, seen }
}
