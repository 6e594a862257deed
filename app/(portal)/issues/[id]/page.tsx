import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { PrintButton } from '@/components/notice/print-button'
import { EntryList } from '@/components/publications/entry-list'
import { IssuePaperPages } from '@/components/publications/issue-paper'
import { pageViewer, reading } from '@/lib/auth/page'
import { issueOf } from '@/lib/data/issue-reading'
import { can } from '@/lib/domain/policy'
import { ISSUE_STATES, issueName } from '@/lib/domain/publication'
import { chineseDate, chineseDateTime } from '@/lib/domain/quarter'
import { moveInIssue } from '../../publications/actions'
import { composing } from './composing'
import '@/components/notice/notice.css'
import '@/components/publications/publications.css'

export const metadata: Metadata = { title: '刊物' }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ text?: string | string[]; after?: string | string[] }>
}

/** One issue: what stands in it and what is still to do on the left, its pages on the right. */
export default async function IssuePage({ params, searchParams }: Props) {
  const { id } = await params
  const asked = await searchParams
  const viewer = await pageViewer(`/issues/${encodeURIComponent(id)}`)
  const now = Date.now()
  const issue = await reading(issueOf(viewer, id, now))
  const { publication, state, entries, day } = issue
  const office = can(viewer, 'issue.compose').allowed
  return (
    <div className="issue-work">
      <div className="sheet no-print">
        <nav aria-label="当前位置" className="text-sm">
          <a href="/publications">刊物</a> › <a href={`/publications/${publication.id}`}>《{publication.name}》</a> ›{' '}
          <span aria-current="page">{issueName(issue)}</span>
        </nav>
        <h1>
          《{publication.name}》{issueName(issue)}
        </h1>
        <p className="text-sm">
          <span data-issue={state}>{ISSUE_STATES[state]}</span>
          {issue.releasedAt !== null
            ? `，${issue.releasedBy}，${chineseDateTime(issue.releasedAt)}`
            : `，${issue.madeBy}编排`}
        </p>
        {state !== 'released' && <p className="text-sm text-second">最后改动 {chineseDateTime(issue.updatedAt)}</p>}
        <p className="text-sm text-second">发刊日期 {chineseDate(day)}</p>
        <div className="issue-ways mt-4">
          <a href={`/issues/${id}/docx`} className="button" download="">
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
              action={moveInIssue}
              formKeys={entries.map(() => randomUUID())}
              issue={{ ...issue, composing: state === 'composing', released: state === 'released' }}
              entries={entries}
              office={office}
            />
          )}
        </section>
        {office && state === 'composing' && (await composing(viewer, issue, asked, now))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself on a wide screen, so it takes the focus */}
      <section className="issue-preview" aria-label="版面预览" tabIndex={0}>
        <IssuePaperPages paper={issue.paper} />
      </section>
    </div>
  )
}
