import type { Metadata } from 'next'
import { wallDrawn } from '@/app/(portal)/(figures)/ranking/[quarter]/figures'
import { page } from '@/app/page-of'
import { Wall } from '@/components/figures/wall'
import { Drawn } from '@/components/ui/drawn'
import { pageVersionOf } from '@/lib/data/figures/figures'
import { notFound } from '@/lib/domain/base/fault'
import { parseQuarter } from '@/lib/domain/time/quarter'
import { parseSpan, spanName } from '@/lib/domain/time/span'
import '@/components/figures/wall.css'

export const metadata: Metadata = { title: '排名大屏' }

/** The ranking on a wall: a screen a page, without the head of the portal. */
export default page('/wall/[quarter]', async ({ viewer, params, search }) => {
  const asked = params.quarter
  const { span: time, page } = search
  const span = parseSpan(time)
  const quarter = parseQuarter(asked)
  if (!quarter || !span) throw notFound()
  const { seq, at } = await pageVersionOf(viewer, quarter)
  const pages = await wallDrawn(viewer, quarter, span, seq)
  const wanted = typeof page === 'string' && /^\d{1,2}$/.test(page) ? Number(page) : 1
  return (
    <Wall
      key={`${quarter} ${span}`}
      quarter={quarter}
      span={span}
      title={`${spanName(quarter, span)}政务信息排名`}
      version={seq}
      changedAt={at}
      page={Math.max(wanted, 1)}
      pages={pages.map(({ content, ...page }) => ({ ...page, screen: <Drawn drawn={content} /> }))}
    />
  )
})
