import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { EditionPaperPages } from '@/components/editions/edition-paper'
import { EditionStateSign } from '@/components/editions/edition-state'
import { EntryList } from '@/components/editions/entry-list'
import { PrintButton } from '@/components/notices/print-button'
import { Actions } from '@/components/ui/actions'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { editionOf } from '@/lib/data/editions/reading'
import { editionName } from '@/lib/domain/editions/publication'
import { can } from '@/lib/domain/people/policy'
import { chineseDate, chineseDateTime } from '@/lib/domain/time/quarter'
import { moveEntry } from '../../publications/actions'
import { composing } from './composing'
import '@/components/notices/notice.css'
import '@/components/editions/editions.css'

export const metadata: Metadata = { title: '刊物' }

/** One edition: what stands in it and what is still to do on the left, its pages on the right. */
export default page('/editions/[id]', async ({ viewer, params, search }) => {
  const { id } = params
  const now = Date.now()
  const edition = await editionOf(viewer, id, now)
  const { publication, state, entries, day } = edition
  const office = can(viewer, 'edition.compose').allowed
  return (
    <div className="edition-work">
      <Sheet className="print:hidden">
        <PageHead
          title={`《${publication.name}》${editionName(edition)}`}
          trail={[
            { href: '/publications', name: '刊物' },
            { href: `/publications/${publication.id}`, name: `《${publication.name}》` },
          ]}
          here={editionName(edition)}
        />
        <div className="text-sm text-second">
          <p className="text-ink">
            <EditionStateSign state={state} />
            {edition.releasedAt !== null
              ? `，${edition.releasedBy}，${chineseDateTime(edition.releasedAt)}`
              : `，${edition.madeBy}编排`}
          </p>
          {state !== 'released' && <p>最后改动 {chineseDateTime(edition.updatedAt)}</p>}
          <p>发刊日期 {chineseDate(day)}</p>
        </div>
        <Actions className="mt-4">
          <Link href={`/editions/${id}/docx`} kind="plain" download="">
            Word 文档
          </Link>
          <PrintButton />
        </Actions>
        <Section title={`本期内容（${entries.length} 条）`} id="entries" ruled>
          {entries.length === 0 ? (
            <p className="text-second">
              {state === 'composing'
                ? '还没有编入内容。在下面勾选信息，按“编入本期”，标题和顺序列在这里。'
                : '本期没有编入内容。'}
            </p>
          ) : (
            <EntryList
              action={moveEntry}
              formKeys={entries.map(() => newFormKey(viewer))}
              edition={{ ...edition, composing: state === 'composing', released: state === 'released' }}
              entries={entries}
              office={office}
            />
          )}
        </Section>
        {office && state === 'composing' && (await composing(viewer, edition, search, now))}
      </Sheet>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself on a wide screen, so it takes the focus */}
      <section className="edition-preview" aria-label="版面预览" tabIndex={0}>
        <EditionPaperPages paper={edition.paper} />
      </section>
    </div>
  )
})
