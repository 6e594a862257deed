import type { ReactNode } from 'react'
import { type Overview, TREND_FIGURES } from '@/lib/domain/figures/overview'
import { type WallColumn, wallScreens } from '@/lib/domain/figures/wall'
import { quarterName } from '@/lib/domain/time/quarter'
import { lineOfSpan } from '@/lib/domain/time/span'
import { listPath } from './links'
import { ScatterFigure } from './scatter-figure'
import { TotalsBlock } from './totals'
import { TrendDrawing } from './trends'
import { Verdicts } from './verdicts'
import { WallTable } from './wall-table'

const PICTURE = { width: 1180, height: 690, font: 26 }
const TALL = 215

/** One screen of the wall. */
export type WallPage<Content> = { title: string; note: string; content: Content }

/** The pages of the wall, one screen each; none while there is no unit. */
export function wallPages(overview: Overview): WallPage<ReactNode>[] {
  const { ranking, trend, empty } = overview
  const names = empty.map((quarter) => quarterName(quarter).slice('2020年'.length)).join('、')
  const missing = names && `${names}没有数据，按0计`
  if (ranking.totals.units === 0) return []
  return [
    {
      title: '总体情况',
      note: missing,
      content: (
        <div className="wall-first">
          <TotalsBlock overview={overview} link={listPath} wall />
          <div className="wall-overview">
            <ScatterFigure overview={overview} size={PICTURE} link={listPath} wall />
            <Verdicts overview={overview} link={listPath} wall />
          </div>
        </div>
      ),
    },
    {
      title: '近八个季度走势',
      note: missing,
      content: (
        <div className="wall-trends">
          {TREND_FIGURES.map((figure) => (
            <TrendDrawing key={figure} figure={figure} trend={trend} link={listPath} height={TALL} />
          ))}
        </div>
      ),
    },
    ...wallScreens(ranking).map((columns) => ({
      title: [...new Set(columns.map(nameOf))].join('、'),
      note: missing || noteOf(columns, overview),
      content: (
        <div className="wall-pair">
          {columns.map((column) => (
            <WallTable key={nameOf(column) + column.part} overview={overview} column={column} name={nameOf(column)} />
          ))}
        </div>
      ),
    })),
  ]
}

/** What the signs in the tables of a page mean. */
function noteOf(columns: readonly WallColumn[], { ranking, comparable }: Overview): string {
  const at = [
    columns.some(({ kind }) => kind === 'adoption') && `占比 ${lineOfSpan(ranking.quarters.length)}`,
    columns.some(({ kind }) => kind === 'submission') && '完成率 100%',
  ]
  return `竖线为${at.filter(Boolean).join('、')}${comparable ? '；▲▼为名次升降' : ''}`
}

function nameOf({ category, kind }: WallColumn): string {
  return `${category.name}${kind === 'adoption' ? '采用' : '报送'}`
}
