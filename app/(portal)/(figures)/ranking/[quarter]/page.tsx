import type { Metadata } from 'next'
import { quartersToChoose } from '@/app/(portal)/drawing'
import { page } from '@/app/page-of'
import { spanQuery } from '@/components/figures/links'
import { Live } from '@/components/figures/live'
import { OpennessForm } from '@/components/figures/openness-form'
import { Quarters } from '@/components/figures/quarters'
import { Tools } from '@/components/figures/tools'
import { Drawn } from '@/components/ui/drawn'
import { newFormKey } from '@/lib/auth/form-key'
import { pageVersionOf } from '@/lib/data/figures/figures'
import { categoriesFor } from '@/lib/data/office/categories'
import { settingsOf } from '@/lib/data/office/settings'
import { notFound } from '@/lib/domain/base/fault'
import { categoriesIn } from '@/lib/domain/office/category'
import { can } from '@/lib/domain/people/policy'
import { chineseDateTime, parseQuarter, quarterName, quarterProgress } from '@/lib/domain/time/quarter'
import { parseSpan, spanName } from '@/lib/domain/time/span'
import { changeSetting } from '../../../(office)/actions'
import { rankingDrawn } from './figures'
import '@/components/figures/print.css'

type Props = { params: Promise<{ quarter: string }>; searchParams: Promise<{ span?: string | string[] }> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const quarter = parseQuarter((await params).quarter)
  const span = parseSpan((await searchParams).span)
  return { title: quarter && span ? `${spanName(quarter, span)}政务信息排名` : '排名' }
}

/** Read from two metres, and as wide as a wide screen is. */
const WHOLE =
  'text-lg max-sm:text-base xl:mx-[calc((100%-min(max(100%,100vw-4rem),115rem))/2)] print:mx-0 print:text-sm [page:ranking]'
const CHANGED = '[&_[data-changed]]:bg-late-wash [&_[data-changed]]:[box-shadow:inset_0_-3px_var(--color-late)]'

/** The viewer and the version are read on every request; the figures are drawn once a version. */
export default page('/ranking/[quarter]', async ({ viewer, params, search }) => {
  const asked = params.quarter
  const span = parseSpan(search.span)
  const quarter = parseQuarter(asked)
  if (!quarter || !span) throw notFound()
  const { seq, at } = await pageVersionOf(viewer, quarter)
  const [figures, quarters, categories] = await Promise.all([
    rankingDrawn(viewer, quarter, span, seq),
    quartersToChoose(viewer, Date.now()),
    categoriesFor(viewer),
  ])
  const open = can(viewer, 'setting.change').allowed ? (await settingsOf(viewer))['ranking.open'] : null
  return (
    <div className={WHOLE}>
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1 mb-4 px-4 print:px-0">
        <h1>{spanName(quarter, span)}政务信息排名</h1>
        <div className="text-base">
          <Quarters base="/ranking" quarter={quarter} quarters={quarters} query={spanQuery(span)} />
        </div>
        <p className="sm:ml-auto text-sm text-second">
          {quarterProgress(quarter, Date.now()) < 1 && `${quarterName(quarter)}尚未结束。`}
          {at ? `数据最近变动：${chineseDateTime(at)}（版本 ${seq}）` : '尚无数据变动'}
        </p>
        <Live quarter={quarter} version={seq} figures="figures" />
        <Tools
          quarter={quarter}
          span={span}
          categories={categoriesIn(categories, quarter)}
          simulates={can(viewer, 'simulation.read').allowed}
        />
      </div>
      <Drawn id="figures" className={CHANGED} drawn={figures} />
      {open && <OpennessForm action={changeSetting} formKey={newFormKey(viewer)} open={open} />}
    </div>
  )
})
