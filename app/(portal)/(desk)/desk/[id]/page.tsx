import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
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
import { page } from '@/lib/action/page'
import { jointUnitsOf } from '@/lib/data/adoptions/joint'
import { reasonCodes } from '@/lib/data/desk/reasons'
import { publicationNames } from '@/lib/data/editions/publications'
import { neighbours } from '@/lib/data/items/lists'
import { openItem } from '@/lib/data/items/open'
import { kindsFor } from '@/lib/data/rules/levels'
import { marksOf } from '@/lib/data/texts/lists'
import { step } from '@/lib/domain/items/item'
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
  const query = parseDeskQuery(given)
  const back = query ? formatDeskQuery(query) : ''
  if (!query) notFound()
  const opened = await openItem(viewer, id)
  const { item, adoptions, history, versions } = opened
  const codes = await reasonCodes(viewer)
  const kinds = await kindsFor(viewer)
  const publications = await publicationNames(viewer)
  const marks = await marksOf(viewer, id)
  const joint = await jointUnitsOf(viewer, id)
  const { newer, older } = await neighbours(viewer, query, { at: item.submittedAt ?? 0, id })
  const now = { state: item.state, notUsed: item.notUsed, adoptions: adoptions.length }
  const { sign, words } = standing(item.state, adoptions, item.notUsed)
  const today = dayOfInstant(Date.now())
  return (
    <div className="sheet desk-item">
      <nav aria-label="采编台内" className="desk-item-ways no-print">
        <a href={`/desk${back}`}>返回列表</a>
        {newer && <a href={`/desk/${newer}${back}`}>上一条</a>}
        {older && <a href={`/desk/${older}${back}`}>下一条</a>}
      </nav>
      <article>
        <h1>{item.title}</h1>
        <Paragraphs text={item.body} />
        <AttachmentList itemId={item.id} attachments={opened.attachments} />
        <ItemFacts item={item} body={item.body} />
        <EarlierVersions versions={versions} now={item} />
        <History events={history} />
      </article>
      <aside aria-label="处理">
        <p className="desk-item-state" data-sign={sign}>
          {words}
        </p>
        <section aria-labelledby="grade">
          <h2 id="grade">登记采用</h2>
          <GradeForm
            action={gradeAll}
            formKey={randomUUID()}
            id={item.id}
            seen={opened.seen}
            kinds={kinds}
            publications={publications}
            today={today}
            firstDay={dayOfInstant(item.submittedAt ?? Date.now())}
            blocked={step('grade', now).blocked}
          />
        </section>
        <section aria-labelledby="joint">
          <h2 id="joint">合报</h2>
          <JointForm
            action={nameJoint}
            formKey={randomUUID()}
            id={item.id}
            version={item.version}
            units={joint}
            blocked={step('join', now).blocked}
          />
        </section>
        <section aria-labelledby="adoptions">
          <h2 id="adoptions">已登记的采用</h2>
          <AdoptionList
            action={revokeAdoption}
            formKey={randomUUID()}
            adoptions={adoptions}
            address={`/desk/${item.id}${back}${back ? '&' : '?'}`}
            chosen={typeof given.revoke === 'string' ? given.revoke : undefined}
            blocked={step('revoke', now).blocked}
          />
        </section>
        <section aria-labelledby="text">
          <h2 id="text">编辑稿</h2>
          <TextMarks {...marks} action={editItem} formKey={randomUUID()} itemId={item.id} blocked={editFault(now)} />
        </section>
        {await rulings(viewer, opened, codes)}
        <section aria-labelledby="send-back">
          <h2 id="send-back">退回</h2>
          <SendBackForm
            action={sendBack}
            formKey={randomUUID()}
            id={item.id}
            version={item.version}
            reasons={codes}
            blocked={step('send_back', now).blocked}
          />
        </section>
        {await instructionsSection(viewer, opened)}
      </aside>
    </div>
  )
})
