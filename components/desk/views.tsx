import { Tabs } from '@/components/ui/tabs'
import { type Count, countInWords } from '@/lib/domain/base/count'
import type { CategoryRow } from '@/lib/domain/office/category'
import type { Quarter } from '@/lib/domain/time/quarter'

export type ShownView = { name: string; query: string; count: Count }

/** The views that every desk has, one for each category where there are several; each is a filter, as it stands in the address. */
export function builtInViews(quarter: Quarter, categories: readonly CategoryRow[]): { name: string; query: string }[] {
  return [
    { name: '我的待办', query: '?state=ungraded' },
    { name: '本季待处理', query: `?quarter=${quarter}&state=ungraded` },
    ...(categories.length > 1 ? categories : []).map(({ key, name }) => {
      return { name: `${name}待处理`, query: `?category=${key}&state=ungraded` }
    }),
    { name: '退回', query: '?state=sent_back' },
    { name: '全部', query: '?state=all' },
  ]
}

type Props = { views: readonly ShownView[]; query: string; waiting: number | null }

/** 视图: where to, and how much is there. */
export function Views({ views, query, waiting }: Props) {
  const tabs = views.map(({ name, query: of, count }) => ({
    href: `/desk${of}`,
    name,
    count: countInWords(count),
    here: of === query,
  }))
  const proposed = waiting === null ? [] : [{ href: '/desk/proposals', name: '待发布', count: waiting }]
  return <Tabs kind="side" small label="视图" tabs={[...tabs, ...proposed]} />
}
