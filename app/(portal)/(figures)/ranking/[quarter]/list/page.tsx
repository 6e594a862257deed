import type { Metadata } from 'next'
import { drawnOf, drawPacked } from '@/app/(portal)/drawing'
import { page } from '@/app/page-of'
import { CountedTitle } from '@/components/figures/counted-title'
import { DrilldownTable } from '@/components/figures/drilldown-table'
import { listPath, spanQuery } from '@/components/figures/links'
import { PastNotes } from '@/components/figures/past-notes'
import { UnitsTable } from '@/components/figures/units-table'
import { Drawn } from '@/components/ui/drawn'
import { Empty } from '@/components/ui/empty'
import { Note } from '@/components/ui/note'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Sheet } from '@/components/ui/sheet'
import { drilldown } from '@/lib/data/figures/drilldown'
import { formatCursor, parseCursor } from '@/lib/domain/base/cursor'
import { notFound } from '@/lib/domain/base/fault'
import { figureName, figureWords, parseFigure } from '@/lib/domain/figures/figure'
import { parseQuarter } from '@/lib/domain/time/quarter'
import { parseSpan, quartersOf, spanName } from '@/lib/domain/time/span'

export const metadata: Metadata = { title: '排名明细' }

/** The list behind a printed figure: exactly as many rows as it says. */
export default page('/ranking/[quarter]/list', async ({ viewer, params, search }) => {
  const asked = params.quarter
  const query = search
  const figure = parseFigure(query)
  const span = parseSpan(query.span)
  const quarter = parseQuarter(asked)
  if (!quarter || !figure || !span) throw notFound()
  const after = parseCursor(typeof query.after === 'string' ? query.after : undefined)
  const before = after ? Math.min(Number(query.before) || 0, 99_999_999) : 0
  const found = await drilldown(viewer, quarter, figure, span, { after })
  const { unit, category, total, rows, units, past, next, categoryOf } = found
  if (unit === null) throw notFound()
  const title = figureWords(figure, quarter, unit ?? category, span)
  const count = (rows ?? units ?? []).length
  const here = listPath(quarter, figure, span)
  const itemsAt = viewer.role === 'editor' ? '/desk' : '/items'
  const name = figureName(figure, quartersOf(quarter, span).length)
  const list = await (rows
    ? drawnOf({ title, rows, before, itemsAt }, <DrilldownTable {...{ title, rows, before, itemsAt }} />)
    : drawPacked(
        <UnitsTable
          title={title}
          listAt={(of) => listPath(quarter, of, span)}
          rows={units ?? []}
          categoryOf={categoryOf}
        />,
      ))
  return (
    <Sheet>
      <PageHead
        title={<CountedTitle title={title} total={total} />}
        trail={[
          { href: '/ranking', name: '排名' },
          { href: `/ranking/${quarter}${spanQuery(span)}`, name: spanName(quarter, span) },
        ]}
        here={[unit, name].filter(Boolean).join(' ')}
      />
      <PastNotes past={past} figure={figure} alone={span === 'quarter'} />
      {rows?.some((row) => row.title === null) && (
        <Note className="mb-4">标题显示为“—”的信息，您无权查看标题和正文；单位、日期和类别照列。</Note>
      )}
      {count === 0 ? (
        past.length === 0 && <Empty>此项为 0，没有明细。有信息或单位计入后，逐条列在此处。</Empty>
      ) : (
        <Drawn drawn={list} />
      )}
      <Pager
        first={after && here}
        next={next ? `${here}&after=${formatCursor(next)}&before=${before + count}` : undefined}
        says={rows && `第 ${before + 1}—${before + count} 条，共 ${total}`}
      />
    </Sheet>
  )
})
