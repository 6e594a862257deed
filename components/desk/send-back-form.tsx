'use client'
import { Actions } from '@/components/ui/actions'
import { Disclosure } from '@/components/ui/disclosure'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/domain/base/result'
import type { Reason } from '@/lib/domain/desk/reason'
import { CodeField } from './reason-fields'

type Props = {
  userId: string
  action: FormAction
  formKey: string
  id: string
  version: number
  reasons: readonly Reason[]
  blocked?: string
}

/** 退回: with the reason, which the unit reads. Where it can't be done now, the form says why. */
export function SendBackForm({ id, version, reasons, blocked, ...props }: Props) {
  return (
    <KeptForm
      {...props}
      subject={blocked ? null : `send_back:${id}`}
      schema={async () => (await import('@/lib/schemas/items')).sendBackSchema}
      stored={{ reasonId: '', reason: '' }}
      clears
    >
      {(form) =>
        blocked ? (
          form.result.status !== 'done' && <p className="text-sm text-second">{blocked}</p>
        ) : (
          <Disclosure summary="写明原因并退回" open={form.unfinished}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <Fields small>
              <CodeField verb="send_back" label="常用原因（可不选）" reasons={reasons} form={form} />
              <TextArea
                {...form.field('reason')}
                of="send_back"
                label="退回原因"
                help="报送单位会看到这段话；重新报送之前不计入报送条数。"
              />
              <Actions>
                <SendButton kind="warning">退回</SendButton>
              </Actions>
            </Fields>
          </Disclosure>
        )
      }
    </KeptForm>
  )
}
