import type { Quarter } from '@/lib/domain/time/quarter'

export type ShownView = { name: string; query: string; count: { n: number; more: boolean } }

/** The views that every desk has; each is a filter, as it stands in the address. */
export function builtInViews(quarter: Quarter): { name: string; query: string }[] {
  return [
    { name: '我的待办', query: '?state=ungraded' },
    { name: '本季待处理', query: `?quarter=${quarter}&state=ungraded` },
    { name: '镇街待处理', query: '?category=town&state=ungraded' },
    { name: '退回', query: '?state=sent_back' },
    { name: '全部', query: '?state=all' },
  ]
}

type Props = { views: readonly ShownView[]; query: string; waiting: number | null }

/** 视图: where to, and how much is there. */
export function Views({ views, query, waiting }: Props) {
  return (
    <nav aria-label="视图" className="desk-views no-print">
      {views.map((view) => (
        <a
          key={`${view.name} ${view.query}`}
          href={`/desk${view.query}`}
          aria-current={view.query === query ? 'page' : undefined}
        >
          {view.name}
          <span>{`${view.count.n}${view.count.more ? '+' : ''}`}</span>
        </a>
      ))}
      {waiting !== null && (
        <a href="/desk/proposals">
          待发布<span>{waiting}</span>
        </a>
      )}
    </nav>
  )
}
