'use client'
import { type ReactNode, useEffect, useState } from 'react'
import { chineseDateTime, type Quarter, shortDateTime } from '@/lib/domain/time/quarter'
import type { Span } from '@/lib/domain/time/span'
import { spanQuery } from './links'
import { useTrueFigures } from './true-figures'

const TURN_MS = 15_000

type Props = {
  quarter: Quarter
  span: Span
  title: string
  version: number
  changedAt: number
  page: number
  /** The screens by their names, each drawn by the server. */
  pages: readonly { title: string; note: string; screen: ReactNode }[]
}

/**
 * A wall screen: shows one page at a time and turns it, keeps the figures true, tells the time. Any key or click holds
 * the page; ← and → turn it by hand. Without scripts it is the page that was asked for, with links to the others.
 */
export function Wall({ quarter, span, title, version, changedAt, page: first, pages }: Props) {
  const count = Math.max(1, pages.length)
  const [wanted, setPage] = useState(first)
  const page = Math.min(wanted, count)
  const [held, setHeld] = useState(false)
  const { state, said } = useTrueFigures(quarter, version, 'figures')
  const clock = useClock()

  // Every page gets its whole time, one that was turned to by hand too.
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => setPage((page % count) + 1), TURN_MS)
    return () => clearTimeout(timer)
  }, [held, page, count])

  useEffect(() => {
    const turn = (by: number) => setPage((now) => ((now - 1 + by + count) % count) + 1)
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || ['Tab', 'Shift', 'Enter'].includes(event.key)) return
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') turn(event.key === 'ArrowLeft' ? -1 : 1)
      else setHeld((now) => !now)
      event.preventDefault()
    }
    const onClick = (event: MouseEvent) => {
      if (!(event.target as Element).closest('a')) setHeld((now) => !now)
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('click', onClick)
    }
  }, [count])

  const shown = pages[page - 1]
  return (
    <div className="wall">
      <header>
        <h1>{title}</h1>
        {shown && <h2>{shown.title}</h2>}
        <p className="lg:text-right">
          <a href={`/ranking/${quarter}${spanQuery(span)}`}>返回排名</a>
          <time className="text-right">{clock}</time>
        </p>
      </header>
      <main id="figures">
        {pages.map((one, index) => (
          <section key={one.title} aria-label={one.title} hidden={index !== page - 1}>
            {one.screen}
          </section>
        ))}
        {!shown && <p className="wall-second">单位名册还是空的。导入名册和任务后，此处显示各单位的名次。</p>}
      </main>
      <footer className="text-second lg:whitespace-nowrap">
        <p>
          {changedAt ? `数据最近变动：${chineseDateTime(changedAt)}` : '尚无数据变动'}（版本 {version}）
          <span role="status" className="text-ink">
            {said && `　${said} 已更新`}
            {TROUBLES[state]}
          </span>
        </p>
        <nav aria-label="页">
          {pages.map((one, index) => (
            <a
              key={one.title}
              href={`/wall/${quarter}?page=${index + 1}${spanQuery(span, '&')}`}
              aria-current={index === page - 1 ? 'page' : undefined}
              className={index === page - 1 ? 'font-semibold text-ink' : undefined}
              title={one.title}
              onClick={(event) => {
                event.preventDefault()
                setPage(index + 1)
              }}
            >
              {index + 1}
            </a>
          ))}
        </nav>
        <div className="flex flex-wrap items-baseline gap-x-4">
          {shown?.note && <p>{shown.note}</p>}
          <button type="button" aria-pressed={held} className="lg:ml-auto cursor-pointer">
            {held ? '已停住，点按继续' : '自动翻页，点按停住'}
          </button>
        </div>
      </footer>
    </div>
  )
}

const TROUBLES = { idle: '', live: '', over: '　登录已失效，数据不再更新，请重新登录', broken: '　连接中断，正在重试' }

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
