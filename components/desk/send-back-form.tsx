'use client'
import { Disclosure } from '@/components/ui/disclosure'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { TextAreaField } from '@/components/ui/form/inputs'
import type { FormAction } from '@/lib/domain/base/result'
import type { Reason } from '@/lib/domain/desk/reason'
import { CodeField } from './reason-fields'

type Props = {
  action: FormAction
  formKey: string
  id: string
  version: number
  reasons: readonly Reason[]
  blocked?: string
}

/** 退回: with the reason, which the unit reads. Where it can't be done now, the form says why. */
export function SendBackForm({ action, formKey, id, version, reasons, blocked }: Props) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          {blocked ? (
            result.status !== 'done' && <p className="text-sm text-second">{blocked}</p>
          ) : (
            <Disclosure summary="写明原因并退回" open={result.status === 'fault'}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={version} />
              <Fields small>
                <CodeField verb="send_back" label="常用原因（可不选）" reasons={reasons} result={result} />
                <TextAreaField
                  result={result}
                  name="reason"
                  of="send_back"
                  label="退回原因"
                  help="报送单位会看到这段话；重新报送之前不计入报送条数。"
                />
                <div>
                  <SendButton kind="warning">退回</SendButton>
                </div>
              </Fields>
            </Disclosure>
          )}
        </>
      )}
    </ActionForm>
  )
}
