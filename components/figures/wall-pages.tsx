import type { ReactNode } from 'react'
import { type Overview, TREND_FIGURES } from '@/lib/domain/figures/overview'
import { type WallColumn, wallScreens } from '@/lib/domain/figures/wall'
import { quarterName } from '@/lib/domain/time/quarter'
import { lineOfSpan } from '@/lib/domain/time/span'
import { listPath, spanQuery } from './links'
import { ScatterFigure } from './scatter-figure'
import { TotalsBlock } from './totals'
import { TrendDrawing } from './trends'
import { Verdicts } from './verdicts'
import { WallTable } from './wall-table'

const PICTURE = { width: 1180, height: 690, font: 26 }
const TALL = 215

/** The pages of the wall, one screen each; all stand in the answer, and the wall shows one of them at a time. */
export function WallPages({ overview }: { overview: Overview }) {
  const { ranking, trend, empty } = overview
  const names = empty.map((quarter) => quarterName(quarter).slice('2020年'.length)).join('、')
  const missing = names && `${names}没有数据，按0计`
  if (ranking.totals.units === 0)
    return <p className="empty">单位名册还是空的。导入名册和任务后，此处显示各单位的名次。</p>
  const pages: { title: string; content: ReactNode; note?: string }[] = [
    {
      title: '总体情况',
      content: (
        <>
          <TotalsBlock overview={overview} link={listPath} />
          <div className="wall-overview">
            <ScatterFigure overview={overview} size={PICTURE} link={listPath} />
            <Verdicts overview={overview} link={listPath} />
          </div>
        </>
      ),
    },
    {
      title: '近八个季度走势',
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
      note: noteOf(columns, overview),
      content: (
        <div className="wall-pair">
          {columns.map((column) => (
            <WallTable key={nameOf(column) + column.part} overview={overview} column={column} name={nameOf(column)} />
          ))}
        </div>
      ),
    })),
  ]
  return pages.map(({ title, content, note }, index) => (
    <section key={title} className="wall-page" aria-label={title}>
      <h2>{title}</h2>
      {content}
      <div>
        <nav aria-label="页">
          {pages.map((page, i) => (
            <a
              key={page.title}
              href={`/wall/${ranking.quarter}?page=${i + 1}${spanQuery(overview.span, '&')}`}
              aria-current={i === index ? 'page' : undefined}
              title={page.title}
            >
              {i + 1}
            </a>
          ))}
        </nav>
        <p>{missing || note}</p>
      </div>
    </section>
  ))
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
