import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { FormSheet } from '@/components/items/form-sheet'
import { EarlierVersions, History } from '@/components/items/history'
import { InstructionList } from '@/components/items/instruction-list'
import { ItemForm } from '@/components/items/item-form'
import { ItemReading } from '@/components/items/item-reading'
import { VerdictNote } from '@/components/items/verdict'
import { Withdrawal } from '@/components/items/withdrawal'
import { verdictOf } from '@/components/items/words'
import { Actions } from '@/components/ui/actions'
import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { commissionOfItem } from '@/lib/data/commissions/commissions'
import { instructionsOf } from '@/lib/data/items/instructions'
import { type Opened, openItem } from '@/lib/data/items/open'
import { repetitionsOf } from '@/lib/data/items/rulings'
import { lateInWords } from '@/lib/domain/commissions/commission'
import { counts, momentOfItem, step } from '@/lib/domain/items/item'
import type { Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant, quarterName, shortDateTime } from '@/lib/domain/time/quarter'
import { saveOrSubmit, withdraw } from '../actions'
import { commissionChoices } from '../commissions'

export const metadata: Metadata = { title: '信息' }

const UNNUMBERED =
  '已收到，待编号。服务器的时间有疑问，待系统管理员确认；确认后按收到的先后编号，按更正后的收到时间计入所在季度，在此之前不计入任何季度。内容已经保存，不必重复报送。'

/** One item: in the hands of its unit the form, for everyone else and once received what it says. */
export default page('/items/[id]', async ({ viewer, params }) => {
  const { id } = params
  const opened = await openItem(viewer, id)
  const moment = momentOfItem(opened.item, opened.adoptions.length)
  const writes = viewer.role === 'clerk' && step('save', moment).blocked === undefined
  return writes ? writing(viewer, opened) : reading(viewer, opened)
})

async function writing(viewer: Viewer, { item, history, versions, attachments }: Opened) {
  const { id, version, updatedAt, title, body, type, eventDay, author, phone, signer } = item
  const now = Date.now()
  return (
    <FormSheet
      title={item.state === 'draft' ? '报送信息' : '修改信息'}
      note={<StateNote item={item} history={history} />}
    >
      <ItemForm
        key={id}
        userId={viewer.userId}
        draft={{
          id,
          version,
          savedAt: updatedAt,
          // 不涉密 is confirmed of what is sent, each time.
          values: { title, body, type, eventDay, author, phone, signer, unclassified: '' },
          attachments,
        }}
        formKey={newFormKey(viewer)}
        send={saveOrSubmit}
        today={dayOfInstant(now)}
        commissions={await commissionChoices(viewer, id, now)}
      />
      {history.length > 0 && (
        <div className="mt-12">
          <History events={history} />
        </div>
      )}
      <EarlierVersions versions={versions} now={item} />
    </FormSheet>
  )
}

function StateNote({ item, history }: Pick<Opened, 'item' | 'history'>) {
  if (item.state === 'draft') return null
  const last = history.findLast(({ verb }) => verb === (item.state === 'sent_back' ? 'send_back' : 'withdraw'))
  const when = last ? `${shortDateTime(last.at)} ` : ''
  return item.state === 'sent_back' ? (
    <Note tone="wrong" className="mb-6">
      <strong>{when}退回：</strong>
      {last?.reason || '未注明原因。'}
      <br />
      改好后请再次报送；再次报送前不计数，报送后仍按首次报送的时间计数。
    </Note>
  ) : (
    <Note className="mb-6">
      <strong>{when}已撤回</strong>，目前不计数。修改后可再次报送，按再次报送的时间计入当季。
    </Note>
  )
}

async function reading(viewer: Viewer, { item, adoptions, history, versions, attachments }: Opened) {
  const { submittedAt, state, id, version } = item
  const clerk = viewer.role === 'clerk'
  const withdrawing = step('withdraw', momentOfItem(item, adoptions.length))
  const verdict = verdictOf(item, history)
  const [repetitions, instructions, commission] = await Promise.all([
    repetitionsOf(viewer, item),
    instructionsOf(viewer, id),
    commissionOfItem(viewer, id),
  ])
  return (
    <article>
      {' '}
      <Sheet className="max-w-[52em]">
        {clerk && state === 'received' && submittedAt !== null && (
          <Note tone="done" className="mb-6">
            {item.quarter === null ? UNNUMBERED : `已报送，编号 ${item.ref}，计入${quarterName(item.quarter)}。`}
            {commission?.answeredAt != null && <Answered {...commission} answeredAt={commission.answeredAt} />}
          </Note>
        )}
        <VerdictNote verdict={verdict} counts={counts(state)} {...repetitions} base="/items" />
        <ItemReading item={item} attachments={attachments} adoptions={adoptions} verdict={verdict} />
        {instructions.length > 0 && (
          <Section title="批示">
            <InstructionList instructions={instructions} today={dayOfInstant(Date.now())} />
          </Section>
        )}
        <History events={history} />
        <EarlierVersions versions={versions} now={item} />
        {clerk && (
          <Withdrawal
            id={id}
            version={version}
            blocked={withdrawing.blocked}
            action={withdraw}
            formKey={newFormKey(viewer)}
          />
        )}
        {viewer.role === 'editor' && (
          <Actions className="mt-6">
            <Link href={`/desk/${id}`} kind="primary">
              在采编台办理
            </Link>
          </Actions>
        )}
      </Sheet>
    </article>
  )
}

function Answered({
  id,
  topic,
  deadline,
  answeredAt,
}: {
  id: string
  topic: string
  deadline: number
  answeredAt: number
}) {
  const late = lateInWords(deadline, answeredAt)
  return (
    <>
      <br />
      回复约稿“<Link href={`/commissions/${id}`}>{topic}</Link>”{late && `，${late}`}。
    </>
  )
}
