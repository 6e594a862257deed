import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AnswerForm, RaiseForm, WindowForm } from '@/components/notices/objection-forms'
import { ObjectionList } from '@/components/notices/objection-list'
import { page } from '@/lib/action/page'
import { rankingOf } from '@/lib/data/figures/figures'
import { issuedIn } from '@/lib/data/notices/issued'
import { objectionsOf } from '@/lib/data/notices/objections'
import { OWN_FIGURES, printedOf } from '@/lib/domain/notices/own-figure'
import { can } from '@/lib/domain/people/policy'
import { chineseDateTime, dayOfInstant, parseQuarter, quarterName } from '@/lib/domain/time/quarter'
import { answerObjection, openWindow, raiseObjection } from '../../actions'

export const metadata: Metadata = { title: '异议' }

/** What units say of their counts before the notice is issued, and what the office answers. */
export default page('/notices/[quarter]/objections', async ({ viewer, params }) => {
  const asked = params.quarter
  const quarter = parseQuarter(asked)
  if (!quarter) notFound()
  const { window, objections } = await objectionsOf(viewer, quarter)
  const [issued] = await issuedIn(viewer, quarter)
  const now = Date.now()
  const open = window !== null && now < window.closesAt
  const answers = can(viewer, 'objection.answer').allowed && !issued
  const ranking = can(viewer, 'objection.raise').allowed && open ? await rankingOf(viewer, quarter) : null
  return (
    <div className="sheet mx-auto max-w-[800px]">
      <nav aria-label="当前位置" className="text-sm">
        <a href="/notices">通报</a> › <a href={`/notices/${quarter}`}>{quarterName(quarter)}</a> ›{' '}
        <span aria-current="page">异议</span>
      </nav>
      <h1>{quarterName(quarter)}统计异议</h1>
      <p className="note my-4">
        {issued
          ? `本季度通报已于 ${chineseDateTime(issued.issuedAt)} 印发，不再受理异议；数据有误的，由区政府办公室印发更正。`
          : window === null
            ? '通报印发前，区政府办公室可以开放一段时间，由各单位核对本单位的计数。目前没有开放。'
            : open
              ? `异议期到 ${chineseDateTime(window.closesAt)} 结束。请各单位核对排名中本单位的计数，有不同意见的在此提出。`
              : `异议期已于 ${chineseDateTime(window.closesAt)} 结束。`}
      </p>
      {ranking && viewer.unitId && (
        <section className="my-6">
          <h2>提出异议</h2>
          <RaiseForm
            action={raiseObjection}
            formKey={randomUUID()}
            quarter={quarter}
            printed={Object.fromEntries(OWN_FIGURES.map((f) => [f, printedOf(ranking, viewer.unitId ?? '', f)]))}
          />
        </section>
      )}
      {can(viewer, 'objection.open').allowed && !issued && (
        <details className="my-6">
          <summary className="text-work cursor-pointer">{window ? '调整异议期' : '开放异议期'}</summary>
          <WindowForm action={openWindow} formKey={randomUUID()} quarter={quarter} today={dayOfInstant(now)} />
        </details>
      )}
      <h2 className="mt-6">已提出的异议</h2>
      {objections.length === 0 ? (
        <p className="empty">还没有异议。异议期内各单位提出的异议和答复，列在此处。</p>
      ) : (
        <ObjectionList objections={objections}>
          {(id) => answers && <AnswerForm action={answerObjection} formKey={randomUUID()} id={id} />}
        </ObjectionList>
      )}
    </div>
  )
})
