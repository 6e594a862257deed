'use client'
import { OwnPassword } from '@/components/people/own-password'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Facts } from '@/components/ui/facts'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/domain/base/result'
import { chineseDateTime } from '@/lib/domain/time/quarter'

/** An item that was reported, as the page shows it: never a word of it. */
export type ReportedItem = {
  id: string
  ref: string
  unit: string
  stateName: string
  at: number
  files: readonly { id: string; name: string }[]
}

type Props = { userId: string; action: FormAction; formKey: string; item: ReportedItem }

/** 隔离: of a whole item, or of one of its attachments. */
export function IsolateForm({ item, ...props }: Props) {
  return (
    <KeptForm
      {...props}
      subject={`isolate:${item.id}`}
      schema={async () => (await import('@/lib/schemas/secrecy')).isolateSchema}
      stored={{ attachmentId: '', reason: '' }}
    >
      {(form) => (
        <Fields>
          <input type="hidden" name="itemId" value={item.id} />
          <Facts
            kind="lines"
            ruled
            facts={[
              ['编号', item.ref.startsWith('draft:') ? '草稿，未报送' : item.ref],
              ['单位', item.unit],
              ['状态', item.stateName],
              ['时间', chineseDateTime(item.at)],
            ]}
          />
          <Choices name="attachmentId" label="隔离" columns="one" fault={form.fault('attachmentId')}>
            <Choice type="radio" {...form.choice('attachmentId', '')} label="整条信息，含全部附件和编辑稿" />
            {item.files.map(({ id, name }) => (
              <Choice key={id} type="radio" {...form.choice('attachmentId', id)} label={`只隔离${name}`} />
            ))}
          </Choices>
          <TextArea {...form.field('reason')} label="原因" help="只写何处发现、由谁报告，不写涉密内容。" />
          <div className="max-w-[20em]">
            <OwnPassword result={form.result} />
          </div>
          <Actions>
            <SendButton kind="warning">立即隔离</SendButton>
          </Actions>
        </Fields>
      )}
    </KeptForm>
  )
}
