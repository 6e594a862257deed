import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { StartForm } from '@/components/editions/edition-forms'
import { EditionTable } from '@/components/editions/edition-table'
import { PublicationForm } from '@/components/editions/publication-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { editionsOf } from '@/lib/data/editions/editions'
import { publicationOf } from '@/lib/data/editions/publications'
import { kindsFor } from '@/lib/data/rules/levels'
import { kindName } from '@/lib/domain/adoptions/kinds'
import { formatCursor, parseCursor } from '@/lib/domain/base/cursor'
import { can } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { keepPublication, startEdition } from '../actions'

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
    <Sheet>
      <PageHead title={`《${name}》`} trail={[{ href: '/publications', name: '刊物' }]} />
      <p className="mb-4 text-second">
        {issuer}主办。发刊时按<span className="whitespace-nowrap">“{kindName(kind)}”</span>登记采用。
        {retired && '已停用，不再编新的一期。'}
      </p>
      {rows.length > 0 ? (
        <EditionTable rows={rows} />
      ) : (
        <Empty>还没有编过。按“编新的一期”开始，从来稿中选取信息；各期列在这里。</Empty>
      )}
      <Pager
        first={place && `/publications/${id}`}
        firstName="最新"
        next={next ? `/publications/${id}?after=${formatCursor(next)}` : undefined}
      />
      {keeps && !retired && (
        <Section title="编新的一期" className="mt-8">
          <StartForm
            action={startEdition}
            formKey={newFormKey(viewer)}
            publicationId={id}
            today={dayOfInstant(Date.now())}
          />
        </Section>
      )}
      {keeps && (
        <div className="mt-8">
          <Disclosure summary="刊物的设定">
            <PublicationForm
              action={keepPublication}
              formKey={newFormKey(viewer)}
              publication={publication}
              kinds={await kindsFor(viewer)}
              first={{ issuer, position }}
              settled={released}
            />
          </Disclosure>
        </div>
      )}
    </Sheet>
  )
})
