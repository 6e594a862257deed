import type { ReactNode } from 'react'
import type { TracedFigure } from '@/lib/domain/figure'
import { CATEGORIES } from '@/lib/domain/kinds'
import type { Ranking, Totals } from '@/lib/domain/ranking'
import { AdoptionTable } from './adoption-table'
import { listBeside } from './links'
import { SubmissionTable } from './submission-table'

const LARGE: readonly [keyof Totals & TracedFigure, string][] = [
  ['items', '报送'],
  ['forwarded', '采编上报'],
  ['district', '区级采用'],
  ['city', '市级采用'],
  ['province', '省级采用'],
]

/**
 * The totals and the four tables of a quarter. Drawn once per change of the data for all readers, so: no state, nothing
 * of the viewer, few elements a row and no class on a cell.
 */
export function RankingView({ ranking }: { ranking: Ranking }) {
  const { totals, quarter } = ranking
  if (totals.units === 0)
    return <p className="sheet empty">单位名册还是空的。导入名册和任务后，此处显示各单位的名次。</p>
  return (
    <>
      <ul className="totals">
        {LARGE.map(([figure, words]) => (
          <li key={figure}>
            <a href={listBeside(quarter, { figure })}>
              <span>{words}</span> <b>{String(totals[figure])}</b>
            </a>
          </li>
        ))}
      </ul>
      {totals.items === 0 && <p className="note">本季度还没有信息报送。各单位报送后，名次在此处随时更新。</p>}
      <Part title="报送情况">
        {CATEGORIES.map((category) => (
          <SubmissionTable key={category} ranking={ranking} category={category} />
        ))}
      </Part>
      <Part title="采用情况">
        {CATEGORIES.map((category) => (
          <AdoptionTable key={category} ranking={ranking} category={category} />
        ))}
      </Part>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <div className="pair">{children}</div>
    </section>
  )
}
