import type { ReactNode } from 'react'
import { Empty } from '@/components/ui/empty'
import { Sheet } from '@/components/ui/sheet'
import { KINDS } from '@/lib/domain/adoptions/kinds'
import { hasExtra } from '@/lib/domain/figures/extra'
import type { Overview } from '@/lib/domain/figures/overview'
import { AdoptionTable } from './adoption-table'
import { listBeside } from './links'
import { MovementNote, Notes } from './notes'
import { ScatterFigure } from './scatter-figure'
import { StandingPair, Standings } from './standings'
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
    return (
      <Sheet>
        <Empty>单位名册还是空的。导入名册和任务后，此处显示各单位的名次。</Empty>
      </Sheet>
    )
  const wide = ranking.kinds.length > KINDS.length || ranking.tables.some(({ adoption }) => hasExtra(adoption))
  return (
    <>
      <TotalsBlock overview={overview} link={listBeside} />
      <Notes overview={overview} />
      <Standings>
        <Part id="submission" title="报送情况">
          <StandingPair wide={false}>
            {ranking.tables.map((of) => (
              <SubmissionTable key={of.category.key} overview={overview} of={of} />
            ))}
          </StandingPair>
        </Part>
        <Part id="adoption" title="采用情况" apart>
          <StandingPair wide={wide}>
            {ranking.tables.map((of) => (
              <AdoptionTable key={of.category.key} overview={overview} of={of} />
            ))}
          </StandingPair>
        </Part>
      </Standings>
      <div className="px-4 print:px-0">
        <MovementNote overview={overview} />
      </div>
      <Part id="pictures" title="完成与采用对照" apart>
        <Sheet>
          <div className="grid grid-cols-1 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] gap-x-12 gap-y-2">
            <ScatterFigure overview={overview} size={PICTURE} link={listBeside} />
            <Verdicts overview={overview} link={listBeside} />
          </div>
        </Sheet>
      </Part>
      <Part id="trends" title="近八个季度走势" apart>
        <Trends trend={trend} link={listBeside} />
      </Part>
    </>
  )
}

type PartProps = { id: string; title: string; apart?: boolean; children: ReactNode }

/** `apart` begins a page on paper. */
function Part({ id, title, apart = false, children }: PartProps) {
  return (
    <section id={id} className={apart ? 'print:break-before-page' : undefined}>
      <h2 className="mt-6 mb-2 px-4 print:mt-3 print:px-0 print:break-after-avoid">{title}</h2>
      {children}
    </section>
  )
}
