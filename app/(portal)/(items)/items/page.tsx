import type { Metadata } from 'next'
import { ItemTable } from '@/components/items/item-table'
import { page } from '@/lib/action/page'
import { ownCounts, ownItems } from '@/lib/data/items/lists'
import { formatCursor, parseCursor } from '@/lib/domain/base/cursor'
import { type ItemState, STATES } from '@/lib/domain/items/item'
import { can } from '@/lib/domain/people/policy'

export const metadata: Metadata = { title: '本单位的信息' }

const FILTERS: readonly ItemState[] = ['draft', 'received', 'sent_back', 'withdrawn', 'duplicate']

export default page('/items', async ({ viewer, search }) => {
  const { state: wanted, after } = search
  const state = FILTERS.find((s) => s === wanted)
  const place = typeof after === 'string' ? parseCursor(after) : undefined
  const [counts, page] = await Promise.all([ownCounts(viewer), ownItems(viewer, { state, after: place })])
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const writes = can(viewer, 'item.save').allowed
  return (
    <div className="sheet">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1>本单位的信息</h1>
        {writes && (
          <a href="/items/new" className="button button-primary">
            报送信息
          </a>
        )}
      </div>
      <nav aria-label="按状态筛选" className="filters my-4">
        {[undefined, ...FILTERS].map((s) => (
          <a key={s ?? 'all'} href={addressOf(s)} aria-current={s === state ? 'page' : undefined}>
            {s ? STATES[s] : '全部'} {s ? (counts[s] ?? 0) : all}
          </a>
        ))}
      </nav>
      {page.rows.length > 0 ? <ItemTable rows={page.rows} /> : <Nothing state={state} writes={writes} />}
      {(place || page.next) && (
        <nav aria-label="翻页" className="mt-6 flex gap-6">
          {place && <a href={addressOf(state)}>回到第一页</a>}
          {page.next && <a href={addressOf(state, formatCursor(page.next))}>下一页</a>}
        </nav>
      )}
    </div>
  )
})

function Nothing({ state, writes }: { state: ItemState | undefined; writes: boolean }) {
  const what = state ? `没有状态为“${STATES[state]}”的信息。` : '本单位报送的信息将列在这里，并注明采用情况。'
  return (
    <p className="empty">
      {what}
      {!state && writes && '按右上角“报送信息”开始。'}
    </p>
  )
}

function addressOf(state?: ItemState, after?: string): string {
  const query = new URLSearchParams({ ...(state && { state }), ...(after && { after }) }).toString()
  return query ? `/items?${query}` : '/items'
}
