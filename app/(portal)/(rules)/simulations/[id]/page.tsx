import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { Banner } from '@/components/rules/simulation/banner'
import { changesInWords, trialPath } from '@/components/rules/simulation/changes'
import { TrialResult } from '@/components/rules/simulation/result'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { simulationOf } from '@/lib/data/rules/simulations'
import { chineseDateTime, quarterName } from '@/lib/domain/time/quarter'

export const metadata: Metadata = { title: '试算' }

/** A saved simulation, computed from the data of this moment. */
export default page('/simulations/[id]', async ({ viewer, params }) => {
  const { id } = params
  const { saved, trial } = await simulationOf(viewer, id)
  const { quarter, name, changes, who, at } = saved
  return (
    <Sheet>
      <PageHead title={name} trail={[{ href: '/simulations', name: '试算' }]} />
      <Banner past={trial.past} />
      <p>
        {quarterName(quarter)}。改动的分值：{changesInWords(changes, trial.real.tables)}。
      </p>
      <p className="mb-6 text-sm text-second">
        {who}保存于 {chineseDateTime(at)}。
      </p>
      <TrialResult simulation={trial} />
      <p className="flex flex-wrap gap-x-6 gap-y-2 mt-6 print:hidden">
        <Link href={trialPath(quarter, changes)}>在此基础上另行试算</Link>
        <Link href={`/ranking/${quarter}`}>{quarterName(quarter)}排名</Link>
      </p>
    </Sheet>
  )
})
