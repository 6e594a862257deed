import type { ReactNode } from 'react'
import type { Overview } from '@/lib/domain/figures/overview'
import { AdoptionTable } from './adoption-table'
import { listBeside } from './links'
import { MovementNote, Notes } from './notes'
import { ScatterFigure } from './scatter-figure'
import { SubmissionTable } from './submission-table'
import { TotalsBlock } from './totals'
import { Trends } from './trends'
import { Verdicts } from './verdicts'

const PICTURE = { width: 640, height: 520, font: 16 }

/**
 * The totals, the tables and the pictures of a span. Drawn once per change of the data for all readers, so: no
 * state, nothing of the viewer, few elements a row and no class on a cell.
 */
export function RankingView({ overview }: { overview: Overview }) {
  const { ranking, trend } = overview
  if (ranking.totals.units === 0)
    return <p className="sheet empty">单位名册还是空的。导入名册和任务后，此处显示各单位的名次。</p>
  return (
    <>
      <TotalsBlock overview={overview} link={listBeside} />
      <Notes overview={overview} />
      <Part id="submission" title="报送情况">
        {ranking.tables.map((of) => (
          <SubmissionTable key={of.category.key} overview={overview} of={of} />
        ))}
      </Part>
      <Part id="adoption" title="采用情况">
        {ranking.tables.map((of) => (
          <AdoptionTable key={of.category.key} overview={overview} of={of} />
        ))}
      </Part>
      <MovementNote overview={overview} />
      <section id="pictures">
        <h2>完成与采用对照</h2>
        <div className="sheet compared">
          <ScatterFigure overview={overview} size={PICTURE} link={listBeside} />
          <Verdicts overview={overview} link={listBeside} />
        </div>
      </section>
      <section id="trends">
        <h2>近八个季度走势</h2>
        <Trends trend={trend} link={listBeside} />
      </section>
    </>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      <div className="pair">{children}</div>
    </section>
  )
}
