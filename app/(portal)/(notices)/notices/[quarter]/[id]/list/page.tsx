import type { Metadata } from 'next'
import { drawPacked } from '@/app/(portal)/drawing'
import { page } from '@/app/page-of'
import { CountedTitle } from '@/components/figures/counted-title'
import { DrilldownTable } from '@/components/figures/drilldown-table'
import { UnitsTable } from '@/components/figures/units-table'
import { Drawn } from '@/components/ui/drawn'
import { Empty } from '@/components/ui/empty'
import { Note } from '@/components/ui/note'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { frozenList } from '@/lib/data/notices/frozen-list'
import { notFound } from '@/lib/domain/base/fault'
import { figureName, figureQuery, figureWords, parseFigure } from '@/lib/domain/figures/figure'
import { parseQuarter, quarterName } from '@/lib/domain/time/quarter'

export const metadata: Metadata = { title: '通报明细' }

/** The list behind a figure of an issued notice, as it was when it was issued. */
export default page('/notices/[quarter]/[id]/list', async ({ viewer, params, search }) => {
  const { quarter: asked, id } = params
  const figure = parseFigure(search)
  const here = `/notices/${encodeURIComponent(asked)}/${encodeURIComponent(id)}`
  const quarter = parseQuarter(asked)
  if (!quarter || !figure) throw notFound()
  const { number, unit, category, total, rows, units, categoryOf, ...list } = await frozenList(viewer, id, figure)
  if (unit === null || list.quarter !== quarter) throw notFound()
  const title = figureWords(figure, quarter, unit ?? category)
  const count = (rows ?? units ?? []).length
  const table = await drawPacked(
    rows ? (
      <DrilldownTable title={title} rows={rows} itemsAt={viewer.role === 'editor' ? '/desk' : '/items'} />
    ) : (
      <UnitsTable
        title={title}
        listAt={(of) => `${here}/list?${figureQuery(of)}`}
        rows={units ?? []}
        categoryOf={categoryOf}
      />
    ),
  )
  return (
    <Sheet>
      <PageHead
        title={<CountedTitle title={title} total={total} />}
        trail={[
          { href: '/notices', name: '通报' },
          { href: here, name: number },
        ]}
        here={[unit, figureName(figure)].filter(Boolean).join(' ')}
      />
      <Note className="mb-4">
        以下是{quarterName(quarter)}通报（{number}）印发时的明细，此后的变动不在其中。
        {rows?.some((row) => row.title === null) && '标题显示为“—”的信息，您无权查看标题和正文；单位、日期和类别照列。'}
      </Note>
      {count === 0 ? <Empty>此项为 0，没有明细。</Empty> : <Drawn drawn={table} />}
    </Sheet>
  )
})
