import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { draw } from '@/app/(portal)/drawing'
import { TraceTable } from '@/components/ranking/trace-table'
import { UnitsTable } from '@/components/ranking/units-table'
import { pageViewer, reading } from '@/lib/auth/page'
import { figureName, figureQuery, figureWords, parseFigure } from '@/lib/domain/figure'
import { parseQuarter, quarterName } from '@/lib/domain/quarter'
import { behind } from './rows'
import '@/components/ranking/list.css'

export const metadata: Metadata = { title: '排名明细' }

type Props = {
  params: Promise<{ quarter: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The list behind a printed figure: exactly as many rows as it says. */
export default async function FigurePage({ params, searchParams }: Props) {
  const asked = (await params).quarter
  const figure = parseFigure(await searchParams)
  const query = figure ? `?${figureQuery(figure)}` : ''
  const viewer = await pageViewer(`/ranking/${encodeURIComponent(asked)}/list${query}`)
  const quarter = parseQuarter(asked)
  if (!quarter || !figure) notFound()
  const { unit, total, traced, units, categoryOf } = await reading(behind(viewer, quarter, figure))
  if (unit === null) notFound()
  const title = figureWords(figure, quarter, unit)
  const rows = traced ?? units ?? []
  const itemsAt = viewer.role === 'editor' ? '/desk' : '/items'
  return (
    <div className="sheet figure-list">
      <nav aria-label="当前位置" className="text-sm no-print">
        <a href="/ranking">排名</a> › <a href={`/ranking/${quarter}`}>{quarterName(quarter)}</a> ›{' '}
        <span aria-current="page">{[unit, figureName(figure)].filter(Boolean).join(' ')}</span>
      </nav>
      <h1>
        {title} <b>{total}</b>
      </h1>
      {traced?.some((row) => row.title === null) && (
        <p className="note">标题显示为“—”的信息，您无权查看标题和正文；单位、日期和类别照列。</p>
      )}
      {rows.length === 0 ? (
        <p className="empty">此项为 0，没有明细。有信息或单位计入后，逐条列在此处。</p>
      ) : (
        <div
          dangerouslySetInnerHTML={{
            __html: draw(
              traced ? (
                <TraceTable title={title} rows={traced} itemsAt={itemsAt} />
              ) : (
                <UnitsTable title={title} quarter={quarter} rows={units ?? []} categoryOf={categoryOf} />
              ),
            ),
          }}
        />
      )}
    </div>
  )
}
