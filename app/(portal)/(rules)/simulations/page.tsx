import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { Banner } from '@/components/rules/simulation/banner'
import { Examples } from '@/components/rules/simulation/examples'
import { SavedTable } from '@/components/rules/simulation/saved-table'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { leadingQuarter } from '@/lib/data/figures/figures'
import { categoriesFor } from '@/lib/data/office/categories'
import { savedSimulations } from '@/lib/data/rules/simulations'
import { formatCursor, parseCursor } from '@/lib/domain/base/cursor'
import { can } from '@/lib/domain/people/policy'
import { examplesFor } from '@/lib/domain/rules/simulation'

export const metadata: Metadata = { title: '试算' }

/** The simulations that were saved, and the ways to a new one. */
export default page('/simulations', async ({ viewer, search }) => {
  const { after } = search
  const place = typeof after === 'string' ? parseCursor(after) : undefined
  const { rows, next } = await savedSimulations(viewer, place)
  const examples = examplesFor(await categoriesFor(viewer))
  const quarter = await leadingQuarter(viewer, Date.now())
  return (
    <Sheet>
      <PageHead
        title="试算"
        action={
          <Link href={`/simulations/new?quarter=${quarter}`} kind="primary">
            新建试算
          </Link>
        }
      />
      <Banner />
      {examples.length > 0 && (
        <div className="mb-6">
          <Examples examples={examples} quarter="2020Q3">
            可先看一例：
          </Examples>
        </div>
      )}
      <SavedTable rows={rows} />
      <nav aria-label="更多" className="flex justify-end gap-6 mt-4 print:hidden">
        {place && (
          <Link href="/simulations" kind="quiet">
            回到最新
          </Link>
        )}
        {next && (
          <Link href={`/simulations?after=${formatCursor(next)}`} kind="quiet" rel="next">
            下一页
          </Link>
        )}
        {can(viewer, 'past.import').allowed && (
          <Link href="/past" kind="quiet">
            历史数据
          </Link>
        )}
        <Link href={`/ranking/${quarter}`} kind="quiet">
          排名
        </Link>
      </nav>
    </Sheet>
  )
})
