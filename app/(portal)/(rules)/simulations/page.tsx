import type { Metadata } from 'next'
import { Banner } from '@/components/rules/simulation/banner'
import { trialPath } from '@/components/rules/simulation/changes'
import { SavedTable } from '@/components/rules/simulation/saved-table'
import { page } from '@/lib/action/page'
import { leadingQuarter } from '@/lib/data/figures/figures'
import { savedSimulations } from '@/lib/data/rules/simulations'
import { formatCursor, parseCursor } from '@/lib/domain/base/cursor'
import { can } from '@/lib/domain/people/policy'
import { EXAMPLES } from '@/lib/domain/rules/simulation'
import '@/components/rules/simulation/simulation.css'

export const metadata: Metadata = { title: '试算' }

/** The simulations that were saved, and the ways to a new one. */
export default page('/simulations', async ({ viewer, search }) => {
  const { after } = search
  const place = typeof after === 'string' ? parseCursor(after) : undefined
  const { rows, next } = await savedSimulations(viewer, place)
  const quarter = await leadingQuarter(viewer, Date.now())
  return (
    <div className="sheet trial">
      <div className="title-row">
        <h1>试算</h1>
        <a href={`/simulations/new?quarter=${quarter}`} className="button button-primary">
          新建试算
        </a>
      </div>
      <Banner />
      <p className="trial-examples mb-6 no-print">
        可先看一例：
        {EXAMPLES.map(({ name, changes }) => (
          <a key={name} href={trialPath('2020Q3', changes)}>
            {name}
          </a>
        ))}
      </p>
      {rows.length > 0 ? (
        <SavedTable rows={rows} />
      ) : (
        <p className="empty">还没有保存过试算。点“新建试算”，改动某一季度的分值，可看到各单位名次和占比的变化。</p>
      )}
      <nav aria-label="更多" className="pages no-print">
        {place && <a href="/simulations">回到最新</a>}
        {next && (
          <a href={`/simulations?after=${formatCursor(next)}`} rel="next">
            下一页
          </a>
        )}
        {can(viewer, 'past.import').allowed && <a href="/past">历史数据</a>}
        <a href={`/ranking/${quarter}`}>排名</a>
      </nav>
    </div>
  )
})
