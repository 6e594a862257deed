import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { StartForm } from '@/components/editions/edition-forms'
import { IssueTable } from '@/components/editions/edition-table'
import { PublicationForm } from '@/components/editions/publication-form'
import { page } from '@/lib/action/page'
import { editionsOf } from '@/lib/data/editions/editions'
import { publicationOf } from '@/lib/data/editions/publications'
import { kindsFor } from '@/lib/data/rules/levels'
import { kindName } from '@/lib/domain/adoptions/kinds'
import { formatCursor, parseCursor } from '@/lib/domain/base/cursor'
import { can } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { keepPublication, startEdition } from '../actions'
import '@/components/editions/editions.css'

export const metadata: Metadata = { title: '刊物' }

/** One publication with its editions. */
export default page('/publications/[id]', async ({ viewer, params, search }) => {
  const { id } = params
  const { after } = search
  const publication = await publicationOf(viewer, id)
  const place = typeof after === 'string' ? parseCursor(after) : undefined
  const { rows, next } = await editionsOf(viewer, id, place)
  const keeps = can(viewer, 'publication.keep').allowed
  const { name, kind, issuer, position, retired, released } = publication
  return (
    <div className="sheet">
      <nav aria-label="当前位置" className="text-sm">
        <a href="/publications">刊物</a> › <span aria-current="page">《{name}》</span>
      </nav>
      <h1 className="mt-2">《{name}》</h1>
      <p className="my-4 text-second">
        {issuer}主办。发刊时按<span className="whitespace-nowrap">“{kindName(kind)}”</span>登记采用。
        {retired && '已停用，不再编新的一期。'}
      </p>
      {rows.length > 0 ? (
        <IssueTable rows={rows} />
      ) : (
        <p className="empty">还没有编过。按“编新的一期”开始，从来稿中选取信息；各期列在这里。</p>
      )}
      <nav aria-label="更多" className="pages no-print">
        {place && <a href={`/publications/${id}`}>回到最新</a>}
        {next && <a href={`/publications/${id}?after=${formatCursor(next)}`}>下一页</a>}
      </nav>
      {keeps && !retired && (
        <section className="mt-8">
          <h2 className="mb-4">编新的一期</h2>
          <StartForm action={startEdition} formKey={randomUUID()} publicationId={id} today={dayOfInstant(Date.now())} />
        </section>
      )}
      {keeps && (
        <details className="mt-8 publication-part">
          <summary>刊物的设定</summary>
          <PublicationForm
            action={keepPublication}
            formKey={randomUUID()}
            publication={publication}
            kinds={await kindsFor(viewer)}
            first={{ issuer, position }}
            settled={released > 0}
          />
        </details>
      )}
    </div>
  )
})
