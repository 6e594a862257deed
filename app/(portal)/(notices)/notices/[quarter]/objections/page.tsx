import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { AnswerForm, RaiseForm, WindowForm } from '@/components/notices/objection-forms'
import { ObjectionList } from '@/components/notices/objection-list'
import { Empty } from '@/components/ui/empty'
import { Note } from '@/components/ui/note'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { rankingOf } from '@/lib/data/figures/figures'
import { issuedIn } from '@/lib/data/notices/issued'
import { objectionsOf } from '@/lib/data/notices/objections'
import { notFound } from '@/lib/domain/base/fault'
import { OWN_FIGURES, printedOf } from '@/lib/domain/notices/own-figure'
import { can } from '@/lib/domain/people/policy'
import { chineseDateTime, dayOfInstant, parseQuarter, quarterName } from '@/lib/domain/time/quarter'
import { answerObjection, openWindow, raiseObjection } from '../../actions'

export const metadata: Metadata = { title: '异议' }

/** What units say of their counts before the notice is issued, and what the office answers. */
export default page('/notices/[quarter]/objections', async ({ viewer, params }) => {
  const asked = params.quarter
  const quarter = parseQuarter(asked)
  if (!quarter) throw notFound()
  const { window, objections } = await objectionsOf(viewer, quarter)
  const [issued] = await issuedIn(viewer, quarter)
  const now = Date.now()
  const open = window !== null && now < window.closesAt
  const answers = can(viewer, 'objection.answer').allowed && !issued
  const ranking = can(viewer, 'objection.raise').allowed && open ? await rankingOf(viewer, quarter) : null
  return (
    <Sheet className="max-w-[50em] mx-auto">
      <PageHead
        title={`${quarterName(quarter)}统计异议`}
        trail={[
          { href: '/notices', name: '通报' },
          { href: `/notices/${quarter}`, name: quarterName(quarter) },
        ]}
        here="异议"
      />
      <Note>
        {issued
          ? `本季度通报已于 ${chineseDateTime(issued.issuedAt)} 印发，不再受理异议；数据有误的，由区政府办公室印发更正。`
          : window === null
            ? '通报印发前，区政府办公室可以开放一段时间，由各单位核对本单位的计数。目前没有开放。'
            : open
              ? `异议期到 ${chineseDateTime(window.closesAt)} 结束。请各单位核对排名中本单位的计数，有不同意见的在此提出。`
              : `异议期已于 ${chineseDateTime(window.closesAt)} 结束。`}
      </Note>
      {ranking && viewer.unitId && (
        <Section title="提出异议">
          <RaiseForm
            userId={viewer.userId}
            action={raiseObjection}
            formKey={newFormKey(viewer)}
            quarter={quarter}
            printed={Object.fromEntries(OWN_FIGURES.map((f) => [f, printedOf(ranking, viewer.unitId ?? '', f)]))}
          />
        </Section>
      )}
      {can(viewer, 'objection.open').allowed && !issued && (
        <div className="mt-6">
          <WindowForm
            action={openWindow}
            formKey={newFormKey(viewer)}
            quarter={quarter}
            today={dayOfInstant(now)}
            summary={window ? '调整异议期' : '开放异议期'}
          />
        </div>
      )}
      <Section title="已提出的异议">
        {objections.length === 0 ? (
          <Empty>还没有异议。异议期内各单位提出的异议和答复，列在此处。</Empty>
        ) : (
          <ObjectionList objections={objections}>
            {(id) =>
              answers && (
                <AnswerForm userId={viewer.userId} action={answerObjection} formKey={newFormKey(viewer)} id={id} />
              )
            }
          </ObjectionList>
        )}
      </Section>
    </Sheet>
  )
})
