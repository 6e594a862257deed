import type { Metadata } from 'next'
import { quartersToChoose } from '@/app/(portal)/drawing'
import { page } from '@/app/page-of'
import { Banner } from '@/components/rules/simulation/banner'
import { changesInWords, trialPath } from '@/components/rules/simulation/changes'
import { Examples } from '@/components/rules/simulation/examples'
import { TrialResult } from '@/components/rules/simulation/result'
import { RulesForm } from '@/components/rules/simulation/rules-form'
import { SaveForm } from '@/components/rules/simulation/save-form'
import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { Note } from '@/components/ui/note'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { leadingQuarter } from '@/lib/data/figures/figures'
import { categoriesFor } from '@/lib/data/office/categories'
import { trialOf } from '@/lib/data/rules/simulations'
import { notFound } from '@/lib/domain/base/fault'
import { differences, examplesFor } from '@/lib/domain/rules/simulation'
import { parseQuarter, quarterName } from '@/lib/domain/time/quarter'
import { saveSimulation } from '../actions'
import { asked } from '../asked'

export const metadata: Metadata = { title: '新建试算' }

/** Tries the points that the address carries; saves nothing unless asked to. */
export default page('/simulations/new', async ({ viewer, search }) => {
  const categories = await categoriesFor(viewer)
  const { typed, changes, faults } = asked(search, categories)
  const now = Date.now()
  const quarter = typed.quarter ? parseQuarter(typed.quarter) : await leadingQuarter(viewer, now)
  if (!quarter) throw notFound()
  const [trial, quarters] = await Promise.all([trialOf(viewer, quarter, changes), quartersToChoose(viewer, now)])
  const { tables } = trial.real
  const tried = differences(changes, tables)
  const examples = examplesFor(categories)
  const example = examples.find((one) => trialPath(quarter, one.changes) === trialPath(quarter, tried))
  const faulty = Object.keys(faults).length > 0
  return (
    <Sheet>
      <PageHead
        title={`${quarterName(quarter)}计分试算`}
        trail={[{ href: '/simulations', name: '试算' }]}
        here="新建试算"
      />
      <Banner past={trial.past} />
      {faulty && (
        <Note tone="wrong" role="alert" className="mb-6 [&_a]:text-red">
          <List kind="plain">
            {Object.entries(faults).map(([field, message]) => (
              <li key={field}>
                <Link href={`#field-${field}`}>{message}</Link>
              </li>
            ))}
          </List>
        </Note>
      )}
      <RulesForm quarter={quarter} quarters={quarters} inForce={tables} typed={typed} faults={faults} />
      <Section title="试算结果">
        {tried.length > 0 ? (
          <>
            <p className="mb-4">改动的分值：{changesInWords(tried, tables)}。</p>
            <TrialResult simulation={trial} />
            <SaveForm
              action={saveSimulation}
              formKey={newFormKey(viewer)}
              fields={Object.fromEntries(new URL(trialPath(quarter, tried), 'http://x').searchParams)}
              name={example?.name ?? ''}
            />
          </>
        ) : (
          <Examples examples={examples} quarter={quarter}>
            <span className="text-second">
              {faulty
                ? '分值有误，没有试算。改正后再点“试算”。'
                : '上列为现行分值。改动后点“试算”，此处列出各单位名次、总分和占比的变化。'}
            </span>
          </Examples>
        )}
      </Section>
    </Sheet>
  )
})
