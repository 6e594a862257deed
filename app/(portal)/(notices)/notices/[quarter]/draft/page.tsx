import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { page } from '@/app/page-of'
import { Report } from '@/components/checking/report'
import { AddParagraphForm, AddSuggestionForm } from '@/components/notices/add-forms'
import { HeadForm } from '@/components/notices/head-form'
import { DraftVerb, IssueForm } from '@/components/notices/issue-forms'
import { NamesForm } from '@/components/notices/names-form'
import { ParagraphEditors } from '@/components/notices/paragraphs'
import { Tokens } from '@/components/notices/tokens'
import { Columns } from '@/components/ui/columns'
import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { Note } from '@/components/ui/note'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { draftOf } from '@/lib/data/notices/draft-view'
import { suggestionLibrary } from '@/lib/data/notices/suggestions'
import { notFound } from '@/lib/domain/base/fault'
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

export const metadata: Metadata = { title: '起草通报' }

/** Where the words of a notice are written; its figures come from the data, on every request anew. */
export default page('/notices/[quarter]/draft', async ({ viewer, params }) => {
  const asked = params.quarter
  const quarter = parseQuarter(asked)
  if (!quarter) throw notFound()
  const view = await draftOf(viewer, quarter, Date.now())
  if (!view) redirect(`/notices/${quarter}`)
  const { draft, blocks, lists, tokens, measures, report, hindrances, notIssued, issuers } = view
  const suggestions = (await suggestionLibrary(viewer)).filter(({ retired }) => !retired)
  const at = { id: draft.id, version: draft.version }
  const frozen = draft.state === 'proposed'
  const places = blocks.map(({ key, reads }) => ({ key, words: reads.slice(0, 24) }))
  return (
    <Columns kind="aside">
      <Sheet>
        <PageHead
          title={draft.corrects ? '起草更正' : '起草通报'}
          trail={[
            { href: '/notices', name: '通报' },
            { href: `/notices/${quarter}`, name: quarterName(quarter) },
          ]}
          here={draft.corrects ? '起草更正' : '起草'}
        />
        <p>{view.notice.title}</p>
        <p className="text-sm text-second">
          {view.writtenBy}于 {chineseDateTime(draft.updatedAt)} 最后改动。数字由统计结果生成，随数据变动。
        </p>
        <ParagraphEditors
          userId={viewer.userId}
          action={editParagraph}
          formKeys={blocks.map(() => newFormKey(viewer))}
          draft={at}
          paragraphs={blocks}
          frozen={frozen}
        />
        {!frozen && (
          <>
            <div className={PART}>
              <AddParagraphForm
                userId={viewer.userId}
                action={addParagraph}
                formKey={newFormKey(viewer)}
                draft={at}
                places={places}
              />
            </div>
            <div className={PART}>
              <Disclosure summary="从建议库选用下步建议">
                {suggestions.length === 0 ? (
                  <p>
                    建议库还是空的。可在<Link href="/suggestions">建议库</Link>中加入常用的下步建议。
                  </p>
                ) : (
                  <AddSuggestionForm
                    action={addSuggestion}
                    formKey={newFormKey(viewer)}
                    draft={at}
                    places={places}
                    suggestions={suggestions}
                  />
                )}
              </Disclosure>
            </div>
            <div className={PART}>
              <Disclosure summary="选择点名的单位">
                {lists.map((list) => (
                  <div key={list.token} className="my-1 ml-4">
                    <Disclosure summary={list.token.replace('·名单', '')}>
                      <NamesForm action={chooseNames} formKey={newFormKey(viewer)} draft={at} list={list} />
                    </Disclosure>
                  </div>
                ))}
              </Disclosure>
            </div>
            <div className={PART}>
              <Disclosure summary="可用的数据">
                <Tokens all={tokens} measures={measures} />
              </Disclosure>
            </div>
          </>
        )}
        <Section title="核对结果" ruled>
          <Report report={report} title="核对结果" />
        </Section>
      </Sheet>
      <aside aria-label="印发" className="grid gap-4">
        <Sheet>
          <Section title="印发">
            <div className="grid gap-3">
              {hindrances.length > 0 ? (
                <>
                  <p>印发前还需要：</p>
                  <List kind="points">
                    {hindrances.map((words) => (
                      <li key={words}>{words}</li>
                    ))}
                  </List>
                </>
              ) : (
                <Note tone="done">核对无误，可以印发。</Note>
              )}
              <p className="text-sm text-second">
                {issuers.length > 0
                  ? `可以印发的：${issuers.join('、')}。`
                  : '具有印发权限的编辑都写过或者提请了这份通报，现在没有人可以印发。请系统管理员为另一位编辑办理印发权限。'}
              </p>
              {frozen ? (
                <>
                  <p>已由{view.proposedBy}提请印发，文字不再改动。</p>
                  {notIssued === null ? (
                    <IssueForm
                      userId={viewer.userId}
                      action={issueNotice}
                      formKey={newFormKey(viewer)}
                      draft={at}
                      faults={report.faults.length}
                    />
                  ) : (
                    <p className="text-sm text-second">{notIssued}</p>
                  )}
                  <DraftVerb
                    action={takeBackNotice}
                    formKey={newFormKey(viewer)}
                    draft={at}
                    words="退回起草"
                    kind="plain"
                  />
                </>
              ) : (
                <DraftVerb action={proposeNotice} formKey={newFormKey(viewer)} draft={at} words="提请印发" />
              )}
              <p className="flex gap-4">
                <Link href={`/notices/${quarter}?as=now`}>看版面</Link>
                <Link href={`/notices/${quarter}/objections`}>异议</Link>
                <Link href="/suggestions">建议库</Link>
                {can(viewer, 'setting.change').allowed && <Link href="/house">通报格式</Link>}
              </p>
            </div>
          </Section>
        </Sheet>
        {!frozen && (
          <Sheet>
            <Section title="文件要素">
              <HeadForm
                userId={viewer.userId}
                action={saveNoticeHead}
                formKey={newFormKey(viewer)}
                draft={at}
                head={draft}
              />
            </Section>
          </Sheet>
        )}
        {!frozen && (
          <Sheet>
            <Disclosure summary="放弃这份通报稿">
              <p className="mb-2">放弃后可以重新起草，已写的文字不再采用，记录保留。</p>
              <DraftVerb action={dropDraft} formKey={newFormKey(viewer)} draft={at} words="放弃" kind="warning" />
            </Disclosure>
          </Sheet>
        )}
      </aside>
    </Columns>
  )
})

/** What may be done to the text as a whole, each below a hairline. */
const PART = 'mt-4 pt-3 border-t border-line'
