import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { draw, quartersToChoose } from '@/app/(portal)/drawing'
import { Banner } from '@/components/rules/simulation/banner'
import { changesInWords, trialPath } from '@/components/rules/simulation/changes'
import { TrialResult } from '@/components/rules/simulation/result'
import { RulesForm } from '@/components/rules/simulation/rules-form'
import { SaveForm } from '@/components/rules/simulation/save-form'
import { page } from '@/lib/action/page'
import { leadingQuarter } from '@/lib/data/figures/figures'
import { trialOf } from '@/lib/data/rules/simulations'
import { differences, EXAMPLES } from '@/lib/domain/rules/simulation'
import { parseQuarter, quarterName } from '@/lib/domain/time/quarter'
import { saveSimulation } from '../actions'
import { asked } from '../asked'
import '@/components/rules/simulation/simulation.css'

export const metadata: Metadata = { title: '新建试算' }

/** Tries the points that the address carries; saves nothing unless asked to. */
export default page('/simulations/new', async ({ viewer, search }) => {
  const { typed, changes, faults } = asked(search)
  const now = Date.now()
  const quarter = typed.quarter ? parseQuarter(typed.quarter) : await leadingQuarter(viewer, now)
  if (!quarter) notFound()
  const [trial, quarters] = await Promise.all([trialOf(viewer, quarter, changes), quartersToChoose(viewer, now)])
  const { rules } = trial.real
  const tried = differences(changes, rules)
  const example = EXAMPLES.find((one) => trialPath(quarter, one.changes) === trialPath(quarter, tried))
  return (
    <div className="sheet trial">
      <nav aria-label="当前位置" className="no-print">
        <a href="/simulations">试算</a> › <span aria-current="page">新建试算</span>
      </nav>
      <h1>{quarterName(quarter)}计分试算</h1>
      <Banner past={trial.past} />
      {Object.keys(faults).length > 0 && (
        <div role="alert" className="note note-fault mb-6">
          <ul>
            {Object.entries(faults).map(([field, message]) => (
              <li key={field}>
                <a href={`#field-${field}`} className="text-red underline">
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <RulesForm quarter={quarter} quarters={quarters} rules={rules} typed={typed} faults={faults} />
      <h2>试算结果</h2>
      {tried.length > 0 ? (
        <>
          <p className="mb-4">改动的分值：{changesInWords(tried, rules)}。</p>
          <div dangerouslySetInnerHTML={{ __html: draw(<TrialResult simulation={trial} />) }} />
          <SaveForm
            action={saveSimulation}
            formKey={randomUUID()}
            fields={Object.fromEntries(new URL(trialPath(quarter, tried), 'http://x').searchParams)}
            name={example?.name ?? ''}
          />
        </>
      ) : (
        <p className="trial-examples text-second">
          {Object.keys(faults).length > 0
            ? '分值有误，没有试算。改正后再点“试算”。'
            : '上列为现行分值。改动后点“试算”，此处列出各单位名次、总分和占比的变化。'}
          {EXAMPLES.map(({ name, changes }) => (
            <a key={name} href={trialPath(quarter, changes)}>
              {name}
            </a>
          ))}
        </p>
      )}
    </div>
  )
})
