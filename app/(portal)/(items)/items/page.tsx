import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { ItemTable } from '@/components/items/item-table'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Sheet } from '@/components/ui/sheet'
import { Tabs } from '@/components/ui/tabs'
import { ownCounts, ownItems } from '@/lib/data/items/lists'
import { countInWords, sumOfCounts } from '@/lib/domain/base/count'
import { formatCursor, parseCursor } from '@/lib/domain/base/cursor'
import { type ItemState, STATES } from '@/lib/domain/items/item'
import { can } from '@/lib/domain/people/policy'

export const metadata: Metadata = { title: '本单位的信息' }

const FILTERS: readonly ItemState[] = ['draft', 'received', 'sent_back', 'withdrawn', 'duplicate']
const ALL = Object.keys(STATES) as ItemState[]

export default page('/items', async ({ viewer, search }) => {
  const { state: wanted, after } = search
  const state = FILTERS.find((s) => s === wanted)
  const place = typeof after === 'string' ? parseCursor(after) : undefined
  const [counts, page] = await Promise.all([ownCounts(viewer, ALL), ownItems(viewer, { state, after: place })])
  const all = sumOfCounts(Object.values(counts))
  const writes = can(viewer, 'item.save').allowed
  const tabs = [undefined, ...FILTERS].map((s) => ({
    href: addressOf(s),
    name: s ? STATES[s] : '全部',
    count: countInWords(s ? counts[s] : all),
    here: s === state,
  }))
  return (
    <Sheet>
      <PageHead
        title="本单位的信息"
        action={
          writes && (
            <Link href="/items/new" kind="primary">
              报送信息
            </Link>
          )
        }
      />
      <div className="mb-4">
        <Tabs label="按状态筛选" tabs={tabs} />
      </div>
      {page.rows.length > 0 ? <ItemTable rows={page.rows} /> : <Nothing state={state} writes={writes} />}
      <Pager
        first={place && addressOf(state)}
        next={page.next ? addressOf(state, formatCursor(page.next)) : undefined}
      />
    </Sheet>
  )
})

function Nothing({ state, writes }: { state: ItemState | undefined; writes: boolean }) {
  const what = state ? `没有状态为“${STATES[state]}”的信息。` : '本单位报送的信息将列在这里，并注明采用情况。'
  return (
    <Empty>
      {what}
      {!state && writes && '按右上角“报送信息”开始。'}
    </Empty>
  )
}

function addressOf(state?: ItemState, after?: string): string {
  const query = new URLSearchParams({ ...(state && { state }), ...(after && { after }) }).toString()
  return query ? `/items?${query}` : '/items'
}
