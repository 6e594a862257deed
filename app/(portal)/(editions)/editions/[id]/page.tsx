import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { EditionPaperPages } from '@/components/editions/edition-paper'
import { EntryList } from '@/components/editions/entry-list'
import { PrintButton } from '@/components/notices/print-button'
import { page } from '@/lib/action/page'
import { editionOf } from '@/lib/data/editions/reading'
import { editionName, ISSUE_STATES } from '@/lib/domain/editions/publication'
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
  const asked = search
  const now = Date.now()
  const edition = await editionOf(viewer, id, now)
  const { publication, state, entries, day } = edition
  const office = can(viewer, 'edition.compose').allowed
  return (
    <div className="edition-work">
      <div className="sheet no-print">
        <nav aria-label="当前位置" className="text-sm">
          <a href="/publications">刊物</a> › <a href={`/publications/${publication.id}`}>《{publication.name}》</a> ›{' '}
          <span aria-current="page">{editionName(edition)}</span>
        </nav>
        <h1>
          《{publication.name}》{editionName(edition)}
        </h1>
        <p className="text-sm">
          <span data-edition={state}>{ISSUE_STATES[state]}</span>
          {edition.releasedAt !== null
            ? `，${edition.releasedBy}，${chineseDateTime(edition.releasedAt)}`
            : `，${edition.madeBy}编排`}
        </p>
        {state !== 'released' && <p className="text-sm text-second">最后改动 {chineseDateTime(edition.updatedAt)}</p>}
        <p className="text-sm text-second">发刊日期 {chineseDate(day)}</p>
        <div className="edition-ways mt-4">
          <a href={`/editions/${id}/docx`} className="button" download="">
            Word 文档
          </a>
          <PrintButton />
        </div>
        <section aria-labelledby="entries">
          <h2 id="entries">本期内容（{entries.length} 条）</h2>
          {entries.length === 0 ? (
            <p className="text-second">
              {state === 'composing'
                ? '还没有编入内容。在下面勾选信息，按“编入本期”，标题和顺序列在这里。'
                : '本期没有编入内容。'}
            </p>
          ) : (
            <EntryList
              action={moveEntry}
              formKeys={entries.map(() => randomUUID())}
              edition={{ ...edition, composing: state === 'composing', released: state === 'released' }}
              entries={entries}
              office={office}
            />
          )}
        </section>
        {office && state === 'composing' && (await composing(viewer, edition, asked, now))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself on a wide screen, so it takes the focus */}
      <section className="edition-preview" aria-label="版面预览" tabIndex={0}>
        <EditionPaperPages paper={edition.paper} />
      </section>
    </div>
  )
})
