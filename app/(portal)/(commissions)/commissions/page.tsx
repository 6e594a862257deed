import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { CommissionTable } from '@/components/commissions/commission-table'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Sheet } from '@/components/ui/sheet'
import { commissionsFor } from '@/lib/data/commissions/commissions'
import { formatCursor, parseCursor } from '@/lib/domain/base/cursor'
import { can } from '@/lib/domain/people/policy'

export const metadata: Metadata = { title: '约稿' }

/** What units were asked for: the office follows all of it, a unit reads what asks it. */
export default page('/commissions', async ({ viewer, search }) => {
  const { after } = search
  const place = typeof after === 'string' ? parseCursor(after) : undefined
  const now = Date.now()
  const { rows, next } = await commissionsFor(viewer, now, place)
  const asks = can(viewer, 'commission.ask').allowed
  return (
    <Sheet>
      <PageHead
        title="约稿"
        action={
          asks && (
            <Link href="/commissions/new" kind="primary">
              发出约稿
            </Link>
          )
        }
      />
      <CommissionTable
        rows={rows}
        now={now}
        own={viewer.unitId !== null}
        empty={
          asks
            ? '还没有约稿。向有关单位约稿后，各单位的回复情况列在这里。'
            : '目前没有约稿。约稿主题、截止时间和回复情况将列在这里。'
        }
      />
      <Pager
        first={place && '/commissions'}
        firstName="最新"
        next={next ? `/commissions?after=${formatCursor(next)}` : undefined}
      />
      <p className="mt-4 text-right print:hidden">
        <Link href="/focus" kind="quiet">
          报送重点
        </Link>
      </p>
    </Sheet>
  )
})
