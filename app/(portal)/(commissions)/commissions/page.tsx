import type { Metadata } from 'next'
import { CommissionTable } from '@/components/commissions/commission-table'
import '@/components/commissions/commissions.css'
import { page } from '@/lib/action/page'
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
    <div className="sheet">
      <div className="flex flex-wrap items-center justify-between gap-4 mb-4">
        <h1>约稿</h1>
        {asks && (
          <a href="/commissions/new" className="button button-primary">
            发出约稿
          </a>
        )}
      </div>
      {rows.length > 0 ? (
        <CommissionTable rows={rows} now={now} own={viewer.unitId !== null} />
      ) : (
        <p className="empty">
          {asks
            ? '还没有约稿。向有关单位约稿后，各单位的回复情况列在这里。'
            : '目前没有约稿。约稿主题、截止时间和回复情况将列在这里。'}
        </p>
      )}
      <nav aria-label="更多" className="pages no-print">
        {place && <a href="/commissions">回到最新</a>}
        {next && <a href={`/commissions?after=${formatCursor(next)}`}>下一页</a>}
        <a href="/focus">报送重点</a>
      </nav>
    </div>
  )
})
