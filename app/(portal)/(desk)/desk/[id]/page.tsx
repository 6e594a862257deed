import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { AdoptionList } from '@/components/desk/adoption-list'
import { ItemFacts } from '@/components/desk/facts'
import { GradeForm } from '@/components/desk/grade-form'
import { JointForm } from '@/components/desk/joint-form'
import { SendBackForm } from '@/components/desk/send-back-form'
import { standing } from '@/components/desk/words'
import { AttachmentList } from '@/components/items/attachment-list'
import { EarlierVersions, History } from '@/components/items/history'
import { Paragraphs } from '@/components/items/item-reading'
import { TextMarks } from '@/components/texts/marks'
import { Columns } from '@/components/ui/columns'
import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { State } from '@/components/ui/state'
import { newFormKey } from '@/lib/auth/form-key'
import { jointUnitsOf } from '@/lib/data/adoptions/joint'
import { reasonCodes } from '@/lib/data/desk/reasons'
import { publicationNames } from '@/lib/data/editions/publications'
import { neighbours } from '@/lib/data/items/lists'
import { openItem } from '@/lib/data/items/open'
import { categoriesFor } from '@/lib/data/office/categories'
import { kindsFor } from '@/lib/data/rules/levels'
import { marksOf } from '@/lib/data/texts/lists'
import { notFound } from '@/lib/domain/base/fault'
import { momentOfItem, step } from '@/lib/domain/items/item'
import { ISOLATED } from '@/lib/domain/secrecy/isolation'
import { editFault } from '@/lib/domain/texts/text'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { editItem } from '../../../(texts)/texts/actions'
import { nameJoint, revokeAdoption, sendBack } from '../actions'
import { gradeAll } from '../desk-actions'
import { formatDeskQuery, parseDeskQuery } from '../query'
import { instructionsSection, rulings } from '../rulings'

export const metadata: Metadata = { title: '采编台：处理来稿' }

export default page('/desk/[id]', async ({ viewer, params, search }) => {
  const { id } = params
  const given = search
  const query = parseDeskQuery(given, await categoriesFor(viewer))
  const back = query ? formatDeskQuery(query) : ''
  if (!query) throw notFound()
  const opened = await openItem(viewer, id)
  const { item, adoptions, history, versions } = opened
  const codes = await reasonCodes(viewer)
  const kinds = await kindsFor(viewer)
  const publications = await publicationNames(viewer)
  const marks = await marksOf(viewer, id)
  const joint = await jointUnitsOf(viewer, id)
  const { newer, older } = await neighbours(viewer, query, { at: item.submittedAt ?? 0, id })
  const now = momentOfItem(item, adoptions.length)
  const { sign, words } = standing(item.state, adoptions, item.notUsed, item.ref)
  const today = dayOfInstant(Date.now())
  return (
    <Sheet>
      <nav aria-label="采编台内" className="flex flex-wrap gap-x-6 mb-4 text-sm print:hidden">
        <Link kind="quiet" href={`/desk${back}`}>
          返回列表
        </Link>
        {newer && (
          <Link kind="quiet" href={`/desk/${newer}${back}`}>
            上一条
          </Link>
        )}
        {older && (
          <Link kind="quiet" href={`/desk/${older}${back}`}>
            下一条
          </Link>
        )}
      </nav>
      <Columns kind="aside" stay>
        <article className="min-w-0">
          <h1 className="wrap-anywhere">{item.title}</h1>
          <Paragraphs text={item.body} />
          <AttachmentList itemId={item.id} attachments={opened.attachments} />
          <ItemFacts item={item} body={item.body} />
          <div className="mt-6">
            <EarlierVersions versions={versions} now={item} />
            <History events={history} />
          </div>
        </article>
        <aside aria-label="处理" className="pt-6 border-t border-line lg:pt-0 lg:pl-6 lg:border-t-0 lg:border-l">
          <p className="mb-6 font-semibold">
            <State sign={sign}>{words}</State>
          </p>
          {now.isolated ? (
            <Note tone="late" className="mb-6">
              {ISOLATED}
            </Note>
          ) : (
            <>
              <Section id="grade" title="登记采用">
                <GradeForm
                  action={gradeAll}
                  formKey={newFormKey(viewer)}
                  id={item.id}
                  seen={opened.seen}
                  kinds={kinds}
                  publications={publications}
                  today={today}
                  firstDay={dayOfInstant(item.submittedAt ?? Date.now())}
                  blocked={step('grade', now).blocked}
                />
              </Section>
              <Section id="joint" title="合报">
                <JointForm
                  action={nameJoint}
                  formKey={newFormKey(viewer)}
                  id={item.id}
                  version={item.version}
                  units={joint}
                  blocked={step('join', now).blocked}
                />
              </Section>
            </>
          )}
          <Section id="adoptions" title="已登记的采用">
            <AdoptionList
              userId={viewer.userId}
              action={revokeAdoption}
              formKey={newFormKey(viewer)}
              adoptions={adoptions}
              address={`/desk/${item.id}${back}${back ? '&' : '?'}`}
              chosen={typeof given.revoke === 'string' ? given.revoke : undefined}
              blocked={step('revoke', now).blocked}
            />
          </Section>
          {!now.isolated && (
            <>
              <Section id="text" title="编辑稿">
                <TextMarks
                  {...marks}
                  action={editItem}
                  formKey={newFormKey(viewer)}
                  itemId={item.id}
                  blocked={editFault(now)}
                />
              </Section>
              {await rulings(viewer, opened, codes)}
              <Section id="send-back" title="退回">
                <SendBackForm
                  userId={viewer.userId}
                  action={sendBack}
                  formKey={newFormKey(viewer)}
                  id={item.id}
                  version={item.version}
                  reasons={codes}
                  blocked={step('send_back', now).blocked}
                />
              </Section>
              {await instructionsSection(viewer, opened)}
            </>
          )}
        </aside>
      </Columns>
    </Sheet>
  )
})
