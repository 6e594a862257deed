import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { CopiesTable, IsolatedContent } from '@/components/secrecy/copies'
import { LiftForm, PurgeForm } from '@/components/secrecy/end-forms'
import { IsolateForm } from '@/components/secrecy/isolate-form'
import { IsolationList, isolationInWords } from '@/components/secrecy/isolation-list'
import { FilterRow } from '@/components/ui/filter-row'
import { Input } from '@/components/ui/input'
import { Note } from '@/components/ui/note'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { copiesOf } from '@/lib/data/secrecy/copies'
import { isolatedFiles, isolatedTexts, isolationsFor, itemReported } from '@/lib/data/secrecy/reading'
import { REPORT } from '@/lib/domain/secrecy/isolation'
import { isolate, lift, purge } from './actions'

export const metadata: Metadata = { title: '隔离与清除' }

/** What slipped through is isolated at once, and purged only on an instruction. */
export default page('/isolations', async ({ viewer, search }) => {
  const asked = typeof search.item === 'string' ? search.item.trim().slice(0, 300) : ''
  const [all, item] = await Promise.all([isolationsFor(viewer), itemReported(viewer, asked)])
  const one = all.find(({ id, state }) => id === search.open && state === 'isolated')
  const [copies, texts, files] = one
    ? await Promise.all([copiesOf(viewer, one.id), isolatedTexts(viewer, one.id), isolatedFiles(viewer, one.id)])
    : [[], [], []]
  const { userId } = viewer
  return (
    <Sheet>
      <PageHead title="隔离与清除" about={REPORT} />
      {one && (
        <Section title={isolationInWords(one)} id="one" about={`隔离的原因：${one.reason}`}>
          <div className="grid gap-4">
            <IsolatedContent id={one.id} texts={texts} files={files} />
            <CopiesTable copies={copies} />
            <LiftForm userId={userId} action={lift} formKey={newFormKey(viewer)} id={one.id} />
            <PurgeForm userId={userId} action={purge} formKey={newFormKey(viewer)} id={one.id} />
          </div>
        </Section>
      )}
      <Section title="隔离信息" id="isolate">
        <FilterRow action="/isolations" submit="查找">
          <Input name="item" label="信息编号，或信息页面的网址" defaultValue={asked} small />
        </FilterRow>
        {asked !== '' && (
          <div className="mt-4">
            {!item ? (
              <Note tone="late">没有这条信息。请核对编号，如 2026Q4-0001，或请报告人把信息页面的网址发来。</Note>
            ) : item.isolated ? (
              <Note>这条信息已经隔离。</Note>
            ) : (
              <IsolateForm key={item.id} userId={userId} action={isolate} formKey={newFormKey(viewer)} item={item} />
            )}
          </div>
        )}
      </Section>
      <Section title="隔离记录" id="all">
        <IsolationList isolations={all} />
      </Section>
    </Sheet>
  )
})
