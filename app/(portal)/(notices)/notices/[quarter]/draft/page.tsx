import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Report } from '@/components/checking/report'
import { AddParagraphForm, AddSuggestionForm } from '@/components/notices/add-forms'
import { HeadForm } from '@/components/notices/head-form'
import { DraftVerb, IssueForm } from '@/components/notices/issue-forms'
import { NamesForm } from '@/components/notices/names-form'
import { ParagraphEditors } from '@/components/notices/paragraphs'
import { Tokens } from '@/components/notices/tokens'
import { page } from '@/lib/action/page'
import { draftOf } from '@/lib/data/notices/draft-view'
import { suggestionLibrary } from '@/lib/data/notices/suggestions'
import { can } from '@/lib/domain/people/policy'
import { chineseDateTime, parseQuarter, quarterName } from '@/lib/domain/time/quarter'
import {
  addParagraph,
  addSuggestion,
  chooseNames,
  dropDraft,
  editParagraph,
  issueNotice,
  proposeNotice,
  saveNoticeHead,
  takeBackNotice,
} from '../../actions'
import '@/components/notices/writing.css'

export const metadata: Metadata = { title: '起草通报' }

/** Where the words of a notice are written; its figures come from the data, on every request anew. */
export default page('/notices/[quarter]/draft', async ({ viewer, params }) => {
  const asked = params.quarter
  const quarter = parseQuarter(asked)
  if (!quarter) notFound()
  const view = await draftOf(viewer, quarter, Date.now())
  if (!view) redirect(`/notices/${quarter}`)
  const { draft, blocks, lists, report, hindrances } = view
  const suggestions = (await suggestionLibrary(viewer)).filter(({ retired }) => !retired)
  const at = { id: draft.id, version: draft.version }
  const frozen = draft.state === 'proposed'
  const places = blocks.map(({ key, reads }) => ({ key, words: reads.slice(0, 24) }))
  const ownWork = viewer.userId === draft.writtenBy || viewer.userId === draft.proposedBy
  const mayIssue = can(viewer, 'notice.issue')
  return (
    <div className="draft">
      <div className="draft-text sheet">
        <nav aria-label="当前位置" className="text-sm">
          <a href="/notices">通报</a> › <a href={`/notices/${quarter}`}>{quarterName(quarter)}</a> ›{' '}
          <span aria-current="page">{draft.corrects ? '起草更正' : '起草'}</span>
        </nav>
        <h1>{draft.corrects ? '起草更正' : '起草通报'}</h1>
        <p>{view.notice.title}</p>
        <p className="text-sm text-second">
          {view.writtenBy}于 {chineseDateTime(draft.updatedAt)} 最后改动。数字由统计结果生成，随数据变动。
        </p>
        <ParagraphEditors
          action={editParagraph}
          formKeys={blocks.map(() => randomUUID())}
          draft={at}
          paragraphs={blocks}
          frozen={frozen}
        />
        {!frozen && (
          <>
            <details className="draft-part">
              <summary>增加一段</summary>
              <AddParagraphForm action={addParagraph} formKey={randomUUID()} draft={at} places={places} />
            </details>
            <details className="draft-part">
              <summary>从建议库选用下步建议</summary>
              {suggestions.length === 0 ? (
                <p>
                  建议库还是空的。可在<a href="/suggestions">建议库</a>中加入常用的下步建议。
                </p>
              ) : (
                <AddSuggestionForm
                  action={addSuggestion}
                  formKey={randomUUID()}
                  draft={at}
                  places={places}
                  suggestions={suggestions}
                />
              )}
            </details>
            <details className="draft-part">
              <summary>选择点名的单位</summary>
              {lists.map((list) => (
                <details key={list.token} className="draft-names">
                  <summary>{list.token.replace('·名单', '')}</summary>
                  <NamesForm action={chooseNames} formKey={randomUUID()} draft={at} list={list} />
                </details>
              ))}
            </details>
            <details className="draft-part">
              <summary>可用的数据</summary>
              <Tokens />
            </details>
          </>
        )}
        <section className="draft-part">
          <h2>核对结果</h2>
          <Report report={report} title="核对结果" />
        </section>
      </div>
      <aside className="draft-side" aria-label="印发">
        <section className="sheet">
          <h2>印发</h2>
          {hindrances.length > 0 ? (
            <>
              <p>印发前还需要：</p>
              <ul className="hindrances">
                {hindrances.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </>
          ) : (
            <p className="note note-done">核对无误，可以印发。</p>
          )}
          {frozen ? (
            <>
              <p>已由{view.proposedBy}提请印发，文字不再改动。</p>
              {mayIssue.allowed && !ownWork ? (
                <IssueForm action={issueNotice} formKey={randomUUID()} draft={at} faults={report.faults.length} />
              ) : (
                <p className="blocked">
                  {mayIssue.allowed
                    ? '起草和提请的人不能印发同一份通报，请由另一位具有印发权限的编辑印发。'
                    : mayIssue.reason}
                </p>
              )}
              <DraftVerb action={takeBackNotice} formKey={randomUUID()} draft={at} words="退回起草" kind="plain" />
            </>
          ) : (
            <DraftVerb action={proposeNotice} formKey={randomUUID()} draft={at} words="提请印发" />
          )}
          <p className="draft-links">
            <a href={`/notices/${quarter}`}>看版面</a>
            <a href={`/notices/${quarter}/objections`}>异议</a>
            <a href="/suggestions">建议库</a>
          </p>
        </section>
        {!frozen && (
          <section className="sheet">
            <h2>文件要素</h2>
            <HeadForm action={saveNoticeHead} formKey={randomUUID()} draft={at} head={draft} />
          </section>
        )}
        {!frozen && (
          <details className="sheet">
            <summary>放弃这份通报稿</summary>
            <p>放弃后可以重新起草，已写的文字不再采用，记录保留。</p>
            <DraftVerb action={dropDraft} formKey={randomUUID()} draft={at} words="放弃" kind="warning" />
          </details>
        )}
      </aside>
    </div>
  )
})
