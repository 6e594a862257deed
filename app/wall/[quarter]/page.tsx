import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { figuresDrawn } from '@/app/(portal)/(figures)/ranking/[quarter]/figures'
import { handOver } from '@/app/(portal)/drawing'
import { spanQuery } from '@/components/figures/links'
import { Wall } from '@/components/figures/wall'
import { Still } from '@/components/ui/still'
import { pageViewer, reading } from '@/lib/auth/page'
import { pageVersionOf } from '@/lib/data/figures/figures'
import { parseQuarter } from '@/lib/domain/time/quarter'
import { parseSpan, spanName } from '@/lib/domain/time/span'
import '@/components/figures/ranking.css'
import '@/components/figures/pictures.css'
import '@/components/figures/wall.css'

type Props = {
  params: Promise<{ quarter: string }>
  searchParams: Promise<{ span?: string | string[]; page?: string | string[] }>
}

export const metadata: Metadata = { title: '排名大屏' }

/** The ranking on a wall: a screen a page, without the head of the portal. */
export default async function WallPage({ params, searchParams }: Props) {
  const asked = (await params).quarter
  const { span: time, page } = await searchParams
  const span = parseSpan(time)
  const viewer = await pageViewer(`/wall/${encodeURIComponent(asked)}${span ? spanQuery(span) : ''}`, {
    visitors: true,
  })
  const quarter = parseQuarter(asked)
  if (!quarter || !span) notFound()
  const { seq, at } = await reading(pageVersionOf(viewer, quarter))
  const figures = await reading(figuresDrawn(viewer, quarter, span, seq, 'wall'))
  const pages = Math.max(1, figures.split('class="wall-page"').length - 1)
  const wanted = typeof page === 'string' && /^\d{1,2}$/.test(page) ? Number(page) : 1
  return (
    <Wall
      key={`${quarter} ${span}`}
      quarter={quarter}
      span={span}
      title={`${spanName(quarter, span)}政务信息排名`}
      version={seq}
      changedAt={at}
      page={Math.min(Math.max(wanted, 1), pages)}
      pages={pages}
      figures="figures"
    >
      <main>
        <Still id="figures" name={handOver(`wall ${quarter} ${span} ${seq}`, figures)} />
      </main>
    </Wall>
  )
}
