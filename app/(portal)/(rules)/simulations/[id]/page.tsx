import type { Metadata } from 'next'
import { draw } from '@/app/(portal)/drawing'
import { Banner } from '@/components/rules/simulation/banner'
import { changesInWords, trialPath } from '@/components/rules/simulation/changes'
import { TrialResult } from '@/components/rules/simulation/result'
import { page } from '@/lib/action/page'
import { simulationOf } from '@/lib/data/rules/simulations'
import { chineseDateTime, quarterName } from '@/lib/domain/time/quarter'
import '@/components/rules/simulation/simulation.css'

export const metadata: Metadata = { title: '试算' }

/** A saved simulation, computed from the data of this moment. */
export default page('/simulations/[id]', async ({ viewer, params }) => {
  const { id } = params
  const { saved, trial } = await simulationOf(viewer, id)
  const { quarter, name, changes, who, at } = saved
  return (
    <div className="sheet trial">
      <nav aria-label="当前位置" className="no-print">
        <a href="/simulations">试算</a> › <span aria-current="page">{name}</span>
      </nav>
      <h1>{name}</h1>
      <Banner past={trial.past} />
      <p>
        {quarterName(quarter)}。改动的分值：{changesInWords(changes, trial.real.rules)}。
      </p>
      <p className="mb-6 text-sm text-second">
        {who}保存于 {chineseDateTime(at)}。
      </p>
      <div dangerouslySetInnerHTML={{ __html: draw(<TrialResult simulation={trial} />) }} />
      <p className="trial-ways mt-6 no-print">
        <a href={trialPath(quarter, changes)}>在此基础上另行试算</a>
        <a href={`/ranking/${quarter}`}>{quarterName(quarter)}排名</a>
      </p>
    </div>
  )
})
