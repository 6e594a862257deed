'use client'
import { Link } from '@/components/ui/link'
import type { Quarter } from '@/lib/domain/time/quarter'
import { useTrueFigures } from './true-figures'

type Props = { quarter: Quarter; version: number; figures: string }

/** Keeps an open ranking true, and says so. `figures` is the id of what it watches. */
export function Live({ quarter, version, figures }: Props) {
  const { state, said } = useTrueFigures(quarter, version, figures)
  return (
    <p className="text-sm text-second print:hidden">
      <span role="status">{said && `排名已更新 ${said}`}</span>{' '}
      <span role="status">{state === 'broken' && '连接中断，正在重试。'}</span>{' '}
      {state === 'live' && <span>随数据变动自动更新</span>}
      {state === 'over' && (
        <span role="alert">
          登录已失效，排名不再更新。
          <Link href={`/sign-in?next=${encodeURIComponent(`/ranking/${quarter}`)}`}>重新登录</Link>
        </span>
      )}
    </p>
  )
}
