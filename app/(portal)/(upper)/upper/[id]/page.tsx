import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { ChangeForm } from '@/components/upper/change-form'
import { ClosedTable } from '@/components/upper/closed-table'
import { DateForm } from '@/components/upper/date-form'
import { DropForm } from '@/components/upper/drop-form'
import { LinesForm } from '@/components/upper/lines-form'
import { TakeBackForm } from '@/components/upper/take-back-form'
import { newFormKey } from '@/lib/auth/form-key'
import { upperKindsFor } from '@/lib/data/rules/levels'
import { upperList } from '@/lib/data/upper/lists'
import { chineseDateTime, dayOfInstant } from '@/lib/domain/time/quarter'
import { placedLine } from '@/lib/domain/upper/upper'
import { changeLine, dateLines, dropLine, postLines, takeBackList } from '../actions'

export const metadata: Metadata = { title: '上级采用反馈：核对清单' }

/** One list: its open lines beside the items that they may mean, and those that are done with. */
export default page('/upper/[id]', async ({ viewer, params, search }) => {
  const { id } = params
  const { drop, change } = search
  const { name, receivedAt, open, closed, notPosted } = await upperList(viewer, id, Date.now())
  const certain = open.filter((line) => line.certain).length
  const dropping = open.find((line) => line.id === drop)
  const changing = open.find((line) => line.id === change)
  const undated = open.filter((line) => line.adoptedOn === null).length
  const today = dayOfInstant(Date.now())
  const back = `/upper/${id}`
  return (
    <Sheet>
      <PageHead title={name} trail={[{ href: '/upper', name: '上级采用反馈' }]} />
      <p className="mb-6 text-second">
        {chineseDateTime(receivedAt)}收到，共 {open.length + closed.length} 条：待核对 {open.length} 条，其中 {certain}{' '}
        条已按标题和单位对上并打勾；已办理 {closed.length} 条。
      </p>
      {open.length > 0 && closed.every(({ state }) => state !== 'posted') && (
        <TakeBackForm action={takeBackList} formKey={newFormKey(viewer)} listId={id} />
      )}
      {dropping && <DropForm action={dropLine} formKey={newFormKey(viewer)} line={dropping} back={back} />}
      {changing && (
        <ChangeForm
          action={changeLine}
          formKey={newFormKey(viewer)}
          line={placedLine(changing)}
          kinds={await upperKindsFor(viewer)}
          today={today}
          back={back}
        />
      )}
      {undated > 0 && (
        <DateForm action={dateLines} formKey={newFormKey(viewer)} listId={id} undated={undated} today={today} />
      )}
      <Section title="待核对">
        <LinesForm action={postLines} formKey={newFormKey(viewer)} listId={id} lines={open} blocked={notPosted} />
      </Section>
      {closed.length > 0 && (
        <Section title="已办理" className="pt-6">
          <ClosedTable rows={closed} />
        </Section>
      )}
    </Sheet>
  )
})
